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
  for (Rows* const rows : {&whole, &start, &tail}) rows->add_needs(needs);
}

void ShapeTable::Rows::add(Row row) {
  if (rows_.size() % NeedsIndex::kBlock == 0) edges_.emplace_back();
  for (std::size_t n = 0; n < CharSignature::kBits; ++n) {
    const auto bit = static_cast<CharSignature::Bit>(n);
    const NeedsIndex::Block number = NeedsIndex::Block{1} << rows_.size() % NeedsIndex::kBlock;
    if (row.pattern.may_begin(bit)) edges_.back().by_first[bit] |= number;
    if (row.pattern.may_end(bit)) edges_.back().by_last[bit] |= number;
  }
  rows_.push_back(std::move(row));
}

void ShapeTable::Rows::add_needs(NeedsIndex& needs) {
  first_block_ = needs.begin_block();
  for (const Row& row : rows_) needs.add(row.pattern.needs());
}

std::optional<Shape> shape_named(std::string_view name) { return value_of<Shape>(kShapeNames, name); }

}  // namespace jianbao
