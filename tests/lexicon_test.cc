#include "catch.h"
#include "tables/lexicon.h"

using namespace jianbao;

TEST_CASE("Words of the lexicon are told from strings that are none, and common ones from rare ones") {
  CHECK(is_word("楼梯间"));
  CHECK_FALSE(is_word("楼梯问"));
  CHECK(word_frequency("问题") > word_frequency("闻讯"));
  CHECK(word_frequency("") == 0);
  CHECK(word_between("王国维", {0, 9}).is_person);
  CHECK_FALSE(word_between("出席", {0, 6}).is_person);
}

TEST_CASE("Words are found at, before and across a place") {
  const std::string_view text = "严禁在楼梯间停放。";
  CHECK(longest_word_at(text, 9).at == Span{9, 18});
  CHECK(longest_word_before(text, 18).at == Span{9, 18});
  CHECK(word_across(text, {12, 12}).at.begin == 9);
  CHECK_FALSE(word_across(text, {9, 9}));
  CHECK_FALSE(longest_word_at(text, text.size()));
  CHECK_FALSE(longest_word_before(text, 0));
}

TEST_CASE("The words that begin at a place come in order of length") {
  const std::string_view text = "人民法院";
  std::string found;
  for (WordsAt words(text, 0); const Word word = words.next();) found += std::to_string(word.at.end / 3);
  CHECK(found == "124");
}

TEST_CASE("A cut inside a word costs, one between words does not") {
  CHECK(cost_of_words(U"开发区") < cost_of_words(U"开发") + cost_of_words(U"区"));
}
