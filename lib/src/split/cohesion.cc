#include "split/cohesion.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {

void PairSet::insert(PairView pairs, std::size_t end) {
  if (end > words_.size() * kBits) words_.resize(2 * end / kBits + 1);
  used_ = std::max(used_, end / kBits + 1);
  std::uint64_t* const words = words_.data();
  for (const PairNumber pair : pairs) words[pair / kBits] |= std::uint64_t{1} << pair % kBits;
  inserted_ += pairs.size();
}

Pairs PairSet::take(std::size_t more) {
  Pairs pairs(std::exchange(inserted_, 0) + more);
  auto next = pairs.begin();
  const std::size_t used = std::min(std::exchange(used_, 0), words_.size());
  for (std::size_t word = 0; word < used; ++word)
    for (std::uint64_t bits = std::exchange(words_[word], 0); bits != 0; bits &= bits - 1)
      *next++ = static_cast<PairNumber>(word * kBits) + static_cast<PairNumber>(std::countr_zero(bits));
  pairs.erase(next, pairs.end());
  return pairs;
}

double part_in(PairView pairs, PairView text) {
  std::size_t both = 0;
  for (const PairNumber pair : pairs) both += std::binary_search(text.begin(), text.end(), pair);
  return pairs.empty() ? 0 : static_cast<double>(both) / static_cast<double>(pairs.size());
}

PairNumbers::PairNumbers(std::size_t characters) {
  constexpr std::size_t kLeast = 1 << 6, kMost = 1 << 15;  // what is longer repeats itself
  const std::size_t pairs = std::clamp(characters, kLeast, kMost);
  slots_.resize(std::bit_ceil(pairs + pairs / 2), kNone);  // a page of 10,000 characters has 6,000 pairs
  shift_ = 64 - std::countr_zero(slots_.size());
  keys_.reserve(pairs);
}

/// Where a key's number stands, or the free slot that it would take; `number`: what stands there.
inline std::size_t PairNumbers::slot(std::uint64_t key, PairNumber& number) const {
  constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;  // 2⁶⁴ by the golden ratio: spreads neighbouring keys (Knuth, 6.4)
  std::size_t i = static_cast<std::size_t>(key * kGolden >> shift_);
  while ((number = slots_[i]) != kNone && keys_[number] != key) i = (i + 1) & (slots_.size() - 1);
  return i;
}

inline PairNumber PairNumbers::number(std::uint64_t key) {
  PairNumber number;
  const std::size_t found = slot(key, number);
  if (number != kNone) return number;
  number = slots_[found] = static_cast<PairNumber>(keys_.size());
  keys_.push_back(key);
  if (2 * keys_.size() > slots_.size()) grow();
  return number;
}

void PairNumbers::grow() {
  slots_.assign(2 * slots_.size(), kNone);
  --shift_;
  PairNumber stands;
  for (PairNumber known = 0; known < keys_.size(); ++known) slots_[slot(keys_[known], stands)] = known;
}

Pairs PairNumbers::of(std::string_view text) { return collect(text, false); }

Pairs PairNumbers::with_characters(std::string_view text) { return collect(text, true); }

Pairs PairNumbers::collect(std::string_view text, bool characters) {
  met_.resize(std::max(met_.size(), text.size()));  // a Han has three bytes and makes two at most
  const auto known = static_cast<PairNumber>(size());
  auto next = met_.begin();
  const auto meet = [&](std::uint64_t pair) {
    if (const PairNumber met = number(pair); met < known) *next++ = met;
  };
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    const bool han = is_han(c);
    if (han && characters) meet(key(0, c));
    if (han && before != 0) meet(key(before, c));
    before = han ? c : 0;
  }
  set_.insert({met_.begin(), next}, known);
  Pairs pairs = set_.take(size() - known);
  const std::size_t old = pairs.size();
  pairs.resize(old + size() - known);
  std::iota(pairs.begin() + static_cast<std::ptrdiff_t>(old), pairs.end(), known);  // those met for the first time are the last ones
  return pairs;
}

PairNumber PairNumbers::find(char32_t first, char32_t second) const {
  PairNumber number;
  slot(key(first, second), number);
  return number;
}

Telling::Telling(const Rules::Tables& tables) {
  for (const std::string& word : tables.compiled<WordTable>().list("grammar")) {
    const char32_t c = first_char(word);
    if (c - kFirst < kChars) grammar_[c - kFirst] = true;
  }
}

double Telling::of(char32_t first, char32_t second) const {
  constexpr double kGrammar = 0.2, kSingle = 0.5;
  if (first == 0) return is_grammar(second) ? 0 : kSingle;
  return is_grammar(first) || is_grammar(second) ? kGrammar : 1;
}

Cohesion::Cohesion(const std::vector<Pairs>& pieces, const PairNumbers& numbers, const Telling* telling) : pieces_with_(numbers.size()) {
  std::size_t counted = 0;
  for (const Pairs& piece : pieces) {
    counted += !piece.empty();
    for (const PairNumber pair : piece) ++pieces_with_[pair];
  }
  std::vector<double> of_count;
  for (std::size_t with = 0; with <= counted; ++with) {
    const double weight = std::log((static_cast<double>(counted) + 1) / static_cast<double>(std::max<std::size_t>(with, 1)));
    of_count.push_back(weight * weight);
  }
  rarest_ = counted > 0 ? of_count[1] : 0;
  squares_ = std::make_unique_for_overwrite<double[]>(pieces_with_.size());
  std::transform(pieces_with_.begin(), pieces_with_.end(), squares_.get(), [&](std::uint32_t with) { return of_count[with]; });
  if (!telling) return;
  for (PairNumber pair = 0; pair < pieces_with_.size(); ++pair) {
    const double tells = telling->of(numbers.first(pair), numbers.second(pair));
    squares_[pair] *= tells * tells;
  }
}

double Cohesion::norm(PairView pairs) const {
  double norm = 0;
  for (const PairNumber pair : pairs) norm += square(pair);
  return norm;
}

double Cohesion::shared(PairView a, PairView b) const {
  double both = 0;
  auto j = b.begin();
  for (const PairNumber pair : a) {
    while (j != b.end() && *j < pair) ++j;
    if (j == b.end()) break;
    if (*j == pair) both += square(pair);
  }
  return both;
}

}  // namespace jianbao
