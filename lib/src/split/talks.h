// Talks: lines of one who asks and of one who answers, and the headings among them.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Give the lines of talks, and what stands over their questions, their shapes.
void reread_talks(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
