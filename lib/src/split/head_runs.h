// Headings that tell each other: of talks, of series, of columns.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Give the lines of a page that head sections or columns, as others like them do, their shapes.
void reread_heads(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
