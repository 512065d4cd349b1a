// Checks of the tables of separation: what a row knows stands in its example.
#include <algorithm>

#include "split/jump_note.h"
#include "split/layout.h"
#include "split/layout_signs.h"
#include "split/shape_tables.h"
#include "tables.h"

using namespace jianbao;

TABLE_CHECK(words) { return tests::holds_word(row, "words"); }

// The row knows its example, and does not know the line beside it that looks like one.
TABLE_CHECK(shapes) {
  const bool at_begin = row["scope"] == "whole" || row["scope"] == "start";
  const std::string whole = row["scope"] == "start" ? row["pattern"] : "(" + row["pattern"] + ")$";
  const Pattern pattern(whole, row.row.place, rules.tables().compiled<WordTable>().lists());
  const auto knows = [&](const std::string& text) { return at_begin ? pattern.matches(text) : tests::found_in(pattern, text); };
  return knows(row["example"]) && !row["not"].empty() && !knows(row["not"]);
}

// As the first row that knows its example.
TABLE_CHECK(jumps) {
  const auto& notes = rules.tables().compiled<JumpNotes>();
  const auto note = notes.at_begin(row["example"]);
  const bool out = row["way"] == "out";
  return note && note->out == out && note->boxed == row["id"].starts_with(out ? "out-boxed" : "in-boxed") && note->is_all_of(row["example"]) && !row["not"].empty() && !notes.at_begin(row["not"]);
}

TABLE_CHECK(ad_signs) {
  const Pattern pattern(row["words"], row.row.place);
  return pattern.matches(row["example"]) && !row["not"].empty() && !pattern.matches(row["not"]);
}

// Costs, not knowledge: the names must be those of shapes and roles.
TABLE_CHECK(layout_shapes) { return shape_named(row["shape"]).has_value(); }
TABLE_CHECK(layout_begins) {
  const auto begin = TextBegins(rules.tables()).of(row["example"]);
  return TextBegins::kNames[begin] == row["begin"];
}
TABLE_CHECK(layout_signs) { return LayoutSigns::is_sign(row["sign"]); }
TABLE_CHECK(layout_steps) {
  return row["from"] == "page" || std::find(kRoleNames.begin(), kRoleNames.end(), row["from"]) != kRoleNames.end();
}
