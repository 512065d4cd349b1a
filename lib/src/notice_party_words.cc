#include "notice_party_words.h"

namespace jianbao {

PartyWords::PartyWords(const Rules::Tables& tables) {
  const Table& words = tables.table("notice_party_words");
  for (const Table::Row& row : words.rows()) {
    const std::string_view use = words.cell(row, "use");
    WordList* list = use == "lead"      ? &leads
                         : use == "post"    ? &posts
                         : use == "skip"    ? &skips
                         : use == "pronoun" ? &pronouns
                         : use == "partner" ? &partners
                         : use == "title"   ? &titles
                         : use == "role"    ? &roles
                         : use == "closing" ? &closings
                         : use == "loss"    ? &losses
                         : use == "couple"  ? &couples
                         : use == "organ"   ? &organs
                         : use == "joint"   ? &joints
                         : use == "et"      ? &ets
                         : use == "foreign" ? &foreigns
                         : use == "witness" ? &witnesses
                         : use == "farewell" ? &farewells
                         : use == "inviter" ? &inviters
                         : use == "following" ? &followings
                         : use == "preposition" ? &prepositions
                         : use == "opening" ? &openings
                         : use == "calling" ? &callings
                         : use == "address" ? &addresses
                         : use == "foreign-firm" ? &foreign_firms
                                            : nullptr;
    if (!list && use != "cut") throw RulesError(row.place + ": unknown use '" + std::string(use) + "'");
    for (std::string& word : split_cell(words.cell(row, "words"))) {
      if (list)
        list->add(std::move(word));
      else
        cuts.add(word, row.place);
    }
  }
  const Table& table = tables.table("notice_parties");
  for (const Table::Row& row : table.rows()) {
    const std::string& id = row.cells.front();
    std::string_view pattern = table.cell(row, "pattern");
    const bool at_start = pattern.starts_with('^');
    if (at_start) pattern.remove_prefix(1);
    rows.push_back({id.substr(0, id.find('-')), at_start, Pattern(pattern, row.place)});
  }
}

}  // namespace jianbao
