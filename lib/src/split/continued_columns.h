// Columns that were read across (clean/unweave.h), one behind the other, and where each goes on below them.
#pragma once

#include <vector>

#include "clean/unweave.h"
#include "split/shape.h"

namespace jianbao {

/// Below columns that were read across OCR mostly goes on column by column: the rest of each comes behind it. Where a column ends at
/// their foot, its sentence may go on at the head of the next one.
void continue_columns(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
