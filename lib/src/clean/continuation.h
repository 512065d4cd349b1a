// Whether a text goes on where another breaks off: what the two sides of a tear say of one another by themselves, before
// anything is known of what the two are about.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "jianbao/rules.h"
#include "tables/language_model.h"
#include "tables/lexicon.h"

namespace jianbao {

/// The Han next to a tear on one of its sides, and the most likely words that they make.
///
///     …在合同中写明禁止室内充电的条 | 款，并定期上门查看。
///              ↑ up to kReach of them, each with the odds of what stands away from the tear
struct SeamEdge {
  static constexpr std::size_t kReach = kLongestWord - 1;  ///< a word goes across a tear with one character at least on either side

  std::string chars;
  std::size_t count = 0;
  /// By how many characters stand nearer to the tear: the logarithm of how likely the words are that the others make.
  std::array<double, kReach + 1> odds{};
  std::size_t next_word = 0;  ///< behind the tear: characters of the first word; 0: no Han stands there
};

/// The words that may go across a tear: they begin before it, and are read up to it.
class TornWords {
 public:
  TornWords() = default;
  /// Of a text, or of the Han that it ends with.
  explicit TornWords(std::string_view text);

  struct Open {
    std::size_t left = 0;  ///< characters before the tear
    WordsAt words;
  };
  std::span<const Open> all() const { return {open_.data(), count_}; }

 private:
  std::array<Open, SeamEdge::kReach> open_;
  std::size_t count_ = 0;
};

/// A text that may break off: what is looked at of it for every tail.
struct SeamHead {
  SeamEdge edge;
  bool unfinished = false;         ///< ends with a word that asks for another: 的 和 由, or a comma
  bool figure = false;             ///< ends with a digit
  bool numeral = false;            ///< or with a Chinese one
  bool power = false;              ///< 一万, 六十: that may go on with a smaller one
  std::array<int, 4> left_open{};  ///< quotations, brackets, titles of works and headings in lenticular brackets
  TornWords words;                 ///< that may go on behind it
};

/// A text that may be the rest of another.
struct SeamTail {
  SeamEdge edge;
  double begins = 0;               ///< begin_odds()
  bool figure = false;             ///< begins with what a digit may stand before: a digit, .2, ％
  bool unit = false;               ///< its first word is what numerals count: 年 把 公里
  bool numeral = false;            ///< begins with a Chinese numeral
  bool says = false;               ///< the first clause says who speaks: 市住建局负责人表示，
  std::array<int, 4> closed{};     ///< of the same, those that it did not open
};

/// How much more often a paragraph begins so than goes on so: a natural logarithm.
double begin_odds(std::string_view text, const Rules& rules);

SeamHead seam_head(std::string_view text, const Rules& rules);
SeamTail seam_tail(std::string_view text, const Rules& rules);

/// The characters next to a tear, as rows of words.
WordRows rows_before(std::string_view head);
RowsBehind rows_behind(std::string_view tail);

/// How much more likely the characters on both sides are with a word across the tear than without one: a natural logarithm,
/// 0 where no word is better. Both sides count: 开|裁 is no sign of 开裁 where 裁 begins 裁那件, but 增设|立 is one.
double word_torn(const SeamHead& head, const SeamTail& tail);
double word_torn(std::string_view head, std::string_view tail);

/// Digits on both sides of a tear, or a number and what it counts, say as much as a word across it that is so much more likely.
inline constexpr double kFigureTorn = 3.5;

/// 1: 凌晨5时3|0分, 一万|两千多格; a half: 画一|把琴, 排到2007|年, and before a date, which begins many a paragraph: 订座65|6月12日; 0: nothing torn.
inline double figure_torn(const SeamHead& head, const SeamTail& tail) {
  if (head.figure && tail.figure) return tail.begins > 0 ? 0.5 : 1;
  if (head.power && tail.numeral) return tail.begins > 0 ? 0.5 : 1;
  return head.numeral && tail.unit ? 0.5 : 0;
}

/// How much more likely the tail is the rest of the head than a paragraph of its own, by the characters at the tear alone: a
/// natural logarithm.
double continuation_odds(const SeamHead& head, std::string_view tail, const Rules& rules);

/// A tail that several heads may go on in: what all of them ask is found once.
class SharedTail {
 public:
  SharedTail(std::string_view text, const Rules& rules) : text_(text), rules_(rules) {}

  double begins();  ///< begin_odds()
  double continues(const SeamHead& head);  ///< continuation_odds()

 private:
  std::string_view text_;
  const Rules& rules_;
  std::optional<double> begins_;
  std::optional<SeamEdge> edge_;
};

/// Whether a speech that begins in the text does not end in it.
bool leaves_quote_open(std::string_view text);

/// The same of a bracket, the title of a work or 【, too.
bool leaves_pair_open(std::string_view text);

/// The same of a bracket alone; and whether a bracket ends in the text that did not begin in it.
bool leaves_bracket_open(std::string_view text);
bool ends_strange_bracket(std::string_view text);

/// A speech that begins in the text does not end in it, or one ends in it that did not begin.
bool has_half_quotation(std::string_view text);

/// 1: the tail closes what the head left open; -1: only one of the two does.
int quotes_between(const SeamHead& head, const SeamTail& tail);

}  // namespace jianbao
