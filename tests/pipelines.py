#!/usr/bin/env python3
"""Tools in a row give what one tool gives alone, and any number of threads gives the same bytes: pipelines.py --bin DIR."""
import argparse
import json
import pathlib
import subprocess
import sys
import unittest

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "samples"
PAGES = sorted(p for p in SAMPLES.iterdir() if p.suffix in (".md", ".txt") and p.name != "README.md")
BIN = None


def run(tool, *args, given=None):
    done = subprocess.run([str(BIN / tool)] + [str(x) for x in args], input=given, stdin=None if given is not None else subprocess.DEVNULL, capture_output=True)
    assert done.returncode == 0, "%s: exit %d: %s" % (tool, done.returncode, done.stderr.decode())
    return done.stdout


def without_places(lines, stem):
    """Records of a cleaned text: their places are those of that text, and their page has no name of its own."""
    def strip(value):
        if isinstance(value, list):
            return [strip(x) for x in value]
        if isinstance(value, dict):
            return {k: strip(v) for k, v in value.items() if k != "spans"}
        return value.replace("stdin", stem, 1) if isinstance(value, str) else value
    return [strip(json.loads(line)) for line in lines.splitlines()]


class Pipelines(unittest.TestCase):
    maxDiff = 2000

    def each(self):
        for page in PAGES:
            for tool in ("jb-outline", "jb-clauses", "jb-notices"):
                with self.subTest(page=page.name, tool=tool):
                    yield page, tool

    def test_through_articles(self):
        for page, tool in self.each():
            self.assertEqual(run(tool, given=run("jb-split", page)), run(tool, page))

    def test_through_pages(self):
        for page, tool in self.each():
            self.assertEqual(run(tool, given=run("jb-split", given=run("jb-clean", "--jsonl", page))), run(tool, page))
            self.assertEqual(run(tool, given=run("jb-clean", "--jsonl", page)), run(tool, page))

    def test_through_clean_text(self):
        for page, tool in self.each():
            piped = run(tool, given=run("jb-split", given=run("jb-clean", page)))
            self.assertEqual(without_places(piped, page.stem), without_places(run(tool, page), page.stem))

    def test_whole_journey(self):
        for page in PAGES:
            whole = [json.loads(line) for line in run("jb", page).splitlines()]
            for tool, kind in (("jb-split", "article"), ("jb-clauses", "clause"), ("jb-notices", "notice")):
                with self.subTest(page=page.name, tool=tool):
                    self.assertEqual([r for r in whole if r["record"] == kind], [json.loads(line) for line in run(tool, page).splitlines()])

    def test_threads(self):
        for tool in ("jb", "jb-clean", "jb-split", "jb-outline", "jb-clauses", "jb-notices"):
            with self.subTest(tool=tool):
                files = PAGES * 10  # more than what is done before threads start
                self.assertEqual(run(tool, "-j", 3, *files), run(tool, "-j", 1, *files))

    def test_bare_objects(self):
        """A corpus of {"id","text"} lines gives the text of the same records as the file."""
        for page in PAGES:
            text = page.read_text(encoding="utf-8")
            if "\f" in text:
                continue
            with self.subTest(page=page.name):
                line = json.dumps({"id": page.stem, "text": text, "license": "own"}, ensure_ascii=False).encode()
                self.assertEqual(run("jb", given=line), run("jb", page))

    def test_nothing_is_lost(self):
        """Page records rebuild their source from text and edits."""
        for page in PAGES:
            with self.subTest(page=page.name):
                source = b"\f".join(rebuilt(json.loads(line)) for line in run("jb-clean", "--jsonl", page).splitlines())
                self.assertEqual(source, page.read_bytes())


def rebuilt(page):
    text, out, at = page["text"].encode(), b"", 0
    for edit in page["edits"]:
        begin, end = edit["to"]
        out += text[at:begin] + edit["old"].encode()
        at = end
    return out + text[at:]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    options, rest = parser.parse_known_args()
    BIN = options.bin.resolve()
    unittest.main(argv=sys.argv[:1] + rest)
