#!/usr/bin/env python3
"""Write pages as OCR would give them: variants.py OUT PAGE.json... makes OUT/NAME/ with truth.json and the texts below.

clean.txt  the text as it should be, in reading order, without any marks
md.txt     as layout OCR gives it: Markdown headings of unreliable depth, half-width marks, a few look-alike letters, paragraphs cut at column ends,
           and one piece of an article printed elsewhere on the page
torn.txt   right marks, no headings, and two pieces elsewhere on the page
wrap.txt   printed lines of 14 to 20 characters, half of the full-width marks half-width, stray spaces

damage.json  what was moved, by text: the article, the ends of what belongs together, and the line that the piece stands behind

A page and its name always give the same bytes. The truth is the page itself.
"""
import json
import pathlib
import random
import sys

# Each letter with one that OCR reads for it.
LOOK_ALIKES = dict(zip("已未土人今千任全市因大开没早本申治即住拨拆析撤徒班辨竞境载货贷戴噪坏待场扬候侯遗拔",
                       "己末士入令干住金布困太井设旱木甲冶既往拔折折撒徙斑辩竟竟裁贷货载操环侍扬场侯候遣拨"))
TRADITIONAL = dict(zip("于台里后发国学会", "於臺裡後發國學會"))
HALF_WIDTH = str.maketrans("，：；？！（）．\u3000", ",:;?!(). ")
HEADING_MARKS = ["#", "##", "##", "###"]
CLOSERS = "，。；：、？！）》”’】」』"
OPENERS = "（《“‘【「『"


def is_han(char):
    return "\u4e00" <= char <= "\u9fff"


class Line:
    """A printed paragraph: its text, the article it is of, and whether layout OCR would mark it as a heading."""

    def __init__(self, article, text, heading=False, notice=None, body=False):
        self.article, self.text, self.heading, self.notice, self.body = article, text, heading, notice, body

    def with_text(self, text):
        return Line(self.article, text, self.heading, self.notice, self.body)


def lines_of(page):
    for number, article in enumerate(page["articles"]):
        for key in ("column", "kicker", "title", "subtitle"):
            if article.get(key):
                yield Line(number, article[key], heading=key == "title")
        headings = set(article.get("headings", []))
        notices = [notice["text"].split("\n") for notice in article.get("notices", [])]
        for text in article.get("paragraphs", []):
            notice = next((i for i, printed in enumerate(notices) if text in printed), None)
            yield Line(number, text, text in headings, notice, article["type"] in ("news", "document") and text not in headings)


def places_to_cut(text):
    """Where a column could end inside a paragraph: between two letters, well inside."""
    return [i for i in range(8, len(text) - 8) if is_han(text[i - 1]) and is_han(text[i])]


def move_pieces(lines, rng, count, report):
    """Move the tails of `count` articles, cut inside a paragraph, behind another article; `report` receives each."""
    moved = set()
    while count:
        articles = sorted({line.article for line in lines if line.body} - moved)
        able = [a for a in articles if sum(len(line.text) for line in lines if line.article == a and line.body) > 300]
        if not able:
            return lines
        article = rng.choice(able)
        moved.add(article)
        count -= 1
        own = [i for i, line in enumerate(lines) if line.article == article]
        cuts = [i for i in own[1:] if lines[i].body and len(places_to_cut(lines[i].text)) > 10]
        if not cuts or own != list(range(own[0], own[-1] + 1)):
            continue
        cut = rng.choice(cuts)
        place = rng.choice(places_to_cut(lines[cut].text))
        tail = [lines[cut].with_text(lines[cut].text[place:])] + lines[cut + 1:own[-1] + 1]
        rest = lines[:cut] + [lines[cut].with_text(lines[cut].text[:place])] + lines[own[-1] + 1:]
        ends = [i + 1 for i in range(len(rest)) if i + 1 == len(rest) or rest[i].article != rest[i + 1].article]
        ends = [i for i in ends if rest[i - 1].article != article and (i == len(rest) or rest[i].article != article)]
        if not ends:
            continue
        at = rng.choice(ends)
        report.append({"article": article, "head": rest[cut].text, "tail": tail[0].text, "lines": len(tail), "stands_after": rest[at - 1].text})
        lines = rest[:at] + tail + rest[at:]
    return lines


