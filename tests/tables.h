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
#include "table.h"

namespace tests {

struct TableRow {
  const jianbao::Table& table;
  const jianbao::Table::Row& row;

  const std::string& operator[](std::string_view column) const { return table.cell(row, column); }
};

using TableCheck = bool (*)(const TableRow& row, const jianbao::Rules& rules);

inline std::map<std::string, TableCheck>& table_checks() {
  static std::map<std::string, TableCheck> checks;
  return checks;
}

}  // namespace tests

#define TABLE_CHECK(table)                                                                              \
  static bool check_row_of_##table(const ::tests::TableRow& row, const ::jianbao::Rules& rules);        \
  [[maybe_unused]] static const bool registered_##table =                                               \
      ::tests::table_checks().emplace(#table, check_row_of_##table).second;                             \
  static bool check_row_of_##table([[maybe_unused]] const ::tests::TableRow& row,                       \
                                   [[maybe_unused]] const ::jianbao::Rules& rules)
