// Which characters words begin or end with, as they are printed: most characters of a text are none of a table's, and one look at a bit
// says so, without folding the character and without a search. Small, as a line is held against dozens of tables.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace jianbao {

class PrintedChars {
 public:
  /// All that fold() to the same: what may be printed where the word has this.
  void add(char32_t c);

  /// False for certain: it is not among them.
  bool may_have(char32_t c) const { return bits_[c / 64 % bits_.size()] >> c % 64 & 1; }

 private:
  void set(char32_t c) { bits_[c / 64 % bits_.size()] |= std::uint64_t{1} << c % 64; }

  std::array<std::uint64_t, 64> bits_{};  ///< by a character's last 12 bits, so that characters which share one are far apart
};

}  // namespace jianbao
