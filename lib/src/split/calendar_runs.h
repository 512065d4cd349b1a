// Days, one a line, and what is on then.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Give lines that each begin with a day, one right below the other, the shape of a table's rows: none of them is a headline.
void find_calendars(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
