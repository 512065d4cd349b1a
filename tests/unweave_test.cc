// Columns that were read across: woven from texts of ours at random, and taken apart again.
#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "clean/unweave.h"
#include "clean/column_gaps.h"
#include "clean/woven.h"
#include "text/chars.h"

using namespace jianbao;

namespace {

const std::vector<std::string> kTexts = {
    "封闭施工九个月的竹溪大桥今晨恢复通车，维修期间车辆绕行下游的铁索渡口，两岸居民过江要多走二十七分钟，如今只要两分钟。",
    "南门菜市场昨日搬进新楼，摊位增加到二百六十个，停车位增加到九十个，菜贩们说，新楼不漏雨，买菜的老顾客又都回来了。",
    "本院受理原告竹溪县农机站诉你买卖合同纠纷一案，因你下落不明，现依法向你公告送达起诉状副本、应诉通知书和开庭传票。",
    "因设备检修，十二月八日八时至十六时对河口线停电，停电范围为清水镇、柳坪村和渡口小学一带，给您带来不便，敬请谅解。",
};

/// The printed lines of a column: so many characters each, no mark at the begin of one.
std::vector<std::string> printed(std::string_view text, std::size_t measure) {
  std::vector<std::string> lines;
  std::size_t chars = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = fold(next_char(text, at));
    const bool hangs = c == U'，' || c == U'。' || c == U'、';
    if (lines.empty() || (chars >= measure && !hangs)) lines.emplace_back(), chars = 0;
    lines.back() += text.substr(begin, at - begin);
    ++chars;
  }
  return lines;
}

struct Woven {
  std::string text;
  std::vector<std::string> columns;
};

Woven weave(std::mt19937& random) {
  Woven woven;
  const std::size_t count = 2 + random() % 3, measure = 14 + random() % 3;
  std::vector<std::vector<std::string>> columns;
  for (std::size_t c = 0; c < count; ++c) {
    woven.columns.push_back(kTexts[(random() % 4 + c) % 4] + kTexts[random() % 4]);
    columns.push_back(printed(woven.columns.back(), measure));
  }
  std::size_t rows = 0;
  for (const auto& column : columns) rows = std::max(rows, column.size());
  for (std::size_t row = 0; row < rows; ++row, woven.text += '\n')
    for (std::size_t c = 0; c < count; ++c) {
      const std::string line = row < columns[c].size() ? columns[c][row] : "";
      woven.text += line;
      if (c + 1 == count) continue;
      const std::size_t room = 2 * (measure + 1) - std::min(half_widths(line), 2 * (measure + 1));
      woven.text += room > 4 || random() % 4 != 0 ? std::string(room / 2 + 3, ' ') : " ";
    }
  return woven;
}

std::string said(std::string_view text, const PrintedColumn& column) {
  std::string all;
  for (const auto& paragraph : column.paragraphs)
    for (const Span line : paragraph) all += text.substr(line.begin, line.size());
  return all;
}

}  // namespace

TEST_CASE("columns that were woven come apart, and no character of them is lost or taken twice") {
  std::mt19937 random(11);
  std::size_t apart = 0, whole = 0, columns = 0;
  constexpr int kPages = 200;
  for (int n = 0; n < kPages; ++n) {
    const Woven woven = weave(random);
    const std::vector<ReadAcross> found = find_read_across(woven.text, Rules::standard());
    if (found.empty()) continue;
    REQUIRE(found.size() == 1);
    ++apart;
    std::vector<int> taken(woven.text.size());
    const auto take = [&](Span place) { std::for_each(taken.begin() + static_cast<std::ptrdiff_t>(place.begin), taken.begin() + static_cast<std::ptrdiff_t>(place.end), [](int& t) { ++t; }); };
    for (const PrintedColumn& column : found[0].columns)
      for (const auto& paragraph : column.paragraphs)
        for (const Span line : paragraph) take(line);
    for (const PrintedHeadline& headline : found[0].headlines) take(headline.at);
    for (const Span place : found[0].between) take(place);
    for (std::size_t at = found[0].at.begin; at < found[0].at.end; ++at) {
      const bool empty = woven.text[at] == ' ' || woven.text[at] == '\n';
      CHECK((empty ? taken[at] <= 1 : taken[at] == 1));
    }
    for (std::size_t c = 0; c < std::min(found[0].columns.size(), woven.columns.size()); ++c) whole += said(woven.text, found[0].columns[c]) == woven.columns[c];
    columns += woven.columns.size();
  }
  CHECK(apart >= kPages * 9 / 10);
  CHECK(whole >= columns * 9 / 10);
}

TEST_CASE("lines of one column, tables and lists are not columns that were read across") {
  for (const std::string& text : kTexts) {
    std::string page;
    for (const std::string& line : printed(text + text, 14)) page += line + '\n';
    CHECK(find_read_across(page, Rules::standard()).empty());
  }
  CHECK(find_read_across("品名        最高价        最低价\n小白菜        2.40        1.80\n菠菜        3.60        2.90\n白萝卜        1.20        0.90\n", Rules::standard()).empty());
}