def cut_at_columns(lines, rng, count):
    """Cut `count` paragraphs in two where they stand."""
    able = [i for i, line in enumerate(lines) if line.body and len(places_to_cut(line.text)) > 20]
    for i in sorted(rng.sample(able, min(count, len(able))), reverse=True):
        place = rng.choice(places_to_cut(lines[i].text))
        lines[i:i + 1] = [lines[i].with_text(lines[i].text[:place]), lines[i].with_text(lines[i].text[place:])]
    return lines


def misread(lines, rng, table, count):
    places = [(i, k) for i, line in enumerate(lines) if line.body for k, char in enumerate(line.text) if char in table]
    for i, k in rng.sample(places, min(count, len(places))):
        text = lines[i].text
        lines[i] = lines[i].with_text(text[:k] + table[text[k]] + text[k + 1:])
    return lines


def printed(lines, mark):
    """The lines as text, a blank line between two; those of one notice follow one another with the line break of Markdown where headings are marked."""
    out = []
    for before, line in zip([None] + lines, lines):
        if mark and before and line.notice is not None and (before.article, before.notice) == (line.article, line.notice):
            out[-1] += "  \n" + line.text
        else:
            out.append(mark(line) if mark else line.text)
    return "\n\n".join(out) + "\n"


def md(page, rng, report):
    lines = misread(list(lines_of(page)), rng, LOOK_ALIKES, 5)
    lines = misread(lines, rng, TRADITIONAL, 1)
    lines = move_pieces(cut_at_columns(lines, rng, 3), rng, 1, report)
    return printed(lines, lambda line: (rng.choice(HEADING_MARKS) + " " if line.heading else "") + line.text).translate(HALF_WIDTH)


def torn(page, rng, report):
    return printed(move_pieces(list(lines_of(page)), rng, 2, report), None)


def wrapped(text, width, indent):
    """Printed lines: a line does not begin with a closing mark nor end with an opening one."""
    rows, row = [], indent
    for char in text:
        if len(row) >= width and char not in CLOSERS and not (row[-1:] in OPENERS):
            rows.append(row)
            row = ""
        row += char
    return rows + [row]


def wrap(page, rng, _):
    indent = rng.choice(["\u3000\u3000", "\u3000\u3000", ""])
    rows, before, width = [], None, 17
    for line in lines_of(page):
        if line.article != before:
            width = rng.randint(14, 20)
        if before is not None and (line.article != before or rng.random() < 0.15):
            rows.append("")
        before = line.article
        rows += wrapped(line.text, width, indent if line.body else "")
    text = "".join(char.translate(HALF_WIDTH) if char in "：（），" and rng.random() < 0.5 else char for char in "\n".join(rows) + "\n")
    places = [i for i in range(1, len(text)) if is_han(text[i - 1]) and is_han(text[i])]
    for i in sorted(rng.sample(places, min(10, len(places))), reverse=True):
        text = text[:i] + " " + text[i:]
    return text


def main():
    out = pathlib.Path(sys.argv[1])
    for path in map(pathlib.Path, sys.argv[2:]):
        page = json.loads(path.read_text(encoding="utf-8"))
        folder = out / page["page"]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "truth.json").write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
        (folder / "clean.txt").write_text(printed(list(lines_of(page)), None), encoding="utf-8")
        moved = {"md": [], "torn": [], "wrap": []}
        for name, make in ("md", md), ("torn", torn), ("wrap", wrap):
            (folder / (name + ".txt")).write_text(make(page, random.Random(page["page"] + name), moved[name]), encoding="utf-8")
        (folder / "damage.json").write_text(json.dumps(moved, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
