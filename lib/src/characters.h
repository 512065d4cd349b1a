// Characters that a word list proves wrong, or a page's script.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tables.h"

namespace jianbao {

/// lookalikes.tsv and covers.tsv, ready for a scan: most characters of a text end at a filter of 8 KB.
class Lookalikes {
 public:
  explicit Lookalikes(const Rules::Tables& tables);

  struct Found {
    std::string_view wrong, right;
    bool certain;
  };

  /// The row whose string stands at `at`, where its neighbours do not make it two words that meet. `first`, `second`: the two
  /// characters there. Null where there is none.
  const Found* find(std::string_view text, std::size_t at, char32_t first, char32_t second) const;

 private:
  struct Row : Found {
    std::u32string not_after, not_before;
  };
  struct Cover {
    std::u32string before, behind;
  };
  bool is_covered(std::string_view text, std::size_t at, const Row& row) const;

  static std::size_t key(char32_t first, char32_t second) { return (first * 0x9E37 + second) & 0xFFFF; }

  std::bitset<0x10000> filter_;
  std::unordered_multimap<char32_t, Row> rows_;  // by the first two characters
  std::unordered_map<char32_t, Cover> covers_;
};

/// traditional.tsv and strays.tsv by character: U+0000 where a character is neither.
class CharacterMaps {
 public:
  explicit CharacterMaps(const Rules::Tables& tables);
  char32_t simplified(char32_t c) const { return c < 0x10000 ? simplified_[c] : 0; }
  char32_t stray(char32_t c) const;

 private:
  std::vector<char16_t> simplified_;
  std::u32string strays_, strays_for_;
};

/// guards.tsv.
class Guards {
 public:
  explicit Guards(const Rules::Tables& tables);
  std::vector<std::string> organisation, person_before, formula;
};

}  // namespace jianbao
