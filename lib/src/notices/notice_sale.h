// The one thing that a notice sells or lets.
#pragma once

#include <string_view>
#include <vector>

#include "jianbao/records.h"

namespace jianbao {

/// What stands behind the verb (转让其持有的甲公司35%股权), or behind who lets it (县实验小学门面房三间公开招租). Only with a price or a
/// quantity: verbs alone are too common.
std::vector<Item> read_sale(std::string_view text, const Rules& rules);

/// 湘L3A456号别克轿车: the plate is no part of the name.
void take_plate(Item& item);

}  // namespace jianbao
