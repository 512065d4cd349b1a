// Headlines side by side over the columns of their texts, on one line that OCR read across them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "clean/woven_measure.h"
#include "jianbao/page.h"
#include "jianbao/rules.h"

namespace jianbao {

/// The headlines of a row of such, over the columns of their texts; none where the line is no such row. Set larger than text, they make a
/// shorter line. `line`: a place of the text, without the spaces around.
std::vector<Span> headlines_of(std::string_view text, Span line, const Rules& rules);

/// The number of the first column below each headline, from left to right: those that it stands over, as far as texts begin where the first
/// of them does. Empty where there are fewer columns. `begins`: how much more likely an article begins in a column than the one to the left
/// goes on there, natural logarithms.
std::vector<std::size_t> place_headlines(std::string_view text, const std::vector<Span>& headlines, const std::vector<ColumnPlace>& columns, const std::vector<double>& begins);

}  // namespace jianbao
