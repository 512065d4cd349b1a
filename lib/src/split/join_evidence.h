// What speaks for one end of an article as the rest of another: the signs of every head and every tail of a page (join_odds.h).
#pragma once

#include <optional>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"
#include "split/join_odds.h"
#include "split/line_pairs.h"
#include "split/seams.h"
#include "split/torn_ends.h"

namespace jianbao {

/// By head and tail; nothing where the tail cannot be the rest of the head.
using Seen = std::vector<std::vector<std::optional<Evidence>>>;

/// Of all ends of the page, but for what the tails of a head say of one another: compare().
Seen find_evidence(const std::vector<Draft>& drafts, const TornEnds& ends, const Page& page, const Rules& rules, LinePairs& pairs, const Seams& seams);

/// Adds what the tails that may be a head's, and are not taken, say of one another. `seen`: of the head.
void compare(const TornEnds& ends, std::vector<std::optional<Evidence>>& seen, const std::vector<bool>& taken);

}  // namespace jianbao
