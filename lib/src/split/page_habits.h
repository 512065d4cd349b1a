// What the page as a whole says about its lines.
#pragma once

#include <vector>

#include "split/shape.h"

namespace jianbao {

/// A line that may be one of those over an article: column, kicker, title, subtitle.
bool may_be_head(const Line& line);

struct PageHabits {
  bool marked = false;         ///< titles carry Markdown marks
  bool blanks_tell = false;    ///< some lines stand apart, others do not: a blank line means something
  bool marks_tell = false;     ///< nearly all datelines stand behind a marked title: one that does not belongs to the article before
  bool heads_apart = false;    ///< the lines of a head stand apart from one another: two that do not are one title
  bool dated = false;          ///< without marks, and a dateline or byline stands under the title of one article after another
  int title_depth = 0;         ///< the depth of marks that nearly always stand over a dateline or byline; 0: none does
  int section_depth = 0;       ///< the depth that all numbered headings have, and no line over a dateline or byline; 0: none

  explicit PageHabits(const std::vector<Line>& lines);

 private:
  void read_heads(const std::vector<Line>& lines);
  void read_depths(const std::vector<Line>& lines);
};

}  // namespace jianbao
