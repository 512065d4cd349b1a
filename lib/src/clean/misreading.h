// Which character a look-alike was read for, as the words around it tell.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "tables/lexicon.h"
#include "tables/tables.h"
#include "text/char_map.h"
#include "text/chars.h"

namespace jianbao {

/// The Han character of three bytes that begins at a place; 0 where none does.
[[gnu::always_inline]] inline char32_t han_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xF0) != 0xE0) return 0;
  const char32_t c = next_char(text, at);
  const bool is_common = c >= 0x4E00 && c <= 0x9FFF;
  return is_common || (is_han(c) && c < 0x10000) ? c : 0;
}

/// The one that ends there.
[[gnu::always_inline]] inline char32_t han_before(std::string_view text, std::size_t end) { return end < 3 ? 0 : han_at(text, end - 3); }

/// The characters on both sides of one; 0 where there is no Han.
class Neighbours {
 public:
  [[gnu::always_inline]] Neighbours(std::string_view text, std::size_t at)
      : text_(text),
        at_(at),
        left_(han_before(text, at)),
        right_(han_at(text, at + 3)),
        left_part_(LexiconPairs::part_of_first(left_)),
        right_part_(LexiconPairs::part_of_second(right_)) {}

  /// Whether `c` makes a good word of two with one of them.
  bool make_word(char32_t c) const { return (right_ != 0 && are_good_word(c, right_)) || (left_ != 0 && are_good_word(left_, c)); }

  /// The frequency of the commonest good word of two that it makes; 0 where it makes none.
  int frequency_of_word(char32_t c) const { return std::max(right_ == 0 ? 0 : frequency_of_good_word(c, right_), left_ == 0 ? 0 : frequency_of_good_word(left_, c)); }

  /// False: `c` between them is part of no good word.
  bool may_make_word(char32_t c) const { return to_left(c) != 0 || to_right(c) != 0; }

  /// The same, told oftener: in a longer word three stand side by side.
  bool may_be_in_word(char32_t c) const {
    const unsigned left = to_left(c), right = to_right(c);
    if ((left | right) & LexiconPairs::word) return true;
    return (left & right & LexiconPairs::longer && may_be_in_good_word(left_, c, right_)) ||
           (left & LexiconPairs::longer && may_be_in_good_word(han_before(text_, at_ - 3), left_, c)) ||
           (right & LexiconPairs::longer && may_be_in_good_word(c, right_, han_at(text_, at_ + 2 * 3)));
  }

  /// False: `c` between them stands inside of no good word.
  bool may_stand_inside(char32_t c) const { return to_left(c) & to_right(c) & LexiconPairs::longer && may_be_in_good_word(left_, c, right_); }

 private:
  /// Of what good words `c` and the neighbour may be a part.
  unsigned to_left(char32_t c) const { return left_ == 0 ? 0 : words_of_pair(LexiconPairs::place(left_part_, LexiconPairs::part_of_second(c))); }
  unsigned to_right(char32_t c) const { return right_ == 0 ? 0 : words_of_pair(LexiconPairs::place(LexiconPairs::part_of_first(c), right_part_)); }

  std::string_view text_;
  std::size_t at_;
  char32_t left_, right_;
  std::uint64_t left_part_, right_part_;  // of the hash of a pair
};

/// The first look at a character between two others, whatever those are: what is no Han of three bytes is read as one, which makes a pair of
/// good words by chance, as seldom as others do.
class PairsAround {
 public:
  /// Whether there are two, in the text's bytes.
  static bool are_in(std::string_view text, std::size_t at) { return at >= kSize && at + 2 * kSize <= text.size(); }

  PairsAround(std::string_view text, std::size_t at) : left_(LexiconPairs::part_of_first(read(text, at - kSize))), right_(LexiconPairs::part_of_second(read(text, at + kSize))) {}

  /// False: between two Han `c` is part of no good word.
  bool may_make_word(char32_t c) const {
    const std::uint64_t part = LexiconPairs::part_of_second(c);
    return (words_of_pair(LexiconPairs::place(left_, part)) | words_of_pair(LexiconPairs::place(LexiconPairs::part_of_first_by(part), right_))) != 0;
  }

