// Advertisements among the articles of a page.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"

namespace jianbao {

/// Whether an article that is nothing else offers something for sale: short lines of a few words, and how to reach who offers; or it says so
/// itself (公益广告).
bool is_ad(const Draft& draft, const Page& page, const Rules& rules);

/// Whether a line says that it is an advertisement, or whose public one.
bool names_ad(const Draft& draft, const Page& page, const Rules& rules);

/// Cuts off what an article ends with and is an advertisement by itself: no headline over it and no sentence in it says where it begins, so it
/// seems to go on. A line of furniture that says that what it stands beside is one comes to it.
void take_ads_out(std::vector<Draft>& drafts, const Page& page, const Rules& rules);

}  // namespace jianbao
