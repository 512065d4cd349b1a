#include "split/layout_table.h"

#include <charconv>

#include "split/layout_signs.h"
#include "split/shape_tables.h"
#include "text/names.h"

namespace jianbao {
namespace {

/// On a page where blank lines tell, an article that does not stand apart costs more.
LayoutTable::Steps not_apart(LayoutTable::Steps steps) {
  constexpr float kNotApart = 1.2f;
  for (std::size_t from = 0; from < kRoles; ++from)
    for (std::size_t to = 0; to < kRoles; ++to)
      if (begins_article(static_cast<Role>(to), static_cast<Role>(from))) steps[from][to] += kNotApart;
  return steps;
}

/// Both are one line of a head, too long for its column: in two roles they cost more.
LayoutTable::Steps in_one_line(LayoutTable::Steps steps) {
  constexpr float kOther = 4;
  for (const Role from : {Role::column, Role::kicker, Role::title, Role::subtitle})
    for (std::size_t to = 0; to < kRoles; ++to) {
      float& cost = steps[at(from)][to];
      cost = to == at(from) ? 0 : cost + kOther;
    }
  return steps;
}

}  // namespace

Costs read_costs(const Table& table, const Table::Row& row, float empty) {
  Costs costs;
  for (std::size_t i = 0; i < kRoles; ++i) {
    const std::string& cell = table.cell(row, kRoleNames[i]);
    if (cell.empty()) {
      costs[i] = empty;
      continue;
    }
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), costs[i]);
    if (read.ec != std::errc() || read.ptr != cell.data() + cell.size()) throw RulesError(row.place + ": '" + cell + "' is no cost");
  }
  return costs;
}

LayoutTable::LayoutTable(const Rules::Tables& tables) {
  const Table& shape_rows = tables.table("layout_shapes");
  for (auto& row : of_shape) row.fill(kUnlikely);
  for (const Table::Row& row : shape_rows.rows()) {
    const auto shape = shape_named(row.cells[0]);
    if (!shape) throw RulesError(row.place + ": unknown shape");
    of_shape[static_cast<std::size_t>(*shape)] = read_costs(shape_rows, row, kUnlikely);
  }
  Steps& usual = of_step_[static_cast<std::size_t>(Spacing::usual)];
  for (auto& row : usual) row.fill(kUnlikely);
  const Table& step_rows = tables.table("layout_steps");
  for (const Table::Row& row : step_rows.rows()) {
    if (row.cells[0] == "page") {
      of_page = read_costs(step_rows, row, kUnlikely);
      continue;
    }
    const auto role = value_of<Role>(kRoleNames, row.cells[0]);
    if (!role) throw RulesError(row.place + ": unknown role");
    usual[at(*role)] = read_costs(step_rows, row, kUnlikely);
  }
  const auto& fitted = tables.compiled<LayoutSigns>().of_step;
  for (std::size_t from = 0; from < kRoles; ++from)
    for (std::size_t to = 0; to < kRoles; ++to) usual[from][to] += fitted[from][to];
  of_step_[static_cast<std::size_t>(Spacing::close)] = not_apart(usual);
  of_step_[static_cast<std::size_t>(Spacing::in_head)] = in_one_line(usual);
}

}  // namespace jianbao
