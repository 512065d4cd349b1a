#include "prefix_index.h"

namespace jianbao {

void PrefixIndex::add(std::string word, std::size_t value) {
  auto& list = by_first_[fold(first_char(word))];
  auto place = list.begin();
  while (place != list.end() && place->word.size() >= word.size()) ++place;
  list.insert(place, {std::move(word), value});
}

PrefixIndex::Hit PrefixIndex::find(std::string_view text, std::size_t at) const {
  if (at >= text.size()) return {};
  const auto* found = by_first_.find(fold(char_at(text, at)));
  if (!found) return {};
  for (const Entry& entry : *found)
    if (const std::size_t end = word_end(text, at, entry.word); end != std::string_view::npos) return {end - at, entry.value};
  return {};
}

PrefixIndex::Hit PrefixIndex::search(std::string_view text, std::size_t from, std::size_t& at) const {
  for (std::size_t next = from; next < text.size();) {
    at = next;
    if (!may_begin(next_char(text, next))) continue;
    if (const Hit hit = find(text, at)) return hit;
  }
  at = text.size();
  return {};
}

}  // namespace jianbao
