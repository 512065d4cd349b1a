// Who stands in a byline, in which role, and of which house.
#include "split/byline.h"

#include <string>

#include "catch.h"

using namespace jianbao;

namespace {

/// `name role org`, a person after the other, parted by `; `; a dash where there is none.
std::string people(std::string_view text, bool signs = false) {
  const auto read = signs ? read_signed_names(text, Rules::standard()) : read_byline(text, Rules::standard());
  if (!read) return "nobody";
  std::string said;
  const auto or_dash = [](const std::string& word) { return word.empty() ? std::string("-") : word; };
  for (const Person& person : *read) said += (said.empty() ? "" : "; ") + person.name + " " + or_dash(person.role) + " " + or_dash(person.org);
  return said;
}

}  // namespace

TEST_CASE("a role stands before its names") {
  CHECK(people("本报记者　方小禾　通讯员　秦一鸣") == "方小禾 记者 本报; 秦一鸣 通讯员 -");
  CHECK(people("安融记者　卞青　摄") == "卞青 记者 安融");
  CHECK(people("采写：竹溪晚报记者 方小禾") == "方小禾 记者 竹溪晚报");
  CHECK(people("口述：李桂兰　整理：本报记者　方小禾") == "李桂兰 口述 -; 方小禾 记者 本报");
  CHECK(people("参与采写：方小禾") == "方小禾 参与采写 -");
}

TEST_CASE("or behind them, where the names come first or a stroke parts the two") {
  CHECK(people("李桂兰　口述　方小禾　整理") == "李桂兰 口述 -; 方小禾 整理 -");
  CHECK(people("方小禾　文　秦一鸣　图") == "方小禾 文 -; 秦一鸣 图 -");
  CHECK(people("全媒体记者 方小禾/文 秦一鸣/图") == "方小禾 全媒体记者 -; 秦一鸣 图 -");
  CHECK(people("撰文/方小禾　摄影/秦一鸣") == "方小禾 撰文 -; 秦一鸣 摄影 -");
  CHECK(people("记者　方小禾　通讯员　秦一鸣　摄影报道") == "方小禾 记者 -; 秦一鸣 通讯员 -");
}

TEST_CASE("who signs a text may say where he or she is") {
  CHECK(people("松坪乡　张绍林", true) == "张绍林 - 松坪乡");
  CHECK(people("县妇联　吕小凤", true) == "吕小凤 - 县妇联");
  CHECK(people("竹溪一中　韩　雪", true) == "韩雪 - 竹溪一中");
  CHECK(people("市供电公司　方小禾　秦一鸣", true) == "方小禾 - 市供电公司; 秦一鸣 - 市供电公司");
  CHECK(people("渡口的末班船", true) == "nobody");
}

TEST_CASE("an author may come with a place, in brackets that say nothing of a work") {
  const auto author = [](std::string_view text) {
    const auto read = read_placed_author(text, Rules::standard());
    return read ? read->name + " " + read->org : std::string("nobody");
  };
  CHECK(author("秦一鸣（云岭）") == "秦一鸣 云岭");
  CHECK(author("□ 才让卓玛（藏族）") == "才让卓玛 藏族");
  CHECK(author("［里港］约翰·史密斯") == "约翰·史密斯 里港");
  CHECK(author("黄河（外一首）") == "nobody");
  CHECK(author("王家坪（组诗）") == "nobody");
  CHECK(author("渡口夜航（云岭）") == "nobody");
}

TEST_CASE("what a picture shows is no house of who took it") {
  CHECK(people("渡船靠岸 本报记者 方小禾 摄") == "方小禾 记者 本报");
  CHECK(people("船工在修船　方小禾　摄") == "方小禾 摄 -");
  CHECK(people("松坪乡　张绍林　摄") == "张绍林 摄 松坪乡");
}
