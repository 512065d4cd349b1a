#include "prefix_index.h"

#include "utf8.h"

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

}  // namespace jianbao
