// Names of columns and series over the titles of their parts, and the index of a page.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Give the names of columns, series and hotlines, and the lines of an index, their shapes.
void reread_column_names(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
