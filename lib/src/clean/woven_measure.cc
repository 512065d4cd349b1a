#include "clean/woven_measure.h"

#include <algorithm>
#include <map>

#include "clean/column_gaps.h"
#include "clean/join_lines.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNarrowest = 12, kWidest = 80;  // of a full line of a column
constexpr std::size_t kReach = 6;      // of a gap from where the column should end
constexpr std::size_t kMostColumns = 8, kLeastRows = 3;

/// The gap nearest to where the column should end; between two characters, where none is near.
ColumnGap gap_near(std::string_view cell, std::size_t width) {
  const auto away = [&](std::size_t left) { return left > width ? left - width : width - left; };
  const std::vector<ColumnGap> gaps = column_gaps(cell);
  const auto nearest = std::min_element(gaps.begin(), gaps.end(), [&](const ColumnGap& a, const ColumnGap& b) { return away(a.left) < away(b.left); });
  if (nearest != gaps.end() && away(nearest->left) <= kReach) return *nearest;
  ColumnGap best;
  std::size_t left = 0;
  for (std::size_t at = 0; at < cell.size();) {
    const char32_t c = next_char(cell, at);
    left += c < 0x80 ? 1 : 2;
    const bool inside = c < 0x80 && at < cell.size() && static_cast<unsigned char>(cell[at]) < 0x80;  // of a number
    if (!inside && (best.at.end == 0 || away(left) < away(best.left))) best = {{at, at}, left, left, false};
  }
  return best;
}

}  // namespace

WovenMeasure::WovenMeasure(std::string_view text, const std::vector<Span>& rows, const Rules& rules) : text_(text) {
  std::vector<Row> cells;
  for (const Span row : rows) cells.push_back(wide_cells(row));
  width_ = common_width(cells);
  numbered_ = are_numbered(cells, rules);
  if (width_ == 0) return;
  for (Row& row : cells) row = part(row);  // well enough to see how many columns there are, and where
  find_first(cells);
  cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(first_row_));
  if (cells.size() >= kLeastRows) find_lefts(cells);
}

/// Between wide gaps.
WovenMeasure::Row WovenMeasure::wide_cells(Span line) const {
  const std::string_view all = text_.substr(line.begin, line.size());
  Row row;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view cell = trim(all.substr(begin, end - begin));
    if (cell.empty()) return;
    const auto from = static_cast<std::size_t>(cell.data() - all.data());
    row.push_back({{line.begin + from, line.begin + from + cell.size()}, half_widths(all.substr(0, from)), half_widths(cell)});
  };
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = column_gap_end(all, at);
    if (end == at) {
      next_char(all, at);
      continue;
    }
    add(at);
    begin = at = end;
  }
  add(all.size());
  return row;
}

/// The width that most lines of the columns have, between two gaps of whatever kind; 0 where none is common.
std::size_t WovenMeasure::common_width(const std::vector<Row>& rows) const {
  std::map<std::size_t, std::size_t> counts;
  for (const Row& row : rows)
    for (const Cell& cell : row) {
      std::size_t left = 0;
      for (const ColumnGap& gap : column_gaps(text(cell))) {
        ++counts[gap.left - left];
        left = gap.right;
      }
      ++counts[cell.width - left];
    }
  std::size_t best = 0, most = 0;
  for (std::size_t width = kNarrowest; width <= kWidest; ++width) {
    std::size_t sum = 0;
    for (auto it = counts.lower_bound(width - 2); it != counts.end() && it->first <= width + 2; ++it) sum += it->second;
    if (sum > most || (sum == most && sum > 0 && counts.count(width))) best = sum > most ? width : best, most = sum;
  }
  return most >= std::max<std::size_t>(4, rows.size() / 2) ? best : 0;
}

/// Columns of a document, whose numbers tell more of their order (split/read_across.h).
bool WovenMeasure::are_numbered(const std::vector<Row>& rows, const Rules& rules) const {
  constexpr std::size_t kFew = 3, kSome = 8;  // numbers; rows for each
  const auto is_numbered = [&](const Cell& cell) {
    std::size_t at = 0;
    const std::string_view line = text(cell);
    char32_t first = fold(next_char(line, at));
    if (first == U'（' && at < line.size()) first = next_char(line, at);  // no （2025）苏0312民初
    return (first == U'第' || is_cn_numeral(first)) && start_of(line, rules) == Start::open;
  };
  std::size_t numbered = 0;
  for (const Row& row : rows)
    if (!row.empty()) numbered += static_cast<std::size_t>(std::count_if(row.begin() + 1, row.end(), is_numbered));
  return numbered >= kFew && numbered * kSome >= rows.size();
}

/// The cells of a row, each no wider than a line of a column.
WovenMeasure::Row WovenMeasure::part(const Row& wide) const {
  Row row;
  for (Cell cell : wide) {
    while (cell.width > width_ + ColumnPlace::kSlack) {
      const ColumnGap gap = gap_near(text(cell), width_);
      if (gap.at.begin == 0 || gap.at.end >= cell.at.size()) break;
      row.push_back({{cell.at.begin, cell.at.begin + gap.at.begin}, cell.left, gap.left});
      cell.at.begin += gap.at.end;
      cell.left += gap.right;
      cell.width -= std::min(gap.right, cell.width);
    }
    row.push_back(cell);
  }
  return row;
}

/// Rows before the first in which two lines fill their columns are headings that stand over them.
void WovenMeasure::find_first(const std::vector<Row>& rows) {
  const auto is_text = [&](const Row& row) { return std::count_if(row.begin(), row.end(), [&](const Cell& cell) { return ColumnPlace{0, width_}.is_full(cell.width); }) > 1; };
  first_row_ = static_cast<std::size_t>(std::find_if(rows.begin(), rows.end(), is_text) - rows.begin());
}

/// There are as many columns as the fullest rows have cells; each begins where the cells of those do.
void WovenMeasure::find_lefts(const std::vector<Row>& rows) {
  std::map<std::size_t, std::size_t> of_size;
  for (const Row& row : rows) ++of_size[row.size()];
  const auto fullest = std::find_if(of_size.rbegin(), of_size.rend(), [&](const auto& size) { return size.second >= std::max<std::size_t>(2, rows.size() / 4); });
  if (fullest == of_size.rend() || fullest->first < 2 || fullest->first > kMostColumns) return;
  columns_.assign(fullest->first, {0, width_});
  for (const Row& row : rows)
    for (std::size_t i = 0; row.size() == columns_.size() && i < row.size(); ++i) columns_[i].left += static_cast<double>(row[i].left) / static_cast<double>(fullest->second);
}

}  // namespace jianbao
