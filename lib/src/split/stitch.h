// Stitching: the pieces of a torn article put together again.
#pragma once

#include <vector>

#include "jianbao/articles.h"
#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"
#include "split/line_pairs.h"
#include "split/seams.h"

namespace jianbao {

/// Join tails that stand apart to the heads they belong to, all against all. What stays open is flagged `truncated`, what
/// stays without a beginning `headless`. `pairs`: of the page. `seams` own lines that the drafts point to afterwards. `joins`, where given, receives every pair that was weighed and what became of it.
void stitch(std::vector<Draft>& drafts, const Page& page, const Rules& rules, LinePairs& pairs, Seams& seams, std::vector<Join>* joins = nullptr);

}  // namespace jianbao
