// Several poems under one title.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Where a title says that several poems stand below it, gives these, and the marked heading of each or who signs it, the shapes of one article's lines.
void find_poem_groups(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
