// Tables in the plain text of notices: a header of column names, then a row for each debtor, parcel or lot, its cells parted by
// spaces, tabs or bars. OCR and pdftotext keep nothing else of a printed table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jianbao/records.h"

namespace jianbao {

/// A row for each contract of a debt transfer: from the table, else from the labels of the running text
/// (债务人：…，合同编号：…，本金余额：…元).
std::vector<Item> read_debts(std::string_view text, const Rules& rules);

/// The rows of a table of lots or parcels; nothing where there is none.
std::vector<Item> read_lot_table(std::string_view text, const Rules& rules);

}  // namespace jianbao
