// How much two pieces of a page have in common: the pairs of characters that stand in both, rare ones weighing more.
// Names, places and terms recur within an article and hardly between articles; no list of words is needed for that.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jianbao {

class Cohesion {
 public:
  using Pairs = std::vector<std::uint64_t>;  ///< sorted, each once

  /// The pairs of neighbouring Han of a text.
  static Pairs pairs_of(std::string_view text);
  static void add(Pairs& to, const Pairs& more);

  /// The part of `pairs` that stands in `text` as well, 0 to 1.
  static double part_in(const Pairs& pairs, const Pairs& text);

  /// Count one piece of the page: a pair that stands in many pieces says little.
  void learn(const Pairs& piece);

  /// 0 (nothing in common) to 1 (the same pairs): the cosine of the two sets, each pair weighing the logarithm of how
  /// many pieces do without it.
  double between(const Pairs& a, const Pairs& b) const;

  /// Whether the two characters stand side by side in a piece that was counted.
  bool knows(char32_t first, char32_t second) const { return pieces_with_.count(pair(first, second)) > 0; }

 private:
  static std::uint64_t pair(char32_t first, char32_t second) { return static_cast<std::uint64_t>(first) << 32 | second; }
  double weight(std::uint64_t pair) const;
  std::unordered_map<std::uint64_t, std::uint32_t> pieces_with_;
  std::uint32_t pieces_ = 0;
};

}  // namespace jianbao
