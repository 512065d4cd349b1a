// Which column of a table each cell of a row stands in, where no gap or too few of them are left.
#pragma once

#include <cstddef>
#include <vector>

#include "notice_signs/notice_rows.h"

namespace jianbao {

/// The place among the columns for each cell, Header::kUnknown for one that no column is sure for; empty where the line is no row.
std::vector<std::size_t> places_of(const Cells& cells, const Header& header, const ColumnTable& table);

}  // namespace jianbao
