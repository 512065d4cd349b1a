// The pairs of characters that the lines of a page are made of.
#pragma once

#include <unordered_map>

#include "jianbao/page.h"
#include "split/cohesion.h"
#include "split/shape.h"

namespace jianbao {

/// The pairs of each line of a page, made where they are first asked for: several rules compare the same lines.
class LinePairs {
 public:
  explicit LinePairs(const Page& page) : page_(page), numbers_(page.text.size() / kHan) {}

  const Pairs& of(const Line& line);
  PairNumbers& numbers() { return numbers_; }
  const PairNumbers& numbers() const { return numbers_; }

 private:
  static constexpr std::size_t kHan = 3;  // bytes of a character

  const Page& page_;
  PairNumbers numbers_;
  std::unordered_map<const Line*, Pairs> known_;
};

}  // namespace jianbao
