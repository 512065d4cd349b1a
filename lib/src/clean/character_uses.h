// How often a text has a character, by the characters beside it. All places of a character are found when it is first asked for, so that
// many questions cost no more than one search for each character that is asked for.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace jianbao {

class CharacterUses {
 public:
  static constexpr char32_t kAny = 0;  ///< whatever stands there, or nothing

  explicit CharacterUses(std::string_view text) : text_(text) {}

  /// Of a character of three bytes; `left` and `right` are Han, or kAny.
  std::size_t count(char32_t left, char32_t c, char32_t right);

 private:
  /// What stands beside a character, at each of its places; kAny where it is no Han. In order of the first, then of the second.
  using Pair = std::pair<char32_t, char32_t>;
  using Pairs = std::vector<Pair>;
  struct Uses {
    char32_t c;
    Pairs left_right, right_left;
  };
  const Uses& uses(char32_t c);

  std::string_view text_;
  std::vector<Uses> known_;  ///< of characters that were asked for: a few dozen at most, as there are look-alikes
};

}  // namespace jianbao
