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

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "char_signature.h"
#include "classes.h"
#include "text_signs.h"

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
  bool matches(std::string_view text, std::size_t at = 0, Match* match = nullptr) const {
    return (at >= text.size() || may_begin(char_at(text, at))) && run(text, at, match);
  }

  /// False where no match begins with that character.
  bool may_begin(char32_t c) const { return begins_.front().may_have(c); }

  /// The characters a match can begin with, folded; empty where that is not limited to literals.
  const std::u32string& first() const { return first_; }

  /// How a match can begin.
  struct Start {
    char32_t first;        ///< folded
    CharSignature second;  ///< what can stand behind it
  };
  /// All of them, one for each first character; empty where that is not limited to literals.
  const std::vector<Start>& starts() const { return starts_; }

  /// False where nothing in such a text matches, at whatever place.
  bool may_match(const TextSigns& text) const { return needs_.may_be_met_by(text); }

 private:
  friend struct PatternCompiler;
  friend struct PatternMatcher;

  static constexpr std::size_t kMostCaptures = 8;

  enum class Op : std::uint8_t {
    literal,          // a character of three `bytes`: these first, then whether it folds to the same
    character,        // any other, by what it folds to
    word,             // one of a list
    spaces,
    klass,
    gap,
    gap_in_sentence,
    end,
    split,            // try `to`, then `other`, where there is one
    jump,             // go on at `to`
    open,             // the capture `to` begins
    close,            // and ends
    done
  };
  using Step = std::uint32_t;
  static constexpr Step kNoStep = static_cast<Step>(-1);

  struct Instruction {
    Op op;
    std::array<char, 3> bytes{};
    char32_t character = 0;
    const CharClass* klass = nullptr;
    Step to = 0, other = 0;
  };
  /// A list's words, the longest first among those with one first character.
  struct Words {
    std::vector<std::string> words;
    std::vector<char32_t> first;  ///< of each, folded; sorted
  };

  bool run(std::string_view text, std::size_t at, Match* match) const;

  std::vector<Instruction> program_;
  std::vector<CharSignature> begins_;  ///< by step: what can stand there
  std::vector<Words> words_;
  std::vector<std::string> names_;
  std::u32string first_;
  std::vector<Start> starts_;
  Needs needs_;
};

}  // namespace jianbao
