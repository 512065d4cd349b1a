#include "notice_signs/notice_rows.h"

#include <algorithm>
#include <cmath>

#include "fields/identifiers.h"
#include "fields/money.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

using Type = ColumnTable::Type;

constexpr std::size_t kLongestHeader = 300;  // bytes
constexpr std::size_t kLongestOrdinal = 4;

bool parts_cells(char32_t c) { return c < 0x80 ? c == ' ' || c == '\t' || c == '|' : is_space(c) || c == U'｜'; }

/// Whole: 98, is the begin of one that a line's end tore.
bool is_number(std::string_view cell) {
  bool digit = false;
  if (!is_digit(last_char(cell))) return false;
  for (std::size_t at = 0; at < cell.size();) {
    const char32_t c = fold(next_char(cell, at));
    digit |= is_digit(c);
    if (!is_digit(c) && c != U'，' && c != '.' && c != U'．') return false;
  }
  return digit;
}

bool is_code(std::string_view cell) {
  int digits = 0, others = 0;
  for (std::size_t at = 0; at < cell.size();) (is_digit(next_char(cell, at)) ? digits : others)++;
  return digits > 0 && (digits >= 6 || others > 0) && document_number_end(cell, 0) == cell.size() && cell.find('.') == std::string_view::npos;
}

/// Whether gaps part it from what stands beside it, or brackets behind it: 增价幅度（万元）.
bool is_whole_cell(std::string_view line, std::size_t begin, std::size_t end) {
  const bool begins = begin == 0 || parts_cells(char_at(line, before(line, begin)));
  return begins && (end >= line.size() || parts_cells(char_at(line, end)) || fold(char_at(line, end)) == U'（');
}

/// 编号　位置　用途: a head that is one only beside others, where none of those is there, heads nothing that is known.
void forget_lonely(Header& header, const ColumnTable& table) {
  const auto has = [&](const std::string& id) {
    return std::any_of(header.columns.begin(), header.columns.end(), [&](std::size_t column) { return table.columns[column].id == id; });
  };
  for (std::size_t place = 0; place < header.columns.size(); ++place) {
    const auto& beside = table.columns[header.columns[place]].beside;
    if (beside.empty() || std::any_of(beside.begin(), beside.end(), has)) continue;
    const auto at = static_cast<std::ptrdiff_t>(place--);
    header.columns.erase(header.columns.begin() + at);
    header.names.erase(header.names.begin() + at);
    header.scales.erase(header.scales.begin() + at);
    for (std::size_t& head : header.heads)
      if (head != Header::kUnknown && head >= static_cast<std::size_t>(at)) head = head == static_cast<std::size_t>(at) ? Header::kUnknown : head - 1;
  }
}

/// Calls `take` with each cell of a line, kMostCells and one more at most.
template <class Take>
void each_cell(std::string_view line, Take take) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < line.size() && count <= kMostCells;) {
    std::size_t begin = at, end = line.size();
    while ((at = skip_han(line, at, line.size())) < line.size()) {
      const std::size_t place = at;
      if (!parts_cells(next_char(line, at))) continue;
      if (place > begin) {
        end = place;
        break;
      }
      begin = at;
    }
    if (end > begin) take(line.substr(begin, end - begin)), ++count;
  }
}

}  // namespace

Cells cells_of(std::string_view line) {
  Cells cells;
  each_cell(line, [&](std::string_view cell) { cells.push_back(cell); });
  return cells;
}

std::size_t count_cells(std::string_view line) {
  std::size_t count = 0;
  each_cell(line, [&](std::string_view) { ++count; });
  return count;
}

/// 91.07 times ten thousand is 910700, in binary too.
double in_cents(double yuan) { return std::round(yuan * 100) / 100; }

std::optional<double> amount_of(std::string_view cell, double scale) {
  if (const auto money = parse_money(cell); money && money->end == cell.size()) return in_cents(money->value * (money->has_unit ? 1 : scale));
  if (!is_number(cell)) return {};
  const auto money = parse_money("￥" + std::string(cell));
  return money ? std::optional(in_cents(money->value * scale)) : std::nullopt;
}

