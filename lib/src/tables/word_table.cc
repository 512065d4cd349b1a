#include "tables/word_table.h"

namespace jianbao {

WordTable::WordTable(const Rules::Tables& tables) {
  const Table& table = tables.table("words");
  for (const Table::Row& row : table.rows())
    for (std::string& word : split_cell(table.cell(row, "words"))) lists_[table.cell(row, "list")].push_back(std::move(word));
}

const std::vector<std::string>& WordTable::list(std::string_view name) const {
  const auto found = lists_.find(name);
  if (found == lists_.end()) throw RulesError("words: no list named " + std::string(name));
  return found->second;
}

SuffixIndex WordTable::endings(std::string_view name) const {
  SuffixIndex index;
  for (const std::string& word : list(name)) index.add(word);
  return index;
}

PrefixIndex WordTable::beginnings(std::string_view name) const {
  PrefixIndex words;
  for (const std::string& word : list(name)) words.add(word);
  return words;
}

Pattern::WordLists WordTable::lists() const {
  return [this](std::string_view name) -> const std::vector<std::string>* {
    const auto found = lists_.find(name);
    return found == lists_.end() ? nullptr : &found->second;
  };
}

}  // namespace jianbao
