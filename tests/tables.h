// How each table's rows are checked against their own examples:
//
//   TABLE_CHECK(numbering) { return match_label(row["example"], rules)->style == row["id"]; }
//
// stands in the test of the stage that uses the table; tables_test.cc runs it over all rows.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "jianbao/rules.h"
#include "tables/pattern.h"
#include "text/table.h"

namespace tests {

struct TableRow {
  const jianbao::Table& table;
  const jianbao::Table::Row& row;

  std::string operator[](std::string_view column) const { return table.cell(row, column); }
};

using TableCheck = bool (*)(const TableRow& row, const jianbao::Rules& rules);

inline std::map<std::string, TableCheck>& table_checks() {
  static std::map<std::string, TableCheck> checks;
  return checks;
}

/// Whether a word of a cell stands in the example; the check of tables that are lists of words.
inline bool holds_word(const TableRow& row, std::string_view words) {
  for (const std::string& word : jianbao::split_cell(row[words]))
    if (row["example"].find(word) != std::string::npos) return true;
  return false;
}

/// Whether a pattern matches anywhere in a text.
inline bool found_in(const jianbao::Pattern& pattern, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if ((text[at] & 0xC0) != 0x80 && pattern.matches(text, at)) return true;
  return false;
}

}  // namespace tests

#define TABLE_CHECK(table)                                                                              \
  static bool check_row_of_##table(const ::tests::TableRow& row, const ::jianbao::Rules& rules);        \
  [[maybe_unused]] static const bool registered_##table =                                               \
      ::tests::table_checks().emplace(#table, check_row_of_##table).second;                             \
  static bool check_row_of_##table([[maybe_unused]] const ::tests::TableRow& row,                       \
                                   [[maybe_unused]] const ::jianbao::Rules& rules)
