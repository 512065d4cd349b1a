// Sections of a torn article that were taken for articles of their own, as their headings stand where a title may.
#pragma once

#include <vector>

#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// What is printed behind the rest of a torn article, under a heading like a crosshead, comes into the article where it speaks of the same.
void take_own_sections(std::vector<Draft>& drafts, LinePairs& pairs);

}  // namespace jianbao
