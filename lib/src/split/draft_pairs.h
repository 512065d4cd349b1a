// Which drafts are articles of running text, and the pairs of characters that they are made of.
#pragma once

#include <vector>

#include "split/cohesion.h"
#include "split/draft.h"
#include "split/line_pairs.h"

namespace jianbao {

/// A line of running text.
bool is_text(Role role);

/// An article, or the head of one: no furniture, picture or notice.
bool has_running_text(const Draft& draft);

/// An article of its own with running text.
bool is_article(const Draft& draft);

/// The pairs of each line of a draft, and those of several lines in the order of their numbers.
std::vector<PairView> pairs_of_lines(const Draft& draft, LinePairs& lines);
Pairs united(const std::vector<PairView>& lines);

}  // namespace jianbao
