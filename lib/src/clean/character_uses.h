// How often a text has a character, by the characters beside it. All places of a character are counted when it is first asked for, so that
// many questions cost no more than one search for each character that is asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace jianbao {

class CharacterUses {
 public:
  static constexpr char32_t kAny = 0;  ///< whatever stands there, or nothing

  explicit CharacterUses(std::string_view text) : text_(text) {}

  /// Of a character of three bytes; `left` and `right` are Han, or kAny.
  std::size_t count(char32_t left, char32_t c, char32_t right);

 private:
  void count_places(char32_t c);

  std::string_view text_;
  std::unordered_map<std::uint64_t, std::size_t> counts_;  ///< by left, character and right; of characters that were asked for
};

}  // namespace jianbao
