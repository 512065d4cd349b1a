#include "clean/character_uses.h"

#include <algorithm>
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

}  // namespace

const CharacterUses::Uses& CharacterUses::uses(char32_t c) {
  const auto known = std::find_if(known_.begin(), known_.end(), [&](const Uses& uses) { return uses.c == c; });
  if (known != known_.end()) return *known;
  Uses& uses = known_.emplace_back();
  uses.c = c;
  for_each_place(text_, c, [&](std::size_t at) {
    const char32_t left = at > 0 ? char_at(text_, before(text_, at)) : kAny, right = char_at(text_, at + kSize);
    uses.left_right.emplace_back(is_han(left) ? left : kAny, is_han(right) ? right : kAny);
  });
  for (const auto& [left, right] : uses.left_right) uses.right_left.emplace_back(right, left);
  std::sort(uses.left_right.begin(), uses.left_right.end());
  std::sort(uses.right_left.begin(), uses.right_left.end());
  return uses;
}

std::size_t CharacterUses::count(char32_t left, char32_t c, char32_t right) {
  const Uses& of = uses(c);
  if (left == kAny && right == kAny) return of.left_right.size();
  const auto count = [](const Pairs& pairs, char32_t first, char32_t second) {
    const auto begin = std::lower_bound(pairs.begin(), pairs.end(), Pair(first, second));
    const auto end = second == kAny ? std::lower_bound(begin, pairs.end(), Pair(first + 1, kAny)) : std::upper_bound(begin, pairs.end(), Pair(first, second));
    return static_cast<std::size_t>(end - begin);
  };
  return left == kAny ? count(of.right_left, right, left) : count(of.left_right, left, right);
}

}  // namespace jianbao
