// Columns of different widths that OCR read across, as those of articles side by side are.
#pragma once

#include <string_view>
#include <vector>

#include "clean/woven_measure.h"

namespace jianbao {

/// From left to right; empty where no gaps tell of any. Each is as wide as most lines say that reach beyond it, counted from where the
/// column before ended on that line: what stands further to the right on a line drifts. `rows`: the printed lines, places of the text.
std::vector<ColumnPlace> uneven_columns(std::string_view text, const std::vector<Span>& rows);

}  // namespace jianbao
