#include "split/cohesion.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {

namespace {

/// In how many of them each pair stands.
std::vector<std::uint32_t> count_pieces(const std::vector<Pairs>& pieces, const PairNumbers& numbers) {
  std::vector<std::uint32_t> with(numbers.size());
  for (const Pairs& piece : pieces)
    for (const PairNumber pair : piece) ++with[pair];
  return with;
}

std::vector<std::uint32_t> count_pieces(const std::vector<std::vector<PairView>>& pieces, const PairNumbers& numbers) {
  std::vector<std::uint32_t> with(numbers.size()), last(numbers.size());  // last: piece that has the pair, counted from 1
  std::uint32_t number = 0;
  for (const auto& lines : pieces) {
    ++number;
    for (const PairView line : lines)
      for (const PairNumber pair : line) with[pair] += std::exchange(last[pair], number) != number;
  }
  return with;
}

bool has_pairs(const std::vector<PairView>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const PairView line) { return !line.empty(); });
}

}  // namespace

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
  resize(std::bit_ceil(pairs + pairs / 2));  // a page of 10,000 characters has 6,000 pairs
}

void PairNumbers::resize(std::size_t slots) {
  slots_.assign(slots, kNone);
  shift_ = 64 - std::countr_zero(slots);
  most_ = slots / 2;
  const std::unique_ptr<Pair[]> pairs = std::exchange(pairs_, std::make_unique_for_overwrite<Pair[]>(most_));
  std::copy_n(pairs.get(), size_, pairs_.get());
  for (PairNumber number = 0; number < size_; ++number) slots_[slot(pairs_[number].key)] = number;
}

/// Where a key's number stands, or the free slot that it would take.
inline std::size_t PairNumbers::slot(std::uint64_t key) const {
  constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;  // 2⁶⁴ by the golden ratio: spreads neighbouring keys (Knuth, 6.4)
  std::size_t i = static_cast<std::size_t>(key * kGolden >> shift_);
  while (slots_[i] != kNone && pairs_[slots_[i]].key != key) i = (i + 1) & (slots_.size() - 1);
  return i;
}

/// The number of a key, a new one where it was not met.
inline PairNumber PairNumbers::add(std::uint64_t key) {
  std::size_t place = slot(key);
  if (slots_[place] == kNone) {
    if (size_ == most_) resize(2 * slots_.size()), place = slot(key);
    slots_[place] = static_cast<PairNumber>(size_);
    pairs_[size_++] = {key, 0};
  }
  return slots_[place];
}

PairNumbers::Read PairNumbers::read(std::string_view text) {
  const std::size_t most = text.size() / kHan + 1;  // of its pairs, and of its characters
  read_.resize(std::max(read_.size(), 2 * most));
  PairNumber* const first_pair = read_.data(), * const first_character = first_pair + most;
  PairNumber *pair = first_pair, *character = first_character;
  const std::uint32_t number_of_text = ++texts_;
  const auto meet = [&](PairNumber number, PairNumber*& end) {
    *end = number;
    end += std::exchange(pairs_[number].met, number_of_text) != number_of_text;
  };
  const auto number_of = [&](char32_t han) {
    if (han - kFirstHan >= kUsualHan) return add(key(0, han));
    PairNumber& number = usual_[han - kFirstHan];
    if (number == kNone) number = add(key(0, han));
    return number;
  };
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    const bool han = is_han(c);
    if (han) meet(number_of(c), character);
    if (han && before != 0) meet(add(key(before, c)), pair);
    before = han ? c : 0;
  }
  return {{first_pair, pair}, {first_character, character}};
}

Pairs PairNumbers::of(std::string_view text) {
  const PairView read_pairs = read(text).pairs;
  Pairs pairs(read_pairs.begin(), read_pairs.end());
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

PairNumber PairNumbers::find(char32_t first, char32_t second) const { return slots_[slot(key(first, second))]; }

Telling::Telling(const Rules::Tables& tables) {
  for (const std::string& word : tables.compiled<WordTable>().list("grammar")) {
    const char32_t c = first_char(word);
    if (c - kFirstHan < kUsualHan) grammar_[(c - kFirstHan) / 64] |= std::uint64_t{1} << (c - kFirstHan) % 64;
  }
}

Cohesion::Cohesion(const std::vector<Pairs>& pieces, const PairNumbers& numbers, const Telling* telling)
    : Cohesion(count_pieces(pieces, numbers), static_cast<std::size_t>(std::count_if(pieces.begin(), pieces.end(), [](const Pairs& piece) { return !piece.empty(); })), numbers, telling) {}

Cohesion::Cohesion(const std::vector<std::vector<PairView>>& pieces, const PairNumbers& numbers)
    : Cohesion(count_pieces(pieces, numbers), static_cast<std::size_t>(std::count_if(pieces.begin(), pieces.end(), has_pairs)), numbers, nullptr) {}

Cohesion::Cohesion(std::vector<std::uint32_t> pieces_with, std::size_t pieces, const PairNumbers& numbers, const Telling* telling) : pieces_with_(std::move(pieces_with)) {
  std::vector<double> of_count;
  for (std::size_t with = 0; with <= pieces; ++with) {
    const double weight = std::log((static_cast<double>(pieces) + 1) / static_cast<double>(std::max<std::size_t>(with, 1)));
    of_count.push_back(weight * weight);
  }
  rarest_ = pieces > 0 ? of_count[1] : 0;
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
