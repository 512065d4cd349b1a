#include "notice_signs/notice_item_words.h"

namespace jianbao {

PrefixIndex* ItemWords::list_of(std::string_view use) {
  const std::pair<std::string_view, PrefixIndex*> lists[] = {
      {"lost", &lost},       {"issue", &issue},     {"part", &parts},   {"unit", &units}, {"not-item", &not_items},  {"not-unit", &not_units},
      {"number", &numbers},  {"other-number", &other_numbers}, {"issuer", &issuers}, {"issued", &issued}, {"price", &prices},
      {"possessive", &possessives}, {"kin", &kin}, {"vehicle", &vehicles}, {"make", &makes}, {"sealed", &sealed}, {"find", &finds}, {"sale", &sales}, {"not-sold", &not_sold}, {"sale-act", &acts}, {"caused", &caused}, {"unclaimed", &unclaimed}, {"parcel", &parcels}, {"estimate", &estimates}, {"equally", &equally}, {"skip-prefix", &skips},
      {"gap", &gaps}, {"separately", &separately}, {"issuer-lead", &issuer_leads}, {"issuer-tail", &issuer_tails}, {"serial", &serials}, {"longer", &longer}, {"after-digit", &after_digit},
      {"unplated", &unplated}, {"lot", &lots}, {"place", &places}, {"origin", &origins}, {"per", &pers}, {"owned", &owned}, {"thing-end", &thing_ends}, {"deed", &deeds}, {"counterparty", &counterparties}, {"deed-number", &deed_numbers}, {"echo", &echoes},
      {"finder", &finders}, {"handler", &handlers}, {"sale-manner", &manners}, {"mishap", &mishaps}, {"parcel-label", &parcel_labels}, {"each", &each},
      {"tax-number", &tax_numbers}, {"tax-paper", &tax_papers}, {"paid", &paid}, {"some", &some}, {"detail", &details}, {"account", &accounts}, {"sex", &sexes}, {"not-after-digit", &not_after_digit},
      {"address", &addresses}, {"tax", &taxes}};
  for (const auto& [name, list] : lists)
    if (name == use) return list;
  return nullptr;
}

ItemWords::ItemWords(const Rules::Tables& tables) {
  const Table& items = tables.table("notice_items");
  for (const Table::Row& row : items.rows()) {
    for (std::string& word : split_cell(items.cell(row, "words"))) heads.add(std::move(word), kinds.size());
    kinds.push_back(items.cell(row, "kind"));
    persons_only.push_back(items.cell(row, "holder") == "person");
  }
  const Table& words = tables.table("notice_item_words");
  for (const Table::Row& row : words.rows()) {
    if (words.cell(row, "use") == "row") {
      in_rows = split_cell(words.cell(row, "words"));
      if (in_rows.size() != 3) throw RulesError(row.place + ": a row of losses takes three words");
      continue;
    }
    PrefixIndex* list = list_of(words.cell(row, "use"));
    if (!list) throw RulesError(row.place + ": unknown use '" + std::string(words.cell(row, "use")) + "'");
    for (std::string& word : split_cell(words.cell(row, "words"))) list->add(std::move(word));
  }
}

}  // namespace jianbao
