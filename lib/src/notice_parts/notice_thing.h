// A thing as the items of auctions, sales and finds name it: name, quantity, numbers, price, title deed.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/records.h"
#include "notice_signs/notice_item_words.h"

namespace jianbao {

/// A mark behind which no name goes on.
bool ends_clause(char32_t c);

/// Bytes of the number plate that a text begins with: 甘J·5M872, 湘L3A456 (a province, a letter, digits and letters); 0 where none does.
std::size_t plate_length(std::string_view text);

/// The same with the words for the vehicle behind it: 湘L3A456号客车.
std::size_t plated_vehicle_length(std::string_view text, const ItemWords& words);

/// The name at `at` up to the end of its clause, its quantity and the numbers in brackets behind it taken off.
Item named_thing(std::string_view text, std::size_t at, const ItemWords& words);

/// 绵羊15只、骆驼2峰、现金若干: things with their quantities from `at` on; `end`, where given, is set behind the last.
std::vector<Item> counted_list(std::string_view text, std::size_t at, const ItemWords& words, std::size_t* end = nullptr);

/// The price behind the first word for one.
bool read_price(std::string_view lot, const ItemWords& words, Item& item);

/// The number of the title deed: 不动产权证号：黔（2018）….
void read_deed(std::string_view lot, const ItemWords& words, Item& item);

}  // namespace jianbao
