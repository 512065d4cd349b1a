// Which character a look-alike was read for, as the words around it tell.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>
#include <unordered_map>

#include "jianbao/page.h"
#include "tables.h"

namespace jianbao {

/// confusables.tsv.
class Misreadings {
 public:
  explicit Misreadings(const Rules::Tables& tables);

  struct Found {
    char32_t right = 0;  ///< 0: nothing speaks for another character
    int gain = 0;        ///< how much better the text reads with it, in quarters of an octave of likelihood
  };

  /// Whether OCR confuses the character with others.
  bool may_be(char32_t c) const { return c < 0x10000 && listed_.test(c); }

  /// The look-alike of the character `c`, which stands at `at` of the text, that makes the best words with what is around.
  Found find(std::string_view text, std::size_t at, char32_t c) const;

 private:
  std::bitset<0x10000> listed_;
  std::unordered_map<char32_t, std::u32string> others_;
};

}  // namespace jianbao
