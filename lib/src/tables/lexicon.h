// Which strings are Chinese words, and how common they are: 350,000 words of jieba's dict.txt (MIT licence), turned into a
// read-only table when the library is built. Nothing is loaded at start; a look-up touches one or two cache lines.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "jianbao/page.h"
#include "tables/lexicon_hash.h"
#include "text/utf8.h"

namespace jianbao {

/// By LexiconPairs::place().
extern const std::uint64_t kLexiconPairs[LexiconPairs::kPlaces / LexiconPairs::kPerNumber];

/// A word of a text.
struct Word {
  Span at;
  int frequency = 0;  ///< in quarters of an octave: 1 was counted once, 5 twice, 41 a thousand times; 0: no word
  bool is_person = false;  ///< in the list as a name or a surname

  explicit operator bool() const { return frequency > 0; }
};

/// Words of the list are longer only where they are sentences.
inline constexpr int kLongestWord = 8;

/// How common a word is, in the steps of Word; 0 for what is none. Single characters have the frequency of the word that
/// they are by themselves.
int word_frequency(std::string_view word);
inline bool is_word(std::string_view word) { return word_frequency(word) > 0; }

/// A word as common as words of right text mostly are: counted sixteen times.
inline constexpr int kGoodWord = LexiconPairs::kGoodWord;
/// The same for a word of three characters or more.
inline constexpr int kGoodLongWord = LexiconPairs::kGoodLongWord;

/// Of what good words the two characters of a place may be a part, as bits of LexiconPairs::Of; they are of no others. One look into a table
/// that stays in the cache.
inline unsigned words_of_pair(std::size_t place) { return kLexiconPairs[place / LexiconPairs::kPerNumber] >> LexiconPairs::shift(place) & 3; }
/// A bit for every LexiconTriples::bit().
extern const std::uint64_t kLexiconTriples[LexiconTriples::kBits / 64];

/// False: no good word has three characters side by side.
inline bool may_be_in_good_word(char32_t first, char32_t second, char32_t third) {
  const std::size_t bit = LexiconTriples::bit(first, second, third);
  return kLexiconTriples[bit / 64] >> bit % 64 & 1;
}
inline bool may_be_in_good_word(char32_t first, char32_t second) { return words_of_pair(LexiconPairs::place(first, second)) != 0; }

/// Of two characters that are a good word by themselves, and nobody's name; 0 where they are none.
int frequency_of_good_word(char32_t first, char32_t second);
inline bool are_good_word(char32_t first, char32_t second) { return frequency_of_good_word(first, second) > 0; }

/// The word [at, end) of `text`, with a frequency of 0 where it is none.
Word word_between(std::string_view text, Span at);

/// The longest word of two characters or more that begins at `at` and is at least so common.
Word longest_word_at(std::string_view text, std::size_t at, int least = 1);

/// The longest word of two characters or more that ends at `end`.
Word longest_word_before(std::string_view text, std::size_t end, int least = 1);

/// The most common word that holds all of `at` and at least one character beyond it: for `at` empty, a word that a cut at
/// this place would tear.
Word word_across(std::string_view text, Span at, int least = 1);

/// The words of `least` characters or more that a run of Han begins with, from the shortest on.
struct FirstWords {
  struct One {
    std::uint8_t length;  ///< characters
    std::uint8_t frequency;
    bool is_person;
  };
  std::array<One, kLongestWord> words;
  std::size_t count = 0;
  const One* begin() const { return words.data(); }
  const One* end() const { return words.data() + count; }
};
FirstWords first_words(std::u32string_view han, std::size_t least = 1);

/// What the likeliest row of words for a run of Han costs, in the steps of a frequency: the less, the better it reads.
/// Only the first kLongestCosted characters count.
int cost_of_words(std::u32string_view han);
inline constexpr std::size_t kLongestCosted = 16;

/// The same for all that such a run ends with: the cost of han.substr(i) at i, and 0 at its end.
using WordCosts = std::array<int, kLongestCosted + 1>;

/// Fills in the costs from `begin` up to `end`; those from `end` on are there.
void cost_words(std::u32string_view han, std::size_t begin, std::size_t end, WordCosts& costs);

/// The words that begin at a place, one for each length, from one character on, that end at `least` or behind it:
///
///   for (WordsAt words(text, at); const Word word = words.next();) …
class WordsAt {
 public:
  WordsAt() = default;  ///< none
  WordsAt(std::string_view text, std::size_t at, std::size_t least = 0) : text_(text), begin_(at), end_(at), least_(least) {}
  Word next();

  /// Reads on to the end of the text, and passes its words over. False: no word goes on with another text.
  bool read_all() {
    while (read()) {
    }
    return goes_on_ && end_ == text_.size() && length_ < kLongestWord;
  }
  /// The words that begin with what was read and end in another text; their places are counted from its begin.
  WordsAt going_on_in(std::string_view text) const {
    WordsAt words = *this;
    words.text_ = text;
    words.begin_ = words.end_ = words.least_ = 0;
    return words;
  }

 private:
  bool read();  ///< a character; false where no word goes on with one

  std::string_view text_;
  std::size_t begin_ = 0, end_ = 0, least_ = 0;
  int length_ = 0;
  bool goes_on_ = true;  // false: no longer word begins so
  unsigned beginning_ = 0;  // what was read may be: bits of LexiconBeginnings::Of
  WordHash hash_;
};

}  // namespace jianbao
