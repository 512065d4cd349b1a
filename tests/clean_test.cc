// Cleaning: its tables against their examples, and what holds for any page it is given.
#include "jianbao/clean.h"

#include <map>
#include <random>

#include "catch.h"
#include "clean/characters.h"
#include "clean/clean_rules.h"
#include "clean/common_chars.h"
#include "clean/edits.h"
#include "clean/join_lines.h"
#include "clean/misreading.h"
#include "tables.h"
#include "text/non_han.h"
#include "texts.h"

using namespace jianbao;

namespace {

std::string cleaned(std::string_view text) { return clean(text, "p").text; }

bool is_sound(const std::string& text, const CleanOptions& options = {}) {
  const Page page = clean(text, "p", 0, options);
  return undo(page) == text && clean(page.text, "p", 0, options).text == page.text;
}

/// A page as line OCR gives it: paragraphs broken at a measure, with indents, half-width marks and stray spaces here and
/// there.
std::string printed_page(std::mt19937& random) {
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random()) % n; };
  const unsigned measure = 9 + below(12);
  std::string out;
  for (unsigned paragraph = 0; paragraph < 12; ++paragraph) {
    std::string line = below(2) == 0 ? "　　" : "";
    for (unsigned i = 0, width = 0; i < 20 + below(90); ++i, ++width) {
      static const std::vector<std::string> marks = {"，", ",",  "。", ":", "；",   "(",   "）", "“",
                                                     "”",  "《", "》", " ", "2024", "3.5", "A"};
      if (width >= measure) out += line + '\n', line.clear(), width = 0;
      if (below(6) == 0)
        line += marks[below(static_cast<unsigned>(marks.size()))];
      else
        append_char(line, 0x4E00 + below(0x3000));
    }
    out += line + (below(3) == 0 ? "。\n\n" : "。\n");
  }
  return out;
}

}  // namespace

TABLE_CHECK(common) {
  const std::string& example = row["example"];
  for (std::size_t at = 0; at < example.size();)
    if (!CommonChars::get()[next_char(example, at)]) return false;
  return true;
}

TABLE_CHECK(unicode) {
  const Page page = clean("甲" + row["example"] + "乙", "p", 0, {Fix::certain, {"unicode"}, {}, false}, rules);
  return page.text == "甲" + row["proper"] + "乙";
}

TABLE_CHECK(starts) {
  const CleanScan scan(row["example"]);
  const PrintedLine line = read_lines(row["example"], scan).front();
  if (row["joins"] == "below") return start_of(row["example"], line, rules) == Start::none && stands_below_title(row["example"], line, rules);
  const Start start = start_of(row["example"], line, rules);
  static const std::map<std::string, Start, std::less<>> kStarts = {
      {"never", Start::never}, {"text", Start::none}, {"alone", Start::alone}, {"gap", Start::gap}, {"open", Start::open}, {"author", Start::author}, {"ended", Start::ended}, {"titled", Start::titled}};
  return start == kStarts.at(row["joins"]);
}

TABLE_CHECK(intruders) {
  const std::string above = "云岭县渡口昨天启用新船，船工们每天\n开船前先查救生衣，沿河十二个村的村\n", below = "\n民过河只要五分钟，学生上学不再绕行\n山路，县里还在两岸装了路灯，票价不\n变。\n";
  return cleaned(above + row["example"] + below).find("\n" + row["example"] + "\n") != std::string::npos;
}

TABLE_CHECK(lookalikes) {
  const std::string& text = row["example"];
  std::size_t at = 0;
  const char32_t first = next_char(text, at), second = next_char(text, at);
  const auto* const found = rules.tables().compiled<Lookalikes>().find(text, 0, first, second);
  return found && found->right == row["right"];
}

/// Whether a misreading of the row is found in its example; `ordered`: of its first character for the second one.
bool finds_misreading(const Rules& rules, const tests::TableRow& row, bool ordered) {
  const Misreadings& misreadings = rules.tables().compiled<Misreadings>();
  const std::string text = row["example"], pair = row["pair"];
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = next_char(text, at);
    const std::size_t in_pair = pair.find(text.substr(here, at - here));
    if (in_pair == std::string::npos || (ordered && in_pair > 0)) continue;
    std::string right;
    if (const auto found = misreadings.find(text, here, c, Misreadings::Which::all); found.gain > 0) append_char(right, found.right);
    else if (const auto in_rows = misreadings.find_in_rows(text, here, c); in_rows.right != 0) append_char(right, in_rows.right);
    if (!right.empty() && pair.find(right) != std::string::npos) return true;
  }
  return false;
}

TABLE_CHECK(confusables) { return finds_misreading(rules, row, false); }
TABLE_CHECK(misreadings) { return finds_misreading(rules, row, true); }

TABLE_CHECK(row_gains) {
  const Misreadings& misreadings = rules.tables().compiled<Misreadings>();
  const std::string text = row["example"], pair = row["pair"];
  const std::size_t at = text.find(pair.substr(0, 3));
  const char32_t read = first_char(pair), printed = last_char(pair);
  const int gain = Misreadings::gain_in_rows(text, at, read, printed);
  INFO(text << " " << gain);
  return misreadings.find_in_rows(text, at, read).right != printed && gain >= 16;
}

TABLE_CHECK(traditional) {
  const auto& maps = rules.tables().compiled<CharacterMaps>();
  return count_chars(row["traditional"]) == count_chars(row["simplified"]) &&
         maps.simplified(first_char(row["example"])) != 0;
}

TABLE_CHECK(strays) { return cleaned(row["example"]).find(row["han"]) != std::string::npos; }

