#include "names/name_tables.h"

#include "tables/word_table.h"
#include "text/numeral.h"
#include "text/utf8.h"

namespace jianbao {

PersonTable::PersonTable(const Rules::Tables& tables) {
  const Table& names = tables.table("surnames");
  for (const Table::Row& row : names.rows()) {
    if (names.cell(row, "length") == "1") {
      surnames.insert(names.cell(row, "names"));
    } else {
      for (std::string& name : split_cell(names.cell(row, "names"))) {
        compound_begins.insert(first_char(name));
        compound.insert(std::move(name));
      }
    }
  }
  const Table& other = tables.table("person_words");
  for (const Table::Row& row : other.rows()) {
    const std::string& use = other.cell(row, "use");
    if (use == "word" || use == "pair")
      for (std::string& word : split_cell(other.cell(row, "words"))) (use == "word" ? words : pairs).insert(std::move(word));
    else if (use == "end")
      for (std::string& word : split_cell(other.cell(row, "words"))) ends.add(std::move(word), 0);
    else if (use == "last")
      last.insert(other.cell(row, "words"));
    else if (use == "inside")
      inside.insert(other.cell(row, "words"));
    else if (use == "sound")
      sounds.insert(other.cell(row, "words"));
    else
      throw RulesError(row.place + ": unknown use '" + use + "'");
  }
}

OrganisationTable::OrganisationTable(const Rules::Tables& tables) : verbs(tables.compiled<WordTable>().beginnings("does")) {
  const Table& table = tables.table("organisation_suffixes");
  for (const Table::Row& row : table.rows()) {
    const auto least = parse_numeral(table.cell(row, "least"));
    if (!least) throw RulesError(row.place + ": least is no number");
    for (std::string& suffix : split_cell(table.cell(row, "suffixes"))) {
      if (!table.cell(row, "runs_on").empty()) running.add(suffix, static_cast<std::size_t>(*least));
      suffixes.add(std::move(suffix), static_cast<std::size_t>(*least));
    }
  }
}

}  // namespace jianbao
