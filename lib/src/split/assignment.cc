#include "split/assignment.h"

#include <algorithm>
#include <limits>

namespace jianbao {

std::vector<std::size_t> best_assignment(const std::vector<std::vector<double>>& gain) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  const std::size_t rows = gain.size(), columns = rows == 0 ? 0 : gain.front().size() + rows;
  // Each row has a column of its own of gain 0: to stay alone. Rows and columns count from 1, as the method wants it.
  const auto cost = [&](std::size_t row, std::size_t column) {
    const std::size_t real = columns - rows;
    if (column <= real) return gain[row - 1][column - 1] > 0 ? -gain[row - 1][column - 1] : 0.5;
    return column - real == row ? 0.0 : 1.0;
  };
  std::vector<double> of_row(rows + 1), of_column(columns + 1);
  std::vector<std::size_t> row_of(columns + 1), way(columns + 1);
  std::vector<double> least;
  std::vector<bool> used;
  for (std::size_t row = 1; row <= rows; ++row) {
    if (std::none_of(gain[row - 1].begin(), gain[row - 1].end(), [](double g) { return g > 0; })) continue;  // it stays alone, and nothing takes its own column
    row_of[0] = row;
    std::size_t column = 0;
    least.assign(columns + 1, std::numeric_limits<double>::max());
    used.assign(columns + 1, false);
    do {
      used[column] = true;
      const std::size_t current = row_of[column];
      double delta = std::numeric_limits<double>::max();
      std::size_t next = 0;
      for (std::size_t c = 1; c <= columns; ++c) {
        if (used[c]) continue;
        const double reduced = cost(current, c) - of_row[current] - of_column[c];
        if (reduced < least[c]) least[c] = reduced, way[c] = column;
        if (least[c] < delta) delta = least[c], next = c;
      }
      for (std::size_t c = 0; c <= columns; ++c) {
        if (used[c])
          of_row[row_of[c]] += delta, of_column[c] -= delta;
        else
          least[c] -= delta;
      }
      column = next;
    } while (row_of[column] != 0);
    for (; column != 0; column = way[column]) row_of[column] = row_of[way[column]];
  }
  std::vector<std::size_t> paired(rows, kNone);
  for (std::size_t c = 1; c + rows <= columns; ++c)
    if (row_of[c] != 0 && gain[row_of[c] - 1][c - 1] > 0) paired[row_of[c] - 1] = c - 1;
  return paired;
}

}  // namespace jianbao
