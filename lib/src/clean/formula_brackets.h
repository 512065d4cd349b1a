// Round brackets of formulas, which stay as they are printed.
#pragma once

#include "clean/punct.h"

namespace jianbao {

/// Ca(OH)₂, f(3), 2×(a-b), (k+1)(k+2), (1, 2): the pair is part of a formula or a point.
bool is_of_formula(const MarkLine& line, const Mark& open, const Mark& close);

}  // namespace jianbao
