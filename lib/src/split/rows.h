// Regions of a page that were put out row by row: the heads of a row first, then their texts, and between the two what stands
// beside them.
#pragma once

#include <vector>

#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// Brings heads and texts together that stand apart for that.
void mend_rows(std::vector<Draft>& drafts);

}  // namespace jianbao
