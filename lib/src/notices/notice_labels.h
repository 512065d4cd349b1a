// Labels in running text, and what they say of items: 债务人：甲公司，借款合同编号：…，本金余额：86万元，担保人：李四、王五；
#pragma once

#include <string_view>
#include <vector>

#include "jianbao/records.h"

namespace jianbao {

/// An item for each contract of a debt transfer.
std::vector<Item> read_labelled_debts(std::string_view text, const Rules& rules);

/// What the labels in a lot's own text say of it besides its price: deposit, area, location, use.
void read_lot_fields(std::string_view lot, Item& item, const Rules& rules);

}  // namespace jianbao
