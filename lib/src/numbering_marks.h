// First look at an article's blocks: which begin with what reads as a label.
#pragma once

#include <vector>

#include "jianbao/articles.h"
#include "numbering_sequence.h"

namespace jianbao {

/// Marks in the order of their blocks, without those of a table of contents, of quoted articles and of a list of annexes.
std::vector<LabelMark> find_marks(const Article& article, const Rules& rules);

/// Whether a block can carry a label at all: a title or a signature cannot.
bool may_be_numbered(const Block& block);

}  // namespace jianbao
