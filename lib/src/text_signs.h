// What a text must hold for a pattern to match in it: told by the characters and the pairs of neighbours that stand in it, so
// that of all patterns of a table only those few are tried that have their words there.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "chars.h"

namespace jianbao {

/// A character, or a pair of neighbours, by a number that some others share. Both widths and both scripts are one.
using TextSign = std::uint16_t;
inline constexpr int kSignBits = 12;

constexpr TextSign sign_of_folded(char32_t c) { return static_cast<TextSign>(static_cast<std::uint32_t>(c) * 0x9E3779B1u >> (32 - kSignBits)); }
constexpr TextSign sign_of_folded(char32_t first, char32_t second) {
  return static_cast<TextSign>((static_cast<std::uint32_t>(first) * 0x85EBCA77u + second) * 0x9E3779B1u >> (32 - kSignBits));
}

/// The signs that stand in a text. An absent one is absent for certain; a line of 40 characters has one of fifty by chance.
class TextSigns {
 public:
  explicit TextSigns(std::string_view text) {
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = fold(next_char(text, at));
      set(sign_of_folded(c));
      set(sign_of_folded(before, c));
      before = c;
    }
  }
  bool has(TextSign sign) const { return bits_[sign / 64] >> sign % 64 & 1; }

 private:
  void set(TextSign sign) { bits_[sign / 64] |= std::uint64_t{1} << sign % 64; }

  std::array<std::uint64_t, (std::size_t{1} << kSignBits) / 64> bits_{};
};

/// Groups of signs: of each group one at least must stand in a text.
class Needs {
 public:
  /// One character, or one word.
  static Needs of(char32_t c) { return Needs({{sign_of_folded(fold(c))}, kRarityOfPair}); }
  static Needs of(char32_t first, char32_t second) { return Needs({{sign_of_folded(fold(first), fold(second))}, 1}); }
  Needs() = default;

  bool may_be_met_by(const TextSigns& text) const {
    return std::all_of(groups_.begin(), groups_.end(), [&](const Group& group) {
      return std::any_of(group.signs.begin(), group.signs.end(), [&](TextSign sign) { return text.has(sign); });
    });
  }

  /// Whether no further word would tell more.
  bool are_telling() const { return groups_.size() == kMost && groups_.back().chance == 1; }

  /// What is needed where both are. Only the groups that tell most are kept.
  void add(Needs more) {
    for (Group& group : more.groups_) {
      const auto place = std::find_if(groups_.begin(), groups_.end(), [&](const Group& known) { return group.chance < known.chance; });
      if (place == groups_.end() && groups_.size() >= kMost) continue;
      groups_.insert(place, std::move(group));
      if (groups_.size() > kMost) groups_.pop_back();
    }
  }

  /// What is needed where either is.
  void add_alternative(const Needs& other) {
    constexpr std::size_t kMost = 64;  // a longer group is met by nearly every text
    if (groups_.empty()) return;
    groups_.erase(groups_.begin() + 1, groups_.end());
    Group& group = groups_.front();
    if (other.groups_.empty() || group.signs.size() + other.groups_.front().signs.size() > kMost) return groups_.clear();
    group.signs.insert(group.signs.end(), other.groups_.front().signs.begin(), other.groups_.front().signs.end());
    group.chance += other.groups_.front().chance;
  }

 private:
  static constexpr std::size_t kMost = 2;  // groups; with three as many patterns are left to try

  /// How much more often a text has a character by chance than a pair.
  static constexpr std::size_t kRarityOfPair = 8;

  struct Group {
    std::vector<TextSign> signs;
    std::size_t chance;  ///< to have one of them, in chances to have a pair
  };
  explicit Needs(Group group) : groups_{std::move(group)} {}

  std::vector<Group> groups_;  ///< that which tells most first
};

}  // namespace jianbao
