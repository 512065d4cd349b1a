// Poems: short lines in a row, where those in the middle are no headlines, and where the next text begins behind them.
#pragma once

#include <vector>

#include "split/shape.h"

namespace jianbao {

/// Gives the lines of poems, and of lists and tables as short-lined, their shapes, and the titles between them theirs.
void find_verses(std::vector<Line>& lines);

}  // namespace jianbao
