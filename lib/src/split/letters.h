// Letters to the paper: whom they are for, who signs them, and the answer.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// What ends a letter gets its shape: it heads nothing.
void find_letter_ends(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
