// Parties in the rows of a list or a table.
#pragma once

#include <string_view>
#include <vector>

#include "jianbao/records.h"

namespace jianbao {

/// Those in the cells of a column of parties, else those that the rows of a list begin with, behind a line that leads to them. `lines`: as printed.
std::vector<Party> read_row_parties(std::string_view lines, const Rules& rules);

}  // namespace jianbao
