// How well words follow one another: 72,000 words and the 300,000 pairs of them that tell most, of the open-gram model (CC BY-SA 3.0, Debian
// package sunpinyin-data), turned into read-only tables when the library is built. Nothing is loaded at start.
//
//     cost_of_row(U"记者从市文体局了解到") < cost_of_row(U"记者从布文体局了解到")
//
// A mark between words is a word as well: ， 。 ； ？ ！ ： “ ” 、 …
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tables/model_hash.h"

namespace jianbao {

class RowsBehind;

/// The words that a short text may be made of, and what the likeliest rows of them cost, in quarters of an octave: 4 less is twice as likely.
class WordRows {
 public:
  static constexpr std::size_t kLongest = 16;  ///< characters; what stands behind them is not looked at

  explicit WordRows(std::u32string_view text) : WordRows(text, Asked::both) {}

  /// Of the likeliest row.
  int cost() const { return cost_; }

  /// How much likelier this text and `next` are one behind the other, where a word may go across, than each by itself. 0 where one of the two is empty.
  int gain_before(const RowsBehind& next) const;

 private:
  friend class RowsAround;
  friend class RowsBehind;

  /// Which rows are asked about: of what stands before a character those up to it, of what stands behind it those from there on.
  enum class Asked : unsigned char { both, up_to_end, from_begin };
  WordRows(std::u32string_view text, Asked asked);

  struct Word {
    std::uint64_t hash;
    std::int16_t own;       ///< what it costs by itself
    std::int16_t back_off;  ///< and more behind it what it was not seen with
    std::int16_t up_to;     ///< the likeliest row that ends with it
    std::int16_t from;      ///< what stands behind it in the likeliest row that begins with it
    std::uint8_t begin, end;
  };

  static Word word(std::uint64_t hash, std::uint16_t costs, std::size_t begin, std::size_t end);
  static int cost_behind(const Word& first, const Word& second);
  void add_words(std::u32string_view text);
  void cost_from_left();
  void cost_from_right();
  int cost_up_to(const Word& word) const;
  template <class Words>
  static int cost_behind_word(const Words& words, const Word& word, std::size_t place);
  int cost_across(const RowsBehind& next) const;
  template <class Take>
  void each_ending_at(std::size_t place, Take take) const;

  std::array<char32_t, kLongest> chars_;
  std::array<Word, kLongest * ModelWord::kLongest> words_;  // by begin
  std::array<std::uint8_t, kLongest + 1> first_{};          // word that begins at a place
  struct Unended {
    WordHash hash;
    std::uint8_t begin;
  };
  std::array<Unended, ModelWord::kLongest - 1> unended_;  // words that begin here, and may go on behind the end
  std::size_t unended_count_ = 0;
  std::size_t length_ = 0;
  int cost_ = 0;
};

/// Of a text that is to stand behind others, what those ask: a page has a hundred of them, and WordRows are large.
class RowsBehind {
 public:
  explicit RowsBehind(const WordRows& text);

 private:
  friend class WordRows;

  static constexpr std::size_t kReach = ModelWord::kLongest - 1;  ///< characters that a word across may take

  std::array<char32_t, kReach> chars_;
  std::array<std::uint8_t, kReach + 2> first_;  // word that begins at a place
  std::vector<WordRows::Word> words_;           // that begin within reach
  std::size_t length_;
  int by_itself_;  ///< cost of the likeliest row
};

inline int cost_of_row(std::u32string_view text) { return WordRows(text).cost(); }

/// The same for a text in which one character may be another: what is around it is looked at once.
class RowsAround {
 public:
  /// `at`: of the character, in `text`, which must go on existing.
  RowsAround(std::u32string_view text, std::size_t at) : text_(text), at_(at), left_(text.substr(0, at), WordRows::Asked::up_to_end), right_(text.substr(at + 1), WordRows::Asked::from_begin) {}

  struct Row {
    int cost;
    std::size_t begin, end;  ///< of the word that holds the character
  };
  /// The likeliest row with `c` in that place.
  Row with(char32_t c) const;

 private:
  std::u32string_view text_;
  std::size_t at_;
  WordRows left_, right_;
};

}  // namespace jianbao
