// What a cell of a table, or the value behind a label, says of an item.
#pragma once

#include <string_view>

#include "jianbao/records.h"
#include "notice_signs/notice_columns.h"

namespace jianbao {

/// `scale`: how many yuan the unit of the column is.
void set_cell(Item& item, const ColumnTable::Column& column, std::string_view cell, double scale);

}  // namespace jianbao
