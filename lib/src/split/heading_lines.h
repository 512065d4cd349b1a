// Headings of notices that are printed in several lines, and the name of an organisation right above a heading: the first line of it, or
// who signs the notice before.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Makes one line of each heading, and notes of an organisation that it signs; where nothing tells, lines stay as they are.
void join_heading_lines(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
