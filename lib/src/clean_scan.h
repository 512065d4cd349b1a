// One look at a text before the passes: its lines, and which of them hold anything a pass could work on. Nearly all lines of
// a right page hold nothing, so that cleaning one costs little more than this look.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "edits.h"

namespace jianbao {

struct ScannedLine {
  /// What a line has; bits.
  enum : unsigned {
    odd = 1,    ///< a character that may not be in its proper form, or one of a rare block
    mark = 2,   ///< an ASCII mark, or brackets or quotes that do not pair
    space = 4,  ///< an ASCII space
  };
  /// The passes that have found nothing in the line as it stands, and would not the next time; bits.
  enum : unsigned { of_punct = 1, of_spaces = 2, of_characters = 4 };

  std::size_t begin = 0, end = 0;
  unsigned has = 0;
  unsigned settled = 0;

  bool needs(unsigned pass) const { return (settled & pass) == 0; }
};

class CleanScan {
 public:
  explicit CleanScan(std::string_view text);

  /// Go on to the text that changes have made of the one scanned; only the lines that they touch are looked at.
  void follow(const std::vector<Change>& changes, std::string_view text);

  const std::vector<ScannedLine>& lines() const { return lines_; }
  std::vector<ScannedLine>& lines() { return lines_; }
  bool any(unsigned bits) const { return (any_ & bits) != 0; }

 private:
  std::vector<ScannedLine> lines_, last_;
  unsigned any_ = 0;
};

}  // namespace jianbao
