// The best one-to-one pairing of rows and columns.
#pragma once

#include <cstddef>
#include <vector>

namespace jianbao {

/// For each row of `gain` the column that it is paired with, or npos: the pairing of the greatest sum. Only gains above 0
/// pair. Cost: rows² × columns (Kuhn's method with potentials).
std::vector<std::size_t> best_assignment(const std::vector<std::vector<double>>& gain);

}  // namespace jianbao
