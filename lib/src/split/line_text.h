// A line of a page while its shape is looked for.
#pragma once

#include <cstdint>
#include <optional>
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
  LazySigns signs{text};

  /// What the shapes of whole lines need of it.
  const NeedsIndex::Met& met() const {
    if (!met_) met_ = table.needs.met_by(signs.read());
    return *met_;
  }

  mutable std::optional<NeedsIndex::Met> met_ = {};  ///< when it was asked for
};

constexpr std::uint32_t kLongestBrief = 44;   // characters of one line of a title; two printed lines joined stay under it
constexpr std::string_view kGap = "     ";    // between columns side by side, at least

}  // namespace jianbao
