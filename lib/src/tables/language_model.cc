#include "tables/language_model.h"

#include <algorithm>
#include <limits>

namespace jianbao {

// language_model_table.cc, made by make_language_model
extern const std::uint32_t kModelWords[];
extern const std::uint16_t kModelCosts[];
extern const ModelWord::Groups::Far kModelWordsFar;
extern const ModelWord::Groups::Near kModelWordsNear;
extern const std::uint64_t kModelBeginnings[ModelBeginnings::kNumbers];
extern const std::uint32_t kModelPairs[];
extern const ModelPair::Groups::Far kModelPairsFar;
extern const ModelPair::Groups::Near kModelPairsNear;
extern const std::uint64_t kModelPairBits[ModelPair::kBits / 64];

namespace {

constexpr std::int16_t kUnknown = 104;  // a character that is no word: the rarest words of the model cost about as much
constexpr std::int16_t kFar = std::numeric_limits<std::int16_t>::max();

unsigned beginning_of(std::uint64_t hash) { return ModelBeginnings::find(kModelBeginnings, hash); }

/// ModelWord::costs() of a word; 0: it is none. `beginning`: what it may be.
std::uint16_t costs_of(std::uint64_t hash, unsigned beginning) {
  if (!(beginning & ModelBeginnings::word)) return 0;
  const auto [begin, end] = ModelWord::Groups::slots(kModelWordsFar, kModelWordsNear, hash);
  for (std::size_t place = begin; place < end; ++place)
    if (kModelWords[place] == ModelWord::key(hash)) return kModelCosts[place];
  return 0;
}

/// How much likelier the second word is behind the first than the two tell by themselves; 0 where they were seldom seen so.
int gain_of_pair(std::uint64_t first, std::uint64_t second) {
  const std::uint64_t hash = ModelPair::hash(first, second);
  const std::size_t bit = ModelPair::bit(hash);
  if (!(kModelPairBits[bit / 64] >> bit % 64 & 1)) return 0;  // mostly
  const auto [begin, end] = ModelPair::Groups::slots(kModelPairsFar, kModelPairsNear, hash);
  for (std::size_t place = begin; place < end; ++place)
    if (ModelPair::is(kModelPairs[place], hash)) return ModelPair::gain(kModelPairs[place]);
  return 0;
}

}  // namespace

WordRows::WordRows(std::u32string_view text, Asked asked) {
  text = text.substr(0, kLongest);
  length_ = text.size();
  std::copy(text.begin(), text.end(), chars_.begin());
  add_words(text);
  if (asked != Asked::from_begin) cost_from_left();
  if (asked != Asked::up_to_end) cost_from_right();
}

WordRows::Word WordRows::word(std::uint64_t hash, std::uint16_t costs, std::size_t begin, std::size_t end) {
  const bool known = costs != 0;
  return {hash,
          static_cast<std::int16_t>(known ? ModelWord::cost(costs) : kUnknown),
          static_cast<std::int16_t>(known ? ModelWord::back_off(costs) : 0),
          kFar,
          0,
          static_cast<std::uint8_t>(begin),
          static_cast<std::uint8_t>(end)};
}

int WordRows::cost_behind(const Word& first, const Word& second) { return first.back_off + second.own - gain_of_pair(first.hash, second.hash); }

template <class Take>
void WordRows::each_ending_at(std::size_t place, Take take) const {
  const std::size_t from = place - std::min(place, ModelWord::kLongest);
  for (std::size_t i = first_[from]; i < first_[place]; ++i)
    if (words_[i].end == place) take(words_[i]);
}

void WordRows::add_words(std::u32string_view text) {
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < length_; ++begin) {
    first_[begin] = static_cast<std::uint8_t>(count);
    WordHash hash;
    for (std::size_t end = begin + 1; end <= std::min(length_, begin + ModelWord::kLongest); ++end) {
      hash.add(text[end - 1]);
      const std::uint64_t mixed = hash.mixed();
      const unsigned beginning = beginning_of(mixed);
      if (const std::uint16_t costs = costs_of(mixed, beginning); costs != 0 || end == begin + 1) words_[count++] = word(mixed, costs, begin, end);
      if (!(beginning & ModelBeginnings::longer)) break;
      if (end == length_ && end - begin < ModelWord::kLongest) unended_[unended_count_++] = {hash, static_cast<std::uint8_t>(begin)};
    }
  }
  first_[length_] = static_cast<std::uint8_t>(count);
}

int WordRows::cost_up_to(const Word& word) const {
  int least = word.begin == 0 ? word.own : kFar;
  each_ending_at(word.begin, [&](const Word& before) { least = std::min(least, before.up_to + cost_behind(before, word)); });
  return least;
}

