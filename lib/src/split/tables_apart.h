// Tables that the rest of another article stands right below: nothing but what it says shows that it is no text of theirs.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// Cuts off running text behind the rows of a table with which it shares next to nothing; it begins in the middle of an article.
void set_tables_apart(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs, const Rules& rules);

}  // namespace jianbao
