// Numbers that a document lacks and that stand elsewhere on the page: what they number comes back into the middle of it.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// What may stand before a place that is filled: no sentence that breaks off, while it may yet find its rest, which then brings the run
/// with it.
enum class Sentences { whole, torn };

/// Moves runs of numbered lines to where the numbers of a document leave out just theirs: 第八条 第十条 … 第九条. Only where no other
/// place and no other run would do. `joins`, where given, receives both ends of each.
void fill_gaps(std::vector<Draft>& drafts, const Page& page, const Rules& rules, LinePairs& pairs, std::vector<Join>* joins, Sentences sentences);

}  // namespace jianbao
