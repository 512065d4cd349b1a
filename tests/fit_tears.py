#!/usr/bin/env python3
"""Fits the weights of lib/src/split/join_signs.h anew: tears articles as tear.py does and asks jb-split --explain what it saw.

  fit_tears.py --bin DIR [--tears 1000] [--seed 5] PAGE.txt…

A choice is an open head with all tails that jb-split weighed for it, and that it has none: right is the tear that was made, or none,
where the head was not torn or its rest is not on the page (of every tenth tear it is left out). The likelihood of a tail is the
exponential of its weighted signs over the sum of all, none counting 1; the weights that make the right choices most likely are
found by Newton's method, with a light ridge. Signs that such heads do not show (closed, jump) have no weight here. Tears of which
jb-split did not see the right tail are left out: no weight mends them. Prints the weights, and how many tears would be joined
rightly and wrongly where a tail is joined from some likelihood on. Fit on some pages, look at others.

Where in an article a rest begins is a choice of its own, among the tails of the article that it stands in; its weights (`cut`) are
fitted alike, with no tail that stands for none.
"""
import argparse, collections, math, os, random, re, subprocess, tempfile
from tear import PLACES, can_be_torn, key, lines_of, records, tear

LINE = re.compile(r"(?:joined|apart), odds \S+: …(.*) \| (.*)… \(bytes .* (\d+)-\d+\): (.*)$")
LOST = 0.1  # of the tears


def weighed(binary, text):
    """Every pair that jb-split weighed: last characters of the head, first of the tail, the byte that this begins at, the signs."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", delete=False) as f:
        f.write(text)
    try:
        said = subprocess.run([binary, "-j", "1", "--explain", f.name], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True).stderr
    finally:
        os.unlink(f.name)
    for line in said.decode("utf-8").split("\n"):
        if m := LINE.search(line):
            yield m[1], m[2], int(m[3]), {name: float(value) for name, value in re.findall(r"(\w+) (-?[\d.]+) x", m[4])}


def without(page, tail):
    """The page without the tail's paragraphs."""
    return ("\n\n" + page).replace("\n\n" + "\n\n".join(tail), "", 1)[2:]


def host(page, text, tail):
    """Where the article that the tail stands behind begins in the page, and where the tail ends, in bytes."""
    rest = "\n\n" + "\n\n".join(tail)
    for article in page:
        rows = "\n\n".join(row for row, _ in lines_of(article))
        if (at := text.find(rows + rest)) >= 0:
            return range(len(text[:at].encode()), len((text[:at] + rows + rest).encode()))
    return range(0)


def choices(binary, pages, tears, seed):
    """The signs of each tail of a head, and the right one, or None; and those of the tails in the article that the right one stands in."""
    rng, rows, cuts = random.Random(seed), [], []
    for number in range(tears):
        page = rng.choice(pages)
        _, head, tail, text = tear(rng, page, sorted(PLACES)[number % len(PLACES)])
        lost = rng.random() < LOST
        tails = collections.defaultdict(list)
        for end, begin, at, signs in weighed(binary, without(text, tail) if lost else text):
            if "closed" not in signs and "jump" not in signs:
                tails[end].append((begin, at, signs))
        for end, seen in tails.items():
            torn = key(head[-1]).endswith(key(end))
            right = [i for i, (begin, _, _) in enumerate(seen) if torn and not lost and key(tail[0]).startswith(key(begin))]
            if right or lost or not torn:
                rows.append(([signs for _, _, signs in seen], right[0] if right else None))
            if right:
                article = host(page, text, tail)
                places = [i for i, (_, at, signs) in enumerate(seen) if at in article and "counted" not in signs]
                if right[0] in places and len(places) > 1:
                    cuts.append(([seen[i][2] for i in places], places.index(right[0])))
    return rows, cuts


