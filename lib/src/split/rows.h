// Regions of a page that were put out row by row: between a head and its text stands what is beside them. Titles are dealt out when
// texts are whole (deal.h).
#pragma once

#include <vector>

#include "split/draft.h"

namespace jianbao {

/// Sets apart what came between the two, and puts bylines under the titles that they stood beside.
void mend_rows(std::vector<Draft>& drafts);

}  // namespace jianbao
