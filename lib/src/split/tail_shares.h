// What each tail of a page shares with each of its articles: how much they are about the same.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "split/draft.h"
#include "split/end_shares.h"
#include "split/line_pairs.h"
#include "split/pair_extents.h"
#include "split/torn_ends.h"

namespace jianbao {

/// Of one tail: its shares, the article that it shares most with, and the most it shares with any other.
struct TailShares {
  struct Share {
    double tail = 0;    ///< the whole of it
    double line = 0;    ///< its first line by itself; nothing of a whole draft
    double before = 0;  ///< the line before it, where that is text
  };

  void add(std::size_t article, const Share& share) {
    with[article] = share;
    if (share.tail > most) second = std::max(most, 0.0), most = share.tail, best = article;
    else second = std::max(second, share.tail);
  }
  double most_but(std::size_t article) const { return best == article ? second : std::max(most, 0.0); }

  std::vector<Share> with;  ///< by article
  Share host;               ///< with what stands before each of them in its draft
  bool follows_text = false;  ///< the line before it is text
  double length = 0;          ///< Sign::length
  std::size_t best = 0;
  double most = -1, second = 0;
};

/// Of the articles that the ends are of, with the characters by themselves.
std::vector<ArticlePairs> pairs_of_articles(const std::vector<Draft>& drafts, const TornEnds& torn, LinePairs& pairs);

/// By tail; nothing of those that are not wanted.
std::vector<TailShares> find_shares(const std::vector<Draft>& drafts, const TornEnds& torn, const std::vector<ArticlePairs>& articles, const ArticleIndex& index, const std::vector<bool>& wanted);

}  // namespace jianbao
