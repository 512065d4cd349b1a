#include "text/table.h"

#include <algorithm>

#include "jianbao/rules.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// `most`: how many are expected.
std::vector<Cell> cells_of(std::string_view line, std::size_t most) {
  std::vector<Cell> cells;
  cells.reserve(most);
  for (std::size_t at = 0;;) {
    const std::size_t tab = line.find('\t', at);
    cells.emplace_back(trim(line.substr(at, tab - at)));
    if (tab == std::string_view::npos) return cells;
    at = tab + 1;
  }
}

}  // namespace

Table::Table(std::string_view name, std::string_view text) : name_(name) {
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line.front() == '#' || trim(line).empty()) continue;
    Row row{cells_of(line, columns_.size()), name_ + ':' + std::to_string(number)};
    if (columns_.empty()) {
      columns_ = std::move(row.cells);
      continue;
    }
    if (row.cells.size() > columns_.size()) throw RulesError(row.place + ": more cells than columns");
    if (row.cells.front().empty()) throw RulesError(row.place + ": the row has no id");
    row.cells.resize(columns_.size());
    rows_.push_back(std::move(row));
  }
}

Cell Table::cell(const Row& row, std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end()) throw RulesError(name_ + ": no column '" + std::string(column) + "'");
  return row.cells[static_cast<std::size_t>(found - columns_.begin())];
}

void Table::merge(const Table& other) {
  std::vector<std::size_t> places;  // of the other's columns in this table
  for (const Cell column : other.columns_) {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    if (found == columns_.end()) throw RulesError(other.name_ + ": the built-in table has no column '" + std::string(column) + "'");
    places.push_back(static_cast<std::size_t>(found - columns_.begin()));
  }
  if (places.empty() || places.front() != 0) throw RulesError(other.name_ + ": the first column is not '" + std::string(columns_.front()) + "'");
  for (const Row& given : other.rows_) {
    Row row{std::vector<Cell>(columns_.size()), given.place};
    for (std::size_t i = 0; i < places.size(); ++i) row.cells[places[i]] = given.cells[i];
    const auto same = std::find_if(rows_.begin(), rows_.end(), [&](const Row& r) { return r.cells[0] == row.cells[0]; });
    if (same == rows_.end())
      rows_.push_back(std::move(row));
    else
      *same = std::move(row);
  }
}

std::vector<std::string> split_cell(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  pieces.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), separator)) + 1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (const std::string_view piece = trim(text.substr(0, end)); !piece.empty()) pieces.emplace_back(piece);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pieces;
}

}  // namespace jianbao
