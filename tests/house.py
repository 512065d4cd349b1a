#!/usr/bin/env python3
"""Rules of the house, as tests: house.py --bin DIR. Standard library only."""
import argparse
import graphlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parent.parent
TOOLS = ["jb", "jb-clean", "jb-split", "jb-outline", "jb-clauses", "jb-notices"]
BIN = None                                                            # set from the command line, ENV with it
ENV = None

# The journey: a file includes only headers of its own folder or of one before it, and within a folder there are no circles.
PUBLIC = "export page rules articles issue records clean json jianbao".split()
JOURNEY = "text fields tables names clean numbering notice_signs split clauses notice_parts notice_groups notices records".split()

# Han stand in tables, but for these characters: marks that a shape is made of (年 月 日 of a date, 的 between name and noun), as
# a full stop is. A character more is a word more: into a table with it.
HAN_IN_CODE = {
    "lib/src/notice_parts/notice_reading.cc": "号號",
    "lib/src/clean/character_figures.cc": "〇年日时",
    "lib/src/clean/characters_tables.cc": "一",
    "lib/src/tables/classes.cc": "电讯男女年月日",
    "lib/src/fields/dates.cc": "〇国民年月日号曰",
    "lib/src/fields/identifiers.cc": "号权第之年字一二三四五六七八九十",
    "lib/src/clean/join.cc": "日",
    "lib/src/clean/join_ends.cc": "第版",
    "lib/src/clean/join_heads.cc": "号",
    "lib/src/clean/join_rows.cc": "至",
    "lib/src/clean/torn_line.cc": "年月日",
    "lib/src/fields/money.cc": "号元人民币美港欧日英镑澳圆块钱韩金新臺門歐门台幣角分零万萬亿億千仟百整正",
    "lib/src/notices/notice_found_items.cc": "一",
    "lib/src/notices/notice_place.cc": "的",
    "lib/src/notices/notice_item_details.cc": "共",
    "lib/src/notice_signs/notice_lines.cc": "的第年",
    "lib/src/notices/notice_lost_items.cc": "的原",
    "lib/src/notice_parts/notice_lot_starts.cc": "号",
    "lib/src/notices/notice_mask.cc": "为",
    "lib/src/notice_parts/notice_party_at.cc": "不与和我本",
    "lib/src/notice_parts/notice_party_names.cc": "年月日时",
    "lib/src/notice_parts/notice_quantity.cc": "共各",
    "lib/src/notices/notice_sale.cc": "对的号",
    "lib/src/notices/notice_table.cc": "号",
    "lib/src/notice_parts/notice_tail.cc": "号室楼层栋幢",
    "lib/src/notice_parts/notice_thing.cc": "约",
    "lib/src/notice_parts/notice_courts.cc": "兵军至号第",
    "lib/src/notice_parts/notice_dates.cc": "时点下晚半分日至到号次翌隔",
    "lib/src/notices/notice_field_values.cc": "在",
    "lib/src/notice_parts/notice_signature.cc": "年月人",
    "lib/src/notices/notice_cells.cc": "无",
    "lib/src/notices/notice_contracts.cc": "的为",
    "lib/src/notices/notice_labels.cc": "为",
    "lib/src/notices/notice_thing_name.cc": "的",
    "lib/src/notice_groups/notice_bullets.cc": "省市县区州旗镇乡",
    "lib/src/notices/notice_document_numbers.cc": "和及与号第至到",
    "lib/src/notice_parts/notice_subject.cc": "于给的",
    "lib/src/notice_signs/notice_words.cc": "与和",
    "lib/src/text/numeral.cc": "一二三四五六七八九〇零十百千廿卅两兩壹贰叁肆伍陆柒捌玖貳參叄陸拾佰仟万萬亿億",
    "lib/src/names/organisations.cc": "日时的",
    "lib/src/names/persons.cc": "某",
    "lib/src/notice_signs/phones.cc": "一转元号",
    "lib/src/clean/punct.cc": "号",
    "lib/src/clean/punct_brackets.cc": "见详",
    "lib/src/clean/punct_quotes.cc": "第条章节",
    "lib/src/clean/punct_space.cc": "号之",
    "lib/src/clean/woven_measure.cc": "第",
    "lib/src/split/line_shape.cc": "日一",
}
# A word of several characters in code, where it is part of the shape of a field.
WORDS_IN_CODE = {
    "lib/src/fields/money.cc": "units of currency, part of the shape of an amount",
}

