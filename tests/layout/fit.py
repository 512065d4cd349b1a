#!/usr/bin/env python3
"""Fits lib/data/layout_signs.tsv anew: what each sign of a line, and each step, costs more than the hand-made tables say.

  fit.py --bin build/bin --pages FOLDER… [--real FOLDER…] [--held FOLDER…] [--write]

A FOLDER holds truth.json and variants of its page. The model is a conditional random field over the lines of a page: the likelihood
of all ways through the lines that the truth allows is made as great as it can be, while costs are kept small, so that a sign without
proof costs nothing. Examples of the specification keep the roles that they have. Folders that are --held are only judged, those that
are --real count more. Of each clean page copies with a torn article are learnt from as well (tear.py).
Needs numpy. Prints; asserts nothing.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import numpy

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests"))
import tear  # noqa: E402
import truth  # noqa: E402

TABLE = TOP / "lib/data/layout_signs.tsv"
VARIANTS = ["page", "clean", "plain", "md", "torn", "wrap", "paras", "psm1"]
TEARS = 10                  # torn copies of a clean page
OCR_VARIANTS = {"paras", "psm1"}
ROLES = len(truth.ROLES)
NEVER = 60.0                # instead of infinity: what the truth does not allow
SOFT = 0.7                  # of the hand-made costs, which have seen many of these pages and are too sure of them
KEEP = 0.002                # how strongly costs are drawn to 0
MOST = 12.0                 # of one hand-made cost
IN_HEAD = 2                 # Spacing::in_head
REAL, OCR, EXAMPLE = 4, 2, 8   # how often a page is learnt from: pages as papers print them, OCR, and short examples count more


def read_table(name):
    rows = [line.split("\t") for line in (TOP / "lib/data" / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    columns = [rows[0].index(role) for role in truth.ROLES]
    return {row[0]: [float(row[c]) if c < len(row) and row[c].strip() else None for c in columns] for row in rows[1:]}


def begins_article():
    """By the role before and the role: as begins_article() in layout.cc says, which is read for that."""
    code = (TOP / "lib/src/split/layout.cc").read_text(encoding="utf-8")
    body = code[code.index("bool begins_article("):]
    table = numpy.zeros((ROLES, ROLES), bool)
    for role, answer in re.findall(r"case Role::(\w+): return ([^;]*);", body):
        named = set(re.findall(r"Role::(\w+)", answer))
        for before, name in enumerate(truth.ROLES):
            table[before, truth.ROLES.index(role)] = answer == "true" or (name in named) == answer.startswith("is(")
    return table


class Steps:
    """What steps cost by hand, by spacing; layout_table.cc in numbers."""

    def __init__(self):
        table = read_table("layout_steps.tsv")
        cells = lambda row: [9 if cell is None else cell for cell in row]
        usual = numpy.array([cells(table.get(role, [None] * ROLES)) for role in truth.ROLES])
        self.begins = begins_article()
        close = usual + 1.2 * self.begins
        in_head = usual.copy()
        for role in ("column", "kicker", "title", "subtitle"):
            at = truth.ROLES.index(role)
            in_head[at] += 4
            in_head[at, at] = 0
        self.by_spacing = [SOFT * usual, SOFT * close, SOFT * in_head]
        self.page = SOFT * numpy.array(cells(table["page"]))


class PageData:
    def __init__(self, dumped, roles, begins, numbers):
        lines = dumped["lines"]
        self.is_ocr = pathlib.Path(dumped["file"]).stem in OCR_VARIANTS
        self.own = SOFT * numpy.minimum(numpy.array([line["own"] for line in lines]), MOST)
        self.signs = [[numbers.setdefault(sign, len(numbers)) for sign in line["signs"]] for line in lines]
        self.spacing = [line["spacing"] for line in lines]
        self.roles, self.begins = roles, begins
        self.barred = numpy.array([[0.0 if role in allowed else NEVER for role in truth.ROLES] for allowed in roles])


def mark_begins(lines):
    """Whether each line begins an article as roles are now."""
    table, before = begins_article(), None
    for line in lines:
        role = truth.ROLES.index(line["role"])
        line["begins"], before = before is None or bool(table[before, role]), role


def dump(folder, files):
    """What dump-layout prints of files, a page each."""
    out = subprocess.run([folder / "dump-layout", *files], stdout=subprocess.PIPE, check=True).stdout
    for line in out.splitlines():
        page = json.loads(line)
        mark_begins(page["lines"])
        if len(page["lines"]) > 1:
            yield page


def files_of(folder):
    """The variants of a page that are learnt from."""
    files = [folder / (variant + ".txt") for variant in VARIANTS if (folder / (variant + ".txt")).exists()]
    return [file for file in files if file.stem != "plain" or not (folder / "clean.txt").exists()]


def torn_copies(binaries, page, rng, into):
    """Files in the folder `into`: the page, each time with another article torn and its rest behind another one."""
    articles = tear.records(binaries / "jb-split", page.read_text(encoding="utf-8"))
    for number in range(TEARS if tear.can_be_torn(articles) else 0):
        file = into / ("%s-%s-%d.txt" % (page.parent.name, page.stem, number))
        file.write_text(tear.tear(rng, articles, "any")[3], encoding="utf-8")
        yield file


def read_pages(binaries, folders, numbers, with_tears=True):
    pages, rng = [], random.Random(2)
    with tempfile.TemporaryDirectory() as scratch:
        for folder in folders:
            answer = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
            files = files_of(folder)
            for file in [file for file in files if with_tears and file.stem == "clean"]:
                files += torn_copies(binaries, file, rng, pathlib.Path(scratch))
            pages += [PageData(page, *truth.constrain(page["lines"], answer), numbers) for page in dump(binaries, files)]
    return pages


def read_examples(binaries, numbers):
    """The specification's inputs, with the roles that their lines have now."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for spec in sorted((TOP / "tests/spec").glob("*.md")):
            blocks = re.findall(r"^```(\w+)[^\n]*\n(.*?)^```", spec.read_text(encoding="utf-8"), re.M | re.S)
            for number, (stage, text) in enumerate(blocks):
                if stage != "clean":
                    files.append(pathlib.Path(folder, "%s-%d.txt" % (spec.stem, number)))
                    files[-1].write_text(text.split("\n.\n")[0] + "\n", encoding="utf-8")
        return [PageData(page, [{line["role"]} for line in page["lines"]], [None] * len(page["lines"]), numbers) for page in dump(binaries, files)]


