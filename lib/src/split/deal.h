// Titles that came out apart from their texts: a page put out region by region has the titles of a row first, then texts that begin
// nowhere, one behind the other.
#pragma once

#include <vector>

#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// Whether marks stand over titles and tell no rank of them: nearly all have one depth, and none a higher one. Whoever told regions
/// apart knew no ranks, and no order either; marks that rank titles were set by somebody who read the page.
bool are_regions(const std::vector<Draft>& drafts);

/// On a page with rows of marked titles, where marks tell no rank, each title takes the text that its words speak for, or the part
/// of one; a title for which none speaks stands alone. To be called when texts are as whole as they get: the more stands in one,
/// the more it tells.
void deal_titles(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs, const Rules& rules);

}  // namespace jianbao
