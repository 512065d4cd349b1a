// Patterns of the tables.
#include "tables/pattern.h"

#include "catch.h"
#include "jianbao/rules.h"

using namespace jianbao;

namespace {

/// What a pattern takes from the beginning of a text; `no` where it does not match there.
std::string taken(const char* pattern, std::string_view text) {
  Pattern::Match match;
  if (!Pattern(pattern).matches(text, 0, &match)) return "no";
  return std::string(text.substr(0, match.end));
}

std::string captured(const char* pattern, std::string_view text, std::string_view name) {
  const Pattern compiled(pattern);  // owns the names of captures
  Pattern::Match match;
  if (!compiled.matches(text, 0, &match)) return "no";
  for (const auto& capture : match.captures)
    if (capture.name == name) return std::string(text.substr(capture.begin, capture.end - capture.begin));
  return "none";
}

}  // namespace

TEST_CASE("a mark, digit or letter matches in either width") {
  CHECK(taken("（1）A", "(１)Ａ后") == "(１)Ａ");
  CHECK(taken("公告：", "公告:后") == "公告:");
  CHECK(taken("公告", "公示") == "no");
}

TEST_CASE("a space is any number of spaces") {
  CHECK(taken("声 明", "声明") == "声明");
  CHECK(taken("声 明", "声　 明") == "声　 明");
}

TEST_CASE("alternatives and what may be missing") {
  CHECK(taken("(遗失|丢失)声明", "丢失声明") == "丢失声明");
  CHECK(taken("第?一章", "一章") == "一章");
  CHECK(taken("(第一|其一)?章", "章") == "章");
  CHECK(taken("(甲|甲乙)丙", "甲乙丙") == "甲乙丙");
}

TEST_CASE("classes take the longest run and captures name it") {
  CHECK(captured("第{cn:number}条", "第二十一条", "number") == "二十一");
  CHECK(captured("第{ar:number}条", "第12条", "number") == "12");
  CHECK(captured("第{n:number}条", "第百条", "nothing") == "none");
  CHECK(taken("第{cn}条", "第条") == "no");
}

TEST_CASE("a gap takes as little as it can and stays in its line") {
  CHECK(captured("{*:who}遗失{*:what}，", "某公司遗失公章，遗失执照，", "who") == "某公司");
  CHECK(captured("{*:who}遗失{*:what}，", "某公司遗失公章，遗失执照，", "what") == "公章");
  CHECK(taken("某{*}遗失", "某公司\n遗失") == "no");
}

TEST_CASE("the end of the text") {
  CHECK(taken("公告$", "公告") == "公告");
  CHECK(taken("公告$", "公告栏") == "no");
}

TEST_CASE("a malformed pattern is refused where it is read") {
  for (const char* pattern : {"(甲", "甲)", "{cn", "{nosuch}", "?甲"}) {
    CAPTURE(pattern);
    CHECK_THROWS_AS(Pattern(pattern), RulesError);
  }
}

TEST_CASE("the cost of a match is bounded by the pattern") {
  const std::string text(300000, 'a');
  const Pattern pattern("{*}{*}b");
  for (int i = 0; i < 100; ++i) CHECK_FALSE(pattern.matches(text));
}

TEST_CASE("a text that lacks a pattern's words need not be tried") {
  const auto may_match = [](const char* pattern, std::string_view text) { return Pattern(pattern).may_match(TextSigns(text)); };
  CHECK(may_match("遗失(公章|执照){*}作废", "不慎遗失公章一枚，声明作废"));
  CHECK(may_match("遗失(公章|执照){*}作废", "遺失執照，作廢"));  // in the other script
  CHECK_FALSE(may_match("(公章|执照){*}作废", "身份证声明作废"));
  CHECK_FALSE(may_match("遗失(公章|执照){*}作废", "失而复得，遗憾作罢"));  // its characters, but not side by side
  CHECK(may_match("遗失?作废", "遗作废"));
  CHECK(may_match("(关于)?征收", "征收土地"));
  CHECK(may_match("遗 失", "遗　失"));  // spaces may part what stands side by side
  CHECK(may_match("遗失(公章|{*})", "遗失身份证"));  // one of the alternatives needs nothing
  CHECK_FALSE(may_match("{date}起", "自即时起"));
  CHECK(may_match("{date}起", "自3月1日起"));
}

TEST_CASE("a pattern that goes to the text's end knows what can stand there") {
  const auto may_end = [](const char* pattern, char32_t c) { return Pattern(pattern).may_end(CharSignature::bit_of(c)); };
  CHECK(may_end("(公告|声明)$", U'告'));
  CHECK(may_end("(公告|声明)$", U'明'));
  CHECK_FALSE(may_end("(公告|声明)$", U'公'));
  CHECK(may_end("遺失公示$", U'示'));
  CHECK(may_end("版(次)?$", U'版'));  // what may be missing is not waited for
  CHECK(may_end("版(次)?$", U'次'));
  CHECK(may_end("第(一|二)*$", U'第'));
  CHECK(may_end("第(一|二)*$", U'二'));
  CHECK_FALSE(may_end("第(一|二)*$", U'三'));
  CHECK(may_end("{date} $", U'　'));
  CHECK(may_end("{date} $", U'日'));
  CHECK_FALSE(may_end("{date} $", U'时'));
  CHECK(may_end("公告{*}$", U'时'));    // a gap holds anything
  CHECK(may_end("公告", U'时'));        // it may end before the text does
  CHECK(may_end("公告$|声明", U'时'));  // so may one of its alternatives
}
