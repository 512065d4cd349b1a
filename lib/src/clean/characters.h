// Characters that a word list proves wrong, or a page's script.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "tables/word_list.h"
#include "text/char_bits.h"
#include "text/char_map.h"

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
  unsigned kinds_of_watched(char32_t c) const { return kinds_[c]; }  ///< of one in set()

  /// All of them by where they stand in a text; those that are nothing but misreadings only where they are asked for.
  const CharBits& set(bool misreadings) const { return sets_[misreadings]; }

 private:
  std::array<CharBits, 2> sets_;  ///< the second one with misreadings
  std::array<std::uint8_t, CharBits::kEnd> kinds_{};
};

/// guards.tsv.
class Guards {
 public:
  explicit Guards(const Rules::Tables& tables);
  WordList organisation, person_before, person_called;
  std::vector<std::string> formula, law_formula;
  std::vector<std::string> weekday;
  SuffixIndex family_of_japan;  ///< names that a given name stands behind
  CharSet first_of_alike, last_of_alike;  ///< what they and seats begin and end with
  std::vector<std::string> company, seat;  ///< what short names of companies go on with, and what stands before them
  std::vector<std::string> both_right;  ///< words that OCR confuses with one another, of which no list can say which was printed
  CharSet of_both_right;                ///< their characters
  std::vector<std::string> traditional_right;  ///< words of simplified text with a character that otherwise is traditional
  WordList speaks_of_script;                   ///< what a line holds that gives both forms of a character
  CharSet forms_of_japan;                      ///< that neither script of Chinese has
  std::vector<std::string> known;  ///< words that the lexicon lacks and that are right as they stand
  CharSet of_known;                ///< their characters
  std::vector<std::string> behind_dash;  ///< what stands behind a dash, and not behind 一一
  std::vector<std::string> counter;  ///< what stands behind figures
  std::vector<std::string> latin_unit, between_scores;  ///< the same in Latin letters, and what parts the figures of a score
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
