// Records as JSON Lines and back.
#include "jianbao/json.h"

#include "catch.h"
#include "text/utf8_check.h"

using namespace jianbao;

namespace {

std::string json(const auto& record) {
  std::string out;
  write_json(out, record);
  return out;
}

std::string fault_of(std::string_view line) {
  try {
    read_json(line);
  } catch (const JsonError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("values that are not known are left out") {
  Notice notice;
  notice.id = "p/1/1";
  notice.article = "p/1";
  notice.kind = "other";
  notice.text = "甲";
  notice.spans = {{0, 3}};
  CHECK(json(notice) == R"({"record":"notice","id":"p/1/1","article":"p/1","kind":"other","text":"甲","spans":[[0,3]]})" "\n");
}

TEST_CASE("strings are escaped as JSON asks, and no more") {
  Page page;
  page.id = "p";
  page.text = "\"\\/\n\t\x01甲\x7F";
  CHECK(json(page).find(R"("text":"\"\\/\n\t\u0001甲)" "\x7F\"") != std::string::npos);
  CHECK(std::get<Page>(read_json(json(page)).record).text == page.text);
}

TEST_CASE("ranges count code points, also beyond the basic plane") {
  Article article;
  article.id = "p/1";
  article.page = "p";
  article.text = "甲\U00020000\n乙";
  article.spans = {{0, 12}};
  Block first, second;
  first.kind = BlockKind::title;
  first.range = {0, 7};
  second.range = {8, 11};
  first.spans = second.spans = {{0, 3}};
  article.blocks = {first, second};
  const std::string line = json(article);
  CHECK(line.find(R"({"kind":"title","range":[0,2])") != std::string::npos);
  CHECK(line.find(R"({"kind":"paragraph","range":[3,4])") != std::string::npos);
  const Article read = std::get<Article>(read_json(line).record);
  CHECK(read.blocks[1].range == Span{8, 11});
}

TEST_CASE("numbers are as short as they can be read back") {
  Notice notice;
  Item item;
  item.name = "收据";
  item.amount = 4386.2;
  item.count = 1;
  notice.items = {item};
  CHECK(json(notice).find(R"("count":1,"amount":4386.2)") != std::string::npos);
}

TEST_CASE("an object with a text is a page, its other fields ride along") {
  const ReadRecord read = read_json(R"({"id":"a","text":"甲","license":"own","n":[1, 2]})");
  CHECK_FALSE(read.cleaned);
  CHECK(std::get<Page>(read.record).id == "a");
  CHECK(std::get<Page>(read.record).meta == R"({"license":"own","n":[1,2]})");
}

TEST_CASE("a record of another kind is known by its name") {
  CHECK(std::get<OtherRecord>(read_json(R"({"record":"clause"})").record).kind == "clause");
}

TEST_CASE("bytes that are no UTF-8 are found wherever they stand") {
  const std::string han = "文字，和标点。";
  for (std::size_t before = 0; before < 70; ++before)
    for (const std::string_view wrong : {"\x80", "\xE4", "\xE6\x96", "\xED\xA0\x80", "\xE0\x80\x80", "\xC0\x80", "\xF4\x90\x80\x80", "\xFF"}) {
      std::string text(before, 'x');
      for (int i = 0; i < 10; ++i) text += han;
      CHECK(is_valid_utf8(text + "\u00E9\U00020000" + text));
      CHECK_FALSE(is_valid_utf8(text + std::string(wrong)));
      CHECK_FALSE(is_valid_utf8(text + std::string(wrong) + text));
    }
}

TEST_CASE("a line that is no record is refused with a reason") {
  for (const char* line : {"", "{", "[]", "1", "null", R"({"id":"a"})", R"({"text":1})", "{\"text\":\"\xFF\"}", R"({"record":"article"})",
                           R"({"record":"article","type":"news","text":"甲","blocks":[{"kind":"title","range":[0,9]}]})",
                           R"({"record":"article","type":"news","text":"甲","blocks":[{"kind":"title","range":[1,0]}]})",
                           R"({"record":"article","type":"news","text":"甲","blocks":[{"kind":"nosuch","range":[0,1]}]})",
                           R"({"record":"article","type":"news","text":"甲","spans":[[1]]})",
                           R"({"record":"page","text":"甲","edits":[{"from":[0,1],"to":[0,9]}]})",
                           R"({"record":"page","text":"甲","edits":[{"rule":"r","from":[0,1],"to":[0,1],"old_bytes":"ff8"}]})",
                           R"({"record":"page","text":"甲","edits":[{"rule":"r","from":[0,1],"to":[0,1],"old_bytes":"fg"}]})"}) {
    CAPTURE(line);
    CHECK_FALSE(fault_of(line).empty());
  }
}
