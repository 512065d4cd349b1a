#include "tables/lexicon.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/chars.h"

namespace jianbao {

// lexicon_table.cc, made by make_lexicon
extern const std::uint32_t kLexiconSlots[];
extern const LexiconSlot::Groups::Far kLexiconFar;
extern const LexiconSlot::Groups::Near kLexiconNear;
extern const std::uint64_t kLexiconBeginnings[LexiconBeginnings::kNumbers];

namespace {

unsigned beginning_of(std::uint64_t mixed) { return LexiconBeginnings::find(kLexiconBeginnings, mixed); }

/// Frequency and the mark of a person's name; 0 for what is no word. `mixed`: its hash.
unsigned look_up(std::uint64_t mixed) {
  const std::uint32_t key = LexiconSlot::key(mixed);
  const auto [begin, end] = LexiconSlot::Groups::slots(kLexiconFar, kLexiconNear, mixed);
  for (std::size_t place = begin; place < end; ++place)
    if (const std::uint32_t slot = kLexiconSlots[place]; (slot & ~std::uint32_t{0xFF}) == key) return slot & 0xFF;
  return 0;
}

Word word_of(Span at, unsigned found) {
  return {at, static_cast<int>(found & LexiconSlot::kFrequency), (found & LexiconSlot::kPerson) != 0};
}

}  // namespace

int frequency_of_good_word(char32_t first, char32_t second) {
  if (!(words_of_pair(LexiconPairs::place(first, second)) & LexiconPairs::word)) return 0;
  WordHash hash;
  hash.add(first);
  hash.add(second);
  const unsigned found = look_up(hash.mixed());
  const int frequency = static_cast<int>(found & LexiconSlot::kFrequency);
  return frequency >= kGoodWord && (found & LexiconSlot::kPerson) == 0 ? frequency : 0;
}

Word word_between(std::string_view text, Span at) {
  WordHash hash;
  for (std::size_t here = at.begin; here < at.end;) hash.add(next_char(text, here));
  const std::uint64_t mixed = hash.mixed();
  return word_of(at, beginning_of(mixed) & LexiconBeginnings::word ? look_up(mixed) : 0);
}

int word_frequency(std::string_view word) { return word_between(word, {0, word.size()}).frequency; }

bool WordsAt::read() {
  if (!goes_on_ || end_ >= text_.size() || length_ == kLongestWord) return false;
  const char32_t c = next_char(text_, end_);
  if (!is_han(c)) return goes_on_ = false;
  ++length_;
  hash_.add(c);
  beginning_ = beginning_of(hash_.mixed());
  goes_on_ = beginning_ & LexiconBeginnings::longer;
  return true;
}

Word WordsAt::next() {
  while (read())
    if (const unsigned found = end_ >= least_ && beginning_ & LexiconBeginnings::word ? look_up(hash_.mixed()) : 0) return word_of({begin_, end_}, found);
  return {};
}

FirstWords first_words(std::u32string_view han, std::size_t least) {
  FirstWords first;
  WordHash hash;
  const std::size_t longest = std::min<std::size_t>(han.size(), kLongestWord);
  for (std::size_t length = 1; length <= longest; ++length) {
    hash.add(han[length - 1]);
    const std::uint64_t mixed = hash.mixed();
    const unsigned beginning = beginning_of(mixed);
    if (const unsigned found = length >= least && beginning & LexiconBeginnings::word ? look_up(mixed) : 0)
      first.words[first.count++] = {static_cast<std::uint8_t>(length), static_cast<std::uint8_t>(found & LexiconSlot::kFrequency), (found & LexiconSlot::kPerson) != 0};
    if (!(beginning & LexiconBeginnings::longer)) break;
  }
  return first;
}

void cost_words(std::u32string_view han, std::size_t begin, std::size_t end, WordCosts& costs) {
  // All counts of the lexicon were made on sixty million words, which is what a word of a frequency is divided by.
  constexpr int kTotal = 104, kUnknown = kTotal + 12;  // unknown: a character that is no word by itself
  for (std::size_t i = end; i-- > begin;) {
    costs[i] = costs[i + 1] + kUnknown;
    for (const auto& found : first_words(han.substr(i))) costs[i] = std::min(costs[i], costs[i + found.length] + kTotal - found.frequency);
  }
}

int cost_of_words(std::u32string_view han) {
  WordCosts costs{};
  han = han.substr(0, kLongestCosted);
  cost_words(han, 0, han.size(), costs);
  return costs[0];
}

Word longest_word_at(std::string_view text, std::size_t at, int least) {
  Word longest;
  std::size_t second = at;
  if (at < text.size()) next_char(text, second);
  for (WordsAt words(text, at); const Word word = words.next();)
    if (word.at.end > second && word.frequency >= least) longest = word;
  return longest;
}

Word longest_word_before(std::string_view text, std::size_t end, int least) {
  Word longest;
  std::size_t begin = end;
  for (int length = 1; length <= kLongestWord && begin > 0; ++length) {
    begin = before(text, begin);
    if (!is_han(char_at(text, begin))) break;
    if (length == 1) continue;
    if (const Word word = word_between(text, {begin, end}); word.frequency >= least && word) longest = word;
  }
  return longest;
}

Word word_across(std::string_view text, Span at, int least) {
  Word best;
  std::size_t begin = at.begin;
  for (int back = 0; back < kLongestWord; ++back) {
    // A word that begins behind nothing of the left side must go beyond `at` on the right.
    for (WordsAt words(text, begin); const Word word = words.next();) {
      const bool holds = at.empty() ? begin < at.begin && word.at.end > at.end
                                    : word.at.end >= at.end && (begin < at.begin || word.at.end > at.end);
      if (holds && word.frequency >= least && word.frequency > best.frequency) best = word;
    }
    if (begin == 0) break;
    begin = before(text, begin);
    if (!is_han(char_at(text, begin))) break;
  }
  return best;
}

}  // namespace jianbao
