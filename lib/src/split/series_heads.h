// The headings of one article's sections, as they tell each other.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Give short lines over text that begin alike, count, ask or head groups of ranks, as others like them do, the shape Shape::series_head.
void find_series_heads(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
