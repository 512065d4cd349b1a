#!/usr/bin/env python3
"""Run what documents show: readme.py --bin DIR [--bless] [FILE…], by default README.md and samples/README.md.

In a fence `console` each line `$ COMMAND` is run by sh at the top of the repository, the tools in PATH; what follows is what it must
print. A line `…` stands for any lines, `…` at the end of a line for its rest. A command without output is run too. A fence `cpp file=PATH`
must be a run of lines of that file. --bless writes what is printed now; where a result has `…` and agrees it stays.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent


def agrees(expected, printed):
    pattern = ""
    for line in expected:
        if line == "…":
            pattern += "(?:.*\n)*"
        elif line.endswith("…"):
            pattern += re.escape(line[:-1]) + ".*\n"
        else:
            pattern += re.escape(line) + "\n"
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def printed_by(command, env):
    done = subprocess.run(["sh", "-c", command], cwd=TOP, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return [line.rstrip() for line in done.stdout.decode("utf-8").splitlines()]


def check_console(body, env):
    """The fence as it should be, and the commands whose results are others."""
    out, wrong, at = [], [], 0
    while at < len(body):
        command = body[at]
        if not command.startswith("$ "):
            raise SystemExit("a console fence begins with a command, not with: " + command)
        while command.endswith("\\"):
            at += 1
            command += "\n" + body[at]
        end = at + 1
        while end < len(body) and not body[end].startswith("$ "):
            end += 1
        expected, printed = body[at + 1:end], printed_by(command[2:], env)
        right = agrees(expected, printed)
        if not right:
            wrong.append((command, expected, printed))
        out += command.split("\n") + (expected if right else printed)
        at = end
    return out, wrong


def check(path, env, bless):
    text = path.read_text(encoding="utf-8")
    passed, failed = 0, 0
    for match in list(re.finditer(r"^```(\w+)([^\n]*)\n(.*?)^```$", text, re.M | re.S)):
        language, words, body = match.group(1), match.group(2), match.group(3)
        file = re.search(r"file=(\S+)", words)
        if file:
            same = body in (TOP / file.group(1)).read_text(encoding="utf-8")
            passed, failed = passed + same, failed + (not same)
            if not same:
                print("%s: the fence is not what stands in %s" % (path.name, file.group(1)))
        if language != "console":
            continue
        out, wrong = check_console(body.split("\n")[:-1], env)
        passed += sum(line.startswith("$ ") for line in out) - len(wrong)
        failed += len(wrong)
        for command, expected, printed in wrong:
            print("%s: $ %s" % (path.name, command))
            print("".join("  - %s\n" % x for x in expected) + "".join("  + %s\n" % x for x in printed[:40]), end="")
        if bless:
            text = text.replace(match.group(0), "```console%s\n%s\n```" % (words, "\n".join(out)))
    if bless:
        path.write_text(text, encoding="utf-8")
    return passed, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--bless", action="store_true")
    parser.add_argument("files", nargs="*", type=pathlib.Path, default=[TOP / "README.md", TOP / "samples" / "README.md"])
    options = parser.parse_args()
    env = {**os.environ, "PATH": os.path.abspath(options.bin) + os.pathsep + os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    counts = [check(path, env, options.bless) for path in options.files]
    failed = sum(f for _, f in counts)
    print("%d passed, %d failed, 0 skipped" % (sum(p for p, _ in counts), failed))
    return 1 if failed and not options.bless else 0


if __name__ == "__main__":
    sys.exit(main())
