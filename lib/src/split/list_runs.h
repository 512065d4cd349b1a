// Lists: what lines in a row say of each other, whatever each looks like by itself.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Give the lines of a page that stand in such rows their shapes.
void reread_lists(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
