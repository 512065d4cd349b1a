// Quantities: 1枚, 一份, 壹张, 各一枚.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "notice_signs/notice_item_words.h"

namespace jianbao {

struct Quantity {
  double count = 0;
  std::string unit;
  bool each = false;  ///< 各: of every thing in the list before it
  std::size_t end = 0;
};

/// The quantity at `at`, spaces before it skipped.
std::optional<Quantity> read_quantity(std::string_view text, std::size_t at, const ItemWords& words);

}  // namespace jianbao
