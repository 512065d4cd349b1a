#include "tables/prefix_index.h"

#include <utility>

#include "text/chars.h"

namespace jianbao {

void PrefixIndex::add(std::string word, std::size_t value) {
  std::size_t behind = 0;
  const char32_t first = next_char(word, behind), second = char_at(word, behind);
  words_.add(first, second, {std::move(word), value});
}

PrefixIndex::Hit PrefixIndex::longest_at(std::string_view text, std::size_t at) const {
  std::size_t behind = at, end = 0;
  const char32_t first = next_char(text, behind), second = char_at(text, behind);
  const EdgeWords::Word* const found = words_.find(first, second, [&](const EdgeWords::Word& word) {
    end = word_end(text, at, word.text);
    return end != std::string_view::npos;
  });
  return found ? Hit{end - at, found->value} : Hit{};
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
