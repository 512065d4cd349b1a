// What the patterns of a table need of a text, all at once: a text has few of the signs that a table asks for, and those say which
// patterns may match, so that no pattern is asked by itself. Pays where many patterns are left to ask: the shapes of short lines, of
// 82 patterns, take a third fewer instructions.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/char_map.h"
#include "text/text_signs.h"

namespace jianbao {

class NeedsIndex {
 public:
  /// A bit for each pattern of a block, the first one the lowest.
  using Block = std::uint64_t;
  static constexpr std::size_t kBlock = 64;

  /// The needs of the next pattern; its number is the count of those before it.
  void add(const Needs& needs) {
    if (size_ % kBlock == 0) blocks_.emplace_back();
    Signs& block = blocks_.back();
    const Block bit = Block{1} << size_++ % kBlock;
    for (std::size_t group = 0; group < Needs::kMostGroups; ++group) {
      if (group >= needs.groups()) block.met[group] |= bit;
      else needs.each_sign(group, [&](TextSign sign) {
        block.asked[sign / 64] |= std::uint64_t{1} << sign % 64;
        block.by_sign[sign][group] |= bit;
      });
    }
  }

  std::size_t blocks() const { return blocks_.size(); }

  /// The patterns of a block that such a text may meet the needs of.
  Block met_by(const TextSigns& text, std::size_t block) const {
    const Signs& signs = blocks_[block];
    Groups met = signs.met;
    for (std::size_t word = 0; word < signs.asked.size(); ++word)
      for (std::uint64_t bits = signs.asked[word] & text.bits()[word]; bits != 0; bits &= bits - 1) {
        const Groups& more = *signs.by_sign.find(static_cast<char32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
        for (std::size_t group = 0; group < met.size(); ++group) met[group] |= more[group];
      }
    Block all = met.front();
    for (const Block group : met) all &= group;
    return all;
  }

 private:
  using Groups = std::array<Block, Needs::kMostGroups>;
  struct Signs {
    TextSigns::Bits asked{};   ///< that some pattern needs
    Groups met{};              ///< patterns that have no such group
    CharMap<Groups> by_sign;   ///< patterns whose group it meets
  };
  std::vector<Signs> blocks_;
  std::size_t size_ = 0;
};

}  // namespace jianbao
