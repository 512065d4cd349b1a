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

/// Of the lines of a page.
class LineMentions {
 public:
  LineMentions(const std::vector<Line>& lines, LinePairs& pairs) : lines_(lines), pairs_(pairs) {}

  /// Of line `i`. Nothing, where it has no text on one of its sides.
  Mentions around(std::size_t i);

 private:
  /// In the texts from the line before `above` upwards, and from `below` on.
  std::size_t count_before(PairView line, std::size_t i, std::size_t above);
  std::size_t count_below(PairView line, std::size_t below);

  /// For which there is room then.
  PairView pairs_of(const Line& line);

  void mark(PairView line, bool is_left);
  /// How many marked pairs stand in a text; they are marked no longer.
  std::size_t take_met(const Line& text);

  const std::vector<Line>& lines_;
  LinePairs& pairs_;
  std::vector<char> left_;  ///< by pair, while a line is looked for: whether the line has it, and it was not met yet
};

}  // namespace jianbao
