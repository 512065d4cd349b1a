// What stands right behind a thing that was lost: 副本, （正、副本）, 1枚.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "notice_parts/notice_quantity.h"

namespace jianbao {

struct ThingParts {
  std::string names;  ///< of the parts, which belong to the thing's name
  std::optional<Quantity> quantity;
  std::size_t end = 0;
};

ThingParts read_parts(std::string_view text, std::size_t at, const ItemWords& words);

}  // namespace jianbao
