#!/usr/bin/env python3
"""Run transcripts of the tools: transcripts.py --bin DIR FILE.txtar… [--bless]. Format: README.md beside this file."""
import argparse
import os
import re
import subprocess
import sys
import tempfile

SIGNS = {"␠": " ", "␉": "\t", "␌": "\f", "␍": "\r"}


def unescape(text):
    text = re.sub("[%s]" % "".join(SIGNS), lambda m: SIGNS[m.group()], text)
    return re.sub(r"\\x\{([0-9A-Fa-f]{2})\}|\\u\{([0-9A-Fa-f]+)\}", character, text)


def character(match):
    """A byte that is no UTF-8 goes through the text as a lone surrogate, as Python's surrogateescape has it."""
    if match.group(2):
        return chr(int(match.group(2), 16))
    value = int(match.group(1), 16)
    return chr(value) if value < 128 else chr(0xDC00 + value)


def escape(text):
    """As it stands in a transcript: spaces are marked only at the end of a line."""
    text = re.sub("[\t\f\r]", lambda m: {v: k for k, v in SIGNS.items()}[m.group()], text)
    text = re.sub("[\ud800-\udfff]", lambda m: "\\x{%02X}" % (ord(m.group()) - 0xDC00), text)
    text = re.sub("[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff]", lambda m: "\\u{%X}" % ord(m.group()), text)
    return re.sub("(?m) $", "␠", text)


class Step:
    """A command and what is expected of it; `first` and `last` are its lines in the file."""

    def __init__(self, command, first):
        self.command, self.first, self.last = command, first, first
        self.expected = {">": [], "!": [], "?": ["0"]}


def read(lines):
    """The steps of a transcript and its files: name -> text."""
    steps, files, name = [], {}, None
    for number, line in enumerate(lines):
        marker = re.fullmatch(r"-- (\S+) --", line)
        if marker:
            name = marker.group(1)
            files[name] = ""
        elif name is not None:
            files[name] += line + "\n"
        elif line.startswith("$ "):
            steps.append(Step(line[2:], number))
        elif steps and steps[-1].last == number - 1 and re.match(r"[>!?]( |$)", line):
            step = steps[-1]
            step.last = number
            if line[0] == "?":
                step.expected["?"] = []
            step.expected[line[0]].append(line[2:])
    return steps, files


def agrees(expected, lines):
    """Whether lines are as expected: {*} is any characters of a line, {...} alone any number of lines."""
    pattern = ""
    for line in expected:
        pattern += "(?:.*\n)*" if line == "{...}" else ".*".join(re.escape(part) for part in line.split("{*}")) + "\n"
    return re.fullmatch(pattern, "".join(line + "\n" for line in lines)) is not None


def run(step, folder, env):
    done = subprocess.run(["sh", "-c", step.command], cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True)
    out, err = (escape(stream.decode("utf-8", "surrogateescape")) for stream in (done.stdout, done.stderr))
    split = lambda text: text.split("\n")[:-1] if text.endswith("\n") else text.split("\n") if text else []
    return {">": split(out), "!": split(err), "?": [str(done.returncode)]}


def written(step, found):
    """The lines of a step as a transcript has them. What agreed stays, so that its {*} stay."""
    lines = ["$ " + step.command]
    for mark in ">!?":
        result = step.expected[mark] if agrees(step.expected[mark], found[mark]) else found[mark]
        if mark != "?" or result != ["0"]:
            lines += [(mark + " " + line).rstrip() for line in result]
    return lines


def run_file(path, env, bless):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")[:-1]
    steps, files = read(lines)
    passed, failed, out, copied = 0, 0, [], 0
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
            with open(os.path.join(folder, name), "wb") as file:
                file.write(unescape(text).encode("utf-8", "surrogateescape"))
        for step in steps:
            found = run(step, folder, env)
            out += lines[copied:step.first] + written(step, found)
            copied = step.last + 1
            if all(agrees(step.expected[mark], found[mark]) for mark in ">!?"):
                passed += 1
                continue
            failed += 1
            print("%s:%d: $ %s" % (path, step.first + 1, step.command))
            for mark in ">!?":
                if not agrees(step.expected[mark], found[mark]):
                    print("".join("  expected %s %s\n" % (mark, x) for x in step.expected[mark])
                          + "".join("  found    %s %s\n" % (mark, x) for x in found[mark][:40]), end="")
    if bless:
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(out + lines[copied:]) + "\n")
    return passed, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--bin", required=True)
    parser.add_argument("--bless", action="store_true", help="write what is found into the files")
    options = parser.parse_args()
    env = {**os.environ, "PATH": os.path.abspath(options.bin) + os.pathsep + os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    env["TOP"] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    counts = [run_file(path, env, options.bless) for path in options.files]
    failed = sum(f for _, f in counts)
    print("%d passed, %d failed, 0 skipped" % (sum(p for p, _ in counts), failed))
    return 1 if failed and not options.bless else 0


if __name__ == "__main__":
    sys.exit(main())
