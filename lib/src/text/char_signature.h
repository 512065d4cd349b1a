// Characters that can stand at a place, as a set of 256 bits: says for certain that another cannot, so that most patterns need
// not be tried there.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>

#include "text/chars.h"

namespace jianbao {

/// CharSignature::bit_of() of all characters of three bytes or less: texts ask for it at nearly every place that a pattern looks at.
extern const std::array<std::uint8_t, 0x10000> kSignatureBits;

class CharSignature {
 public:
  CharSignature() = default;
  static constexpr CharSignature all() {
    CharSignature every;
    every.bits_.fill(~std::uint64_t{0});
    return every;
  }

  /// Where a character stands in every signature. Both widths of a mark, digit or letter are one character.
  using Bit = std::uint8_t;
  static constexpr CharSignature of(Bit bit) {
    CharSignature one;
    one.add_bit(bit);
    return one;
  }
  static constexpr std::size_t kBits = 256;
  static constexpr Bit bit_of_folded(char32_t c) { return static_cast<Bit>(static_cast<std::uint32_t>(c) * 0x9E3779B1u >> 24); }
  static constexpr Bit bit_of(char32_t c) {
    if (std::is_constant_evaluated() || c >= kSignatureBits.size()) return bit_of_folded(fold(c));
    return kSignatureBits[c];
  }

  constexpr void add(char32_t c) { add_bit(bit_of(c)); }
  constexpr bool may_have(Bit bit) const { return bits_[bit >> 6] >> (bit & 63) & 1; }
  constexpr bool may_have(char32_t c) const { return may_have(bit_of(c)); }
  /// False: some character of `other` is not here.
  constexpr bool may_have_all(const CharSignature& other) const {
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) missing |= other.bits_[i] & ~bits_[i];
    return missing == 0;
  }

  /// The place of its only character; nothing where it has none or several.
  constexpr std::optional<Bit> only() const {
    std::optional<Bit> only;
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      if (bits_[i] == 0) continue;
      if (only || !std::has_single_bit(bits_[i])) return {};
      only = static_cast<Bit>(i * 64 + static_cast<std::size_t>(std::countr_zero(bits_[i])));
    }
    return only;
  }
  constexpr bool operator==(const CharSignature&) const = default;

  constexpr CharSignature& operator|=(const CharSignature& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
    return *this;
  }
  friend constexpr CharSignature operator|(CharSignature a, const CharSignature& b) { return a |= b; }

 private:
  constexpr void add_bit(Bit bit) { bits_[bit >> 6] |= std::uint64_t{1} << (bit & 63); }

  std::array<std::uint64_t, kBits / 64> bits_{};
};

}  // namespace jianbao
