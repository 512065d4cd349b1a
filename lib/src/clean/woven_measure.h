// What is known of columns that OCR read across before their lines are parted: how many there are, how wide, and where each begins.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"

namespace jianbao {

/// A column of several side by side; in half characters (half_widths).
struct ColumnPlace {
  static constexpr std::size_t kSlack = 4;  ///< by which full lines differ: figures are narrower in print than two of them count

  double left = 0;
  std::size_t width = 0;  ///< of a full line

  bool is_full(std::size_t of_line) const { return of_line + kSlack >= width; }
};

/// Columns of one width.
class WovenMeasure {
 public:
  /// `rows`: the printed lines, places of the text.
  WovenMeasure(std::string_view text, const std::vector<Span>& rows, const Rules& rules);

  std::size_t first_row() const { return first_row_; }  ///< those before stand over the columns
  const std::vector<ColumnPlace>& columns() const { return columns_; }  ///< empty: these are none
  bool numbered() const { return numbered_; }  ///< those of a document, whose numbers put them in order as well (split/read_across.h)

 private:
  /// What stands of a column on one printed line.
  struct Cell {
    Span at;
    std::size_t left = 0, width = 0;
  };
  using Row = std::vector<Cell>;

  std::string_view text(const Cell& cell) const { return text_.substr(cell.at.begin, cell.at.size()); }

  Row wide_cells(Span line) const;
  bool are_numbered(const std::vector<Row>& rows, const Rules& rules) const;
  std::size_t common_width(const std::vector<Row>& rows) const;
  Row part(const Row& row) const;
  void find_first(const std::vector<Row>& rows);
  void find_lefts(const std::vector<Row>& rows);

  std::string_view text_;
  std::size_t width_ = 0, first_row_ = 0;
  bool numbered_ = false;
  std::vector<ColumnPlace> columns_;
};

}  // namespace jianbao
