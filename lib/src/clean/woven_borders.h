// Where the columns of a line that OCR read across may part.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "clean/woven_measure.h"
#include "jianbao/page.h"

namespace jianbao {

/// Where a line of a column may end, and that of the next one begin. Widths are in half characters.
struct WovenBorder {
  Span gap;                         ///< places of the line's text; empty where nothing stands between the two
  std::size_t left = 0, right = 0;  ///< width of what stands before the gap, and before its end
  double cost = 0;                  ///< of a line that fills its column and ends there
  bool wide = false;                ///< a wide gap parts the two for certain, as the end of the line does
};

/// In order; the first one is the begin of the line, with the spaces there, the last one its end.
std::vector<WovenBorder> borders_of(std::string_view line, const std::vector<ColumnPlace>& columns);

}  // namespace jianbao
