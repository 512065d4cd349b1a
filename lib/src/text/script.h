// Traditional and simplified Han characters as one, so that a word of the tables is found in either script.
#pragma once

#include <array>
#include <cstdint>

namespace jianbao {

/// The simplified forms of traditional.tsv, by character. They have no use of their own in simplified text, so that taking
/// one for the other changes nothing there. Both forms have three bytes in UTF-8: a text and its folded form have the same
/// places.
struct SimplifiedForms {
  static constexpr char32_t kFirst = 0x4E00, kLast = 0x9FFF;

  char32_t operator[](char32_t han) const { return of[han - kFirst]; }

  std::array<char16_t, kLast - kFirst + 1> of;
};

extern const SimplifiedForms kSimplifiedForms;

}  // namespace jianbao
