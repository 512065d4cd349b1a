// Numbering: which lines begin with a label, and which level each numbered block of an article has.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "jianbao/articles.h"
#include "jianbao/rules.h"

namespace jianbao {

/// What looks like a label at the beginning of a line, before its article decides whether it is one.
struct LabelMatch {
  std::string style;       ///< id of the row of numbering.tsv
  int rank = 0;            ///< that row's default rank; a lower one stands higher in the tree
  int number = 0;
  std::size_t length = 0;  ///< bytes of the label and of the gap behind it
};

/// The label at the beginning of a line (indent already gone); nothing where it only looks like one (`三、四线城市`, `3.15晚会`).
std::optional<LabelMatch> match_label(std::string_view line, const Rules& rules);

/// Decide, with all blocks of an article in sight, which are numbered, and set their label, level, flags and kind.
void number_blocks(Article& article, const Rules& rules);

}  // namespace jianbao
