// Which character a look-alike was read for, as the words around it tell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "tables/tables.h"
#include "text/char_map.h"

namespace jianbao {

/// confusables.tsv.
class Misreadings {
 public:
  explicit Misreadings(const Rules::Tables& tables);

  struct Found {
    char32_t right = 0;  ///< 0: nothing speaks for another character
    int gain = 0;        ///< how much better the text reads with it, in quarters of an octave of likelihood
    Span word;           ///< that it makes: the commonest, or the longest where only that is good
    bool makes_long_word = false;  ///< of three characters or more, where the printed one is part of no word
  };

  /// Whether OCR confuses the character with others.
  bool may_be(char32_t c) const { return places_.contains(c); }

  /// False: find() finds nothing for this character: it has no look-alike, none makes a word here, or it makes one
  /// itself, as nearly all characters do.
  bool are_likely(std::string_view text, std::size_t at, char32_t c) const {
    const Place* const place = places_.find(c);
    return place && are_likely(text, at, c, *place);
  }

  /// The look-alike of the character `c`, which stands at `at` of the text, that makes the best words with what is around.
  Found find(std::string_view text, std::size_t at, char32_t c) const;

 private:
  struct Place {
    std::uint32_t begin = 0, end = 0;
  };
  std::u32string_view others(Place place) const { return std::u32string_view(others_).substr(place.begin, place.end - place.begin); }

  bool are_likely(std::string_view text, std::size_t at, char32_t c, Place place) const;

  CharMap<Place> places_;  ///< where the look-alikes of a character stand
  std::u32string others_;
};

}  // namespace jianbao
