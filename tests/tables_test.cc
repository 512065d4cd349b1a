// Every row of every table has an id of its own and an example that this very row recognises: so none is dead.
#include "../lib/src/tables.h"

#include <set>

#include "catch.h"
#include "tables.h"

TEST_CASE("every row of every table recognises its own example") {
  const jianbao::Rules& rules = jianbao::Rules::standard();
  for (const auto& [name, source] : rules.tables().sources) {
    const jianbao::Table& table = rules.tables().table(name);
    CAPTURE(name);
    std::set<std::string> ids;
    for (const auto& row : table.rows()) {
      INFO(row.place);
      CHECK(ids.insert(row.cells[0]).second);
    }
    const auto check = tests::table_checks().find(name);
    if (check == tests::table_checks().end()) {
      FAIL_CHECK("no TABLE_CHECK(" << name << ")");
      continue;
    }
    for (const auto& row : table.rows()) {
      INFO(row.place << " " << row.cells[0]);
      CHECK(check->second({table, row}, rules));
    }
  }
}
