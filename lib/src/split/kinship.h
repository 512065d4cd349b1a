// Whether two pieces of a page speak of the same, and no other piece does; and which pieces are printed one behind the other.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "split/cohesion.h"
#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// What a piece shares (Cohesion) with one article, and with that of all others with which it shares most.
struct Kinship {
  double own = 0, others = 0;
};

/// The pieces of a page as they are when it is made: what each says is read once.
class PageKinship {
 public:
  PageKinship(const std::vector<Draft>& drafts, LinePairs& pairs);
  Kinship between(std::size_t piece, std::size_t article) const;

 private:
  std::vector<Pairs> pieces_;  ///< empty of what is no article
  Cohesion page_;
};

/// What is printed right behind the last line of a draft, where that begins a draft.
std::optional<std::size_t> printed_behind(const std::vector<Draft>& drafts, std::size_t draft);

}  // namespace jianbao
