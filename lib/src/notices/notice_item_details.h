// What a notice says of things beside their names: numbers, amounts, who issued them and when.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/records.h"

namespace jianbao {

/// Issuer and date from the phrase before a name: 郴州市苏仙区人民法院2020年11月10日开具的.
void read_issue(std::string_view phrase, Item& item, const Rules& rules);

/// What stands behind a list of things, shared among the items from `begin` on.
void read_details(std::string_view text, std::vector<Item>& items, std::size_t begin, const Rules& rules);

}  // namespace jianbao
