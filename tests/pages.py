#!/usr/bin/env python3
"""Score the tools on pages with truth against floors.json: pages.py --bin DIR SET. Exits with 77 where there is no ../shared, which has the scorer.

floors.json holds for each set the folders of its pages in ../shared (patterns of paths), or the pages of ours that its texts are made from
(pages/variants.py), or those of ours that were printed and read by OCR (pages/printed), and the least means (for cer, harm and contract: the greatest)
by kind of text, as ../shared/score/run.py --floor takes them.
Floors are raised as the tools get better.
"""
import argparse
import json
import pathlib
import shutil
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
    pages = [page for pattern in floors.get("pages", []) for page in sorted(map(str, SHARED.glob(pattern))) or [str(SHARED / pattern)]]
    missing = [path for path in pages + [str(score)] if not pathlib.Path(path).exists()]
    if missing:
        print("skipped: there is no %s" % missing[0])
        return 77
    with tempfile.TemporaryDirectory() as folder:
        made = sorted(str(page) for pattern in floors.get("made of", []) for page in HERE.glob(pattern))
        if made:
            subprocess.run([sys.executable, str(HERE / "pages" / "variants.py"), folder] + made, check=True)
        for texts in sorted(HERE.glob(floors.get("printed", "none"))):
            shutil.copytree(texts, pathlib.Path(folder) / texts.name)
            shutil.copy(HERE / "pages" / (texts.name.replace("-", "/") + ".json"), pathlib.Path(folder) / texts.name / "truth.json")
        pages += sorted(map(str, pathlib.Path(folder).iterdir()))
        floor = pathlib.Path(folder) / "floors"  # no folder with texts
        floor.write_text(json.dumps(floors["floors"]), encoding="utf-8")
        return subprocess.run([sys.executable, str(score), "--bin", options.bin, "-j", "2", "--timeout", "120", "--floor", str(floor)] + pages).returncode


if __name__ == "__main__":
    sys.exit(main())
