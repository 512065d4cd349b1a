// How much two pieces of a page have in common: the pairs of neighbouring Han that stand in both, rare ones weighing more.
// Names, places and terms recur within an article and hardly between articles; no list of words is needed for that.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "jianbao/rules.h"

namespace jianbao {

/// Nearly all Han stand from the first one on, so many: tables by character have a place for each of these.
inline constexpr char32_t kFirstHan = 0x4E00, kUsualHan = 0x5200;

/// A pair of neighbouring Han, by its number on the page.
using PairNumber = std::uint32_t;
using Pairs = std::vector<PairNumber>;  ///< each once
using PairView = std::span<const PairNumber>;  ///< the same, kept elsewhere

/// Puts pairs in order, each once: a bit for each, as their numbers are small.
class PairSet {
 public:
  /// `end`: more than any of their numbers.
  void insert(PairView pairs, std::size_t end);

  /// All of them, with room for so many more behind them; the set is empty then.
  Pairs take(std::size_t more = 0);

 private:
  static constexpr std::size_t kBits = 64;
  std::vector<std::uint64_t> words_;
  std::size_t used_ = 0;  ///< words up to the last one that may have a bit
  std::size_t inserted_ = 0;
};

/// The part of `pairs` that stands in `text` as well, whose pairs are in order, 0 to 1.
double part_in(PairView pairs, PairView text);

/// Numbers the pairs of a page in the order in which they are met, so that what is known of a pair stands in an array.
class PairNumbers {
 public:
  static constexpr PairNumber kNone = static_cast<PairNumber>(-1);
  static constexpr std::size_t kHan = 3;  ///< bytes of a Han, but for few

  /// `characters`: of the text that is to be read, about.
  explicit PairNumbers(std::size_t characters);

  /// What a text is made of, in the order in which it stands there first.
  struct Read {
    PairView pairs, characters;  ///< a character is a pair without a first one
  };

  /// To be looked at before the next text is read.
  Read read(std::string_view text);

  /// The pairs of a text, in the order of their numbers.
  Pairs of(std::string_view text);

  char32_t first(PairNumber pair) const { return static_cast<char32_t>(pairs_[pair].key >> 32); }
  char32_t second(PairNumber pair) const { return static_cast<char32_t>(pairs_[pair].key); }

  /// The pair that the two characters make, or kNone where it was not met.
  PairNumber find(char32_t first, char32_t second) const;

  std::size_t size() const { return size_; }

 private:
  static std::uint64_t key(char32_t first, char32_t second) { return static_cast<std::uint64_t>(first) << 32 | second; }
  std::size_t slot(std::uint64_t key) const;
  PairNumber add(std::uint64_t key);
  void resize(std::size_t slots);

  std::vector<PairNumber> usual_ = std::vector<PairNumber>(kUsualHan, kNone);  ///< of single Han by character, from kFirstHan on
  std::vector<PairNumber> slots_;    ///< open addressing; their count is a power of two, at least twice the pairs
  int shift_ = 0;                    ///< of a key's hash, so that it is the number of a slot
  std::size_t size_ = 0, most_ = 0;  ///< pairs; that there is room for
  struct Pair {
    std::uint64_t key;
    std::uint32_t met;  ///< the last text that has it, counted from 1
  };
  std::unique_ptr<Pair[]> pairs_;  ///< by number
  std::uint32_t texts_ = 0;
  Pairs read_;
};

/// What pairs tell of what a text is about: those with a character of grammar, as 的 and 了, hardly anything, and a single Han less
/// than two of them. Of the last paragraphs of articles and strange ones, at hand, those that share most are told apart twice as
/// often so.
class Telling {
 public:
  explicit Telling(const Rules::Tables& tables);

  /// `first`: 0 for a single character. What the weight of the pair is multiplied by.
  double of(char32_t first, char32_t second) const { return kTells[first == 0][is_grammar(first) | is_grammar(second)]; }

 private:
  bool is_grammar(char32_t c) const {
    const char32_t place = std::min<char32_t>(c - kFirstHan, kUsualHan);  // what is less than the first wraps round to more
    return grammar_[place / 64] >> place % 64 & 1;
  }

  static constexpr double kTells[2][2] = {{1, 0.2}, {0.5, 0}};  ///< of two characters and of one, without grammar and with it
  std::array<std::uint64_t, kUsualHan / 64 + 1> grammar_{};  ///< a bit by character, from the first Han on, and one of all others
};

/// Of two sets by the squares of what both have and of what each has.
inline double cosine(double both, double in_a, double in_b) { return in_a > 0 && in_b > 0 ? both / std::sqrt(in_a * in_b) : 0; }

/// The part of a cosine that one of the sets makes, where it is compared with many: cosine() is `both` by those of the two.
inline double cosine_part(double squares) { return squares > 0 ? 1 / std::sqrt(squares) : 0; }

class Cohesion {
 public:
  /// Counts the pieces of a page: a pair that stands in many pieces says little.
  Cohesion(const std::vector<Pairs>& pieces, const PairNumbers& numbers, const Telling* telling = nullptr);

  /// Of pieces of several lines.
  Cohesion(const std::vector<std::vector<PairView>>& pieces, const PairNumbers& numbers);

  /// `pieces_with`: by pair, in how many it stands.
  Cohesion(std::vector<std::uint32_t> pieces_with, std::size_t pieces, const PairNumbers& numbers, const Telling* telling);

  /// The square of a pair's weight, which is the logarithm of how many pieces do without it.
  double square(PairNumber pair) const { return squares_[pair]; }

  std::size_t pairs() const { return pieces_with_.size(); }                                ///< that have a number
  double rarest() const { return rarest_; }  ///< the square of a pair that stands in one piece and tells fully
  std::uint32_t pieces_with(PairNumber pair) const { return pieces_with_[pair]; }

  /// 0 (nothing in common) to 1 (the same pairs): the cosine of the two sets.
  double between(PairView a, PairView b) const { return cosine(shared(a, b), norm(a), norm(b)); }

  double norm(PairView pairs) const;                ///< their squares, added up
  double shared(PairView a, PairView b) const;      ///< the same of the pairs that both have, which are in the order of their numbers in each

  /// Whether the pair stands in a piece that was counted.
  bool knows(PairNumber pair) const { return pair != PairNumbers::kNone && pieces_with_[pair] > 0; }

 private:
  std::vector<std::uint32_t> pieces_with_;  ///< by pair
  std::unique_ptr<double[]> squares_;       ///< by pair
  double rarest_;
};

}  // namespace jianbao
