// What the compiler makes of a pattern.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "text/char_signature.h"
#include "text/text_signs.h"

namespace jianbao {

enum class PatternOp : std::uint8_t {
  literal,          // a character of three `bytes`: these first, then whether it folds to the same
  character,        // any other, by what it folds to
  word,             // one of the list `to`
  spaces,
  klass,
  gap,
  gap_in_sentence,
  end,
  split,            // try `to`, then `other`
  jump,             // go on at `to`
  open,             // the capture `to` begins
  close,            // and ends
  done
};

using PatternStep = std::uint32_t;
inline constexpr std::size_t kMostCaptures = 8;
inline constexpr PatternStep kNoStep = static_cast<PatternStep>(-1);

struct PatternInstruction {
  PatternOp op;
  std::uint8_t klass = 0;  ///< its number among char_classes()
  std::array<char, 3> bytes{};
  char32_t character = 0;
  PatternStep to = 0, other = 0;
};

/// How a match can begin.
struct PatternStart {
  char32_t first;        ///< folded
  CharSignature second;  ///< what can stand behind it
};

/// A part of PatternCode::texts.
struct PatternText {
  std::uint32_t at, size;
};
struct PatternWord {
  char32_t first;  ///< folded
  PatternText text;
};
/// Words from one number up to another, sorted by their first characters, the longest first among those with one.
struct PatternList {
  std::uint32_t begin, end;
};

struct PatternCode {
  std::vector<PatternInstruction> program;
  std::vector<CharSignature> begins;  ///< by step: what can stand there
  CharSignature ends;                 ///< what can stand last in a text that the pattern goes to the end of; everything where it may end before
  std::vector<PatternList> lists;
  std::vector<PatternWord> words;     ///< of all lists
  std::vector<PatternText> names;     ///< of the captures
  std::u32string first;               ///< the characters a match can begin with, sorted; empty where that is not limited to literals
  std::vector<PatternStart> starts;   ///< one for each of those
  Needs needs;
  std::string texts;                  ///< of words and names
};

/// Looks up a list of words by its name; null where there is none.
using WordLists = std::function<const std::vector<std::string>*(std::string_view)>;

/// Throws RulesError where the pattern is malformed or names an unknown class or list; `place` goes into the message.
PatternCode compile_pattern(std::string_view pattern, std::string_view place, const WordLists& lists);

}  // namespace jianbao
