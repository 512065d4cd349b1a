#include "notice_item_words.h"

#include "chars.h"

namespace jianbao {

void PrefixIndex::add(std::string word, std::size_t value) {
  auto& list = by_first_[first_char(word)];
  auto place = list.begin();
  while (place != list.end() && place->word.size() >= word.size()) ++place;
  list.insert(place, {std::move(word), value});
}

PrefixIndex::Hit PrefixIndex::find(std::string_view text, std::size_t at) const {
  if (at >= text.size()) return {};
  const auto found = by_first_.find(char_at(text, at));
  if (found == by_first_.end()) return {};
  for (const Entry& entry : found->second)
    if (text.substr(at).starts_with(entry.word)) return {entry.word.size(), entry.value};
  return {};
}

PrefixIndex::Hit PrefixIndex::search(std::string_view text, std::size_t from, std::size_t& at) const {
  for (at = from; at < text.size(); next_char(text, at))
    if (const Hit hit = find(text, at)) return hit;
  return {};
}

PrefixIndex* ItemWords::list_of(std::string_view use) {
  const std::pair<std::string_view, PrefixIndex*> lists[] = {
      {"lost", &lost},       {"issue", &issue},     {"part", &parts},   {"unit", &units}, {"not-item", &not_items},
      {"number", &numbers},  {"other-number", &other_numbers}, {"issuer", &issuers}, {"issued", &issued}, {"price", &prices},
      {"possessive", &possessives}, {"find", &finds}, {"contract", &contracts}, {"skip-prefix", &skips},
      {"gap", &gaps}, {"separately", &separately}, {"issuer-lead", &issuer_leads}, {"issuer-tail", &issuer_tails}, {"serial", &serials}, {"longer", &longer}, {"after-digit", &after_digit}};
  for (const auto& [name, list] : lists)
    if (name == use) return list;
  return nullptr;
}

ItemWords::ItemWords(const Rules::Tables& tables) {
  const Table& items = tables.table("notice_items");
  for (const Table::Row& row : items.rows()) {
    for (std::string& word : split_cell(items.cell(row, "words"))) heads.add(std::move(word), kinds.size());
    kinds.push_back(items.cell(row, "kind"));
  }
  const Table& words = tables.table("notice_item_words");
  for (const Table::Row& row : words.rows()) {
    PrefixIndex* list = list_of(words.cell(row, "use"));
    if (!list) throw RulesError(row.place + ": unknown use '" + words.cell(row, "use") + "'");
    for (std::string& word : split_cell(words.cell(row, "words"))) list->add(std::move(word));
  }
}

}  // namespace jianbao
