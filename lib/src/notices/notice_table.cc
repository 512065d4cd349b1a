#include "notices/notice_table.h"

#include <optional>
#include <string>
#include <utility>

#include "fields/identifiers.h"
#include "notice_signs/notice_cell_lines.h"
#include "notice_signs/notice_columns.h"
#include "notice_signs/notice_rows.h"
#include "notices/field_list.h"
#include "notices/notice_cells.h"
#include "notices/notice_contracts.h"
#include "notices/notice_labels.h"
#include "notices/notice_row_fit.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::string_view kContract = "contract";  // has the title of its column; a parcel's number names nothing
constexpr std::string_view kOwed = "owed";         // what makes a row of a table of debtors that has neither contracts nor names of things
constexpr std::size_t kLongestRow = 600;  // bytes

using Type = ColumnTable::Type;

/// What a name or a word ends with, and no sign before a number: ≥0.8.
bool is_named_end(char32_t c) { return is_han(c) || fold(c) == U'）'; }

/// Where two cells run on whose gap a line's end has taken: behind the number of a contract, before an amount; 0 where none do.
std::size_t glued_at(std::string_view cell) {
  constexpr std::string_view kEnd = "号";
  const std::size_t number = document_number_end(cell, 0);
  if (number < cell.size() && cell.substr(0, number).ends_with(kEnd) && is_han(char_at(cell, number))) return number;
  std::size_t at = cell.size();
  while (at > 0 && (is_digit(char_at(cell, before(cell, at))) || std::u32string_view(U",，.").find(char_at(cell, before(cell, at))) != std::u32string_view::npos)) at = before(cell, at);
  const bool amount = at > 0 && at < cell.size() && is_digit(char_at(cell, at)) && cell.find('.', at) != std::string_view::npos;
  return amount && is_named_end(char_at(cell, before(cell, at))) ? at : 0;
}

/// The cells of a row; those that run on are parted where the row has too few.
Cells parted_cells(std::string_view line, std::size_t columns) {
  Cells cells = cells_of(line);
  for (std::size_t i = 0; i < cells.size() && cells.size() < columns;) {
    const std::size_t at = glued_at(cells[i]);
    if (at == 0) {
      ++i;
      continue;
    }
    const std::string_view whole = cells[i];
    cells[i] = whole.substr(0, at);
    cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(i) + 1, whole.substr(at));
  }
  return cells;
}

std::optional<Item> read_row(std::string_view line, const Header& header, const ColumnTable& table) {
  const Cells cells = parted_cells(line, header.columns.size());
  if (cells.size() < 3 || cells.size() > kMostCells) return {};
  const auto sum = table.heads.find(cells.front());  // 合计 adds up the rows; it is none
  if (sum && sum.bytes == cells.front().size() && table.columns[sum.value].id == "total") return {};
  const std::vector<std::size_t> columns = places_of(cells, header, table);
  if (columns.empty()) return {};
  Item item;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string whole(cells[i]);
    const std::size_t place = columns[i];
    if (place == Header::kUnknown) continue;
    if (const auto head = table.heads.find(whole); head && head.bytes < whole.size()) whole.erase(0, head.bytes);
    while (i + 1 < cells.size() && columns[i + 1] == place) whole += cells[++i];
    const ColumnTable::Column& column = table.columns[header.columns[place]];
    set_cell(item, column, whole, header.scales[place] > 0 ? header.scales[place] : header.scale);
    if (column.item == "number" && column.id == kContract) item.name = header.names[place];
  }
  if (item.numbers.empty() && item.name.empty() && !item.amount && !has_field(item.fields, kOwed)) return {};
  return item;
}

/// The order that tables of debtors have where no header is printed.
Header usual_header(const ColumnTable& table) {
  Header header;
  header.columns = table.usual;
  header.names.resize(header.columns.size());
  header.scales.resize(header.columns.size(), 0);
  return header;
}

