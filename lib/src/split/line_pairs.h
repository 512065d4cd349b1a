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
  LinePairs(const Page& page, const std::vector<Line>& lines) : page_(page), lines_(lines), numbers_(page.text.size() / kHan), known_(lines.size()) {}

  const Pairs& of(const Line& line) { return read(line).pairs; }

  /// Each Han by itself as well, as a pair without a first one.
  const Pairs& with_characters(const Line& line) { return read(line).all; }

  PairNumbers& numbers() { return numbers_; }
  const PairNumbers& numbers() const { return numbers_; }

 private:
  static constexpr std::size_t kHan = 3;  // bytes of a character

  struct Known {
    bool read = false;
    Pairs all, pairs;
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
