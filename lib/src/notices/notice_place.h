// Where a thing that is sold or let stands, told before its name: 城关镇南街12号|临街门面房.
#pragma once

#include "jianbao/records.h"
#include "notice_signs/notice_item_words.h"

namespace jianbao {

/// The place goes from the item's name into its field `location`. A place has the number of a house, or a place of some rank and what stands in it.
void take_place(Item& item, const ItemWords& words);

}  // namespace jianbao
