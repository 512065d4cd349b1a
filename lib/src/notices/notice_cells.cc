#include "notices/notice_cells.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fields/dates.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_scan.h"
#include "notices/field_list.h"
#include "text/chars.h"

namespace jianbao {
namespace {

using Type = ColumnTable::Type;

void set_field(Item& item, const std::string& name, FieldValue value) {
  if (!has_field(item.fields, name)) item.fields.emplace_back(name, std::move(value));
}

/// One cell may hold the numbers of several contracts; 0012、0013号 is a short form that no part of can stand alone.
void add_numbers(Item& item, std::string_view cell) {
  constexpr std::ptrdiff_t kLeastDigits = 6;
  constexpr std::string_view kMark = "、";
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= cell.size();) {
    const std::size_t end = std::min(cell.find(kMark, begin), cell.size());
    parts.emplace_back(cell.substr(begin, end - begin));
    begin = end + kMark.size();
  }
  const bool whole = std::all_of(parts.begin(), parts.end(), [](const std::string& part) { return std::count_if(part.begin(), part.end(), [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); }) >= kLeastDigits; });
  if (!whole) parts.assign(1, std::string(cell));
  item.numbers.insert(item.numbers.end(), parts.begin(), parts.end());
}

/// A mark alone (/, —) stands where nothing is told.
bool holds_word(std::string_view cell) {
  return skip_while(cell, 0, [](char32_t c) { return !is_han(c) && !is_letter(c) && !is_digit(c); }) < cell.size();
}

/// 2023.7.8 as 2023-07-08; anything but a whole date as it stands.
std::string day_of(std::string_view cell) {
  const auto date = whole_date(cell);
  return date && date->year > 0 ? date->iso() : std::string(cell);
}

/// 《流动资金借款合同》江农商流借字2021第0318号: a title and its number share a cell. Whether they do.
bool add_titled(Item& item, std::string_view cell) {
  constexpr std::string_view kOpen = "《", kClose = "》";
  const std::size_t close = cell.find(kClose);
  if (!cell.starts_with(kOpen) || close == std::string_view::npos) return false;
  const std::string_view number = trim(cell.substr(close + kClose.size()));
  if (!has_digits(number)) return false;
  item.name = cell.substr(kOpen.size(), close - kOpen.size());
  add_numbers(item, number);
  return true;
}

}  // namespace

void set_cell(Item& item, const ColumnTable::Column& column, std::string_view cell, double scale) {
  if (column.type == Type::ordinal) return;
  if (column.type == Type::money) {
    const auto amount = amount_of(cell, scale);
    if (!amount) return;
    if (column.item == "amount" && !item.amount) item.amount = amount, item.currency = "CNY";
    else if (column.item != "amount" || item.amount != amount) set_field(item, column.id, *amount);
  } else if ((column.item == "number" || column.item == "name") && add_titled(item, cell)) {
    return;
  } else if (column.item == "number") {
    add_numbers(item, cell);
  } else if (column.item == "name") {
    item.name = cell;
  } else if (column.type == Type::names) {
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < cell.size();) {
      const std::size_t end = std::min({cell.find("、", begin), cell.find("，", begin), cell.size()});
      const std::string_view name = cell.substr(begin, end - begin);
      if (holds_word(name) && name != "无") names.emplace_back(name);
      begin = end + 3;
    }
    if (!names.empty()) set_field(item, column.id, std::move(names));
  } else {
    set_field(item, column.id, column.item == "date" ? day_of(cell) : std::string(cell));
  }
}

}  // namespace jianbao
