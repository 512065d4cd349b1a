#include "split/shape_tables.h"

#include "text/names.h"

namespace jianbao {
ShapeTable::ShapeTable(const Rules::Tables& tables) {
  const Table& table = tables.table("shapes");
  const auto& words = tables.compiled<WordTable>();
  for (const std::string& word : words.list("saying")) saying.add(word);
  for (const std::string& word : words.list("hearsay")) hearsay.add(word);
  for (const std::string& word : words.list("offer")) offer.add(word);
  took = words.endings("took");
  pages = words.endings("page-word");
  score_to = words.beginnings("score-to");
  no_headline_end = words.endings("no-headline-end");
  const Pattern::WordLists lists = words.lists();
  for (const Table::Row& row : table.rows()) {
    const auto shape = value_of<Shape>(kShapeNames, table.cell(row, "shape"));
    if (!shape) throw RulesError(row.place + ": unknown shape");
    const std::string& scope = table.cell(row, "scope");
    if (scope != "whole" && scope != "start" && scope != "tail" && scope != "inside") throw RulesError(row.place + ": unknown scope");
    std::string pattern = table.cell(row, "pattern");
    if (scope != "start") pattern = "(" + pattern + ")$";
    auto& rows = scope == "whole" ? whole : scope == "start" ? start : scope == "tail" ? tail : inside;
    rows.add({row.cells[0], *shape, Pattern(pattern, row.place, lists)});
  }
  for (const Row& row : whole) needs.add(row.pattern.needs());
}

void ShapeTable::Rows::add(Row row) {
  edges_.add(row.pattern);
  rows_.push_back(std::move(row));
}

std::optional<Shape> shape_named(std::string_view name) { return value_of<Shape>(kShapeNames, name); }

}  // namespace jianbao
