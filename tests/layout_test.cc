// Checks of the tables of separation: what a row knows stands in its example.
#include <algorithm>

#include "layout.h"
#include "shape_tables.h"
#include "tables.h"

using namespace jianbao;

TABLE_CHECK(words) { return tests::holds_word(row, "words"); }

// What must not match (`not`) is decided with the neighbours in sight, not by the pattern alone.
TABLE_CHECK(shapes) {
  const bool at_begin = row["scope"] == "whole" || row["scope"] == "start";
  const std::string whole = row["scope"] == "start" ? row["pattern"] : "(" + row["pattern"] + ")$";
  const Pattern pattern(whole, row.row.place, rules.tables().compiled<WordTable>().lists());
  return at_begin ? pattern.matches(row["example"]) : tests::found_in(pattern, row["example"]);
}

// Costs, not knowledge: the names must be those of shapes and roles.
TABLE_CHECK(layout_shapes) { return shape_named(row["shape"]).has_value(); }
TABLE_CHECK(layout_steps) {
  return row["from"] == "page" || std::find(kRoleNames.begin(), kRoleNames.end(), row["from"]) != kRoleNames.end();
}
