#include "notice_groups/notice_group_rows.h"

#include <algorithm>
#include <cstddef>

#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_parts/notice_hours.h"
#include "notice_signs/notice_columns.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_scan.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::string_view kHours = "hours";  // of the column `items` of notices.tsv

/// A row of as many cells as the header has right above it, or above rows of the kind: 某公司　云借2020第001号　李四　1000000.00.
bool is_row_below_header(std::string_view text, const GroupState& state) {
  constexpr std::size_t kLeast = 3;  // cells
  if (state.header.empty() || !has_digits(text)) return false;
  const std::size_t cells = count_cells(text);
  if (cells < kLeast) return false;
  const std::size_t columns = header_columns(state.header, state.rules);
  return cells + 1 >= columns && cells <= columns;
}

/// Figures, or names that figures of the same row stand below.
bool may_be_in_row(std::string_view text, const GroupState& state) {
  constexpr std::string_view kColon = "：";
  if (is_stop(last_char(text)) || text.find(kColon) != std::string_view::npos || whole_date(text)) return false;
  const std::size_t next = state.block + 1;
  return has_digits(text) || (next < state.article.blocks.size() && has_digits(state.line(next)) && !is_counted_row(state.line(next)) && may_be_in_row(state.line(next), state));
}

/// 某厂　3号合同　980　昆山⏎德丰实业有限公司、李四: the rest of the names that a row above ends with, where its table has names in the last column.
bool ends_names(std::string_view text, std::string_view above, const GroupState& state) {
  if (above.data() == state.header.data() || is_stop(last_char(text)) || count_cells(text) != 1) return false;  // most lines: no row stands above
  const auto header = read_header(state.header, state.rules.tables().compiled<ColumnTable>());
  const Cells cells = cells_of(above);
  if (!header || cells.empty()) return false;
  const bool names = state.rules.tables().compiled<ColumnTable>().columns[header->columns.back()].type == ColumnTable::Type::names;
  return names && cells.size() + 1 >= header->columns.size() && cells.size() <= header->columns.size() && ends_in_torn_name(cells.back(), state.rules);
}

/// 某公司⏎云借2020第001号　980　李四: the first cell of a row, which the line below fills up.
bool is_begin_of_row(std::string_view text, const GroupState& state) {
  constexpr std::size_t kLeast = 2;  // cells of the rest
  const std::size_t next = state.block + 1;
  if (state.header.empty() || is_stop(last_char(text)) || next >= state.article.blocks.size() || count_cells(state.line(next)) < kLeast || count_cells(text) != 1) return false;
  const auto header = read_header(state.header, state.rules.tables().compiled<ColumnTable>());
  if (!header || header->heads.size() != header->columns.size()) return false;
  Cells cells = cells_of(text);
  const Cells rest = cells_of(state.line(next));
  cells.insert(cells.end(), rest.begin(), rest.end());
  if (cells.size() != header->columns.size()) return false;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (misfit(cells[i], state.rules.tables().compiled<ColumnTable>().columns[header->columns[i]].type) >= kUnfit) return false;
  return true;
}

/// 林炳坤、麦彩霞　4,800,000.00: what a line's end cut off the counted row above, which has too few cells.
bool is_rest_of_row(std::string_view text, const GroupState& state) {
  constexpr std::size_t kFarthest = 5;  // pieces of one row above
  const auto& pieces = state.open.pieces;
  if (pieces.empty() || state.header.empty()) return false;
  if (ends_names(text, pieces.back().text, state)) return true;
  if (!may_be_in_row(text, state)) return false;
  std::size_t cells = count_cells(text), torn = 0;
  for (std::size_t i = pieces.size(); i > 0 && i + kFarthest > pieces.size(); --i) {
    const std::string_view above = pieces[i - 1].text;
    cells += count_cells(above);
    ++torn;  // each end of a line may tear one cell
    if (is_counted_row(above)) return !is_counted_row(text) && cells <= header_columns(state.header, state.rules) + torn;
  }
  return false;
}

bool is_short_han(std::string_view text) {
  constexpr std::size_t kLeast = 2, kMost = 4;  // characters of a person's name
  const std::size_t n = count_chars(text);
  return n >= kLeast && n <= kMost && skip_han(text, 0, text.size()) == text.size();
}

bool is_row_of_hours(std::string_view text, const Rules& rules) { return static_cast<bool>(read_hours_row(text, rules)); }

}  // namespace

bool is_table_row(std::string_view text, const GroupState& state) {
  if (is_row_below_header(text, state) || is_begin_of_row(text, state) || is_rest_of_row(text, state)) return true;
  return is_counted_row(text) && state.has_header();
}

bool is_loss_row(std::string_view text, const GroupState& state) {
  if (count_cells(text) < 3 || !state.kinds.is_loss(state.kind_of_title(state.pending.empty() ? state.shared : state.pending.back()).kind)) return false;
  const Cells cells = cells_of(text);
  if (is_person(cells.front(), state.rules) || is_organisation(cells.front(), state.rules)) return true;
  const bool below = !state.open.pieces.empty() && count_cells(state.open.pieces.back().text) == cells.size();
  return below && is_short_han(cells.front());  // among such rows, whatever the surname
}

bool is_hours_line(std::string_view text, const GroupState& state) {
  if (!is_digit(first_char(text))) return false;  // most lines
  const std::string_view title = state.pending.empty() ? state.open.pieces.empty() ? state.shared : state.open.title : state.pending.back();
  const std::size_t kind = state.kind_of_title(title).kind;
  if (kind == KindTable::kNone || state.kinds.items[kind] != kHours) return false;
  if (!day_line(text).empty()) {
    const std::size_t next = state.block + 1;
    return next < state.article.blocks.size() && is_row_of_hours(state.line(next), state.rules);
  }
  return is_row_of_hours(text, state.rules);
}

bool goes_on_list(std::string_view text, const GroupState& state) {
  if (state.open.pieces.size() < 2 || !ends_in_colon(state.open.pieces.front().text)) return false;
  const Cells last = cells_of(state.open.pieces.back().text), cells = cells_of(text);
  if (cells.size() < 3 || cells.size() != last.size() || !is_organisation(cells.front(), state.rules)) return false;
  for (std::size_t i = 1; i < cells.size(); ++i)
    if (cells[i].substr(0, cells[i].find("：")) != last[i].substr(0, last[i].find("：")) && is_han(first_char(cells[i]))) return false;
  return true;
}

}  // namespace jianbao
