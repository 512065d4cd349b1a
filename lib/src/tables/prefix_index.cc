#include "tables/prefix_index.h"

namespace jianbao {

void PrefixIndex::add(std::string word, std::size_t value) {
  const std::size_t size = word.size();
  const char32_t first = fold(first_char(word));
  by_first_.insert(first, {std::move(word), value}, [&](const Entry& entry) { return entry.word.size() < size; });
}

PrefixIndex::Hit PrefixIndex::longest_of(Entries entries, std::string_view text, std::size_t at) {
  for (const Entry& entry : entries)
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
