// Tables that are printed, or came out, one cell a line: 债务人⏎本金⏎担保人⏎甲公司⏎100000⏎李四.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"

namespace jianbao {

/// The lines of such a table: its heads, then those of each row.
struct CellLines {
  std::size_t columns = 0, rows = 0;
  std::size_t lines() const { return columns * (rows + 1); }
  explicit operator bool() const { return rows > 0; }
};

/// The table whose first head is line `first`; no rows where none stands there.
CellLines cell_lines_at(const std::vector<std::string_view>& lines, std::size_t first, const Rules& rules);

/// The lines of a text, without spaces around.
std::vector<std::string_view> lines_of(std::string_view text);

/// From the first of such tables in a text to the end of the last; empty where it holds none.
Span cell_lines_in(std::string_view text, const Rules& rules);

}  // namespace jianbao
