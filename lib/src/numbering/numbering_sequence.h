// The order of numbers decides: which marks of an article are labels, what they hang under, and which numbers are missing.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "numbering/numbering_styles.h"

namespace jianbao {

/// Flag of a numbered block inside a box: the main tree goes on behind it.
inline constexpr const char* kBoxed = "boxed";

/// A block that begins with what reads as a label.
struct LabelMark {
  std::size_t block = 0;
  Reading reading;
  int number = 0;         ///< the value it counts with; not the printed one where that was misread
  bool weak = false;      ///< needs a neighbour in sequence
  bool tight = false;     ///< text follows the label without a space
  bool leads = false;     ///< its block ends with a colon: what follows is listed below it
  bool begins = false;    ///< the block before it has ended its sentence
  bool heads_rows = false;  ///< a caption, and the rows of its table right below it, with numbers of their own
  bool misread = false;   ///< the label is the neighbours' proof, not the print's
  std::string printed;    ///< of a misread label

  // What the sequence decides:
  bool accepted = false;
  bool boxed = false;     ///< stands in a box (专栏), outside the main tree
  bool gap = false, duplicate = false;
  double place = 0;       ///< of its rank in its article's scheme
  int level = 0;
  std::size_t list = 0;   ///< marks of one list count on from each other
  int missing_from = 0;   ///< where `gap`: the first number that is missing before this one
  std::size_t after = 0;  ///< where `gap`: the block behind which the missing ones must stand

  int rank() const { return reading.rank; }
  StyleRole role() const { return reading.style->role; }
  bool is_box() const { return role() == StyleRole::box || heads_rows; }
};

/// Decide over all marks of an article, which stand in the order of their blocks. `strict`: an article that is no
/// document, where a list needs two members.
void decide_sequence(std::vector<LabelMark>& marks, bool strict);

}  // namespace jianbao
