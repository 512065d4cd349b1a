#include "notice_signs/notice_columns.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "text/chars.h"

namespace jianbao {
namespace {

/// Guarantors stand before the amounts or behind them.
constexpr std::string_view kUsual[] = {"ordinal", "debtor", "contract", "guarantor", "principal", "interest", "total", "guarantor"};

ColumnTable::Type type_of(std::string_view name, const std::string& place) {
  static constexpr std::string_view kNames[] = {"ordinal", "name", "names", "code", "money", "measure", "text"};
  const auto found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found == std::end(kNames)) throw RulesError(place + ": unknown type '" + std::string(name) + "'");
  return static_cast<ColumnTable::Type>(found - std::begin(kNames));
}

}  // namespace

ColumnTable::ColumnTable(const Rules::Tables& tables) {
  const Table& table = tables.table("notice_columns");
  for (const Table::Row& row : table.rows()) {
    const std::string& type = table.cell(row, "type");
    for (std::string& word : split_cell(table.cell(row, "words"))) {
      if (type == "unit") units_.emplace_back(std::move(word), std::strtod(std::string(table.cell(row, "scale")).c_str(), nullptr));
      else if (type == "unit-label") unit_labels_.add(std::move(word));
      else if (type == "tail") tails_.add(std::move(word));
      else if (type == "under") under.add(std::move(word));
      else if (type == "lent") lent.add(std::move(word));
      else heads.add(std::move(word), columns.size());
    }
    if (type != "unit" && type != "unit-label" && type != "tail" && type != "under" && type != "lent")
      columns.push_back({row.cells.front(), table.cell(row, "item"), type_of(type, row.place), split_cell(table.cell(row, "beside"))});
  }
  std::stable_sort(units_.begin(), units_.end(), [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  for (const std::string_view id : kUsual) {
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.id == id; });
    if (column != columns.end()) usual.push_back(static_cast<std::size_t>(column - columns.begin()));
  }
}

bool ColumnTable::is_unit_line(std::string_view line) const {
  return any_unit(line, [&](std::size_t label, std::string_view unit) { return scale_of(unit) > 0 && (label == 0 || count_chars(unit) <= kLongestUnit); });
}

double ColumnTable::unit_said(std::string_view text) const {
  double scale = 0;
  any_unit(text, [&](std::size_t, std::string_view unit) { return (scale = scale_of(unit.substr(0, std::min(unit.find("。"), kLongestUnit * 3)))) > 0; });
  return scale;
}

template <class Is>
bool ColumnTable::any_unit(std::string_view line, Is is) const {
  if (line.find("：") == std::string_view::npos && line.find(':') == std::string_view::npos) return false;  // most lines
  bool word_begins = true;
  for (std::size_t at = 0; at < line.size(); at = word_begins ? at : skip_han(line, at, line.size())) {
    const std::size_t begin = at;
    const char32_t c = next_char(line, at);
    const auto label = word_begins && unit_labels_.may_begin(c) ? unit_labels_.find(line, begin) : PrefixIndex::Hit{};
    const std::size_t behind = begin + label.bytes;
    if (label && fold(char_at(line, behind)) == U'：' && is(begin, line.substr(behind))) return true;
    word_begins = is_space(c) || fold(c) == U'，' || fold(c) == U'。' || fold(c) == U'；' || fold(c) == U'（';
  }
  return false;
}

double ColumnTable::scale_of(std::string_view text) const {
  for (const auto& [unit, scale] : units_)
    if (text.find(unit) != std::string_view::npos) return scale;
  return 0;
}

std::string ColumnTable::item_name(std::string_view head) const {
  return std::string(head.substr(0, head.size() - tails_.find(head)));
}

}  // namespace jianbao
