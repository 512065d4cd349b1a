// Patterns of the tables: literals plus a closed set of classes, matched at one place of a text.
//
//   遗失          these characters; a mark matches in either width, a digit or letter in either width
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
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "classes.h"

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

  /// Looks up a list of words by its name; null where there is none.
  using WordLists = std::function<const std::vector<std::string>*(std::string_view)>;

  /// Throws RulesError where the pattern is malformed or names an unknown class or list; `place` goes into the message.
  explicit Pattern(std::string_view pattern, std::string_view place = {}, const WordLists& lists = {});

  /// Whether the pattern matches at `at`; `match`, where given, tells how.
  bool matches(std::string_view text, std::size_t at = 0, Match* match = nullptr) const;

  /// The characters a match can begin with, folded; empty where that is not limited to literals.
  const std::u32string& first() const { return first_; }

 private:
  friend struct PatternCompiler;
  friend struct PatternMatcher;

  enum class Op { character, spaces, klass, gap, gap_in_sentence, end, split, jump, open, close, done };
  struct Instruction {
    Op op;
    char32_t character = 0;
    CharClass klass = nullptr;
    std::size_t to = 0, other = 0;  ///< split: tried first and second; jump: to; open, close: slot
  };
  std::vector<Instruction> program_;
  std::vector<std::string> names_;
  std::u32string first_;
};

}  // namespace jianbao