def likelihoods(tails, weights, none):
    """Of each tail, and the logarithm of the sum that they are parts of. `none`: whether that none is right is one of the choices."""
    odds = [sum(weights[name] * value for name, value in signs.items()) for signs in tails]
    most = max(0, max(odds))
    total = none * math.exp(-most) + sum(math.exp(o - most) for o in odds)
    return [math.exp(o - most) / total for o in odds], odds, most + math.log(total)


def score(rows, weights, ridge, none):
    total = -ridge / 2 * sum(w * w for w in weights.values())
    for tails, right in rows:
        _, odds, log_sum = likelihoods(tails, weights, none)
        total += (0 if right is None else odds[right]) - log_sum
    return total


def solve(matrix, vector):
    n, rows = len(vector), [row[:] + [v] for row, v in zip(matrix, vector)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(n):
            if r != i and rows[r][i]:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def newton_step(rows, names, weights, ridge, none):
    place = {name: i for i, name in enumerate(names)}
    gradient = [-ridge * weights[name] for name in names]
    curve = [[ridge * (i == j) for j in range(len(names))] for i in range(len(names))]
    for tails, right in rows:
        mean = [0.0] * len(names)
        for chance, signs in zip(likelihoods(tails, weights, none)[0], tails):
            seen = [(place[name], value) for name, value in signs.items()]
            for i, v in seen:
                mean[i] += chance * v
                for j, u in seen:
                    curve[i][j] += chance * v * u
        if right is not None:
            for name, value in tails[right].items():
                gradient[place[name]] += value
        for i, m in enumerate(mean):
            gradient[i] -= m
            if m:
                curve[i] = [c - m * other for c, other in zip(curve[i], mean)]
    return dict(zip(names, solve(curve, gradient)))


def fit(rows, names, none=True, ridge=1.0, rounds=30):
    weights = dict.fromkeys(names, 0.0)
    reached = score(rows, weights, ridge, none)
    for _ in range(rounds):
        step, part = newton_step(rows, names, weights, ridge, none), 1.0
        while part > 1e-3:
            tried = {name: weights[name] + part * step[name] for name in names}
            if (new := score(rows, tried, ridge, none)) > reached:
                break
            part /= 2
        else:
            return weights
        weights, gained, reached = tried, new - reached, new
        if gained < 1e-3:
            break
    return weights


def joins(rows, weights, least):
    good = bad = 0
    for tails, right in rows:
        chances = likelihoods(tails, weights, True)[0]
        best = max(range(len(chances)), key=chances.__getitem__)
        if chances[best] > least:
            good, bad = good + (best == right), bad + (best != right)
    return good, bad


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--bin", required=True)
    ap.add_argument("--tears", type=int, default=1000)
    ap.add_argument("--seed", type=int, default=5)
    ap.add_argument("pages", nargs="+")
    a = ap.parse_args()
    binary = os.path.join(a.bin, "jb-split")
    pages = [p for p in (records(binary, open(p, encoding="utf-8").read()) for p in a.pages) if can_be_torn(p)]
    rows, cuts = choices(binary, pages, a.tears, a.seed)
    names = sorted({name for tails, _ in rows for signs in tails for name in signs})
    weights = fit(rows, names)
    print("%d choices of %d tears, %d of them have a tail" % (len(rows), a.tears, sum(right is not None for _, right in rows)))
    print(", ".join("%s %.2f" % item for item in weights.items()))
    for least in (0.5, 0.6, 0.7, 0.8):
        print("likelihood over %.1f: %d joined rightly, %d wrongly" % ((least,) + joins(rows, weights, least)))
    cut_names = sorted({name for tails, _ in cuts for signs in tails for name in signs})
    cut_weights = fit(cuts, cut_names, none=False)
    first = sum(max(range(len(tails)), key=likelihoods(tails, cut_weights, False)[0].__getitem__) == right for tails, right in cuts)
    print("%d places in an article, %d of them likeliest where they are right" % (len(cuts), first))
    print("cut: " + ", ".join("%s %.2f" % item for item in cut_weights.items()))


if __name__ == "__main__":
    main()
