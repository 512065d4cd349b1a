// Whether two pieces of a page speak of the same, and no other piece does; and which pieces are printed one behind the other.
#pragma once

#include <algorithm>
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
  Kinship between(std::size_t piece, std::size_t article) const {
    return between(piece, article, [](std::size_t) { return true; });
  }

  /// Of all others only those count that `counts` names.
  template <class Counts>
  Kinship between(std::size_t piece, std::size_t article, Counts counts) const {
    Kinship kin{shared(piece, article), 0};
    for (std::size_t d = 0; d < pieces_.size(); ++d)
      if (d != piece && d != article && counts(d)) kin.others = std::max(kin.others, shared(piece, d));
    return kin;
  }

 private:
  double shared(std::size_t a, std::size_t b) const { return cosine(page_.shared(pieces_[a], pieces_[b]), norms_[a], norms_[b]); }

  std::vector<Pairs> pieces_;  ///< empty of what is no article
  Cohesion page_;
  std::vector<double> norms_;  ///< of the pieces
};

/// What is printed right behind the last line of a draft, where that begins another one: the first line of what was put together may stand behind its last.
std::optional<std::size_t> printed_behind(const std::vector<Draft>& drafts, std::size_t draft);

}  // namespace jianbao