HAN = "[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"


def private_includes(path):
    """The headers of the library's inside that a file includes: folder/name."""
    return re.findall(r'^#include "(\w+/\w+\.h)"', re.sub(r'^#include "jianbao/.*', "", read(path), flags=re.M), re.M)


def files(*patterns):
    return sorted(path for pattern in patterns for path in TOP.glob(pattern))


def name(path):
    return str(path.relative_to(TOP))


def read(path):
    return path.read_text(encoding="utf-8")


def code(path):
    """C++ without its comments. A string that holds // would be cut, and none does but for URLs."""
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", read(path), flags=re.S)


def tracked():
    """The files of the repository; outside of a clone, those that would be."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=TOP, capture_output=True, text=True)
    if listed.returncode == 0:
        return [TOP / line for line in listed.stdout.splitlines() if (TOP / line).is_file()]
    return [path for path in files("**/*") if path.is_file() and not name(path).startswith("build")]


class Sources(unittest.TestCase):
    def test_public_headers_include_one_way(self):
        self.assertEqual({path.stem for path in files("lib/include/jianbao/*")}, set(PUBLIC))
        for path in files("lib/include/jianbao/*"):
            for stem in re.findall(r'^#include "jianbao/(\w+)\.h"', read(path), re.M):
                self.assertLess(PUBLIC.index(stem), PUBLIC.index(path.stem), "%s includes %s.h" % (name(path), stem))

    def test_sources_include_one_way(self):
        for path in files("lib/src/*/*"):
            for header in private_includes(path):
                with self.subTest(file=name(path)):
                    folder = header.split("/")[0]
                    self.assertLessEqual(JOURNEY.index(folder), JOURNEY.index(path.parent.name), "%s includes %s, which comes after it" % (name(path), header))

    def test_the_journey_is_all_folders(self):
        self.assertEqual(sorted(path.name for path in files("lib/src/*")), sorted(JOURNEY))

    def test_no_circles(self):
        inside = TOP / "lib/src"
        after = {str(path.relative_to(inside)): set(private_includes(path)) for path in files("lib/src/*/*.h")}
        graphlib.TopologicalSorter(after).prepare()                  # raises CycleError

    def test_libraries_stay_where_they_belong(self):
        for path in files("lib/**/*.h", "lib/**/*.cc"):
            self.assertNotRegex(code(path), r"#include <(CLI|iostream)", name(path))
        for path in files("lib/include/**/*.h"):
            for header in re.findall(r"#include <([^>]*)>", read(path)):
                self.assertNotIn("/", header, "%s: public headers use std types only" % name(path))
        for path in files("tools/*.h", "tools/*.cc"):
            for header in re.findall(r'#include "([^"]*)"', read(path)):
                inside = header.startswith("jianbao/") or (TOP / "tools" / header).exists()
                self.assertTrue(inside, "%s includes %s, which is private to the library" % (name(path), header))

    def test_words_stand_in_tables(self):
        for path in files("lib/**/*.h", "lib/**/*.cc", "tools/*.h", "tools/*.cc"):
            literals = re.findall(r'"[^"\n]*"|\'[^\'\n]*\'', code(path))
            characters = set(re.findall(HAN, " ".join(literals)))
            self.assertEqual(characters, set(HAN_IN_CODE.get(name(path), "")), name(path))
            words = re.findall(r'(?<!U)"[^"\n]*%s%s[^"\n]*"' % (HAN, HAN), code(path))
            self.assertEqual(bool(words), name(path) in WORDS_IN_CODE, "%s: %s" % (name(path), " ".join(words[:5])))

    def test_a_type_has_one_definition(self):
        """Two types of one name in two headers are one to the linker, and the wrong one is used."""
        where = {}
        for path in sorted(TOP.glob("lib/**/*.h")):
            for name in re.findall(r"^(?:struct|class|enum class|enum) (?:JIANBAO_EXPORT )?(\w+)(?!::|\w)[^;]*\{", path.read_text(), re.M):
                where.setdefault(name, set()).add(path.name)
        self.assertEqual({n: f for n, f in where.items() if len(f) > 1}, {})

    def test_headers_are_guarded(self):
        for path in files("lib/**/*.h", "tools/*.h", "tests/**/*.h"):
            self.assertIn("#pragma once", read(path), name(path))

    def test_nothing_names_the_machine_it_was_made_on(self):
        homes = re.compile("/(?:%s)/" % "|".join(["work", "root", "home", "Users"]))
        for path in tracked():
            try:
                text = read(path)
            except UnicodeDecodeError:
                continue
            for number, line in enumerate(text.splitlines(), 1):
                if path != pathlib.Path(__file__).resolve():
                    self.assertNotRegex(line, homes, "%s:%d" % (name(path), number))


def help_of(tool):
    return subprocess.run([str(BIN / tool), "--help"], capture_output=True, text=True, check=True).stdout


def options_of_help(tool):
    """The options of a tool as its --help lists them, at the beginning of a line."""
    text = help_of(tool).split("Examples:")[0]
    return set(re.findall(r"(?<![\w-])--?[A-Za-z][\w-]*", "\n".join(re.findall(r"^\s+(-[^ ]*)", text, re.M))))


def options_of_man(tool):
    page = subprocess.run(["mandoc", "-T", "ascii", str(TOP / "tools" / (tool + ".1"))], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"(?<![\w-])--?[A-Za-z][\w-]*", re.sub(".\b", "", page)))


def examples_of_man(tool):
    """Commands in the section EXAMPLES of a man page: .Dl lines and literal blocks."""
    section = re.search(r"^\.Sh EXAMPLES\n(.*?)(?=^\.Sh|\Z)", read(TOP / "tools" / (tool + ".1")), re.M | re.S)
    lines = re.findall(r"^\.Dl (.*)$", section.group(1) if section else "", re.M)
    for block in re.findall(r"^\.Bd -literal[^\n]*\n(.*?)^\.Ed", section.group(1) if section else "", re.M | re.S):
        lines += block.splitlines()
    roff = {"\\(dq": '"', "\\(aq": "'", "\\e": "\\", "\\-": "-", "\\&": ""}
    return [re.sub(r"\\(\((dq|aq)|[e&-])", lambda m: roff[m.group()], line) for line in lines]


class Tools(unittest.TestCase):
    def test_help_has_examples(self):
        for tool in TOOLS:
            text = help_of(tool)
            self.assertRegex(text, r"Examples:\n  \S*%s" % tool)

    def test_examples_run(self):
        for tool in TOOLS:
            lines = [line.strip() for line in help_of(tool).split("Examples:\n")[1].splitlines() if line.strip()]
            for line in lines + examples_of_man(tool):
                with self.subTest(tool=tool, example=line), tempfile.TemporaryDirectory() as folder:
                    shutil.copy(TOP / "samples" / "anling.md", folder + "/page.txt")
                    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], cwd=folder, env=ENV, capture_output=True, text=True)
                    said = "" if "--stats" in line else done.stderr  # times, which are never the same
                    self.assertEqual((done.returncode, said), (0, ""))

    def test_version(self):
        version = re.search(r"project\(jianbao VERSION (\S+)", read(TOP / "CMakeLists.txt")).group(1)
        for tool in TOOLS:
            said = subprocess.run([str(BIN / tool), "--version"], capture_output=True, text=True, check=True).stdout
            self.assertEqual(said, "%s %s\n" % (tool, version))


@unittest.skipUnless(shutil.which("mandoc"), "no mandoc")
class ManPages(unittest.TestCase):
    def test_help_and_man_page_agree_on_options(self):
        for tool in TOOLS:
            self.assertTrue(examples_of_man(tool), "%s.1 has no examples" % tool)
            self.assertEqual(options_of_help(tool) - options_of_man(tool), set(), "%s.1 lacks options of --help" % tool)
            own = {option for option in options_of_man(tool) if option.startswith("--")}
            others = set().union(*(options_of_help(other) for other in TOOLS))
            self.assertEqual(own - others - options_of_help(tool), set(), "%s.1 names options that are none" % tool)

    def test_lint(self):
        for tool in TOOLS:
            lint = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(TOP / "tools" / (tool + ".1"))], capture_output=True, text=True)
            self.assertEqual(lint.stdout + lint.stderr, "")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    options, rest = parser.parse_known_args()
    BIN = options.bin.resolve()
    ENV = {**os.environ, "PATH": str(BIN) + os.pathsep + os.environ["PATH"]}
    unittest.main(argv=sys.argv[:1] + rest)
