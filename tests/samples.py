#!/usr/bin/env python3
"""Compare what jb makes of the sample pages with the records beside them: samples.py --bin DIR [--bless].

The record stream of samples/NAME.md stands in samples/NAME.jsonl. --bless writes it anew; read its diff.
"""
import argparse
import difflib
import pathlib
import subprocess
import sys

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "samples"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True, type=pathlib.Path)
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    failed = 0
    pages = sorted(p for p in SAMPLES.iterdir() if p.suffix in (".md", ".txt") and p.name != "README.md")
    for page in pages:
        golden = page.with_suffix(".jsonl")
        made = subprocess.run([str(options.bin.resolve() / "jb"), page.name], cwd=SAMPLES, capture_output=True, text=True, check=True).stdout
        if options.bless:
            golden.write_text(made, encoding="utf-8")
        kept = golden.read_text(encoding="utf-8") if golden.exists() else ""
        if made != kept:
            failed += 1
            diff = difflib.unified_diff(kept.splitlines(), made.splitlines(), golden.name, "what jb makes", lineterm="", n=0)
            print("\n".join(line[:300] for line in diff))
    print("%d passed, %d failed, 0 skipped" % (len(pages) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
