// What the patterns of a table need of a text, all at once: a text has few of the signs that a table asks for, and those say which
// patterns may match, so that no pattern is asked by itself. Pays where many patterns are left to ask: the shapes of short lines, of
// 159 patterns, take a third fewer instructions.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/text_signs.h"

namespace jianbao {

class NeedsIndex {
 public:
  /// A bit for each pattern of a block, the first one the lowest.
  using Block = std::uint64_t;
  static constexpr std::size_t kBlock = 64, kMostBlocks = 4;

  /// By block, the patterns that a text may meet the needs of.
  using Met = std::array<Block, kMostBlocks>;

  /// Of patterns in blocks beyond those that are kept everything is met.
  static Block of(const Met& met, std::size_t block) { return block < kMostBlocks ? met[block] : ~Block{0}; }
  static bool has(const Met& met, std::size_t pattern) { return of(met, pattern / kBlock) >> pattern % kBlock & 1; }

  /// Whether no pattern may match.
  bool has_none(const Met& met) const { return met == Met{} && size_ <= kBlock * kMostBlocks; }

  /// The needs of the next pattern.
  void add(const Needs& needs) {
    const std::size_t block = size_ / kBlock;
    const Block bit = Block{1} << size_++ % kBlock;
    if (block >= kMostBlocks) return;
    for (std::size_t group = 0; group < Needs::kMostGroups; ++group) {
      if (group >= needs.groups()) met_[group][block] |= bit;
      else needs.each_sign(group, [&](TextSign sign) {
        asked_[sign / 64] |= std::uint64_t{1} << sign % 64;
        if (numbers_[sign] == 0) by_sign_.emplace_back(), numbers_[sign] = static_cast<std::uint16_t>(by_sign_.size());
        by_sign_[numbers_[sign] - 1u][group][block] |= bit;
      });
    }
  }

  Met met_by(const TextSigns& text) const {
    Groups met = met_;
    for (std::size_t word = 0; word < asked_.size(); ++word)
      for (std::uint64_t bits = asked_[word] & text.bits()[word]; bits != 0; bits &= bits - 1) {
        const Groups& more = by_sign_[numbers_[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))] - 1u];
        for (std::size_t group = 0; group < met.size(); ++group)
          for (std::size_t block = 0; block < kMostBlocks; ++block) met[group][block] |= more[group][block];
      }
    Met all = met.front();
    for (const Met& group : met)
      for (std::size_t block = 0; block < kMostBlocks; ++block) all[block] &= group[block];
    return all;
  }

 private:
  using Groups = std::array<Met, Needs::kMostGroups>;
  TextSigns::Bits asked_{};       ///< that some pattern needs
  Groups met_{};                  ///< patterns that have no such group
  std::vector<Groups> by_sign_;   ///< patterns whose group a sign meets
  std::array<std::uint16_t, std::size_t{1} << kSignBits> numbers_{};  ///< of signs there, counted from 1
  std::size_t size_ = 0;
};

}  // namespace jianbao
