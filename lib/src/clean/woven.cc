#include "clean/woven.h"

#include <algorithm>

#include "clean/column_gaps.h"
#include "clean/headlines.h"
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

}  // namespace

std::vector<WovenRun> find_woven(std::string_view text, const Rules& rules) {
  std::vector<WovenRun> runs;
  if (text.find("   ") == std::string_view::npos) return runs;
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
