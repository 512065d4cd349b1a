// Headings of notices that are printed in several lines, the name of an organisation above them (notice_speakers.h) included.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Makes one line of each heading, and notes of an organisation that it signs; where nothing tells, lines stay as they are.
void join_heading_lines(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
