// Rows of titles over their texts on a page that has no marks of titles.
#pragma once

#include <vector>

#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// Two or more short lines over a dateline, and as many texts less one below, each with a dateline and no title: each line is the title of one text, in
/// order, if its words stand in that and in no other text more.
void deal_plain_rows(std::vector<Draft>& drafts, LinePairs& pairs);

}  // namespace jianbao
