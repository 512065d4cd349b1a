// The kickers of a page that came out region by region, as the last lines of what stands before their titles.
#pragma once

#include <vector>

#include "split/draft.h"

namespace jianbao {

/// A kicker that was taken for the last line of the text or of the page's head before it comes over the title that is printed next. `depth`: of the
/// marks of titles; `drafts`: in page order.
void give_kickers_below(std::vector<Draft>& drafts, int depth);

}  // namespace jianbao
