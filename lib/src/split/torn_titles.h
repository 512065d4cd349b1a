// Titles of documents that print set in several lines, of which none need read as a title by itself.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Gives the lines of each such title the shape of a title, and marks those that go on with it.
void join_torn_titles(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
