// What the texts on both sides of a line say of it: how the one below begins, and which of them it speaks of.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "split/line_pairs.h"
#include "split/shape.h"
#include "tables/prefix_index.h"
#include "tables/tables.h"

namespace jianbao {

/// layout_begins.tsv.
class TextBegins {
 public:
  enum Begin : std::size_t { other, bullet, quote, bracket, says, number, time };
  static constexpr std::array<std::string_view, 7> kNames = {"other", "bullet", "quote", "bracket", "says", "number", "time"};

  explicit TextBegins(const Rules::Tables& tables);

  Begin of(std::string_view text) const;

 private:
  PrefixIndex at_begin_, behind_figure_;
};

/// How many pairs of a line stand in the text before it, and in the text below it, up to kMost. A title is about what stands under
/// it, a crosshead also about what stands above.
struct Mentions {
  static constexpr std::size_t kMost = 3;

  std::size_t before = 0, below = 0;
};

/// Of line `i`. Nothing, where it has no text on one of its sides.
Mentions mentions_around(const std::vector<Line>& lines, std::size_t i, LinePairs& pairs);

}  // namespace jianbao