double misfit(std::string_view cell, Type type) {
  switch (type) {
    case Type::ordinal: return cell.size() <= kLongestOrdinal && parse_numeral(cell) ? 0 : kUnfit;
    case Type::money: return amount_of(cell, 1) ? 0 : kUnfit;
    case Type::code: return is_code(cell) ? 0 : kUnfit;
    case Type::name:
    case Type::names: return has_digits(cell) ? kUnfit : 0;
    case Type::measure: return has_digits(cell) || skip_han(cell, 0, cell.size()) == 0 ? 0 : kUnfit;
    case Type::text: return kDoubtful;
  }
  return kUnfit;
}

std::optional<Header> read_header(std::string_view line, const ColumnTable& table) {
  if (line.size() > kLongestHeader) return {};
  Header header;
  std::size_t unknown = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = char_at(line, at);
    if (const auto head = table.heads.find(line, at)) {
      header.heads.push_back(header.columns.size());
      header.columns.push_back(head.value);
      header.names.push_back(table.item_name(line.substr(at, head.bytes)));
      header.scales.push_back(0);
      at += head.bytes;
    } else if (fold(c) == U'（' && !header.columns.empty()) {
      const std::size_t close = std::min(line.find(c == '(' ? ")" : "）", at), line.size());
      if (header.heads.back() != Header::kUnknown) header.scales.back() = table.scale_of(line.substr(at, close - at));
      at = std::min(close + (c == '(' ? 1 : 3), line.size());
    } else if (parts_cells(c)) {
      next_char(line, at);
    } else if (is_digit(c) || is_stop(c) || fold(c) == U'：' || fold(c) == U'，') {
      return {};
    } else {
      ++unknown;
      const std::size_t begin = at;
      next_char(line, at);
      for (std::size_t next = at; at < line.size(); at = next) {
        const bool han = is_han_lead(line[at]);
        const char32_t other = next_char(line, next);
        if (!han && (parts_cells(other) || fold(other) == U'（')) break;
        if (table.heads.may_begin(other) && table.heads.find(line, at)) break;
      }
      if (is_whole_cell(line, begin, at)) header.heads.push_back(Header::kUnknown);
    }
  }
  forget_lonely(header, table);
  if (header.columns.size() < 3 || unknown > header.columns.size()) return {};
  return header;
}

bool is_head_line(std::string_view line, const ColumnTable& table) {
  bool any = false, all = true;
  each_cell(line, [&](std::string_view cell) {
    any = true;
    const auto head = all ? table.heads.find(cell) : PrefixIndex::Hit{};
    all = head && (head.bytes == cell.size() || (fold(char_at(cell, head.bytes)) == U'（' && fold(last_char(cell)) == U'）'));
  });
  return any && all;
}

std::size_t header_columns(std::string_view line, const Rules& rules) {
  const auto header = read_header(line, rules.tables().compiled<ColumnTable>());
  return header ? header->columns.size() : 0;
}

bool ends_in_torn_name(std::string_view cell, const Rules& rules) {
  constexpr std::string_view kMark = "、";
  const std::size_t mark = cell.rfind(kMark);
  const std::string_view name = mark == std::string_view::npos ? cell : cell.substr(mark + kMark.size());
  if (name.empty()) return mark != std::string_view::npos;
  return count_chars(name) > 1 && skip_han(name, 0, name.size()) == name.size() && !is_person(name, rules) && !is_organisation(name, rules);
}

bool is_counted_row(std::string_view line) {
  std::size_t space = 0;
  while (space < line.size() && space <= kLongestOrdinal && !is_space(char_at(line, space))) next_char(line, space);
  return space < line.size() && misfit(line.substr(0, space), Type::ordinal) == 0;
}

bool is_table_line(std::string_view line, const Rules& rules) { return is_unit_or_row(line, rules) || header_columns(line, rules) > 0; }

bool is_unit_or_row(std::string_view line, const Rules& rules) {
  if (rules.tables().compiled<ColumnTable>().is_unit_line(line)) return true;
  constexpr std::size_t kLeast = 4;
  if (count_cells(line) < kLeast) return false;
  const Cells cells = cells_of(line);
  const auto amounts = std::count_if(cells.begin() + 1, cells.end(), [](std::string_view cell) { return is_number(cell) && cell.size() >= 4; });
  const auto codes = std::count_if(cells.begin() + 1, cells.end(), is_code);
  return amounts > 0 && (misfit(cells.front(), Type::ordinal) == 0 || codes > 0);
}

}  // namespace jianbao
