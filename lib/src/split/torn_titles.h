// Titles of documents that print set in several lines, of which none need read as a title by itself, and the line under the title of a report.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Makes one line of each. A line that names the kind of a document right over its first unit is a title, too.
void join_torn_titles(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
