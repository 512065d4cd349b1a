// What speaks for one end of an article as the rest of another: the signs of every head and every tail of a page (join_signs.h).
#pragma once

#include <cstddef>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"
#include "split/join_odds.h"
#include "split/line_pairs.h"
#include "split/seams.h"
#include "split/torn_ends.h"

namespace jianbao {

/// A tail that may be the rest of a head, and what speaks for it.
struct SeenTail {
  std::size_t number;    ///< of the tail
  bool counted;          ///< Sign::counted
  bool seam;             ///< it has Sign::seam
  bool alone;            ///< it has Sign::orphan
  bool compared;         ///< it may have Sign::rivals and Sign::passed
  Evidence evidence;     ///< but for those two
  double rivals = 0, passed = 0;

  /// Of all of them, as Evidence has them.
  double odds() const { return evidence.odds() + rivals * weight_of(Sign::rivals).join + passed * weight_of(Sign::passed).join; }
  double cut_odds() const { return evidence.cut_odds() + rivals * weight_of(Sign::rivals).cut + passed * weight_of(Sign::passed).cut; }
};

/// By head, in the order of the tails. Most tails of a page cannot be the rest of a head.
using Seen = std::vector<std::vector<SeenTail>>;

/// Of all ends of the page, but for what the tails of a head say of one another: compare(). `explained`: the signs by themselves are kept.
Seen find_evidence(const std::vector<Draft>& drafts, const TornEnds& ends, const Page& page, const Rules& rules, LinePairs& pairs, const Seams& seams, bool explained);

/// Sets what the tails that may be a head's, and are not taken, say of one another. `seen`: of the head.
void compare(const TornEnds& ends, std::vector<SeenTail>& seen, const std::vector<bool>& taken);

}  // namespace jianbao
