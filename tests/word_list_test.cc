// Characters and words looked up at every place of a text.
#include "tables/word_list.h"

#include "catch.h"

using namespace jianbao;

namespace {

WordList list_of(std::initializer_list<const char*> words) {
  WordList list;
  for (const char* word : words) list.add(word);
  return list;
}

}  // namespace

TEST_CASE("a table of characters keeps every value, however many it has") {
  CharMap<char32_t> map;
  for (char32_t c = U'一'; c < U'一' + 3000; ++c) map[c] = c + 1;
  for (char32_t c = U'一'; c < U'一' + 3000; ++c) {
    REQUIRE(map.find(c));
    CHECK(*map.find(c) == c + 1);
  }
  CHECK(!map.find(U'。'));
  CHECK(!map.contains(0));
}

TEST_CASE("the longest word counts, at either end of a text") {
  const WordList list = list_of({"公告", "特此公告", "告知"});
  CHECK(list.prefix_of("公告知") == 6);
  CHECK(list.prefix_of("特此公告。") == 12);
  CHECK(list.suffix_of("现特此公告") == 12);
  CHECK(list.suffix_of("公告。") == 0);
  CHECK(list.prefix_of("") == 0);
}

TEST_CASE("words are found where they stand") {
  const WordList list = list_of({"遗失", "不慎遗失", "丢失"});
  CHECK(list.first_in("张三不慎遗失证件") == 6);
  CHECK(list.first_in("张三") == 6);
  CHECK(!list.any_in("拾得"));
  const auto places = list.last_in("遗失一，不慎遗失二，丢失三");
  REQUIRE(places.size() == 3);
  CHECK(list[places[0].number] == "不慎遗失");
  CHECK(list[places[1].number] == "遗失");
  CHECK(places[1].at == 18);
}
