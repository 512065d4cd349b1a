// Tables of linguistic knowledge: tab-separated rows under one line of column names. Lines that begin with # are notes,
// cells are trimmed of spaces, the first column is the row's id.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jianbao {

/// A view of what a table's text has there, which turns into a string where one is asked for.
struct Cell : std::string_view {
  using std::string_view::string_view;
  Cell(std::string_view text) : std::string_view(text) {}
  operator std::string() const { return std::string(std::string_view(*this)); }
};

class Table {
 public:
  struct Row {
    std::vector<Cell> cells;
    std::string place;  ///< `file:line`, for messages
  };

  /// The text must stay. Throws RulesError where a row has more cells than there are columns, or no id.
  Table(std::string_view name, std::string_view text);

  const std::string& name() const { return name_; }
  const std::vector<Row>& rows() const { return rows_; }
  const std::vector<Cell>& columns() const { return columns_; }

  /// A cell by its column's name, empty where the row has none; throws RulesError where there is no such column.
  Cell cell(const Row& row, std::string_view column) const;

  /// Rows of `other` replace those of the same id, or are added. It may have fewer columns, in any order behind the id.
  /// Throws RulesError where it has one that is not here.
  void merge(const Table& other);

 private:
  std::string name_;
  std::vector<Cell> columns_;
  std::vector<Row> rows_;
};

/// The pieces of `text` between separators, trimmed, without the empty ones.
std::vector<std::string> split_cell(std::string_view text, char separator = ' ');

}  // namespace jianbao