def total(values, axis):
    most = values.max(axis=axis, keepdims=True)
    return (most + numpy.log(numpy.exp(values - most).sum(axis=axis, keepdims=True))).squeeze(axis)


class Model:
    def __init__(self, signs):
        self.steps = Steps()
        self.of_sign, self.of_step = numpy.zeros((signs, ROLES)), numpy.zeros((ROLES, ROLES))
        self.mean_sign, self.mean_step, self.seen = numpy.zeros_like(self.of_sign), numpy.zeros_like(self.of_step), 0
        self.sign_sum, self.step_sum = numpy.full_like(self.of_sign, 0.01), numpy.full_like(self.of_step, 0.01)

    def scores(self, page, barred):
        """Of each line in each role, and of each step; `barred`: what the truth does not allow is out of the question."""
        lines = -page.own - numpy.array([self.of_sign[signs].sum(0) for signs in page.signs])
        lines[0] -= self.steps.page
        steps = []
        for i in range(1, len(page.own)):
            step = -self.steps.by_spacing[page.spacing[i]] - self.of_step * (page.spacing[i] != IN_HEAD)
            if barred and page.begins[i] is not None:
                step = step - NEVER * (self.steps.begins != page.begins[i])
            steps.append(step)
        return (lines - page.barred if barred else lines), steps

    def expected(self, lines, steps):
        """The likelihood's logarithm, how likely each role is at each line, and how often each step is taken."""
        ahead, behind = numpy.zeros_like(lines), numpy.zeros_like(lines)
        ahead[0] = lines[0]
        for i, step in enumerate(steps):
            ahead[i + 1] = total(ahead[i][:, None] + step, 0) + lines[i + 1]
        for i in range(len(steps) - 1, -1, -1):
            behind[i] = total(steps[i] + (lines[i + 1] + behind[i + 1])[None, :], 1)
        whole = total(ahead[-1], 0)
        taken = numpy.zeros((ROLES, ROLES))
        for i, step in enumerate(steps):
            taken += numpy.exp(ahead[i][:, None] + step + (lines[i + 1] + behind[i + 1])[None, :] - whole)
        return whole, numpy.exp(ahead + behind - whole), taken

    def learn(self, page, rate=0.15):
        allowed, roles_allowed, steps_allowed = self.expected(*self.scores(page, True))
        anyhow, roles, steps = self.expected(*self.scores(page, False))
        of_sign = numpy.zeros_like(self.of_sign)
        for signs, more in zip(page.signs, roles_allowed - roles):
            for sign in signs:
                of_sign[sign] -= more
        self.sign_sum, self.of_sign = self.step_on(self.sign_sum, self.of_sign, of_sign, rate)
        self.step_sum, self.of_step = self.step_on(self.step_sum, self.of_step, steps - steps_allowed, rate)
        return allowed - anyhow

    def remember(self):
        """What costs are now, for their mean: the last page that was learnt from must not decide."""
        self.seen += 1
        self.mean_sign += (self.of_sign - self.mean_sign) / self.seen
        self.mean_step += (self.of_step - self.mean_step) / self.seen

    def settle(self):
        self.of_sign, self.of_step = self.mean_sign, self.mean_step

    @staticmethod
    def step_on(sums, weights, gradient, rate):
        gradient = gradient - KEEP * weights
        sums = sums + gradient ** 2
        return sums, weights + rate * gradient / numpy.sqrt(sums)

    def relax(self, page):
        """Asks no more for what the truth says and no way through the lines can give: an article that begins without a line that
        may begin one."""
        roles = self.best(page, True)
        for i, role in enumerate(roles):
            if page.barred[i, role] > 0:
                page.barred[i] = 0
            if i and page.begins[i] is not None and self.steps.begins[roles[i - 1], role] != page.begins[i]:
                page.begins[i] = None

    def best(self, page, barred=False):
        lines, steps = self.scores(page, barred)
        score, back = lines[0], []
        for i, step in enumerate(steps):
            reached = score[:, None] + step
            back.append(reached.argmax(0))
            score = reached.max(0) + lines[i + 1]
        roles = [int(score.argmax())]
        for origin in reversed(back):
            roles.append(int(origin[roles[-1]]))
        return roles[::-1]

    def judge(self, pages):
        """Shares of lines in a role that is wrong, of places where an article begins or does not, wrongly, and of titles missed."""
        lines = wrong = places = misplaced = titles = missed = 0
        for page in pages:
            roles = self.best(page)
            for i, role in enumerate(roles):
                lines += 1
                wrong += truth.ROLES[role] not in page.roles[i]
                if page.roles[i] == {"title"}:
                    titles += 1
                    missed += truth.ROLES[role] != "title"
                if i and page.begins[i] is not None:
                    places += 1
                    misplaced += self.steps.begins[roles[i - 1], role] != page.begins[i]
        return "%d lines: %.3f wrong, %.3f begins wrong, %.3f titles missed" % (lines, wrong / max(lines, 1), misplaced / max(places, 1), missed / max(titles, 1))


