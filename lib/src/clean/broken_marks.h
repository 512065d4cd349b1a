// Marks of two characters or more that OCR broke: —— read as two strokes with a space between, …… as dots of any kind.
#pragma once

#include <cstddef>

#include "clean/punct.h"

namespace jianbao {

/// `— —`: where the two strokes that begin at `at` end; `at` where they are none, or do not part clauses.
std::size_t broken_dash_end(const MarkLine& line, std::size_t at);

/// `······`, `· · ·`, `…..`: where the dots that begin at `at` end, three or more beside Han; `at` where they are none. Leaders of a table of
/// contents have the number of a page behind them.
std::size_t broken_dots_end(const MarkLine& line, std::size_t at);

/// `'神人合一'`: ASCII marks around Han become ‘ and ’.
void mend_inner_quotes(const MarkLine& line, std::vector<Mark>& marks);

}  // namespace jianbao
