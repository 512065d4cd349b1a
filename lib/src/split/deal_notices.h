// Headings of notices that came out above all their texts, as a page put out row by row has them.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"

namespace jianbao {

/// ## 清算公告 ## 分立公告, and below them the two texts: where each text's own words speak for one of the headings, and each heading has a text, each
/// becomes a draft of its own, flagged `stitched`.
void deal_notices(std::vector<Draft>& drafts, const Page& page, const Rules& rules);

}  // namespace jianbao
