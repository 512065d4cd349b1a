// The title that is set across all columns of a text, above which the first of them came out.
#pragma once

#include <vector>

#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// The title of a document, and what stands with it, comes before the text above it, which the numbers below it go on from. Only where that text has
/// no title of its own, or but words that a law may begin with.
void raise_titles(std::vector<Draft>& drafts, const Page& page);

/// The text under a title that OCR put out inside of another text comes back to that, with the title where that has none.
void join_under_titles(std::vector<Draft>& drafts, const Page& page, const Rules& rules);

/// A title comes above a text that is still without a title when all torn ends are joined, and shares much with the article that is printed behind it
/// and far less with any other.
void raise_kindred_titles(std::vector<Draft>& drafts, LinePairs& pairs);

}  // namespace jianbao
