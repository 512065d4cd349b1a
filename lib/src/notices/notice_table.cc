#include "notices/notice_table.h"

#include <optional>
#include <string>
#include <utility>

#include "fields/identifiers.h"
#include "notice_signs/notice_cell_lines.h"
#include "notice_signs/notice_columns.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_scan.h"
#include "notices/field_list.h"
#include "notices/notice_cells.h"
#include "notices/notice_contracts.h"
#include "notices/notice_labels.h"
#include "notices/notice_row_fit.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::string_view kContract = "contract";  // has the title of its column; a parcel's number names nothing
constexpr std::string_view kOwed = "owed";         // what makes a row of a table of debtors that has neither contracts nor names of things
constexpr std::size_t kLongestRow = 600;  // bytes

using Type = ColumnTable::Type;

/// What a name or a word ends with, and no sign before a number: ≥0.8.
bool is_named_end(char32_t c) { return is_han(c) || fold(c) == U'）'; }

bool is_figure(char32_t c) { return is_digit(c) || fold(c) == U'，' || c == '.'; }

/// Where the amount begins that a cell ends with: behind a name, or behind the cents of another one (350,000.00|98,760.30); 0 where none does.
std::size_t last_amount(std::string_view cell) {
  constexpr std::size_t kCents = 2;  // digits
  std::size_t at = cell.size();
  while (at > 0 && is_figure(char_at(cell, before(cell, at)))) at = before(cell, at);
  const std::size_t point = cell.find('.', at);
  if (point == std::string_view::npos || !is_digit(char_at(cell, at))) return 0;
  if (at > 0) return is_named_end(char_at(cell, before(cell, at))) && count_chars(cell.substr(0, at)) > 1 ? at : 0;
  const std::size_t next = point + 1 + kCents;
  return cell.find('.', next) != std::string_view::npos && skip_digits(cell, point + 1) >= next && is_digit(char_at(cell, next)) ? next : 0;
}

