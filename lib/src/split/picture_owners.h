// Whose pictures the captions of a page tell of.
#pragma once

#include <vector>

#include "jianbao/articles.h"
#include "jianbao/rules.h"
#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// Sets Article::about of each caption: the article that shares most with it, where it is clearly one, or that alone names who is in the picture.
/// `drafts`: of the articles.
void find_owners(std::vector<Article>& articles, const std::vector<Draft>& drafts, LinePairs& lines, const Rules& rules);

}  // namespace jianbao
