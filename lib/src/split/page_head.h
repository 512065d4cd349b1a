// The head of a page, which no list of papers and sections may have.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// What a page prints above the line with its date is its head: a nameplate, the page and its section, each a few characters. So is a paper with its day at the page's top.
void find_page_head(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
