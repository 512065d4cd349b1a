// Patterns of the tables: literals plus a closed set of classes, matched at one place of a text.
//
//   遗失          these characters, in either script; marks, digits and letters in either width
//   (space)       any number of spaces, none included
//   {cn}          a class; {date:issued} captures what it matched under a name
//   {@agencies}   one word of a list, the longest first; {@agencies:agency} captures it
//   (a|b)  x?     one of several; what stands before may be missing
//   (a|b)*        as often as it goes, or not at all
//   {*}           as few characters as possible, none included, without crossing a line end; {*:name} captures them
//   {~}           the same within one sentence: it does not cross 。！？； either
//   $             the end of the text
//
// A class takes the longest run it can and does not give back. Matching is by backtracking over alternatives: patterns
// are short, anchored, and their gaps are limited, so the cost of one match is bounded by the pattern, not by the text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tables/pattern_code.h"

namespace jianbao {

class Pattern {
 public:
  struct Capture {
    std::string_view name;
    std::size_t begin, end;  ///< bytes of the text
  };
  struct Match {
    std::size_t end = 0;  ///< byte behind the match
    std::vector<Capture> captures;
  };

  using WordLists = jianbao::WordLists;

  /// Throws RulesError where the pattern is malformed or names an unknown class or list; `place` goes into the message.
  explicit Pattern(std::string_view pattern, std::string_view place = {}, const WordLists& lists = {}) : code_(compile_pattern(pattern, place, lists)) {}

  /// Whether the pattern matches at `at`; `match`, where given, tells how.
  bool matches(std::string_view text, std::size_t at = 0, Match* match = nullptr) const {
    return (at >= text.size() || may_begin(char_at(text, at))) && goes_on(text, at, match);
  }

  /// The same where the text goes on at `at` with what a match may begin with.
  bool goes_on(std::string_view text, std::size_t at, Match* match) const;

  /// False where no match begins with that character, or with any that stands at that place in signatures.
  bool may_begin(char32_t c) const { return may_begin(CharSignature::bit_of(c)); }
  bool may_begin(CharSignature::Bit bit) const { return code_.sets.may_have(code_.begins.front(), bit); }

  /// False where nothing matches in a text whose last character is that one, or has that place in signatures.
  bool may_end(CharSignature::Bit bit) const { return code_.sets.may_have(code_.ends, bit); }

  /// How matches can begin, by their first characters, which are folded and in order; none where those are not limited to literals.
  const std::vector<PatternStart>& starts() const { return code_.starts; }
  bool begins_with_literal() const { return !code_.starts.empty(); }
  /// What can stand behind the first character.
  CharSignature second_of(const PatternStart& start) const { return code_.sets[static_cast<CharSets::Number>(start.second)]; }

  /// False where nothing in such a text matches, at whatever place.
  bool may_match(const TextSigns& text) const { return code_.needs.may_be_met_by(text); }
  const Needs& needs() const { return code_.needs; }

 private:
  friend struct PatternMatcher;

  std::string_view text_of(PatternText text) const { return std::string_view(code_.texts).substr(text.at, text.size); }

  PatternCode code_;
};

}  // namespace jianbao
