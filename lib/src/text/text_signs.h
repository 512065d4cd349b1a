// What a text must hold for a pattern to match in it: told by the characters and the pairs of neighbours that stand in it, so
// that of all patterns of a table only those few are tried that have their words there.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/chars.h"

namespace jianbao {

/// A character, or a pair of neighbours, by a number that some others share. Both widths and both scripts are one.
using TextSign = std::uint16_t;
inline constexpr int kSignBits = 12;

/// Of a character, and of a pair by the two: the upper bits are the number of its sign.
constexpr std::uint32_t mixed(char32_t c) { return static_cast<std::uint32_t>(c) * 0x9E3779B1u; }
constexpr std::uint32_t mixed(std::uint32_t first, std::uint32_t second) { return first * 0x85EBCA77u + second; }
constexpr TextSign sign_of(std::uint32_t mix) { return static_cast<TextSign>(mix >> (32 - kSignBits)); }

constexpr TextSign sign_of_folded(char32_t c) { return sign_of(mixed(c)); }
constexpr TextSign sign_of_folded(char32_t first, char32_t second) { return sign_of(mixed(mixed(first), mixed(second))); }

/// The signs that stand in a text. An absent one is absent for certain; a line of 40 characters has one of fifty by chance.
class TextSigns {
 public:
  explicit TextSigns(std::string_view text) {
    std::uint32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::uint32_t mix = mixed(fold(next_char(text, at)));
      set(mix);
      set(mixed(before, mix));
      before = mix;
    }
  }
  bool has(TextSign sign) const { return bits_[sign / 64] >> sign % 64 & 1; }

  /// A bit for each of all signs.
  using Bits = std::array<std::uint64_t, (std::size_t{1} << kSignBits) / 64>;
  const Bits& bits() const { return bits_; }

 private:
  void set(std::uint32_t mix) {
    const std::uint32_t sign = mix >> (32 - kSignBits);
    bits_[sign / 64] |= std::uint64_t{1} << sign % 64;
  }

  Bits bits_{};
};

/// The same of a text that most patterns do not ask about: read when the first one does.
class LazySigns {
 public:
  explicit LazySigns(std::string_view text) : text_(text) {}

  const TextSigns& read() const {
    if (!signs_) signs_.emplace(text_);
    return *signs_;
  }

 private:
  std::string_view text_;
  mutable std::optional<TextSigns> signs_;
};

/// Groups of signs: of each group one at least must stand in a text. Thousands are made while tables are compiled, so they own no
/// memory.
class Needs {
 public:
  Needs() = default;
  static Needs of(char32_t c) { return Needs(sign_of_folded(fold(c)), kChanceOfCharacter); }
  static Needs of(char32_t first, char32_t second) { return Needs(sign_of_folded(fold(first), fold(second)), 1); }

  bool may_be_met_by(const TextSigns& text) const {
    return std::all_of(groups_.begin(), groups_.begin() + count_, [&](const Group& group) {
      return std::any_of(group.signs.begin(), group.signs.begin() + group.count, [&](TextSign sign) { return text.has(sign); });
    });
  }

  static constexpr std::size_t kMostGroups = 2;  ///< with three as many patterns are left to try

  std::size_t groups() const { return count_; }
  template <class Take>
  void each_sign(std::size_t group, Take take) const {
    std::for_each_n(groups_[group].signs.begin(), groups_[group].count, take);
  }

  /// Whether no further word would tell more.
  bool are_telling() const { return count_ == kMostGroups && groups_.back().chance == 1; }

  /// What is needed where both are. Only the groups that tell most are kept.
  void add(const Needs& more) {
    for (std::size_t i = 0; i < more.count_; ++i) add(more.groups_[i]);
  }

  /// What is needed where either is.
  void add_alternative(const Needs& other) {
    Group& group = groups_.front();
    const Group& more = other.groups_.front();
    const bool any = count_ > 0 && other.count_ > 0 && group.count + more.count <= kMostSigns;
    count_ = any ? 1 : 0;
    if (!any) return;
    std::copy_n(more.signs.begin(), more.count, group.signs.begin() + group.count);
    group.count = static_cast<std::uint16_t>(group.count + more.count);
    group.chance = static_cast<std::uint16_t>(group.chance + more.chance);
  }

 private:
  static constexpr std::size_t kMostSigns = 28;  // a longer group is met by nearly every text
  static constexpr int kChanceOfCharacter = 8;   // how much more often a text has a character by chance than a pair

  struct Group {
    std::array<TextSign, kMostSigns> signs{};
    std::uint16_t count = 0;
    std::uint16_t chance = 0;  ///< to have one of them, in chances to have a pair
  };

  Needs(TextSign sign, int chance) : count_(1) {
    groups_.front().signs.front() = sign;
    groups_.front().count = 1;
    groups_.front().chance = static_cast<std::uint16_t>(chance);
  }

  void add(const Group& group) {
    if (count_ == kMostGroups && group.chance >= groups_.back().chance) return;
    count_ = std::min(count_ + 1, kMostGroups);
    std::size_t place = count_ - 1;
    for (; place > 0 && group.chance < groups_[place - 1].chance; --place) groups_[place] = groups_[place - 1];
    groups_[place] = group;
  }

  std::array<Group, kMostGroups> groups_;  ///< that which tells most first
  std::size_t count_ = 0;
};

}  // namespace jianbao