template <class Each>
void each_line(std::string_view text, Each each) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    each(trim(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Whether a row that was cut at a line's end still lacks cells: too few, or its last one is not yet what the last column holds.
bool lacks_cells(std::string_view row, const Header& header, const ColumnTable& table) {
  const Cells cells = cells_of(row);
  return cells.size() < header.columns.size() || misfit(cells.back(), table.columns[header.columns.back()].type) >= kUnfit;
}

/// Whether the rows below a header begin with what is told from a torn off piece: a count, the number of a parcel.
bool has_marked_rows(const Header& header, const ColumnTable& table) {
  const Type first = table.columns[header.columns.front()].type;
  return first == Type::ordinal || first == Type::code;
}

constexpr std::string_view kGap = "　";

/// 李四　云借2023第0012号⏎48260.00: a row whose sum stands on a line of its own.
bool lacks_last_sum(std::string_view row, std::string_view line, const Header& header, const ColumnTable& table) {
  if (table.columns[header.columns.back()].type != Type::money || misfit(line, Type::money) >= kUnfit) return false;
  const Cells cells = cells_of(row);
  return cells.size() + 1 == header.columns.size() && cells.size() > 1 && !read_header(row, table) && misfit(cells.back(), Type::money) >= kUnfit;
}

bool begins_row(std::string_view line, const Header& header, const ColumnTable& table) {
  if (table.columns[header.columns.front()].type == Type::ordinal) return is_counted_row(line);
  const Cells cells = cells_of(line);
  return cells.size() > 1 && misfit(cells.front(), Type::code) == 0 && is_digit(first_char(line));
}

bool fills(std::string_view row, const Header& header, const ColumnTable& table) {
  const Cells cells = cells_of(row);
  if (cells.size() != header.columns.size()) return false;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (misfit(cells[i], table.columns[header.columns[i]].type) >= kUnfit) return false;
  return true;
}

/// 某公司　8000000　431800⏎8431800　李四, …　商住　1⏎,126　300: a row that a line's end tore, between two cells or inside of one, where it then has a
/// cell for each column that fits; empty for any other lines.
std::string torn_row(std::string_view row, std::string_view line, const Header& header, const ColumnTable& table) {
  constexpr std::size_t kFew = 2;  // cells: 特此公告 behind a row whose last cell is empty has one
  const std::size_t cells = cells_of(row).size();
  if (header.heads.size() != header.columns.size() || cells < kFew || cells >= header.columns.size() || is_stop(last_char(row))) return {};
  if (read_header(row, table) || (has_marked_rows(header, table) && begins_row(line, header, table)) || !(cells_of(line).size() >= kFew || has_digits(line))) return {};
  for (const std::string_view gap : {kGap, std::string_view()})
    if (std::string whole = std::string(row).append(gap).append(line); fills(whole, header, table)) return whole;
  return {};
}

/// A text whose tables have a row a line; one that has a cell a line is so set.
std::string with_rows(std::string_view text, const Rules& rules) {
  if (cell_lines_in(text, rules).empty()) return std::string(text);
  std::string rows;
  const std::vector<std::string_view> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size();) {
    const CellLines cells = cell_lines_at(lines, i, rules);
    const std::size_t columns = cells ? cells.columns : 1;
    for (const std::size_t end = i + (cells ? cells.lines() : 1); i < end; ++i) rows.append(lines[i]).append((end - i) % columns == 1 % columns ? "\n" : kGap);
  }
  return rows;
}

/// The lines of a text; those of a table with marked rows that the column's width has cut are put together again.
std::vector<std::string> whole_lines(std::string_view text, const ColumnTable& table) {
  std::vector<std::string> lines;
  std::optional<Header> header;  // of a table with marked rows
  std::optional<Header> above;   // of any table
  bool open = false;             // the last line is its header or one of its rows
  each_line(text, [&](std::string_view line) {
    if (above && lacks_last_sum(lines.back(), line, *above, table)) {
      lines.back().append(kGap).append(line);
      return;
    }
    if (std::string whole = above && !lines.empty() ? torn_row(lines.back(), line, *above, table) : std::string(); !whole.empty()) {
      lines.back() = std::move(whole);
      return;
    }
    if (auto found = read_header(line, table)) above = std::move(found);
    if (open && lines.back().size() < kLongestRow && !begins_row(line, *header, table)) {
      const std::string joined = lines.back() + std::string(line);
      auto longer = read_header(joined, table);
      if (longer && longer->columns.size() > header->columns.size()) {
        header = std::move(longer);
        lines.back() = joined;
        return;
      }
      if (begins_row(lines.back(), *header, table) && lacks_cells(lines.back(), *header, table)) {
        lines.back() = joined;
        return;
      }
    }
    if (auto found = read_header(line, table); found && has_marked_rows(*found, table)) header = std::move(found), open = true;
    else open = header && begins_row(line, *header, table);
    lines.emplace_back(line);
  });
  return lines;
}

/// The rows behind the header, or rows in the usual order that begin with a number.
std::vector<Item> read_rows(std::string_view printed, const Rules& rules, bool needs_header) {
  const auto& table = rules.tables().compiled<ColumnTable>();
  const std::string text = with_rows(printed, rules);
  std::vector<Item> items;
  std::optional<Header> header;
  double scale = 1;
  for (const std::string& line : whole_lines(text, table)) {
    if (items.size() >= kMostRows) break;
    if (auto found = read_header(line, table)) {
      header = std::move(found);
      header->scale = scale;
    } else if (table.is_unit_line(line)) {
      scale = table.scale_of(line);
      if (header) header->scale = scale;
    } else if (header || (!needs_header && is_counted_row(line))) {
      const Header usual = header ? Header{} : usual_header(table);
      if (auto item = read_row(line, header ? *header : usual, table)) items.push_back(std::move(*item));
    }
  }
  return items;
}

}  // namespace

std::vector<Item> read_debts(std::string_view text, const Rules& rules) {
  std::vector<Item> items = read_rows(text, rules, false);
  return items.empty() ? read_labelled_debts(text, rules) : items;
}

std::vector<Item> read_lot_table(std::string_view text, const Rules& rules) {
  return read_rows(text, rules, true);
}

}  // namespace jianbao