NOTE = """\
# What each sign of a line costs in each role more than the hand-made tables say, and each step (after). User: layout_signs.cc.
# The mean of two fits by tests/layout/fit.py (--mean), never edited; signs of lines that may stand over a text (column `short` of layout_shapes.tsv) begin with short.
"""


SHARE = 0.4                 # of a new fit in the mean of both


def mean_with_table(model, numbers):
    """Costs that are largely those of the table: two mixtures of pages carry over to others better than either. Of 0.3, 0.4, 0.5 and 0.65
    the share is that with which four pages that neither fit had seen came out best."""
    of_sign, of_step = numpy.zeros_like(model.of_sign), numpy.zeros_like(model.of_step)
    for name, costs in read_table(TABLE.name).items():
        costs = SOFT * numpy.array([cost or 0 for cost in costs])
        if name.startswith("after "):
            of_step[truth.ROLES.index(name.removeprefix("after "))] = costs
        elif name in numbers:
            of_sign[numbers[name]] = costs
    model.of_sign, model.of_step = (SHARE * new + (1 - SHARE) * old for new, old in ((model.of_sign, of_sign), (model.of_step, of_step)))


def write(model, numbers):
    def cells(costs):
        costs = costs / SOFT                                          # the hand-made ones are used as they stand
        return "\t".join("%.1f" % cost if abs(cost) >= 0.05 else "" for cost in costs)

    rows = ["after %s\t%s" % (role, cells(model.of_step[at])) for at, role in enumerate(truth.ROLES)]
    rows += sorted("%s\t%s" % (sign, cells(model.of_sign[number])) for sign, number in numbers.items())
    TABLE.write_text(NOTE + "sign\t" + "\t".join(truth.ROLES) + "\n" + "\n".join(row.rstrip() for row in rows) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, type=pathlib.Path, help="the folder with dump-layout and jb-split")
    parser.add_argument("--pages", nargs="+", type=pathlib.Path, required=True)
    parser.add_argument("--real", nargs="*", type=pathlib.Path, default=[])
    parser.add_argument("--held", nargs="*", type=pathlib.Path, default=[])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--write", action="store_true", help="write the table; then build again")
    parser.add_argument("--mean", action="store_true", help="the mean of these costs and of those in the table")
    options = parser.parse_args()
    numbers = {}
    pages, real = (read_pages(options.bin, folders, numbers) for folders in (options.pages, options.real))
    held, examples = read_pages(options.bin, options.held, numbers, with_tears=False), read_examples(options.bin, numbers)
    model = Model(len(numbers))
    report = lambda when: print(when, *("\n  %s: %s" % (name, model.judge(set_)) for name, set_ in
                                       (("pages", pages), ("real", real), ("held", held), ("examples", examples)) if set_), flush=True)
    report("by hand")
    for page in pages + real:
        model.relax(page)
    order = [page for page in pages + real for _ in range((REAL if page in real else 1) * (OCR if page.is_ocr else 1))] + EXAMPLE * examples
    rng = random.Random(1)
    for number in range(options.rounds):
        rng.shuffle(order)
        likelihood = 0.0
        for place, page in enumerate(order):
            likelihood += model.learn(page)
            if number >= options.rounds // 2 and place % 25 == 0:
                model.remember()
        print("round %d: log likelihood %.0f" % (number + 1, likelihood), flush=True)
    model.settle()
    report("fitted")
    if options.mean:
        mean_with_table(model, numbers)
    if options.write:
        write(model, numbers)


if __name__ == "__main__":
    sys.exit(main())
