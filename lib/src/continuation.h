// Whether a text goes on where another breaks off: what the two sides of a tear say of one another by themselves, before
// anything is known of what the two are about.
#pragma once

#include <string_view>

#include "jianbao/rules.h"

namespace jianbao {

struct Seam {
  double begins = 0;         ///< how much more often a paragraph begins as the tail does than goes on so: a natural logarithm
  bool word_across = false;  ///< a word stands across the tear
  bool word_behind = false;  ///< the tail begins with a word of two characters or more
  int quotes = 0;            ///< 1: the tail closes a quotation that the head left open; -1: only one of the two does
};

Seam seam_between(std::string_view head, std::string_view tail, const Rules& rules);

}  // namespace jianbao
