"""Inputs to measure with. All are made of the sample pages or of a seed, so that they are the same on every machine."""
import itertools
import json
import pathlib
import random

SAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "samples"
HALF, FULL = ",:;?!()", "，：；？！（）"


def sample_pages():
    return [p.read_text(encoding="utf-8") for p in sorted(SAMPLES.iterdir()) if p.suffix in (".md", ".txt") and p.name != "README.md"]


def full_width(text):
    return text.translate(str.maketrans(HALF, FULL))


def half_width(text):
    return text.translate(str.maketrans(FULL, HALF))


def as_record(number, text):
    return json.dumps({"id": "p%d" % number, "text": text}, ensure_ascii=False) + "\n"


def fill(path, size, pieces):
    """Write pieces, again and again, until `size` bytes are reached."""
    with open(path, "wb") as file:
        written = 0
        for piece in pieces:
            written += file.write(piece)
            if written >= size:
                return


def pages_of(width, encoding="utf-8"):
    return itertools.cycle([(width(page) + "\f").encode(encoding) for page in sample_pages()])


def records():
    return (as_record(number, page).encode() for number, page in enumerate(itertools.cycle(sample_pages()), 1))


def make_files(folder, size):
    """Small files, a page in each; no more than a command line holds."""
    folder.mkdir()
    pages = [page.encode() for page in sample_pages()]
    count = min(int(size / (sum(map(len, pages)) / len(pages))), 10000)
    for number, page in zip(range(count), itertools.cycle(pages)):
        (folder / ("%05d.txt" % number)).write_bytes(page)


def make(folder, size):
    """The corpora in their folder: full.txt, half.txt, gb18030.txt, pages.jsonl, files/."""
    fill(folder / "full.txt", size, pages_of(full_width))
    fill(folder / "half.txt", size, pages_of(half_width))
    fill(folder / "gb18030.txt", size, pages_of(full_width, "gb18030"))
    fill(folder / "pages.jsonl", size, records())
    make_files(folder / "files", size)


def one_page(size=24000):
    """A page as a newspaper prints it, of about `size` bytes."""
    return "\n".join(sample_pages()).encode()[:size].decode(errors="ignore").encode()


LABELS = ["一、", "（一）", "1．", "第一条", "①", "第一章"]

SIDE_BY_SIDE = "竹溪大桥今晨恢复通车          南门菜市场搬进新楼          农机站合同案昨日开庭\n" + 5 * "封闭施工九个月的竹溪大桥   南门菜市场昨日搬进新楼，   本院受理原告竹溪县农机站，\n"

# Inputs that a stage may take squared time for, by size in bytes; each is one page.
WORST = {
    "one long line": lambda size: ("今天天气很好，明天也很好" * (size // 36)).encode(),
    "brackets": lambda size: ("（" * (size // 3)).encode(),
    "beginnings of tags": lambda size: ('="' * (size // 2)).encode(),
    "open quotations": lambda size: ("“自已" * (size // 9)).encode(),
    "titles of poems": lambda size: ("秋塘的诗（一组）\n\n水站起来\n\n一层一层\n\n（方小禾）\n\n" * (size // 84)).encode(),
    "brackets, a line each": lambda size: ("（\n" * (size // 4)).encode(),
    "labels": lambda size: "".join(itertools.islice(itertools.cycle(LABELS), size // 9)).encode(),
    "labels, a line each": lambda size: "".join(label + "\n" for label in itertools.islice(itertools.cycle(LABELS), size // 10)).encode(),
    "headings": lambda size: ("# 市政府召开常务会议\n\n" * (size // 31)).encode(),
    "columns side by side": lambda size: (SIDE_BY_SIDE * (size // len(SIDE_BY_SIDE.encode()))).encode(),
    "fragments": lambda size: "".join("第%d处的田里在晚播前\n\n" % number for number in range(size // 37)).encode(),
    "clauses alike": lambda size: "".join("证书编号%08d号作废，" % number for number in range(size // 36)).encode(),
    "random bytes": lambda size: random.Random(1).randbytes(size),
}