TABLE_CHECK(guards) {
  for (const std::string& word : split_cell(row["words"]))
    if (row["example"].find(word) != std::string::npos) return true;
  return false;
}

TEST_CASE("cleaning any page is sound: it can be undone, and done again it does nothing") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::string text = printed_page(random);
    CAPTURE(text);
    CHECK(is_sound(text));
  }
  for (unsigned seed = 1000; seed < 1400; ++seed) {
    const std::string text = tests::noise(seed, 400);
    CAPTURE(text);
    CHECK(is_sound(text));
    CHECK(is_sound(text, {Fix::likely, {}, {}, false}));
  }
}

TEST_CASE("every rule can be left out, or stand alone, and cleaning stays sound") {
  std::mt19937 random(3);
  const std::string text = printed_page(random) + tests::noise(5, 2000);
  for (const std::string_view rule : cleaning_rules()) {
    CAPTURE(rule);
    CHECK(rule.size() <= 15);
    CHECK(is_sound(text, {Fix::certain, {}, {std::string(rule)}, false}));
    const Page page = clean(text, "p", 0, {Fix::certain, {std::string(rule)}, {}, false});
    for (const Edit& edit : page.edits) CHECK(edit.rule == rule);
    CHECK(undo(page) == text);
  }
}

TEST_CASE("every rule has its entry in the manual") {
  const std::string manual = tests::read_file(std::string(SOURCE_DIR) + "/tools/jb-clean.1");
  for (const std::string_view rule : cleaning_rules()) {
    CAPTURE(rule);
    CHECK(manual.find(".It Li " + std::string(rule) + '\n') != std::string::npos);
  }
}

TEST_CASE("names of rules are theirs or the part before the dot") {
  CHECK(is_cleaning_rule("punct.width"));
  CHECK(is_cleaning_rule("punct"));
  CHECK_FALSE(is_cleaning_rule("pun"));
  CHECK_FALSE(is_cleaning_rule("width.punct"));
}

TEST_CASE("a long line and many brackets take linear time") {
  for (const std::string_view piece : {"（", "“", "(", "天,", " ", "\u200B", "e\u0301", "一", "@@\n", "天 ", "ab\n", "《"}) {
    CAPTURE(piece);
    std::string text;
    for (int i = 0; i < 100000; ++i) text += piece;
    const Page page = clean(text, "p");
    CHECK(undo(page) == text);
  }
}

TEST_CASE("edits of two passes compose") {
  const RuleSet all({}, {});
  const std::string source = "abcdef";
  Rewriter first(source, all);
  first.replace({1, 2}, "XY", Rule::punct_width);
  first.erase({4, 5}, Rule::space_han);
  const std::string between = first.take_text();
  REQUIRE(between == "aXYcdf");
  Rewriter second(between, all);
  second.replace({2, 4}, "z", Rule::punct_title);
  Page page;
  page.text = second.take_text();
  page.edits = edits_of(compose(first.take_changes(), second.take_changes(), source, page.text), source, page.text, 0);
  CHECK(page.text == "aXzdf");
  CHECK(undo(page) == source);
  REQUIRE(page.edits.size() == 2);
  CHECK(page.edits[0].before == "bc");
  CHECK(page.edits[0].after == "Xz");
}

TEST_CASE("what is deleted stays within reach of a span") {
  const Page page = clean("\uFEFF甲\u200B乙\n\u200B\n丙\u200B", "p");
  CHECK(page.text == "甲乙\n\n丙");
  CHECK(page.source_of({0, page.text.size()}).end == std::string("\uFEFF甲\u200B乙\n\u200B\n丙\u200B").size());
}

TEST_CASE("encodings are found from the content and given back") {
  const std::string simplified =
      "各区县人民政府，市政府有关部门：现将关于加快推进养老服务体系建设的实施意见印发给你们，请认真组织实施。";
  const std::string traditional =
      "這個計畫的內容包括減稅與貸款，政府今日宣布將於明年實施新的經濟政策，並且擴大對中小企業的支持。";
  for (const std::string encoding : {"GB18030", "UTF-16LE", "UTF-16BE"}) {
    CAPTURE(encoding);
    const Decoded decoded = decode(encode(simplified, encoding));
    CHECK(decoded.text == simplified);
    CHECK(decoded.encoding == encoding);
  }
  for (const std::string encoding : {"Big5", "EUC-TW", "GB18030"}) {
    CAPTURE(encoding);
    const Decoded decoded = decode(encode(traditional, encoding));
    CHECK(decoded.text == traditional);
    CHECK(decoded.encoding == encoding);
  }
  CHECK_THROWS_AS(decode("", "no-such-encoding"), std::invalid_argument);
}

TEST_CASE("rare Han stay whole wherever the pieces end that an encoding is read in") {
  for (const std::string before : {"", "一"}) {
    std::string text = before;
    for (int i = 0; i < 5000; ++i) text += "𠀀";
    CHECK(decode(encode(text, "GB18030"), "GB18030").text == text);
  }
}

TEST_CASE("characters that are no Han are found wherever they stand in a block") {
  const std::string piece = "今，A天é（。𠀀㐀气〇\n很好 ";
  for (std::size_t shift = 0; shift < 200; shift += 3) {
    std::string text;
    while (text.size() < shift) text += "一";
    text += piece + piece + piece;
    NonHan places(text, 0);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t here = at;
      if (const char32_t c = next_char(text, at); c < 0x4000 || c > 0x9FFF) CHECK(places.next() == here);
    }
    CHECK(places.next() == text.size());
    CHECK(places.next() == text.size());
  }
}
