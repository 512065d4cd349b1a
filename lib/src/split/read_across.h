// Columns of a document that OCR read across: a line of the text holds a line of each, a gap or the rule between them. That the
// columns begin with numbers which the page has nowhere else, and whose neighbours it has, shows them.
//
//     库房应当设在干燥处，配备   第三章 保管         第五条 开封须有
//     灭火器材，并由专人看守。 | 第四条 每月清点  | 两人在场。
//
//  → 库房应当设在干燥处，配备灭火器材，并由专人看守。⏎第三章 保管⏎第四条 每月清点⏎第五条 开封须有两人在场。
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Puts the lines of such columns in the place of those that were read across. What OCR made of the rules between them belongs to no
/// line; `between` receives it.
void read_columns(const Page& page, const Rules& rules, std::vector<Line>& lines, std::vector<Span>& between);

}  // namespace jianbao
