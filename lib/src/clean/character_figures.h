// Numerals, figures and strokes that are read for one another.
#pragma once

#include <optional>
#include <string_view>

#include "clean/characters.h"
#include "clean/clean_scan.h"
#include "clean/wrong_character.h"
#include "text/chars.h"

namespace jianbao {

class CharacterFigures {
 public:
  /// The text must stay where it is.
  CharacterFigures(const Watched& watched, const Guards& guards, std::string_view text) : watched_(watched), guards_(guards), text_(text) {}

  /// Whether characters stand on both sides that places or days of the week end and begin with.
  bool may_be_between_alike(Span at) const { return guards_.first_of_alike.contains(char_at(text_, at.end)) && guards_.last_of_alike.contains(previous(at.begin)); }

  /// O between the numerals of a Chinese year, or at its end: 二O二四年, 二OO四年, 二〇一O年. Some print 一九九○年; the ○ at the end of 二○二○年
  /// is written as that inside of it.
  std::optional<WrongCharacter> zero(Span at) const;
  /// False: it is none, as ASCII beside it is no zero; nearly all are of such figures.
  bool may_be_zero(Span at) const {
    const auto is_other = [&](unsigned char c) { return c < 0x80 && (watched_.kinds(c) & Watched::zero) == 0; };
    return !(at.begin > 0 && is_other(static_cast<unsigned char>(text_[at.begin - 1]))) && !(at.end < text_.size() && is_other(static_cast<unsigned char>(text_[at.end])));
  }

  /// O and l in a figure that a unit follows and no part of a code or a word stands before: l2月底, 5O公里, 2O24年, 6Okg, 98比l01; 〇 in one of Arabic figures: 跌〇.73%. A lone l
  /// before what is counted may be 1: 每日l剂.
  std::optional<WrongCharacter> figure(Span at, char32_t c) const;

  /// A stroke between two numbers is no numeral: 19:00一21:30, 15日一20日.
  std::optional<WrongCharacter> connector(Span at, const ScannedLine& line) const;

  /// Whether the same character of three bytes stands behind; that is told by the last of them first.
  bool is_twice(Span at) const {
    return at.end + 2 < text_.size() && text_[at.end + 2] == text_[at.begin + 2] && text_[at.end + 1] == text_[at.begin + 1] && text_[at.end] == text_[at.begin];
  }

  /// 挂历一一那上面: two strokes before what no 一一 stands before, which says how something is done.
  std::optional<WrongCharacter> broken_dash(Span at) const;

 private:
  template <class IsZero>
  bool follows_zero(std::size_t at, IsZero is_zero) const;
  template <class IsZero>
  bool ends_year(std::size_t end, IsZero is_zero) const;
  static bool is_oxygen(std::string_view run);
  bool is_inside_figure(Span at, Span run) const;
  Span figure_run(Span at) const;
  std::optional<WrongCharacter> han_zero(Span at) const;
  std::optional<WrongCharacter> lone_one(Span at, char32_t c) const;
  bool is_counter(std::string_view text) const;
  bool is_in_score(Span run) const;
  bool is_month(std::string_view month, std::size_t end) const;
  bool is_between_alike(Span at, const ScannedLine& line) const;
  char32_t previous(std::size_t at) const { return at > 0 ? char_at(text_, before(text_, at)) : 0; }

  static constexpr std::string_view kOfFigures = "OolI.,";
  static constexpr std::size_t kMarksOfFigures = 4;  ///< where its marks begin

  const Watched& watched_;
  const Guards& guards_;
  std::string_view text_;
};

}  // namespace jianbao
