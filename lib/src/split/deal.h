// Titles that came out apart from their texts: a page put out region by region in rows has the titles of a row first, then texts
// that begin nowhere.
#pragma once

#include <vector>

#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// Deals out the marked titles of a page that has rows of them to its texts, each to the one that its words speak for. Of texts that
/// are as whole as they get: the more stands in one, the more it tells.
void deal_titles(std::vector<Draft>& drafts, LinePairs& pairs);

}  // namespace jianbao
