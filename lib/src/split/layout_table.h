// What a line costs in each role, and each step from one role to the next: the tables of layout.cc, compiled.
#pragma once

#include <array>
#include <cstddef>

#include "split/layout.h"
#include "tables/tables.h"

namespace jianbao {

/// By role.
using Costs = std::array<float, kRoles>;

inline constexpr float kUnlikely = 9;  ///< what an empty cell costs

inline std::size_t at(Role role) { return static_cast<std::size_t>(role); }

/// The cells of a row in the columns of the roles; `empty`: what one costs that is empty. Throws RulesError where one is no number.
Costs read_costs(const Table& table, const Table::Row& row, float empty);

/// How a line stands below the one before it.
enum class Spacing {
  usual,    ///< as all lines of the page do, or behind a blank line where blank lines mean something
  close,    ///< right below, where a blank line would mean something
  in_head,  ///< right below in a head, whose lines stand apart elsewhere on the page: both are one
};

struct LayoutTable {
  explicit LayoutTable(const Rules::Tables& tables);

  std::array<Costs, kShapes> of_shape;
  Costs of_page{};  ///< of the first line

  /// What each step costs, by the role before it.
  using Steps = std::array<Costs, kRoles>;
  const Steps& steps(Spacing spacing) const { return of_step_[static_cast<std::size_t>(spacing)]; }

 private:
  std::array<Steps, 3> of_step_;
};

}  // namespace jianbao
