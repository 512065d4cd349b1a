#!/usr/bin/env python3
"""Tears articles of our sample pages at random places, moves the rest behind another article, and counts what jb-split makes of it.

  tear.py --bin DIR [--tears 500] [--seed 7] [--places any|han|lines] [--show N] PAGE.txt…

A PAGE is a sample page whose articles jb-split separates rightly (that is tested elsewhere). Each tear takes one article with at
least two paragraphs, cuts it, and puts what is behind the cut, to the article's end, after another article, as a paragraph.

  any  the cut is at any character of the article's running text, each as likely as the next one: inside of a word or a figure,
       behind a mark, at the end of a sentence or a paragraph. This is the bar's "random places".
  han  the cut is between two Han at least 16 characters behind a paragraph's begin (not the first one's) and 12 before its end,
       or, one time in ten, between two paragraphs. Harder: paragraphs end far more often than at random places.
  lines  the cut is where a printed line ends, as columns do: every 14 to 20 characters, and at the end of each paragraph.

`back`: the article came out whole and in order. `wrong`: strange text was joined to the head, or the tail to a strange article.
`left`: anything else, mostly that it stays where it was printed. They are counted by where the cut is; where a sentence has ended,
on either side stands a whole one, and only what the pieces are about says that they belong together.
"""
import argparse, json, os, random, subprocess, sys, tempfile


def records(binary, text):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", delete=False) as f:
        f.write(text)
    try:
        out = subprocess.run([binary, "-j", "1", f.name], stdout=subprocess.PIPE, check=True).stdout
    finally:
        os.unlink(f.name)
    return [json.loads(line) for line in out.splitlines()]


def key(text):
    return "".join(c for c in text if c.isalnum())


def lines_of(article):
    """The article's paragraphs as the page prints them, and whether each is running text."""
    rows = []
    for block in article["blocks"]:
        b, e = block["range"]
        rows.append((article["text"][b:e], block["kind"] in ("paragraph", "item") and e - b > 40))
    return rows


def is_han(c):
    return "\u4e00" <= c <= "\u9fff"


def place_between_han(rng, rows):
    """The paragraph and the character of it that a cut is before."""
    at = rng.choice([i for i, (_, text) in enumerate(rows) if text][1:] or [len(rows) - 1])
    text = rows[at][0]
    cut = 0 if rng.random() < 0.1 else rng.randrange(16, len(text) - 12)
    while 0 < cut < len(text) and not (is_han(text[cut]) and is_han(text[cut - 1])):
        cut += 1
    return at, cut


def any_place(rng, rows):
    paragraphs = [i for i, (_, text) in enumerate(rows) if text]
    return rng.choice([(i, c) for i in paragraphs for c in range(len(rows[i][0])) if (i, c) != (paragraphs[0], 0)])


def end_of_a_printed_line(rng, rows):
    """A column is 14 to 20 characters wide, and a paragraph is indented by two."""
    wide = rng.randrange(14, 21)
    ends = [(i, at) for i, (_, text) in enumerate(rows) if text for at in range(0, len(rows[i][0]), wide)]
    return rng.choice([(i, max(0, at - 2)) for i, at in ends if (i, at) != ends[0]])


PLACES = {"any": any_place, "han": place_between_han, "lines": end_of_a_printed_line}


def kind_of(head, tail, rows):
    """Where a cut is, by what stands before it and behind it."""
    if not any(head[-1] + tail[0] == row for row, _ in rows):
        return "between paragraphs"
    if head[-1][-1] in "。！？…" or head[-1][-2:] in ("。”", "！”", "？”"):
        return "behind a sentence"
    return "inside a sentence"


def tear(rng, articles, places="han"):
    can = [i for i, a in enumerate(articles) if a["type"] in ("news", "document") and sum(t for _, t in lines_of(a)) >= 2]
    other = [i for i, a in enumerate(articles) if a["type"] in ("news", "document", "caption")]
    torn = rng.choice(can)
    behind = rng.choice([i for i in other if i != torn])
    rows = lines_of(articles[torn])
    at, cut = PLACES[places](rng, rows)
    text = rows[at][0]
    head, tail = [r for r, _ in rows[:at]], [text[cut:]] + [r for r, _ in rows[at + 1:]]
    if cut:
        head.append(text[:cut])
    page = []
    for i, article in enumerate(articles):
        page += head if i == torn else [r for r, _ in lines_of(article)]
        if i == behind:
            page += tail
    return articles[torn], head, tail, "\n\n".join(page) + "\n"


def can_be_torn(articles):
    """Whether a page has an article of two paragraphs, and another to put the rest behind."""
    texts = [a for a in articles if a["type"] in ("news", "document")]
    return any(sum(t for _, t in lines_of(a)) >= 2 for a in texts) and sum(a["type"] in ("news", "document", "caption") for a in articles) > 1


def joined_wrongly(head, tail, page, result):
    """Whether stitching put strange text behind the head, or the tail behind a strange text: neighbours that were none before."""
    end, begin, rest, printed = key(head[-1])[-12:], key(tail[0])[:12], key("".join(tail)), key(page)
    for text in (key(r["text"]) for r in result if "stitched" in r.get("flags", [])):
        at = text.find(end)
        behind = text[at + len(end):][:10] if at >= 0 else ""
        if behind and not rest.startswith(behind) and end + behind not in printed:
            return True
        at = text.find(begin)
        before = text[max(0, at - 10):at] if at >= 0 else ""
        if before and not key("".join(head)).endswith(before) and before + begin not in printed:
            return True
    return False


def verdict(article, head, tail, page, result):
    whole = key(article["text"])
    if any(key(r["text"]) == whole for r in result):
        return "back"
    return "wrong" if joined_wrongly(head, tail, page, result) else "left"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("pages", nargs="+")
    ap.add_argument("--bin", required=True)
    ap.add_argument("--tears", type=int, default=500)
    ap.add_argument("--seed", type=int, default=7)
    ap.add_argument("--places", choices=sorted(PLACES), default="any")
    ap.add_argument("--show", type=int, default=0)
    a = ap.parse_args()
    rng, binary = random.Random(a.seed), os.path.join(a.bin, "jb-split")
    pages = [p for p in (records(binary, open(p, encoding="utf-8").read()) for p in a.pages) if can_be_torn(p)]
    kinds = ("inside a sentence", "behind a sentence", "between paragraphs")
    counts, shown = {kind: dict.fromkeys(("back", "left", "wrong"), 0) for kind in kinds}, 0
    for _ in range(a.tears):
        article, head, tail, text = tear(rng, rng.choice(pages), a.places)
        said = verdict(article, head, tail, text, records(binary, text))
        counts[kind_of(head, tail, lines_of(article))][said] += 1
        if said != "back" and shown < a.show:
            shown += 1
            print(said, article.get("title"), "|", head[-1][-20:], "|", tail[0][:20], file=sys.stderr)
    counts["all"] = {said: sum(counts[kind][said] for kind in kinds) for said in ("back", "left", "wrong")}
    for kind, count in counts.items():
        n = sum(count.values())
        print("%-18s %4d tears: %s" % (kind, n, ", ".join("%s %.1f %%" % (said, 100 * count[said] / max(n, 1)) for said in count)))


if __name__ == "__main__":
    main()
