// Which character a look-alike was read for, as the words around it tell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "tables/tables.h"
#include "text/char_map.h"

namespace jianbao {

/// confusables.tsv and misreadings.tsv.
class Misreadings {
 public:
  explicit Misreadings(const Rules::Tables& tables);

  struct Found {
    char32_t right = 0;  ///< 0: nothing speaks for another character
    int gain = 0;        ///< how much likelier it is, in quarters of an octave: how much better the text reads with it, and how often OCR reads it so
    bool is_measured = false;  ///< how often that is
    Span word;           ///< that it makes: the commonest, or the longest where only that is good
    bool makes_first_word = false;  ///< the printed one is part of no word
    bool makes_long_word = false;   ///< and the word has three characters or more
  };

  /// Which of them are asked about: those of confusables.tsv, or all.
  enum class Which : unsigned char { confusable, all };

  /// Whether OCR confuses the character with others.
  bool may_be(char32_t c, Which which) const {
    const Place* const place = places_.find(c);
    return place && !others(*place, which).empty();
  }

  /// False: find() finds nothing for this character: it has no look-alike, none makes a word here, or it makes one
  /// itself, as nearly all characters do, and on a damaged page none stands inside of a longer one.
  bool are_likely(std::string_view text, std::size_t at, char32_t c, Which which) const {
    const Place* const place = places_.find(c);
    return place && are_likely(text, at, c, others(*place, which), which);
  }

  /// The look-alike of the character `c`, which stands at `at` of the text, that makes the best words with what is around, where
  /// it is one that is asked about.
  Found find(std::string_view text, std::size_t at, char32_t c, Which which) const;

 private:
  /// A character that was printed where another one is read.
  struct Other {
    char32_t c = 0;
    std::int16_t rarity = 0;  ///< of that misreading, in quarters of an octave
    bool is_measured = false;
  };
  using Others = std::span<const Other>;

  /// Where those of a character stand: those of confusables.tsv, then the rest.
  struct Place {
    std::uint32_t begin = 0, confusables_end = 0, end = 0;
  };
  Others others(const Place& place, Which which) const {
    return Others(others_).subspan(place.begin, (which == Which::all ? place.end : place.confusables_end) - place.begin);
  }

  static bool are_likely(std::string_view text, std::size_t at, char32_t c, Others others, Which which);

  CharMap<Place> places_;
  std::vector<Other> others_;
};

}  // namespace jianbao
