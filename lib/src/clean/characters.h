// Characters that a word list proves wrong, or a page's script.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "tables/tables.h"
#include "text/char_map.h"
#include "text/utf8.h"

namespace jianbao {

/// lookalikes.tsv, ready for a scan: nearly all pairs of characters end at a filter.
class Lookalikes {
 public:
  explicit Lookalikes(const Rules::Tables& tables);

  struct Found {
    std::string wrong, right;
  };

  /// The longest row whose string stands at `at`, where its neighbours do not make it part of something else. `first`,
  /// `second`: the two characters there. Null where there is none.
  const Found* find(std::string_view text, std::size_t at, char32_t first, char32_t second) const;

  /// Whether find() can be other than null.
  bool may_begin(char32_t first, char32_t second) const { return filter_[hash(first, second)]; }

 private:
  struct Row : Found {
    std::u32string not_after, not_before;
  };
  static std::uint32_t hash(char32_t first, char32_t second) {
    return (static_cast<std::uint32_t>(first) << 16 ^ static_cast<std::uint32_t>(second)) * 0x9E3779B1u >> 19;
  }

  std::bitset<1 << 13> filter_;
  std::vector<Row> rows_;
};

/// traditional.tsv and strays.tsv by character: U+0000 where a character is neither.
class CharacterMaps {
 public:
  explicit CharacterMaps(const Rules::Tables& tables);
  char32_t simplified(char32_t c) const { return in(simplified_, c); }
  char32_t stray(char32_t c) const { return in(strays_, c); }
  /// Whether it is a simplified form that traditional script has not.
  bool is_simplified(char32_t c) const { return forms_.find(c) != nullptr; }

 private:
  static char32_t in(const CharMap<char32_t>& map, char32_t c) {
    const char32_t* const found = map.find(c);
    return found ? *found : 0;
  }

  CharMap<char32_t> simplified_, strays_, forms_;
};

/// The characters at which something may be wrong; nine in ten are none of them.
class Watched {
 public:
  explicit Watched(const Rules::Tables& tables);

  /// What that may be; bits.
  enum Kind : std::uint8_t {
    confusable = 1,  ///< of confusables.tsv
    second = 2,      ///< of a row of lookalikes.tsv
    mapped = 4,      ///< in traditional script, or a stray
    zero = 8,
    stroke = 16,  ///< 一, which may be a dash
    misreading = 32,  ///< read for another one, as misreadings.tsv has it
    figure = 64,      ///< a letter that digits are read for
  };
  unsigned kinds(char32_t c) const { return c < kinds_.size() ? kinds_[c] : 0u; }

  /// Where some of them begin.
  static constexpr std::size_t kMost = 256;
  using Places = std::array<std::size_t, kMost>;

  /// Finds those that begin in [at, end) of a text, goes on to the end of what it has read, and returns the end of their places.
  /// Those that are nothing but misreadings only where they are asked for.
  /// Every place is written, and stays where its character is one of them: no processor could guess which are.
  std::size_t* find(std::string_view text, std::size_t& at, std::size_t end, bool misreadings, Places& found) const {
    const Words& words = words_[misreadings];
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    std::size_t* places = found.data();
    for (end = std::min(end, at + kMost); at < end;) {
      *places = at;
      const std::size_t first = byte(at);
      if ((first & 0xF0) == 0xE0) {
        constexpr std::size_t kMarks = (0xE0 << 6) + 0x80;
        places += words[(first << 6) + byte(at + 1) - kMarks] >> byte(at + 2) % 64 & 1;
        at += 3;
      } else {
        const char32_t c = next_char(text, at);
        places += c < 0x10000 && (words[c / 64] >> c % 64 & 1);
      }
    }
    return places;
  }

 private:
  /// All characters but those of four bytes, 64 of them a word: of a character of three bytes the first two tell the word, the
  /// third one tells the bit.
  using Words = std::array<std::uint64_t, 0x10000 / 64>;
  std::array<Words, 2> words_{};  ///< the second one with misreadings
  std::array<std::uint8_t, 0x10000> kinds_{};
};

/// guards.tsv.
class Guards {
 public:
  explicit Guards(const Rules::Tables& tables);
  std::vector<std::string> organisation, person_before, formula;
  std::vector<std::string> company, seat;  ///< what short names of companies go on with, and what stands before them
  std::vector<std::string> known;  ///< words that the lexicon lacks and that are right as they stand
  CharSet of_known;                ///< their characters
  std::vector<std::string> counter;  ///< what stands behind figures
  std::u32string place, address, listed_place, village;  ///< what names of places end with
  /// How many surnames of one character are commoner: those of surnames.tsv before it.
  int surname_rank(char32_t c) const {
    const int* const rank = surname_ranks_.find(c);
    return rank ? *rank : 0;
  }
  std::u32string both_scripts;  ///< simplified forms that traditional script has as well
  std::u32string never_first;  ///< no name, title or heading begins with one of them

 private:
  CharMap<int> surname_ranks_;
};

}  // namespace jianbao
