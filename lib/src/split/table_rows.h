// Tables: rows of results, prices, programmes and names, and the titles above them.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// Give the rows of tables and their titles their shapes.
void reread_tables(const Page& page, const Rules& rules, std::vector<Line>& lines);

/// The names below 一等奖（3名）, or on three lines below 光荣榜, several a line: rows, though a company or a place may be among them. Poems
/// are known then.
void find_name_rows(const Page& page, std::vector<Line>& lines);

}  // namespace jianbao
