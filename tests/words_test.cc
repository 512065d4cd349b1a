// Checks of the tables that are lists of words, or patterns looked for in text: what a row knows stands in its example.
#include <algorithm>

#include "layout.h"
#include "shape_tables.h"
#include "tables.h"

using namespace jianbao;

TABLE_CHECK(words) { return tests::holds_word(row, "words"); }
TABLE_CHECK(notice_court_words) { return tests::holds_word(row, "words"); }
TABLE_CHECK(notice_item_words) { return tests::holds_word(row, "words"); }
TABLE_CHECK(notice_items) { return tests::holds_word(row, "words"); }
TABLE_CHECK(notice_words) { return tests::holds_word(row, "words"); }
TABLE_CHECK(notice_party_words) { return tests::holds_word(row, "words"); }
TABLE_CHECK(person_words) { return tests::holds_word(row, "words"); }
TABLE_CHECK(organisation_suffixes) { return tests::holds_word(row, "suffixes"); }
TABLE_CHECK(notices) { return tests::holds_word(row, "topics", "heading"); }

TABLE_CHECK(notice_cues) { return tests::finds_pattern(row); }
TABLE_CHECK(notice_deadlines) { return tests::finds_pattern(row); }
TABLE_CHECK(notice_fields) { return tests::finds_pattern(row); }
TABLE_CHECK(notice_parties) { return tests::finds_pattern(row); }
TABLE_CHECK(notice_starts) { return tests::finds_pattern(row); }
TABLE_CHECK(notice_triggers) { return tests::finds_pattern(row); }

// Surnames of one length stand in a row without spaces; the example begins with one of them.
TABLE_CHECK(surnames) {
  const std::size_t bytes = 3 * std::stoul(row["length"]);
  for (std::size_t at = 0; at + bytes <= row["names"].size(); at += bytes)
    if (row["example"].compare(0, bytes, row["names"], at, bytes) == 0) return true;
  return tests::holds_word(row, "names");
}

// `not` is a line that the row's pattern must not match.
TABLE_CHECK(shapes) {
  const bool at_begin = row["scope"] == "whole" || row["scope"] == "start";
  const std::string whole = row["scope"] == "start" ? row["pattern"] : "(" + row["pattern"] + ")$";
  const Pattern pattern(whole, row.row.place, rules.tables().compiled<WordTable>().lists());
  const auto matches = [&](const std::string& text) { return at_begin ? pattern.matches(text) : tests::found_in(pattern, text); };
  return matches(row["example"]) && (row["not"].empty() || !matches(row["not"]));
}

// Costs, not knowledge: the names must be those of shapes and roles.
TABLE_CHECK(layout_shapes) { return shape_named(row["shape"]).has_value(); }
TABLE_CHECK(layout_steps) {
  return row["from"] == "page" || std::find(kRoleNames.begin(), kRoleNames.end(), row["from"]) != kRoleNames.end();
}
