// Advertisements among the articles of a page.
#pragma once

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"

namespace jianbao {

/// Whether an article that is nothing else offers something for sale: short lines of a few words, and how to reach who offers; or it says so
/// itself (公益广告).
bool is_ad(const Draft& draft, const Page& page, const Rules& rules);

}  // namespace jianbao