/// Where two cells run on whose gap a line's end has taken: behind the number of a contract or before one that begins with letters, before an
/// amount; 0 where none do.
std::size_t glued_at(std::string_view cell) {
  constexpr std::string_view kEnd = "号";
  constexpr std::size_t kShortestName = 4;  // characters: what is shorter may begin a number
  const std::size_t number = document_number_end(cell, 0);
  if (number < cell.size() && cell.substr(0, number).ends_with(kEnd) && is_han(char_at(cell, number))) return number;
  const std::size_t name = skip_while(cell, 0, is_named_end);
  if (is_letter(char_at(cell, name)) && count_chars(cell.substr(0, name)) >= kShortestName && misfit(cell.substr(name), Type::code) < kUnfit) return name;
  return last_amount(cell);
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

/// 合计, 合　计: adds up the rows and is none.
bool is_sum(const Cells& cells, const ColumnTable& table) {
  constexpr std::size_t kHan = 3;  // bytes of a character
  std::string first(cells.front());
  for (std::size_t i = 1; i < cells.size() && cells[i].size() == kHan && first.size() < 2 * kHan; ++i) first += cells[i];
  const auto sum = table.heads.find(first);
  return sum && sum.bytes == first.size() && table.columns[sum.value].id == "total";
}

std::optional<Item> read_row(std::string_view line, const Header& header, const ColumnTable& table) {
  const Cells cells = parted_cells(line, header.columns.size());
  if (cells.size() < 3 || cells.size() > kMostCells) return {};
  if (is_sum(cells, table)) return {};
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
bool lacks_cells(std::string_view row, const Header& header, const ColumnTable& table, const Rules& rules) {
  const Cells cells = parted_cells(row, header.columns.size());
  const Type last = table.columns[header.columns.back()].type;
  return cells.size() < header.columns.size() || misfit(cells.back(), last) >= kUnfit || (last == Type::names && ends_in_torn_name(cells.back(), rules));
}

/// Whether the rows below a header begin with what is told from a torn off piece: a count, the number of a parcel.
bool has_marked_rows(const Header& header, const ColumnTable& table) {
  const Type first = table.columns[header.columns.front()].type;
  return first == Type::ordinal || first == Type::code;
}

constexpr std::string_view kGap = "　";

/// Whether a line begins a row below `row`: one that is counted has a number a little farther on, which the cents of a torn amount have not.
bool begins_row(std::string_view line, std::string_view row, const Header& header, const ColumnTable& table) {
  constexpr long long kMostSkipped = 9;  // rows that OCR lost
  const Cells cells = cells_of(line);
  if (table.columns[header.columns.front()].type != Type::ordinal) {
    const bool alike = !is_han(first_char(line)) || row.empty() || first_char(line) == first_char(row);  // 云土挂2014-18号 below 云土挂2014-17号, and no 云台路12号
    return cells.size() > 1 && misfit(cells.front(), Type::code) == 0 && alike;
  }
  if (!is_counted_row(line)) return false;
  if (row.empty()) return true;
  const auto number = parse_numeral(cells.front()), above = parse_numeral(cells_of(row).front());
  return !number || !above || (*number > *above && *number <= *above + kMostSkipped);
}

bool fills(std::string_view row, const Header& header, const ColumnTable& table) {
  const Cells cells = parted_cells(row, header.columns.size());
  if (cells.size() != header.columns.size()) return false;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (misfit(cells[i], table.columns[header.columns[i]].type) >= kUnfit) return false;
  return true;
}

using Parts = std::vector<std::string_view>;

/// The parts of a row that lines' ends tore: each fell between two cells or into one, as they have a cell for each column that fits. Where no
/// way does, all are taken to have fallen into cells.
std::string joined(const Parts& parts, const Header& header, const ColumnTable& table) {
  constexpr std::size_t kMostSeams = 4;
  const std::size_t seams = parts.size() - 1, ways = std::size_t{1} << (seams <= kMostSeams ? seams : 0);
  const auto row_of = [&](std::size_t gaps) {
    std::string row(parts.front());
    for (std::size_t i = 0; i < seams; ++i) row.append(gaps >> i & 1 ? kGap : std::string_view()).append(parts[i + 1]);
    return row;
  };
  for (std::size_t gaps = 0; gaps < ways; ++gaps)
    if (std::string row = row_of(gaps); fills(row, header, table)) return row;
  return row_of(0);
}

/// A row that a line's end may have cut, and what might be its rest.
bool may_go_on(std::string_view row, std::string_view line, const Header& header, const ColumnTable& table, const Rules& rules) {
  constexpr std::string_view kColon = "：";
  constexpr std::size_t kFew = 2;  // cells: 特此公告 behind a row whose last cell is empty has one
  if (row.size() >= kLongestRow || line.find(kColon) != std::string_view::npos || read_header(row, table) || !lacks_cells(row, header, table, rules)) return false;
  if (has_marked_rows(header, table)) return begins_row(row, {}, header, table) && !begins_row(line, row, header, table);
  return header.heads.size() == header.columns.size() && !row.empty() && !is_stop(last_char(row)) && (cells_of(line).size() >= kFew || has_digits(line));
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

/// The lines of a text; the header and the rows of a table that the column's width has cut are put together again.
class WholeLines {
 public:
  explicit WholeLines(const Rules& rules) : rules_(rules), table_(rules.tables().compiled<ColumnTable>()) {}

  void add(std::string_view line) {
    if (!lines.empty() && (goes_on_header(line) || goes_on_row(line))) return;
    if (auto found = read_header(line, table_)) header_ = std::move(found);
    lines.emplace_back(line);
    parts_.assign(1, line);
  }

  std::vector<std::string> lines;

 private:
  /// Heads behind heads, or the rest of one: …合同编⏎号.
  bool goes_on_header(std::string_view line) {
    const bool heads = is_head_line(lines.back(), table_) && is_head_line(line, table_);
    if (!heads && !read_header(lines.back(), table_)) return false;
    const std::string whole = std::string(lines.back()).append(heads ? kGap : std::string_view()).append(line);
    auto longer = read_header(whole, table_);
    if (!longer ? !heads : !heads && longer->columns.size() <= header_->columns.size()) return false;
    header_ = std::move(longer);
    lines.back() = whole;
    return true;
  }

  bool goes_on_row(std::string_view line) {
    if (!header_ || !may_go_on(lines.back(), line, *header_, table_, rules_)) return false;
    parts_.push_back(line);
    std::string row = joined(parts_, *header_, table_);
    const bool whole = has_marked_rows(*header_, table_) || fills(row, *header_, table_);
    if (whole) lines.back() = std::move(row);
    else parts_.pop_back();
    return whole;
  }

  const Rules& rules_;
  const ColumnTable& table_;
  std::optional<Header> header_;
  Parts parts_;  ///< of the last line
};

/// The rows behind the header, or rows in the usual order that begin with a number.
std::vector<Item> read_rows(std::string_view printed, const Rules& rules, bool needs_header) {
  const auto& table = rules.tables().compiled<ColumnTable>();
  const std::string text = with_rows(printed, rules);
  std::vector<Item> items;
  std::optional<Header> header;
  double scale = 1;
  WholeLines whole(rules);
  each_line(text, [&](std::string_view line) { whole.add(line); });
  for (const std::string& line : whole.lines) {
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
