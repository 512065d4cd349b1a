// Pictures inside of articles: a page prints them between two paragraphs, and the text on both sides is one.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// A picture's text that says so by how it begins (▲…, 图①…), in the running text of an article: it becomes a draft of its own behind it.
void take_pictures_out(std::vector<Draft>& drafts);

/// Of pictures one behind the other, each pointed to by its place or number (上图：…, 下图：…; 图①…, 图②…), with one credit below the last: they are one
/// text, and the credit is that of all.
void join_picture_groups(std::vector<Draft>& drafts, const Page& page, const Rules& rules);

/// Text behind a picture that found no other head goes on with the article before the picture, where both speak of the same.
void rejoin_over_pictures(std::vector<Draft>& drafts, LinePairs& pairs);

}  // namespace jianbao
