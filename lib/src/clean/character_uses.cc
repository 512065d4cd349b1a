#include "clean/character_uses.h"

#include <bit>
#include <cstdint>

#include "text/byte_block.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kSize = 3;  // bytes of a character

/// Calls `use` with each place of a character. Its last two bytes tell it from more of the others than the first one does, which is the
/// same for many.
template <class Use>
void for_each_place(std::string_view text, char32_t c, Use use) {
  std::string character;
  append_char(character, c);
  if (character.size() != kSize) return;
  const char first = character[0];
  const auto middle = static_cast<signed char>(character[1]), last = static_cast<signed char>(character[2]);
  std::size_t at = 0;
  for (; text.size() >= at + kSize - 1 + ByteBlock::kSize; at += ByteBlock::kSize) {
    const ByteBlock of_middle(text.data() + at + 1), of_last(text.data() + at + 2);
    for (std::uint64_t places = of_middle.where(of_last, [&](ByteBlock::Part a, ByteBlock::Part b) { return (a == middle) & (b == last); }); places != 0; places &= places - 1)
      if (const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(places)); text[place] == first) use(place);
  }
  while ((at = text.find(character, at)) != std::string_view::npos) use(at++);
}

/// Three characters as one number.
constexpr std::uint64_t key_of(char32_t left, char32_t c, char32_t right) { return std::uint64_t{left} << 42 | std::uint64_t{c} << 21 | right; }

}  // namespace

std::size_t CharacterUses::count(char32_t left, char32_t c, char32_t right) {
  if (!counts_.contains(key_of(kAny, c, kAny))) count_places(c);
  const auto found = counts_.find(key_of(left, c, right));
  return found == counts_.end() ? 0 : found->second;
}

void CharacterUses::count_places(char32_t c) {
  std::size_t all = 0;
  for_each_place(text_, c, [&](std::size_t at) {
    const char32_t left = at > 0 ? char_at(text_, before(text_, at)) : kAny, right = char_at(text_, at + kSize);
    ++all;
    if (is_han(left)) ++counts_[key_of(left, c, kAny)];
    if (is_han(right)) ++counts_[key_of(kAny, c, right)];
    if (is_han(left) && is_han(right)) ++counts_[key_of(left, c, right)];
  });
  counts_[key_of(kAny, c, kAny)] = all;
}

}  // namespace jianbao
