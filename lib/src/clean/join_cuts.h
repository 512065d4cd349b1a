// Where a paragraph was cut once, as the print went on in the next column: a long line stops in the middle of a sentence, and what stands
// below it, mostly behind an empty line, can be the rest. No measure says so; marks, words and the other lines of the page do.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "clean/join_page.h"

namespace jianbao {

/// False: no cut is behind line `i`. It costs little.
bool may_be_cut(const JoinPage& page, std::size_t i);

/// The cuts of a page, whose lines are marked; numbers of lines are those of JoinPage::lines.
class ColumnCuts {
 public:
  explicit ColumnCuts(const JoinPage& page);

  /// Whether line `i` breaks off in the middle of a sentence, and the next one can be the rest of it.
  bool is_cut(std::size_t i) const;

 private:
  bool fits_together(std::size_t i) const;
  double best_elsewhere(std::size_t i, const SeamHead& head) const;
  const std::vector<std::size_t>& tails_of_page() const;

  const JoinPage& page_;
  std::size_t running_;                                    ///< bytes of a line from which on it is running text
  mutable std::optional<std::vector<std::size_t>> tails_;  ///< found where a text breaks off
};

}  // namespace jianbao
