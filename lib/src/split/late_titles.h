// The title of a document that is set across all its columns, above which the first of them came out.
#pragma once

#include <vector>

#include "split/draft.h"

namespace jianbao {

/// Such a title, and what stands with it, comes before the text above it, which the numbers below it go on from. Only where that text has
/// no title of its own, or but words that a law may begin with.
void raise_titles(std::vector<Draft>& drafts);

}  // namespace jianbao
