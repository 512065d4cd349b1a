#include "clean/headlines.h"

#include <algorithm>
#include <string>

#include "clean/column_gaps.h"
#include "clean/join_lines.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestRow = 900;  // bytes; a longer line is none of print
constexpr double kAway = 0.1;             // a natural logarithm of odds, for each half character that a column stands away from its headline

/// The line before `at`, which begins a line, or the one that begins there; without the spaces around.
std::string_view line_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  const std::size_t begin = at > 1 ? text.rfind('\n', at - 2) : std::string_view::npos;
  return trim(text.substr(begin + 1, at - 1 - (begin + 1)));  // npos + 1 is the begin
}
std::string_view line_at(std::string_view text, std::size_t at) { return at < text.size() ? trim(text.substr(at, text.find('\n', at) - at)) : std::string_view{}; }

/// A blank of headlines: the least that parts two columns.
bool has_gap(std::string_view line) {
  constexpr std::string_view kGap = "   ";
  static_assert(kGap.size() == kColumnGap);
  return line.find(kGap) != std::string_view::npos;
}

/// Of Han for the most part, and no longer than headlines are. Returns their number, or 0.
std::size_t headline_han(std::string_view cell) {
  constexpr std::size_t kShortest = 4, kLongest = 26;
  std::size_t han = 0, others = 0;
  for (std::size_t at = 0; at < cell.size();) {
    const char32_t c = next_char(cell, at);
    if (fold(c) == U'。') return 0;
    ++(is_han(c) ? han : others);
  }
  return han >= kShortest && han <= kLongest && 3 * others <= han ? han : 0;
}

struct Extent {
  double left, right;
};

/// What each headline stands over, as if they were set as large as the text. A space of theirs is about half a character of the text.
std::vector<Extent> extents_of(std::string_view text, const std::vector<Span>& headlines, const std::vector<ColumnPlace>& columns) {
  std::vector<Extent> extents;
  double right = 0;
  for (std::size_t h = 0; h < headlines.size(); ++h) {
    const double left = h == 0 ? 0 : right + static_cast<double>(headlines[h].begin - headlines[h - 1].end);
    right = left + static_cast<double>(half_widths(text.substr(headlines[h].begin, headlines[h].size())));
    extents.push_back({left, right});
  }
  const double scale = (columns.back().left + static_cast<double>(columns.back().width)) / right;
  for (Extent& extent : extents) extent.left *= scale, extent.right *= scale;
  return extents;
}

}  // namespace

std::vector<Span> headlines_of(std::string_view text, Span line, const Rules& rules) {
  constexpr double kLarger = 1.25;     // than text
  constexpr std::size_t kLongest = 6;  // Han of the longest at least
  const std::string_view row = text.substr(line.begin, line.size());
  if (row.size() > kLongestRow || !has_gap(row)) return {};
  std::vector<Span> cells;
  std::size_t longest = 0, commas = 0;
  for (std::size_t at = 0; at < row.size();) {
    std::size_t end = at;
    while ((end = skip_han(row, end, row.size())) < row.size() && column_gap_end(row, end) == end) next_char(row, end);
    const std::string_view cell = row.substr(at, end - at);
    const std::size_t han = headline_han(cell);
    if (han == 0 || start_of(cell, rules) == Start::open) return {};
    longest = std::max(longest, han);
    commas += cell.find("，") != std::string_view::npos;
    cells.push_back({line.begin + at, line.begin + end});
    at = column_gap_end(row, end);
  }
  if (cells.size() < 2 || longest < kLongest || 2 * commas >= cells.size()) return {};  // few headlines have one, and most lines of text
  const std::size_t begin = text.rfind('\n', line.begin) + 1, end = std::min(text.find('\n', line.end), text.size());
  const std::string_view above = line_before(text, begin), below = line_at(text, end + 1);
  const auto& abouts = rules.tables().compiled<WordTable>().list("title-about");
  if (std::any_of(abouts.begin(), abouts.end(), [&](const std::string& about) { return below.find(about) != std::string_view::npos; })) return {};  // 中共临江市委   临江市人民政府⏎关于…的意见
  const auto width = static_cast<double>(half_widths(row));
  const bool larger = has_gap(below) ? static_cast<double>(half_widths(below)) > kLarger * width : !has_gap(above) || static_cast<double>(half_widths(above)) < width;
  return larger ? cells : std::vector<Span>{};
}

std::vector<std::size_t> place_headlines(std::string_view text, const std::vector<Span>& headlines, const std::vector<ColumnPlace>& columns, const std::vector<double>& begins) {
  if (headlines.empty() || headlines.size() > columns.size()) return {};
  const std::vector<Extent> extents = extents_of(text, headlines, columns);
  const auto away = [&](std::size_t h, std::size_t c) {
    const double middle = columns[c].left + static_cast<double>(columns[c].width) / 2;
    return kAway * std::max({0.0, extents[h].left - middle, middle - extents[h].right});
  };
  constexpr double kNowhere = 1e9;
  const std::size_t count = columns.size();
  std::vector<std::vector<double>> best(headlines.size(), std::vector<double>(count, kNowhere));  // of the columns up to one, which is under the headline
  std::vector<std::vector<bool>> first(headlines.size(), std::vector<bool>(count));  // that one is its first
  for (std::size_t c = 0; c < count; ++c)
    for (std::size_t h = 0; h < headlines.size(); ++h) {
      const double on = c > 0 ? best[h][c - 1] : h == 0 ? 0 : kNowhere;
      const double next = c > 0 && h > 0 ? best[h - 1][c - 1] - begins[c] : kNowhere;
      first[h][c] = c == 0 || next < on;
      best[h][c] = std::min(on, next) + away(h, c);
    }
  std::vector<std::size_t> placed(headlines.size());
  for (std::size_t h = headlines.size(), c = count; h > 0 && c-- > 0;)
    if (first[h - 1][c]) --h, placed[h] = c;
  return placed;
}

}  // namespace jianbao