void WordRows::cost_from_left() {
  cost_ = length_ == 0 ? 0 : kFar;
  for (std::size_t i = 0; i < first_[length_]; ++i) {  // what ends where a word begins comes before it
    Word& word = words_[i];
    if (word.begin == 0) word.up_to = word.own;
    if (word.end == length_) {
      cost_ = std::min<int>(cost_, word.up_to);
      continue;
    }
    for (std::size_t next = first_[word.end]; next < first_[word.end + 1]; ++next)
      words_[next].up_to = static_cast<std::int16_t>(std::min<int>(words_[next].up_to, word.up_to + cost_behind(word, words_[next])));
  }
}

void WordRows::cost_from_right() {
  for (std::size_t i = first_[length_]; i-- > 0;) {
    Word& word = words_[i];
    int least = word.end == length_ ? 0 : kFar;
    for (std::size_t next = first_[word.end]; word.end < length_ && next < first_[word.end + 1]; ++next)
      least = std::min(least, cost_behind(word, words_[next]) + words_[next].from);
    word.from = static_cast<std::int16_t>(least);
  }
}

/// Of what stands from a place of a text on, behind a word of another one.
template <class Words>
int WordRows::cost_behind_word(const Words& text, const Word& word, std::size_t place) {
  int least = place == text.length_ ? 0 : kFar;
  for (std::size_t i = text.first_[place]; place < text.length_ && i < text.first_[place + 1]; ++i) least = std::min(least, cost_behind(word, text.words_[i]) + text.words_[i].from);
  return least;
}

/// Of both texts in the likeliest row in which a word goes across.
int WordRows::cost_across(const RowsBehind& next) const {
  int least = kFar;
  for (std::size_t i = 0; i < unended_count_; ++i) {
    auto [hash, begin] = unended_[i];
    unsigned beginning = ModelBeginnings::longer;
    const std::size_t most = std::min(next.length_, ModelWord::kLongest - (length_ - begin));
    for (std::size_t end = 1; end <= most && beginning & ModelBeginnings::longer; ++end) {
      hash.add(next.chars_[end - 1]);
      const std::uint64_t mixed = hash.mixed();
      beginning = beginning_of(mixed);
      const std::uint16_t costs = costs_of(mixed, beginning);
      if (costs == 0) continue;
      const Word across = word(mixed, costs, begin, length_);
      least = std::min(least, cost_up_to(across) + cost_behind_word(next, across, end));
    }
  }
  return least;
}

int WordRows::gain_before(const RowsBehind& next) const {
  if (length_ == 0 || next.length_ == 0) return 0;
  int together = cost_across(next);
  for (std::size_t i = 0; i < next.first_[1]; ++i) {
    const Word& word = next.words_[i];
    each_ending_at(length_, [&](const Word& before) { together = std::min(together, before.up_to + cost_behind(before, word) + word.from); });
  }
  return cost_ + next.by_itself_ - together;
}

RowsBehind::RowsBehind(const WordRows& text) : length_(text.length_), by_itself_(kFar) {
  std::copy_n(text.chars_.begin(), std::min(length_, kReach), chars_.begin());
  for (std::size_t place = 0; place < first_.size(); ++place) first_[place] = text.first_[std::min(place, length_)];
  words_.assign(text.words_.begin(), text.words_.begin() + first_.back());
  std::for_each_n(words_.begin(), first_[1], [&](const WordRows::Word& word) { by_itself_ = std::min(by_itself_, word.own + word.from); });
}

RowsAround::Row RowsAround::with(char32_t c) const {
  Row best{kFar, at_, at_ + 1};
  for (std::size_t begin = at_ + 1 - std::min(at_ + 1, ModelWord::kLongest); begin <= at_; ++begin) {
    WordHash hash;
    unsigned beginning = ModelBeginnings::longer;
    for (std::size_t end = begin + 1; end <= std::min(text_.size(), begin + ModelWord::kLongest) && beginning & ModelBeginnings::longer; ++end) {
      hash.add(end == at_ + 1 ? c : text_[end - 1]);
      const std::uint64_t mixed = hash.mixed();
      beginning = beginning_of(mixed);
      if (end <= at_) continue;
      const std::uint16_t costs = costs_of(mixed, beginning);
      if (costs == 0 && end > begin + 1) continue;
      const WordRows::Word word = WordRows::word(mixed, costs, begin, end);
      if (const int cost = left_.cost_up_to(word) + WordRows::cost_behind_word(right_, word, end - at_ - 1); cost < best.cost) best = {cost, begin, end};
    }
  }
  return best;
}

}  // namespace jianbao
