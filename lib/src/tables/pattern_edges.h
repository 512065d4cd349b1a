// Which of many patterns can match in a text by the two characters that it begins with and the one that it ends with: one look tells it of
// 64 patterns.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tables/pattern.h"
#include "text/char_signature.h"

namespace jianbao {

class PatternEdges {
 public:
  /// A bit for each pattern of a block, the first one the lowest.
  using Block = std::uint64_t;
  static constexpr std::size_t kBlock = 64;

  /// The next pattern, which is to match a text as a whole or from its begin on.
  void add(const Pattern& pattern) {
    if (size_ % kBlock == 0) blocks_.emplace_back();
    const Block number = Block{1} << size_++ % kBlock;
    const CharSignature second = second_of(pattern);
    for (std::size_t n = 0; n < CharSignature::kBits; ++n) {
      const auto bit = static_cast<CharSignature::Bit>(n);
      if (pattern.may_begin(bit)) blocks_.back().by_first[bit] |= number;
      if (second.may_have(bit)) blocks_.back().by_second[bit] |= number;
      if (pattern.may_end(bit)) blocks_.back().by_last[bit] |= number;
    }
  }

  /// Calls `take(number)` with those that can match, in order; stops where it returns true.
  template <class Take>
  bool each(std::string_view text, Take take) const {
    return each(text, [](std::size_t) { return ~Block{0}; }, take);
  }

  /// The same, but for those that are not `wanted(block)`.
  template <class Wanted, class Take>
  bool each(std::string_view text, Wanted wanted, Take take) const {
    std::size_t behind = 0;
    const CharSignature::Bit first = CharSignature::bit_of(text.empty() ? 0 : next_char(text, behind)), last = CharSignature::bit_of(last_char(text));
    const bool alone = behind >= text.size();
    const CharSignature::Bit second = CharSignature::bit_of(char_at(text, behind));
    for (std::size_t block = 0; block < blocks_.size(); ++block) {
      const Edges& edges = blocks_[block];
      const Block begun = edges.by_first[first] & (alone ? ~Block{0} : edges.by_second[second]);
      for (Block left = begun & edges.by_last[last] & wanted(block); left != 0; left &= left - 1)
        if (take(block * kBlock + static_cast<std::size_t>(std::countr_zero(left)))) return true;
    }
    return false;
  }

 private:
  /// What can stand behind the first character of a match.
  static CharSignature second_of(const Pattern& pattern) {
    if (!pattern.begins_with_literal()) return CharSignature::all();
    CharSignature second;
    for (const PatternStart& start : pattern.starts()) second |= pattern.second_of(start);
    return second;
  }

  struct Edges {
    std::array<Block, CharSignature::kBits> by_first{}, by_second{}, by_last{};  ///< by the character's place in signatures
  };
  std::vector<Edges> blocks_;
  std::size_t size_ = 0;
};

}  // namespace jianbao
