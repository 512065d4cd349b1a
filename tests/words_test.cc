// Checks of the tables that are lists of words, or patterns looked for in text: what a row knows stands in its example.
#include <algorithm>

#include "layout.h"
#include "shape_tables.h"
#include "tables.h"

using namespace jianbao;

TABLE_CHECK(phone_labels) { return tests::holds_word(row, "words"); }
TABLE_CHECK(words) { return tests::holds_word(row, "words"); }
TABLE_CHECK(notice_court_words) { return tests::holds_word(row, "words"); }
TABLE_CHECK(notice_item_words) { return tests::holds_word(row, "words"); }
TABLE_CHECK(notice_items) { return tests::holds_word(row, "words"); }
TABLE_CHECK(notice_words) { return tests::holds_word(row, "words"); }
TABLE_CHECK(notice_party_words) { return tests::holds_word(row, "words"); }
TABLE_CHECK(organisation_suffixes) { return tests::holds_word(row, "suffixes"); }
TABLE_CHECK(notices) { return tests::holds_word(row, "topics"); }

TABLE_CHECK(notice_cues) { return tests::finds_pattern(row); }
TABLE_CHECK(notice_deadlines) { return tests::finds_pattern(row); }
TABLE_CHECK(notice_fields) { return tests::finds_pattern(row); }
TABLE_CHECK(notice_starts) { return tests::holds_word(row, "pattern") || tests::finds_pattern(row); }
TABLE_CHECK(notice_triggers) { return tests::finds_pattern(row); }

// A pattern that begins with ^ stands at the beginning. Most ask for what ends the name, so that a stop is put behind.
TABLE_CHECK(notice_parties) {
  const bool at_begin = row["pattern"].front() == '^';
  const Pattern pattern(row["pattern"].substr(at_begin ? 1 : 0), row.row.place);
  const std::string text = row["example"] + "。";
  return at_begin ? pattern.matches(text) : tests::found_in(pattern, text);
}

// Rows of single characters are written without spaces.
TABLE_CHECK(person_words) {
  if (row["use"] == "word") return tests::holds_word(row, "words");
  const std::string& example = row["example"];
  for (std::size_t at = 0; at < example.size(); at += 3)
    if (row["words"].find(example.substr(at, 3)) != std::string::npos) return true;
  return false;
}

// Surnames of one length stand in a row without spaces; the example begins with one of them.
TABLE_CHECK(surnames) {
  const std::size_t bytes = 3 * std::stoul(row["length"]);
  for (std::size_t at = 0; at + bytes <= row["names"].size(); at += bytes)
    if (row["example"].compare(0, bytes, row["names"], at, bytes) == 0) return true;
  return tests::holds_word(row, "names");
}

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
