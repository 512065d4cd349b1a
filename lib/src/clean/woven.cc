#include "clean/woven.h"

#include <algorithm>

#include "clean/column_gaps.h"
#include "clean/join_lines.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kLeastCell = 4;  // Han of a column's line, short ones left out
constexpr std::size_t kLeastRow = 24;  // Han of a line of several columns: hardly any column is as wide
constexpr std::size_t kLongestRow = 900;  // bytes; a longer line is none of print
constexpr std::size_t kLeastRows = 4;
constexpr std::size_t kHeading = 8;   // Han of no part of a line that holds headings, or what else belongs to no column

struct Row {
  Span at;
  std::size_t han = 0, longest = 0;   ///< Han; those of the longest part
  std::size_t gaps = 0, cells = 0;    ///< wide ones; parts with a few Han
  bool comma = false, running = false;  ///< has a comma; or a stop
  bool ends = false;                    ///< one of its parts ends with a stop
};

Row read_row(std::string_view text, Span at) {
  Row row{at};
  const std::string_view line = text.substr(at.begin, at.size());
  std::size_t cell = 0;
  char32_t c = 0;
  for (std::size_t i = 0; i < line.size();) {
    if (const std::size_t end = column_gap_end(line, i); end > i) {
      row.cells += cell >= kLeastCell;
      row.longest = std::max(row.longest, cell);
      row.ends |= c == U'。';
      ++row.gaps;
      cell = 0;
      i = end;
      continue;
    }
    c = fold(next_char(line, i));
    cell += is_han(c), row.han += is_han(c);
    row.comma |= c == U'，';
    row.running |= c == U'，' || c == U'。';
  }
  row.cells += cell >= kLeastCell;
  row.longest = std::max(row.longest, cell);
  row.ends |= c == U'。';
  return row;
}

/// As many Han as lines of several columns have, several parts, and the marks of sentences.
bool are_columns(const std::vector<Row>& rows) {
  if (rows.size() < kLeastRows) return false;
  const auto count = [&](auto is) { return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), is)); };
  return 2 * count([](const Row& row) { return row.cells > 1; }) >= rows.size() && 3 * count([](const Row& row) { return row.running; }) >= rows.size() &&
         2 * count([](const Row& row) { return row.han >= kLeastRow; }) >= rows.size();
}

/// Without the spaces at both ends.
Span trimmed(std::string_view text, Span at) {
  const std::string_view inside = trim(text.substr(at.begin, at.size()));
  const auto begin = static_cast<std::size_t>(inside.data() - text.data());
  return {begin, begin + inside.size()};
}

/// The line before `at`, which begins a line, or the one that begins there; without the spaces around.
std::string_view line_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  const std::size_t begin = at > 1 ? text.rfind('\n', at - 2) : std::string_view::npos;
  return trim(text.substr(begin + 1, at - 1 - (begin + 1)));  // npos + 1 is the begin
}
std::string_view line_at(std::string_view text, std::size_t at) { return at < text.size() ? trim(text.substr(at, text.find('\n', at) - at)) : std::string_view{}; }

bool has_gap(std::string_view line) { return line.find("   ") != std::string_view::npos; }

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
    while (end < row.size() && column_gap_end(row, end) == end) next_char(row, end);
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

std::vector<WovenRun> find_woven(std::string_view text, const Rules& rules) {
  std::vector<WovenRun> runs;
  if (!has_gap(text)) return runs;
  std::vector<Row> rows;
  std::vector<Span> headlines;
  const auto close = [&] {
    if (are_columns(rows)) runs.push_back({{rows.front().at.begin, rows.back().at.end}, std::move(headlines)});
    rows.clear(), headlines.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const Span line = trimmed(text, {at, end});
    const Row row = end - at <= kLongestRow ? read_row(text, {at, end}) : Row{};
    const bool heads = !row.comma && !row.ends && row.longest < kHeading;
    const bool goes_on = !rows.empty() && row.gaps + row.cells > 0;
    const bool may_be = !heads && (row.cells > 1 || row.han >= kLeastRow || goes_on);
    if (auto cells = headlines_of(text, line, rules); !cells.empty()) close(), headlines = std::move(cells);
    else if (may_be) rows.push_back(row);
    else if (!line.empty() || !rows.empty()) close();
    at = end + 1;
  }
  close();
  return runs;
}

}  // namespace jianbao
