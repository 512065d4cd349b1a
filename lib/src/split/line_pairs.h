// The pairs of characters that the lines of a page are made of.
#pragma once

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

#include "jianbao/page.h"
#include "split/cohesion.h"
#include "split/pair_extents.h"
#include "split/shape.h"

namespace jianbao {

/// The pairs of each line of a page, read where they are first asked for: several rules compare the same lines.
class LinePairs {
 public:
  LinePairs(const Page& page, const std::vector<Line>& lines) : page_(page), lines_(lines), numbers_(page.text.size() / PairNumbers::kHan), known_(lines.size()) {}

  /// In the order in which they stand there first.
  PairView of(const Line& line) {
    const Known& known = read(line);
    return {known.all, known.pairs};
  }

  /// Behind them each Han by itself as well, as a pair without a first one.
  PairView with_characters(const Line& line) {
    const Known& known = read(line);
    return {known.all, known.size};
  }

  /// For articles of lines that have been read.
  ExtentReader& extents() {
    extents_.reserve(numbers_.size());
    return extents_;
  }

  PairNumbers& numbers() { return numbers_; }
  const PairNumbers& numbers() const { return numbers_; }

 private:
  struct Known {
    bool read = false;
    const PairNumber* all = nullptr;
    std::size_t pairs = 0, size = 0;  ///< before the characters, and with them
  };
  const Known& read(const Line& line);
  Known& place_of(const Line& line);
  PairNumber* room_for(std::size_t numbers);

  const Page& page_;
  const std::vector<Line>& lines_;
  PairNumbers numbers_;
  ExtentReader extents_;
  std::vector<std::unique_ptr<PairNumber[]>> blocks_;  ///< of what was read, which stays where it is
  std::size_t left_ = 0;                               ///< numbers that there is room for at the end of the last block
  PairNumber* end_ = nullptr;                          ///< of what was read into it
  std::vector<Known> known_;                          ///< by number of the line
  std::unordered_map<const Line*, Known> elsewhere_;  ///< lines that were put together or parted later
};

}  // namespace jianbao
