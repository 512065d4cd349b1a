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

/// Whether each byte of the lines stands in one place of what was read: in a column, a headline or between them.
bool takes_each_once(std::string_view text, const ReadAcross& across) {
  std::vector<int> taken(text.size());
  const auto take = [&](Span place) { std::for_each(taken.begin() + static_cast<std::ptrdiff_t>(place.begin), taken.begin() + static_cast<std::ptrdiff_t>(place.end), [](int& t) { ++t; }); };
  for (const PrintedColumn& column : across.columns)
    for (const auto& paragraph : column.paragraphs)
      for (const Span line : paragraph) take(line);
  for (const PrintedHeadline& headline : across.headlines) take(headline.at);
  for (const Span place : across.between) take(place);
  for (std::size_t at = across.at.begin; at < across.at.end; ++at) {
    const bool empty = text[at] == ' ' || text[at] == '\n';
    if (empty ? taken[at] > 1 : taken[at] != 1) return false;
  }
  return true;
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
    CHECK(takes_each_once(woven.text, found[0]));
    for (std::size_t c = 0; c < std::min(found[0].columns.size(), woven.columns.size()); ++c) whole += said(woven.text, found[0].columns[c]) == woven.columns[c];
    columns += woven.columns.size();
  }
  CHECK(apart >= kPages * 9 / 10);
  CHECK(whole >= columns * 9 / 10);
}

namespace {

const std::vector<std::string> kHeadlines = {"竹溪大桥今晨恢复通车", "南门菜市场搬进新楼", "农机站合同案昨日开庭", "河口线下月检修停电八小时"};

struct Boxes {
  std::string text;
  std::vector<std::string> columns;
  std::vector<std::pair<std::string, std::size_t>> headlines;  ///< and the number of the first column below each
};

/// Articles side by side, each of one or two columns of a width of its own, under a headline set larger by a third: three spaces between two articles, fewer or a mark
/// between two columns.
Boxes set_side_by_side(std::mt19937& random) {
  Boxes boxes;
  std::vector<std::vector<std::string>> printed_columns;
  std::vector<std::size_t> measures;  // of the columns: characters
  std::string row;
  const std::size_t count = 2 + random() % 2, first = random() % 4;
  std::size_t begin = 0;  // of the next box, in half characters
  for (std::size_t b = 0; b < count; ++b) {
    const std::size_t number = (first + b) % 4, columns = 1 + random() % 2, measure = columns == 1 ? 18 + random() % 5 : 11 + random() % 3;
    boxes.headlines.emplace_back(kHeadlines[number], printed_columns.size());
    const std::vector<std::string> lines = printed(kTexts[number] + kTexts[number], measure);
    const std::size_t per_column = (lines.size() + columns - 1) / columns;
    for (std::size_t c = 0; c < columns; ++c, begin += 2 * measure + 2) {
      printed_columns.emplace_back(lines.begin() + static_cast<std::ptrdiff_t>(c * per_column), lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), (c + 1) * per_column)));
      measures.push_back(measure);
    }
    row += kHeadlines[number];
    const std::size_t printed_to = half_widths(row) * 4 / 3;
    if (b + 1 < count) row += std::string(std::max<std::size_t>(3, begin > printed_to ? (begin - printed_to) / 2 : 0), ' ');
  }
  boxes.text = row + '\n';
  std::size_t rows = 0;
  for (const auto& column : printed_columns) rows = std::max(rows, column.size());
  for (std::size_t r = 0; r < rows; ++r, boxes.text += '\n')
    for (std::size_t c = 0; c < printed_columns.size(); ++c) {
      const std::string line = r < printed_columns[c].size() ? printed_columns[c][r] : "";
      boxes.text += line;
      if (c + 1 == printed_columns.size()) continue;
      const std::size_t room = 2 * (measures[c] + 1) - std::min(half_widths(line), 2 * (measures[c] + 1));
      const bool last = std::any_of(boxes.headlines.begin(), boxes.headlines.end(), [&](const auto& headline) { return headline.second == c + 1; });
      boxes.text += room > 4 ? std::string(room / 2 + 2, ' ') : last ? "   " : random() % 3 != 0 ? " " : "”";
    }
  for (const auto& column : printed_columns) {
    boxes.columns.emplace_back();
    for (const std::string& line : column) boxes.columns.back() += line;
  }
  return boxes;
}

}  // namespace

