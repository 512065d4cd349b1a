// What stands at the head of a document, of its annexes and of its units, told by the lines around.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Give such lines of a page their shapes.
void reread_documents(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
