// Pieces that the page itself says belong together, or apart, before anything is torn or weighed.
#pragma once

#include <vector>

#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// Titles in a row are dealt out to the texts behind them, a further report joins the one before, and a text comes back to its
/// title over a picture.
void regroup(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs);

}  // namespace jianbao
