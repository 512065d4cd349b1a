// The pairs of characters that the lines of a page are made of.
#pragma once

#include <unordered_map>
#include <vector>

#include "jianbao/page.h"
#include "split/cohesion.h"
#include "split/shape.h"

namespace jianbao {

/// The pairs of each line of a page, read where they are first asked for: several rules compare the same lines.
class LinePairs {
 public:
  LinePairs(const Page& page, const std::vector<Line>& lines) : page_(page), lines_(lines), numbers_(page.text.size() / PairNumbers::kHan), known_(lines.size()) {}

  /// In the order in which they stand there first.
  PairView of(const Line& line) {
    const Known& known = read(line);
    return {known.all.data(), known.pairs};
  }

  /// Behind them each Han by itself as well, as a pair without a first one.
  PairView with_characters(const Line& line) { return read(line).all; }

  PairNumbers& numbers() { return numbers_; }
  const PairNumbers& numbers() const { return numbers_; }

 private:
  struct Known {
    bool read = false;
    Pairs all;
    std::size_t pairs = 0;  ///< of those, before the characters
  };
  const Known& read(const Line& line);
  Known& place_of(const Line& line);

  const Page& page_;
  const std::vector<Line>& lines_;
  PairNumbers numbers_;
  std::vector<Known> known_;                          ///< by number of the line
  std::unordered_map<const Line*, Known> elsewhere_;  ///< lines that were put together or parted later
};

}  // namespace jianbao
