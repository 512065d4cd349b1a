// How the tables of the language model are laid out; shared by the library and the program that makes them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "lexicon_hash.h"

namespace jianbao {

/// Likelihoods are in quarters of an octave, as the frequencies of the lexicon are.
inline constexpr double kModelSteps = 4;  // in an octave

/// A word: 32 bits of its hash, and in a table of their own what it costs by itself, 1 to 127, and what it adds to the cost of a word that was not seen
/// behind it, less ModelWord::kLeastBackOff, 0 to 127.
struct ModelWord {
  using Groups = SlotGroups<14>;  ///< of four slots
  static constexpr int kLeastBackOff = -16, kCosts = 128;
  static constexpr std::size_t kLongest = 6;  ///< characters; longer ones are sentences

  static constexpr std::uint32_t key(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
  static constexpr std::uint16_t costs(int cost, int back_off) { return static_cast<std::uint16_t>(cost * kCosts + back_off - kLeastBackOff); }
  static constexpr int cost(std::uint16_t costs) { return costs / kCosts; }
  static constexpr int back_off(std::uint16_t costs) { return costs % kCosts + kLeastBackOff; }
};

/// Most of what is asked about is neither word nor beginning, and needs no look into the table of words.
using ModelBeginnings = WordBeginnings<19>;

/// Two words in a row: 27 bits of their hash, and 5 of how much likelier the second is behind the first than its cost and the first one's back-off
/// say.
struct ModelPair {
  using Groups = SlotGroups<16>;  ///< of five slots
  static constexpr int kGainSteps = 2, kNoGain = 7, kGains = 32;

  static constexpr std::uint64_t hash(std::uint64_t first, std::uint64_t second) {
    const std::uint64_t x = (first * 0x9E3779B97F4A7C15u ^ second) * 0xD6E8FEB86659FD93u;
    return x ^ x >> 32;
  }
  static constexpr std::uint32_t key(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 37) * kGains; }

  /// A bit for every pair in a table of their own, which tells of most others that they are none.
  static constexpr std::size_t kBits = 1 << 21;
  static constexpr std::size_t bit(std::uint64_t hash) { return hash >> 43; }
  /// Of a gain, which is cut to the nearest that can be told.
  static constexpr std::uint32_t slot(std::uint64_t hash, int gain) {
    return key(hash) | static_cast<std::uint32_t>(std::clamp((gain + kGainSteps * kNoGain + kGainSteps / 2) / kGainSteps, 1, kGains - 1));
  }
  static constexpr bool is(std::uint32_t slot, std::uint64_t hash) { return slot / kGains == key(hash) / kGains; }
  static constexpr int gain(std::uint32_t slot) { return kGainSteps * (static_cast<int>(slot % kGains) - kNoGain); }
};

}  // namespace jianbao
