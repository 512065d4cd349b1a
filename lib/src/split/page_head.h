// The head of a page, which no list of papers and sections may have.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "split/shape.h"

namespace jianbao {

/// What a page prints above the line with its date is its head: a nameplate, the page and its section, each a few characters.
void find_page_head(const Page& page, std::vector<Line>& lines);

}  // namespace jianbao
