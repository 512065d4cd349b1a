#include "catch.h"
#include "tables/language_model.h"

using namespace jianbao;

TEST_CASE("Words that often stand together cost less than those that seldom do") {
  CHECK(cost_of_row(U"记者从市文体局") < cost_of_row(U"记者从布文体局"));
  CHECK(cost_of_row(U"已没过脚踝") < cost_of_row(U"已设过脚踝"));
  CHECK(cost_of_row(U"") == 0);
}

TEST_CASE("A row that is cut between words costs what its parts do, less what they gain together") {
  const auto gain = [](std::u32string_view left, std::u32string_view right) { return WordRows(left).gain_before(RowsBehind(WordRows(right))); };
  CHECK(gain(U"百货扩展", U"到汽车配件") > 15);
  CHECK(gain(U"负责人", U"介绍") > 15);
  CHECK(gain(U"负责人", U"据悉") <= 0);
  CHECK(gain(U"", U"介绍") == 0);
  CHECK(gain(U"负责人", U"") == 0);
  CHECK(WordRows(U"负责人").cost() + WordRows(U"介绍").cost() - gain(U"负责人", U"介绍") == cost_of_row(U"负责人介绍"));
}

TEST_CASE("What is around a character tells which one it is") {
  const std::u32string_view text = U"从市文体局了解到";
  const RowsAround around(text, 1);
  CHECK(around.with(U'市').cost == cost_of_row(text));
  CHECK(around.with(U'布').cost == cost_of_row(U"从布文体局了解到"));
  const auto word = RowsAround(U"楼梯间", 2).with(U'间');
  CHECK((word.begin == 0 && word.end == 3));
}
