// The lines of tables in plain text, as far as one line shows: its cells, and the columns that a header names.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notice_signs/notice_columns.h"

namespace jianbao {

inline constexpr std::size_t kMostCells = 16;  // of a row; what has more is none
inline constexpr double kUnfit = 4;       // a cell of another type than its column
inline constexpr double kDoubtful = 0.5;  // a cell that says little of its type

using Cells = std::vector<std::string_view>;

/// What spaces, tabs and bars part.
Cells cells_of(std::string_view line);
std::size_t count_cells(std::string_view line);  ///< most lines have one, and are not asked for more

/// 1,200,000.00 or 12.5万元, in the column's unit.
std::optional<double> amount_of(std::string_view cell, double scale);

/// How badly a cell fits a column of a type, 0 to kUnfit.
double misfit(std::string_view cell, ColumnTable::Type type);

/// A header: the columns it names, as printed, and the units of their amounts.
struct Header {
  static constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);

  std::vector<std::size_t> heads;  ///< for each head that is printed its place in columns; kUnknown where no column is known by it
  std::vector<std::size_t> columns;
  std::vector<std::string> names;  ///< 借款合同 of 借款合同编号
  std::vector<double> scales;      ///< 0 where the header says none
  double scale = 1;                ///< of the whole table
};

/// Nothing where the line is no header: it names three columns or more, and not as many other things.
std::optional<Header> read_header(std::string_view line, const ColumnTable& table);

/// Whether a line is nothing but heads of columns: 欠息（元）　到期日. A header, or a part of one that a line's end tore.
bool is_head_line(std::string_view line, const ColumnTable& table);

/// How many columns a line names that is the header of such a table; 0 for any other.
std::size_t header_columns(std::string_view line, const Rules& rules);

/// 昆山|德丰实业有限公司, 李四、: whether a cell of names ends inside of one, or of their list. A mark alone (/) names nobody.
bool ends_in_torn_name(std::string_view cell, const Rules& rules);

/// Whether a line begins as a row that is counted: 2　某公司　….
bool is_counted_row(std::string_view line);

/// Whether a line is the header or a row of such a table, or says its unit (单位：万元).
bool is_table_line(std::string_view line, const Rules& rules);

/// The same without the header.
bool is_unit_or_row(std::string_view line, const Rules& rules);

}  // namespace jianbao
