// Whether a character stands in a name: of a person, an organisation, a company, a place. No list can say what such a name should be.
#pragma once

#include <string_view>

#include "clean/characters.h"
#include "clean/clean_scan.h"
#include "clean/misreading.h"
#include "jianbao/rules.h"
#include "text/chars.h"

namespace jianbao {

class NamesAround {
 public:
  static constexpr std::size_t kTwo = 2 * 3;  ///< bytes of a word that names are made of, too

  /// The text must stay where it is. set_line() says which of its lines is asked about.
  NamesAround(const Rules& rules, const Guards& guards, std::string_view text) : rules_(rules), guards_(guards), text_(text) {}
  void set_line(const ScannedLine* line) { line_ = line; }

  /// Whether a character stands in a name of an organisation or a person. `known`: a word beyond doubt.
  bool is_name(Span at, Span known = {}) const;

  /// Whether the text reads about as well with a name as with the word that would be made: 史冀生点点头 is no 畜生, 钱珠莹救了 no 营救. A name
  /// is a word, too, though in no list. A surname that begins the word itself says less: 商扬等 is 商场.
  bool reads_as_name(const Misreadings::Found& found, Span at) const;

  /// 申华控股, 湖北宜化: a word of two characters that a company may be called, before what such names go on with or behind where it is.
  bool is_of_company(const Misreadings::Found& found, Span at) const;

  /// Whether the printed characters of the word that would be made read as a person's name, where one begins: 省长 王力 is no 主力.
  bool begins_name(Span at, Span word) const;

  /// 王洒泉种粮二十年: behind the surname that begins a clause, and in no word with it.
  bool is_given_name(Span at, Span word) const;

  /// 陈　巳, （陈 巳）: a space behind the surname that nothing else stands before, and nothing else behind: a name of two characters set wide.
  bool is_set_wide(Span at) const;

  /// 青格勒1∶0宝力根: in a line without a mark of a sentence a few characters between other things, of which the word that would be made
  /// leaves one over, may be a name of a people without surnames.
  bool is_alone(Span word) const;

  /// Whether the character, or the one behind it, stands before one of `ends`, as 路, or before 家 and what villages end with: the name of a
  /// place. In the word that is made, up to `word_end`, it is a part of that word.
  bool is_place(Span at, std::size_t word_end, std::u32string_view ends) const;

  /// Whether the character stands in the short name before the year of a document's number, which is no row of words: 川政征补〔2025〕14号.
  bool is_of_number(Span at) const;

  /// Between marks that list things, what ends as the names of places do is one: 准安、巾山; 采光、操声 are no places.
  bool is_item(Span word) const;

 private:
  int cost_of_name(Span name, std::size_t surname, std::size_t given) const;
  int cost_between(Span span) const;
  /// Where the Han begin that stand before a place in its line, `most` of them, and where those end that stand behind it.
  std::size_t han_before(std::size_t at, std::size_t most) const;
  std::size_t han_behind(std::size_t at, std::size_t most) const;
  bool is_place_listed(std::size_t at) const;
  char32_t previous(std::size_t at) const { return at > 0 ? char_at(text_, before(text_, at)) : 0; }
  static bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

  static constexpr std::size_t kAround = 5;      ///< characters at each side that have a say
  static constexpr char32_t kFamily = U'\u5BB6';    ///< 家
  static constexpr std::size_t kMarkSize = 3;  ///< bytes of a full-width mark

  const Rules& rules_;
  const Guards& guards_;
  std::string_view text_;
  const ScannedLine* line_ = nullptr;
};

}  // namespace jianbao
