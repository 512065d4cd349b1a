// A thing as the items of auctions, sales and finds name it: name, quantity, numbers, price, title deed.
#pragma once

#include <cstddef>
#include <string_view>

#include "jianbao/records.h"
#include "notice_signs/notice_item_words.h"

namespace jianbao {

/// A mark behind which no name goes on.
bool ends_clause(char32_t c);

/// The name at `at` up to the end of its clause, its quantity and the numbers in brackets behind it taken off.
Item named_thing(std::string_view text, std::size_t at, const ItemWords& words);

/// The price behind the first word for one.
bool read_price(std::string_view lot, const ItemWords& words, Item& item);

/// The number of the title deed: 不动产权证号：黔（2018）….
void read_deed(std::string_view lot, const ItemWords& words, Item& item);

}  // namespace jianbao
