#include "tables/prefix_index.h"

namespace jianbao {

void PrefixIndex::add(std::string word, std::size_t value) {
  const std::size_t size = word.size();
  std::size_t behind = 0;
  const char32_t first = fold(next_char(word, behind)), second = fold(char_at(word, behind));
  if (!by_first_.contains(first)) firsts_.add(first);
  by_first_.insert(first, {std::move(word), static_cast<std::uint32_t>(value), second}, [&](const Entry& entry) { return entry.word.size() < size; });
}

PrefixIndex::Hit PrefixIndex::longest_at(std::string_view text, std::size_t at) const {
  std::size_t behind = at;
  const char32_t first = fold(next_char(text, behind)), second = fold(char_at(text, behind));
  for (const Entry& entry : by_first_.of(first)) {
    if (entry.second != 0 && entry.second != second) continue;
    if (const std::size_t end = word_end(text, at, entry.word); end != std::string_view::npos) return {end - at, entry.value};
  }
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