TEST_CASE("columns of articles side by side come apart, each under its headline") {
  std::mt19937 random(5);
  std::size_t whole = 0, columns = 0, headed = 0, headlines = 0;
  for (int n = 0; n < 200; ++n) {
    const Boxes boxes = set_side_by_side(random);
    columns += boxes.columns.size();
    headlines += boxes.headlines.size();
    const std::vector<ReadAcross> found = find_read_across(boxes.text, Rules::standard());
    for (const ReadAcross& across : found) CHECK(takes_each_once(boxes.text, across));
    if (found.size() != 1 || found[0].columns.size() != boxes.columns.size()) continue;
    for (std::size_t c = 0; c < boxes.columns.size(); ++c) whole += said(boxes.text, found[0].columns[c]) == boxes.columns[c];
    for (std::size_t h = 0; h < found[0].headlines.size(); ++h) {
      const PrintedHeadline& headline = found[0].headlines[h];
      headed += boxes.text.substr(headline.at.begin, headline.at.size()) == boxes.headlines[h].first && headline.column == boxes.headlines[h].second;
    }
  }
  CAPTURE(whole, columns, headed, headlines);
  CHECK(whole >= columns * 8 / 10);
  CHECK(headed >= headlines * 8 / 10);
}

TEST_CASE("what OCR makes of the rules around a block is no text, and is not lost") {
  std::mt19937 random(17);
  const std::vector<std::string> marks = {" |", "”", " ”", "|", " 、"};
  std::size_t apart = 0;
  for (int n = 0; n < 200; ++n) {
    const std::string block = n % 2 == 0 ? weave(random).text : set_side_by_side(random).text;
    std::string text;
    for (const char c : block) {
      if (c == '\n' && random() % 3 == 0) text += marks[random() % marks.size()];
      text += c;
      if (c == '\n' && random() % 3 == 0) text += marks[random() % marks.size()];
    }
    for (const ReadAcross& across : find_read_across(text, Rules::standard())) {
      CHECK(takes_each_once(text, across));
      ++apart;
    }
  }
  CHECK(apart >= 150);
}

TEST_CASE("ends of other columns between a row of headlines and the columns are not lost") {
  std::mt19937 random(29);
  const std::vector<std::string> ends = {"法缺席判决。", "2025年4月8日", "竹溪县人民法院", "邹满仓", "裁判。"};
  std::size_t apart = 0;
  for (int n = 0; n < 200; ++n) {
    std::string text = kHeadlines[random() % 4] + std::string(8 + random() % 6, ' ') + kHeadlines[random() % 4] + '\n';
    for (std::size_t row = 1 + random() % 2; row > 0; --row) text += ends[random() % ends.size()] + std::string(6 + random() % 8, ' ') + ends[random() % ends.size()] + std::string(6 + random() % 8, ' ') + ends[random() % ends.size()] + '\n';
    text += weave(random).text;
    for (const ReadAcross& across : find_read_across(text, Rules::standard())) {
      CHECK(takes_each_once(text, across));
      ++apart;
    }
  }
  CHECK(apart >= 100);
}

TEST_CASE("lines of one column, tables and lists are not columns that were read across") {
  for (const std::string& text : kTexts) {
    std::string page;
    for (const std::string& line : printed(text + text, 14)) page += line + '\n';
    CHECK(find_read_across(page, Rules::standard()).empty());
  }
  CHECK(find_read_across("品名        最高价        最低价\n小白菜        2.40        1.80\n菠菜        3.60        2.90\n白萝卜        1.20        0.90\n", Rules::standard()).empty());
}
