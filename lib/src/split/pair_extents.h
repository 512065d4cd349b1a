// The lines of an article between which each of its pairs of characters stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "split/cohesion.h"

namespace jianbao {

/// A pair, and the first and the last line of an article that have it.
struct PairExtent {
  PairNumber pair;
  std::uint32_t first, last;
};

struct ArticlePairs {
  std::vector<PairView> lines;      ///< the pairs of each
  std::vector<PairExtent> extents;  ///< of all of them, each once
};

/// Reads the articles of a page one after another.
class ExtentReader {
 public:
  /// To be told before others are read that the page has so many pairs.
  void reserve(std::size_t pairs) {
    if (pairs <= numbers_.size()) return;
    numbers_.resize(pairs);
    extents_ = std::make_unique_for_overwrite<PairExtent[]>(pairs);
  }

  ArticlePairs read(std::vector<PairView> lines) {
    std::uint32_t count = 0;
    PairExtent* const extents = extents_.get();
    for (std::uint32_t i = 0; i < lines.size(); ++i)
      for (const PairNumber pair : lines[i]) {
        std::uint32_t& number = numbers_[pair];  // that of another article's extent, or none, where the pair is met first
        if (number < count && extents[number].pair == pair) extents[number].last = i;
        else extents[number = count++] = {pair, i, i};
      }
    return {std::move(lines), {extents, extents + count}};
  }

 private:
  std::vector<std::uint32_t> numbers_;     ///< by pair: of its extent in the last article that has it
  std::unique_ptr<PairExtent[]> extents_;  ///< of the article that is read
};

}  // namespace jianbao
