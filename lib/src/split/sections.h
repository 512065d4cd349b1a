// Headings inside of an article that are the titles of others.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// Cut drafts at each heading whose section shares nothing with what stands before it: it is the title of another article.
void cut_strange_sections(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs, const Rules& rules);

}  // namespace jianbao
