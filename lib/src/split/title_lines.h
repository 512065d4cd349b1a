// The lines over one article, told by one another: kicker, title, subtitle, and what only looks like one.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Give the lines of heads that their neighbours tell, and text that looks like one, their shapes.
void reread_title_lines(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
