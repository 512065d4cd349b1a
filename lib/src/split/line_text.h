// A line of a page while its shape is looked for.
#pragma once

#include <cstdint>
#include <string_view>

#include "jianbao/rules.h"
#include "split/shape_tables.h"
#include "text/text_signs.h"

namespace jianbao {

/// Without Markdown marks and the spaces around; what it refers to must outlive it.
struct LineText {
  std::string_view text;
  std::uint32_t chars;
  const Rules& rules;
  const ShapeTable& table;
  NeedsIndex::Met met = table.needs.met_by(TextSigns(text));  ///< needs of shapes
};

constexpr std::uint32_t kLongestBrief = 44;   // characters of one line of a title; two printed lines joined stay under it
constexpr std::string_view kGap = "     ";    // between columns side by side, at least

}  // namespace jianbao
