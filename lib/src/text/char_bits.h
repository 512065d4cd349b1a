// A set of characters as bits, and where a text has some of them: eight characters are looked up at once where the processor can.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace jianbao {

/// Characters of up to three bytes.
class CharBits {
 public:
  static constexpr char32_t kEnd = 0x10000;

  void insert(char32_t c) { words_[c / kWord] |= std::uint64_t{1} << c % kWord; }

  /// Where some of them begin.
  static constexpr std::size_t kMost = 1024;
  using Places = std::array<std::size_t, kMost>;

  /// Finds those that begin in [at, end) of a text, or in the first kMost bytes of it; goes on to the end of what it has read, and returns
  /// the end of their places. `at` is where a character begins.
  std::size_t* find(std::string_view text, std::size_t& at, std::size_t end, Places& places) const;

 private:
  static constexpr std::size_t kWord = 64;  // bits
  std::array<std::uint64_t, kEnd / kWord> words_{};
};

}  // namespace jianbao
