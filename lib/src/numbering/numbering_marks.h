// First look at an article's blocks: which begin with what reads as a label.
#pragma once

#include <vector>

#include "jianbao/articles.h"
#include "numbering/numbering_sequence.h"

namespace jianbao {

/// Blocks that name the parts of a document before or behind them and are no headings themselves.
struct PartLists {
  std::vector<std::size_t> titles;   ///< 目录
  std::vector<std::size_t> entries;  ///< the lines under it, and those of a list of annexes
};

/// Marks in the order of their blocks, without those of a table of contents, of quoted articles and of a list of annexes.
std::vector<LabelMark> find_marks(const Article& article, const Rules& rules, PartLists& lists);

/// Whether a block can carry a label at all: a title or a signature cannot.
bool may_be_numbered(const Block& block);

}  // namespace jianbao
