// Texts that break off inside of a bracket, and the rest of it, which is printed elsewhere.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "split/shape.h"

namespace jianbao {

/// `…并定期上门查看。（本报通` and `讯员　方小禾）`: where a line ends a bracket that neither it nor the line above has begun, and another text leaves
/// one open, the one is the rest of running text, and the other has no end yet. Where OCR lost marks, several lines are so, and nothing can be said.
void reread_torn_brackets(const Page& page, std::vector<Line>& lines);

}  // namespace jianbao
