#!/usr/bin/env python3
"""Score the tools on the pages of ../shared against floors.json: pages.py --bin DIR SET. Exits with 77 where there are no pages.

floors.json holds for each set the folders of its pages (patterns of paths) and the least means (for cer, harm and contract: the greatest) by kind of
text, as ../shared/score/run.py --floor takes them. Floors are raised as the tools get better.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True)
    parser.add_argument("set")
    options = parser.parse_args()
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))[options.set]
    score = SHARED / "score" / "run.py"
    pages = [page for pattern in floors["pages"] for page in sorted(map(str, SHARED.glob(pattern))) or [str(SHARED / pattern)]]
    missing = [path for path in pages + [str(score)] if not pathlib.Path(path).exists()]
    if missing:
        print("skipped: there is no %s" % missing[0])
        return 77
    with tempfile.NamedTemporaryFile("w", suffix=".json") as floor:
        json.dump(floors["floors"], floor)
        floor.flush()
        return subprocess.run([sys.executable, str(score), "--bin", options.bin, "-j", "2", "--timeout", "120", "--floor", floor.name] + pages).returncode


if __name__ == "__main__":
    sys.exit(main())
