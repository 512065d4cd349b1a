// Labels that OCR damaged: read where the sequence has a hole for them, left alone everywhere else.
#pragma once

#include <vector>

#include "jianbao/articles.h"
#include "numbering/numbering_sequence.h"

namespace jianbao {

/// Fill holes in the sequence of marks from blocks that begin with a damaged label, and decide the sequence anew.
void repair_labels(const Article& article, std::vector<LabelMark>& marks, const Rules& rules);

}  // namespace jianbao
