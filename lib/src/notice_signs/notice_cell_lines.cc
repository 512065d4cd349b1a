#include "notice_signs/notice_cell_lines.h"

#include <algorithm>

#include "notice_signs/notice_rows.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kFewColumns = 3;  // as a header has that is printed on one line

/// 本金, 利息（万元）: nothing but the head of a column; its number, or the number of columns where the line is none.
std::size_t head_of(std::string_view line, const ColumnTable& table) {
  const auto head = table.heads.find(line);
  if (!head) return table.columns.size();
  const std::string_view rest = trim(line.substr(head.bytes));
  return rest.empty() || (fold(first_char(rest)) == U'（' && fold(last_char(rest)) == U'）') ? head.value : table.columns.size();
}

}  // namespace

CellLines cell_lines_at(const std::vector<std::string_view>& lines, std::size_t first, const Rules& rules) {
  const auto& table = rules.tables().compiled<ColumnTable>();
  std::vector<ColumnTable::Type> types;
  for (std::size_t i = first; i < lines.size() && types.size() <= kMostCells; ++i) {
    const std::size_t column = head_of(lines[i], table);
    if (column == table.columns.size()) break;
    types.push_back(table.columns[column].type);
  }
  CellLines found{types.size(), 0};
  if (types.size() < kFewColumns || types.size() > kMostCells) return found;
  const auto is_row = [&](std::size_t begin) {
    if (begin + types.size() > lines.size()) return false;
    for (std::size_t n = 0; n < types.size(); ++n)
      if (lines[begin + n].empty() || misfit(lines[begin + n], types[n]) >= kUnfit) return false;
    return true;
  };
  while (is_row(first + found.lines())) ++found.rows;
  return found;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(trim(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Span cell_lines_in(std::string_view text, const Rules& rules) {
  constexpr std::ptrdiff_t kLeast = 2 * kFewColumns - 1;  // line ends
  if (std::count(text.begin(), text.end(), '\n') < kLeast) return {};
  const std::vector<std::string_view> lines = lines_of(text);
  const auto begin_of = [&](std::size_t i) { return static_cast<std::size_t>(lines[i].data() - text.data()); };
  Span all{};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const CellLines cells = cell_lines_at(lines, i, rules);
    if (!cells) continue;
    if (all.empty()) all.begin = begin_of(i);
    i += cells.lines() - 1;
    all.end = begin_of(i) + lines[i].size();
  }
  return all;
}

}  // namespace jianbao
