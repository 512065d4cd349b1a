// The hash that the lexicon's table is built with and read with; shared by the library and its generator.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace jianbao {

/// The hash of a word, taken in character by character, so that the words that begin at one place share the work.
class WordHash {
 public:
  constexpr void add(char32_t c) { state_ = (state_ ^ c) * 0x9E3779B97F4A7C15u; }

  constexpr std::uint64_t mixed() const {
    const std::uint64_t x = (state_ ^ state_ >> 32) * 0xD6E8FEB86659FD93u;
    return x ^ x >> 32;
  }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325u;
};

/// A hash table without free slots, as all of it is memory of a process that reads a while: slots stand by groups, which the last bits of a hash tell. Where
/// a group begins is told in two steps, of kNear groups and from there on.
template <unsigned kBits>
struct SlotGroups {
  static constexpr std::size_t kGroups = std::size_t{1} << kBits, kNear = 256;
  using Far = std::array<std::uint32_t, kGroups / kNear + 1>;
  using Near = std::array<std::uint16_t, kGroups + 1>;

  static constexpr std::size_t group(std::uint64_t hash) { return hash & (kGroups - 1); }

  /// The slots of a group, [first, second).
  static std::pair<std::size_t, std::size_t> slots(const Far& far, const Near& near, std::uint64_t hash) {
    const std::size_t number = group(hash), next = number + 1;
    return {far[number / kNear] + near[number], far[next / kNear] + near[next]};
  }
};

/// One slot of the table is 32 bits: 24 of a word's hash, one that says that it is a person's name, 7 of its frequency,
/// which is never 0.
struct LexiconSlot {
  using Groups = SlotGroups<16>;  ///< of five slots
  static constexpr unsigned kPerson = 0x80, kFrequency = 0x7F;

  static constexpr std::uint32_t key(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 40) << 8; }
};

/// Two bits for every beginning of a word, by its hash: whether it may be a word itself, and whether a longer one may begin so. What is neither
/// need not be looked for in the table.
template <unsigned kBits>
struct WordBeginnings {
  enum Of : unsigned { word = 1, longer = 2 };
  static constexpr std::size_t kPerNumber = 32;  ///< places in a number of the table
  static constexpr std::size_t kNumbers = (std::size_t{1} << kBits) / kPerNumber;

  static void add(std::uint64_t* table, std::uint64_t hash, Of of) { table[number(hash)] |= std::uint64_t{of} << shift(hash); }
  /// What the characters of this hash may be, as bits.
  static unsigned find(const std::uint64_t* table, std::uint64_t hash) { return table[number(hash)] >> shift(hash) & 3; }

 private:
  static constexpr std::size_t place(std::uint64_t hash) { return hash >> (64 - kBits); }
  static constexpr std::size_t number(std::uint64_t hash) { return place(hash) / kPerNumber; }
  static constexpr unsigned shift(std::uint64_t hash) { return 2 * static_cast<unsigned>(place(hash) % kPerNumber); }
};
using LexiconBeginnings = WordBeginnings<21>;

/// Two bits for every pair of neighbours in a good word that is no name: whether the two are the word, and whether they are part of a longer
/// one. A word is good that was counted sixteen times or more; one of three characters or more, which chance seldom makes, where it was
/// counted twice.
struct LexiconPairs {
  enum Of : unsigned { word = 1, longer = 2 };
  static constexpr unsigned kGoodWord = 17, kGoodLongWord = 5;  ///< in the steps of LexiconSlot

  static constexpr std::size_t kPlaces = 1 << 21;
  static constexpr std::size_t kPerNumber = 32;  ///< pairs in a number of the table

  /// What each of the two characters adds to the hash of a pair, for one that is asked about with many others.
  static constexpr std::uint64_t part_of_first(char32_t c) { return part_of_first_by(part_of_second(c)); }
  static constexpr std::uint64_t part_of_first_by(std::uint64_t part_of_second) { return part_of_second << 21; }
  static constexpr std::uint64_t part_of_second(char32_t c) { return c * 0x9E3779B97F4A7C15u; }
  static constexpr std::size_t place(std::uint64_t part_of_first, std::uint64_t part_of_second) { return (part_of_first + part_of_second) >> 43; }
  static constexpr std::size_t place(char32_t first, char32_t second) { return place(part_of_first(first), part_of_second(second)); }

  /// Where the bits of a place stand in their number, from the lowest on.
  static constexpr unsigned shift(std::size_t place) { return 2 * static_cast<unsigned>(place % kPerNumber); }
};

/// A bit for every three neighbours in a good word of three characters or more.
struct LexiconTriples {
  static constexpr std::size_t kBits = 1 << 21;

  static constexpr std::size_t bit(char32_t first, char32_t second, char32_t third) {
    return (LexiconPairs::part_of_first(first) * 0x9E3779B97F4A7C15u + LexiconPairs::part_of_first(second) + LexiconPairs::part_of_second(third)) >> 43;
  }
};

}  // namespace jianbao
