#include "notices/notice_row_fit.h"

#include <algorithm>
#include <numeric>

#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::string_view kParcel = "parcel";
constexpr double kSkipped = 1.2;   // a column that the row leaves empty
constexpr double kWorst = 1.1;     // mean cost of a cell from which on a line is no row

using Type = ColumnTable::Type;

/// Which column each cell stands in, the cheapest way that keeps their order; a name may have been torn into two cells.
class Fit {
 public:
  Fit(const Cells& cells, const Header& header, const ColumnTable& table) : cells_(cells), header_(header), table_(table) {}

  std::vector<std::size_t> find() {
    const std::size_t n = cells_.size(), m = header_.columns.size();
    std::vector<std::vector<double>> cost(n, std::vector<double>(m, kNever));
    std::vector<std::vector<std::size_t>> from(n, std::vector<std::size_t>(m, 0));
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t to = 0; to < m; ++to) {
        const double own = own_cost(i, to);
        if (i == 0) {
          cost[i][to] = own + kSkipped * static_cast<double>(to);
          continue;
        }
        for (std::size_t before = 0; before <= to; ++before) {
          const double step = before == to ? kDoubtful + (is_text(to) ? 0 : kUnfit) : kSkipped * static_cast<double>(to - before - 1);
          if (cost[i - 1][before] + step + own < cost[i][to]) cost[i][to] = cost[i - 1][before] + step + own, from[i][to] = before;
        }
      }
    }
    const auto least = std::min_element(cost.back().begin(), cost.back().end());
    if (*least > kWorst * static_cast<double>(n)) return {};
    std::vector<std::size_t> columns(n);
    columns[n - 1] = static_cast<std::size_t>(least - cost.back().begin());
    for (std::size_t i = n - 1; i > 0; --i) columns[i - 1] = from[i][columns[i]];
    return columns;
  }

 private:
  static constexpr double kNever = 1e9;

  const ColumnTable::Column& column(std::size_t place) const { return table_.columns[header_.columns[place]]; }
  bool is_text(std::size_t place) const {
    const Type type = column(place).type;
    return type == Type::name || type == Type::names || type == Type::text;
  }

  /// A cell may say itself what it is: 本金500000.00.
  double own_cost(std::size_t cell, std::size_t to) const {
    if (const auto head = table_.heads.find(cells_[cell]); head && head.bytes < cells_[cell].size()) return head.value == header_.columns[to] ? 0 : kUnfit;
    return misfit(cells_[cell], column(to).type);
  }

  const Cells& cells_;
  const Header& header_;
  const ColumnTable& table_;
};

/// As many cells as heads, and each can be what its column holds; one below a head that is not known can be anything.
bool one_by_one(const Cells& cells, const std::vector<std::size_t>& heads, const Header& header, const ColumnTable& table) {
  if (cells.size() != heads.size()) return false;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (heads[i] != Header::kUnknown && misfit(cells[i], table.columns[header.columns[heads[i]]].type) >= kUnfit) return false;
  return true;
}

std::vector<std::size_t> counted(std::size_t n) {
  std::vector<std::size_t> numbers(n);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  return numbers;
}

/// Whether the rows are parcels, of which most columns hold numbers alike.
bool names_parcels(const Header& header, const ColumnTable& table) {
  return std::any_of(header.columns.begin(), header.columns.end(), [&](std::size_t column) { return table.columns[column].id.starts_with(kParcel); });
}

/// Whether the cell could stand as many columns later as the row has cells too few, or in any between.
bool may_stand_later(std::string_view cell, std::size_t place, std::size_t lacking, const Header& header, const ColumnTable& table) {
  for (std::size_t to = place + 1; to < header.columns.size() && to <= place + lacking; ++to)
    if (misfit(cell, table.columns[header.columns[to]].type) < kUnfit) return true;
  return false;
}

/// Of a row that lacks cells only those are sure that stand before the first number, and those that fit no later column.
void forget_doubtful(std::vector<std::size_t>& places, const Cells& cells, const Header& header, const ColumnTable& table) {
  const std::size_t lacking = header.columns.size() - cells.size();
  bool number = false;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool code = table.columns[header.columns[places[i]]].type == Type::code;
    number = number || (!code && has_digits(cells[i]));
    if (number && may_stand_later(cells[i], places[i], lacking, header, table)) places[i] = Header::kUnknown;
  }
}

}  // namespace

std::vector<std::size_t> places_of(const Cells& cells, const Header& header, const ColumnTable& table) {
  if (one_by_one(cells, header.heads, header, table)) return header.heads;
  if (auto places = counted(header.columns.size()); one_by_one(cells, places, header, table)) return places;
  auto places = Fit(cells, header, table).find();
  if (!places.empty() && cells.size() < header.columns.size() && names_parcels(header, table)) forget_doubtful(places, cells, header, table);
  return places;
}

}  // namespace jianbao