 private:
  static constexpr std::size_t kSize = 3;  // bytes

  static char32_t read(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return char32_t{static_cast<unsigned char>(text[i])}; };
    constexpr char32_t kMarks = (0xE0 << 12) + (0x80 << 6) + 0x80;
    return (byte(at) << 12) + (byte(at + 1) << 6) + byte(at + 2) - kMarks;
  }

  std::uint64_t left_, right_;  // parts of the hashes
};

/// confusables.tsv, misreadings.tsv and row_gains.tsv.
class Misreadings {
 public:
  explicit Misreadings(const Rules::Tables& tables);

  struct Found {
    char32_t right = 0;  ///< 0: nothing speaks for another character
    int gain = 0;        ///< how much likelier it is, in quarters of an octave: how much better the text reads with it, and how often OCR reads it so
    bool is_measured = false;  ///< how often that is
    Span word;           ///< that it makes: the commonest, or the longest where only that is good
    bool makes_first_word = false;  ///< the printed one is part of no word
    bool makes_long_word = false;   ///< and the word has three characters or more
    int in_rows = 0;                ///< gain_in_rows(), where somebody has asked
  };

  /// Which of them are asked about: those of confusables.tsv, or all.
  enum class Which : unsigned char { confusable, all };

  /// Whether OCR confuses the character with others.
  bool may_be(char32_t c, Which which) const {
    const Place* const place = places_.find(c);
    return place && !others(*place, which).empty();
  }

  /// False: neither find() nor, where all are asked about, find_in_rows() finds anything for this character: it has no look-alike, none makes a word here, or it makes one
  /// itself, as nearly all characters do, and on a damaged page none stands inside of a longer one.
  bool are_likely(std::string_view text, std::size_t at, char32_t c, Which which) const {
    const Place* const place = places_.find(c);
    if (!place) return false;
    const Others all = others(*place, which);
    const Other *other = all.data(), *const end = other + all.size();
    if (PairsAround::are_in(text, at)) {
      const PairsAround pairs(text, at);
      while (other != end && !(which == Which::all && other->is_commoner) && !pairs.may_make_word(other->c)) ++other;
    }
    return other != end && are_likely({text, at}, c, {other, end}, which);  // mostly there is none
  }

  /// The look-alike of the character `c`, which stands at `at` of the text, that makes the best words with what is around, where
  /// it is one that is asked about.
  Found find(std::string_view text, std::size_t at, char32_t c, Which which) const;

  /// The look-alike that stands best among the words around, which the language model knows, be it of two words that are both good: 已没过脚踝.
  /// Only what stands so much better that right text hardly shows the like. `word`: the one it is part of there.
  Found find_in_rows(std::string_view text, std::size_t at, char32_t c) const;

  /// How much better `other` stands there than the character `c`, in the same steps, however often OCR reads it so.
  static int gain_in_rows(std::string_view text, std::size_t at, char32_t c, char32_t other);

  /// What right text asks for: row_gains.tsv, or the usual. 0: no look-alike of `c`.
  int least_in_rows(char32_t c, char32_t other) const;

 private:
  /// A character that was printed where another one is read.
  struct Other {
    char32_t c = 0;
    std::int16_t rarity = 0;  ///< of that misreading, in quarters of an octave
    bool is_measured = false;
    std::int16_t least_in_rows = 0;
    bool is_commoner = false;  ///< as a word by itself
  };
  using Others = std::span<const Other>;

  /// Where those of a character stand: those of confusables.tsv, then the rest.
  struct Place {
    std::uint32_t begin = 0, confusables_end = 0, end = 0;
  };
  Others others(const Place& place, Which which) const {
    return Others(others_).subspan(place.begin, (which == Which::all ? place.end : place.confusables_end) - place.begin);
  }

  static bool are_likely(const Neighbours& beside, char32_t c, Others others, Which which);
  static bool may_be_in_rows(const Neighbours& beside, int printed, const Other& other);
  void read_row_gains(const Table& table);

  CharMap<Place> places_;
  std::vector<Other> others_;
};

}  // namespace jianbao
