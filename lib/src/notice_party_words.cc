#include "notice_party_words.h"

#include <algorithm>

namespace jianbao {

PartyWords::PartyWords(const Rules::Tables& tables) {
  const Table& words = tables.table("notice_party_words");
  for (const Table::Row& row : words.rows()) {
    const std::string& use = words.cell(row, "use");
    std::vector<std::string>* list = use == "lead"      ? &leads
                                     : use == "skip"    ? &skips
                                     : use == "pronoun" ? &pronouns
                                     : use == "partner" ? &partners
                                     : use == "title"   ? &titles
                                     : use == "role"    ? &roles
                                     : use == "closing" ? &closings
                                     : use == "loss"    ? &losses
                                     : use == "organ"   ? &organs
                                     : use == "inside"  ? &inside
                                     : use == "witness" ? &witnesses
                                     : use == "farewell" ? &farewells
                                                        : nullptr;
    if (!list && use != "cut") throw RulesError(row.place + ": unknown use '" + use + "'");
    for (std::string& word : split_cell(words.cell(row, "words"))) {
      if (list)
        list->push_back(std::move(word));
      else
        cuts.add(word, row.place);
    }
  }
  for (auto* list : {&leads, &skips, &pronouns, &partners, &titles, &roles, &closings, &losses, &organs, &inside, &witnesses, &farewells})
    std::stable_sort(list->begin(), list->end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  const Table& table = tables.table("notice_parties");
  for (const Table::Row& row : table.rows()) {
    const std::string& id = row.cells.front();
    std::string_view pattern = table.cell(row, "pattern");
    const bool at_start = pattern.starts_with('^');
    if (at_start) pattern.remove_prefix(1);
    rows.push_back({id.substr(0, id.find('-')), at_start, Pattern(pattern, row.place)});
  }
}

std::size_t prefix_of(std::string_view text, const std::vector<std::string>& words) {
  for (const std::string& word : words)
    if (text.starts_with(word)) return word.size();
  return 0;
}

std::size_t suffix_of(std::string_view text, const std::vector<std::string>& words) {
  for (const std::string& word : words)
    if (text.ends_with(word)) return word.size();
  return 0;
}

}  // namespace jianbao
