// What the compiler makes of a pattern.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "text/char_sets.h"
#include "text/text_signs.h"
#include "text/utf8.h"

namespace jianbao {

enum class PatternOp : std::uint8_t {
  literal,          // a character of three `bytes` that folds to itself: these first, then whether what stands there folds to the same
  character,        // any other, by what it folds to
  word,             // one of the list `to`
  spaces,
  klass,            // number `to` among char_classes()
  gap,
  gap_in_sentence,
  end,
  split,            // try `to`, then `other`
  jump,             // go on at `to`
  open,             // the capture `to` begins
  close,            // and ends
  done
};

using PatternStep = std::uint16_t;
inline constexpr std::size_t kMostCaptures = 8;
inline constexpr PatternStep kNoStep = static_cast<PatternStep>(-1);

/// Eight bytes: there are sixty thousand of them, and a match jumps about in hundreds.
struct PatternInstruction {
  PatternOp op;
  std::array<char, 3> bytes{};  ///< a literal's, as printed, and the number of another character
  PatternStep to = 0, other = 0;

  static PatternInstruction of(char32_t folded, std::string_view printed) {
    PatternInstruction made{.op = PatternOp::character, .bytes = {static_cast<char>(folded), static_cast<char>(folded >> 8), static_cast<char>(folded >> 16)}};
    if (printed.size() == made.bytes.size() && char_at(printed, 0) == folded) {
      made.op = PatternOp::literal;
      std::copy_n(printed.data(), made.bytes.size(), made.bytes.begin());
    }
    return made;
  }

  /// Folded, of a literal and of another character.
  char32_t character() const {
    const auto byte = [&](std::size_t i) { return char32_t{static_cast<unsigned char>(bytes[i])}; };
    return op == PatternOp::literal ? char_at({bytes.data(), bytes.size()}, 0) : byte(0) | byte(1) << 8 | byte(2) << 16;
  }
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

/// How a match can begin.
struct PatternStart {
  char32_t first;        ///< folded
  std::uint32_t second;  ///< a number of PatternCode::sets: what can stand behind it
};

struct PatternCode {
  std::vector<PatternInstruction> program;
  CharSets sets;
  std::vector<CharSets::Number> begins;  ///< by step: what can stand there, where a match asks; else all
  CharSets::Number ends;                 ///< what can stand last in a text that the pattern goes to the end of; all where it may end before
  std::vector<PatternList> lists;
  std::vector<PatternWord> words;        ///< of all lists
  std::vector<PatternText> names;        ///< of the captures
  std::vector<PatternStart> starts;      ///< by the characters that a match can begin with, sorted; none where that is not limited to literals
  Needs needs;
  std::string texts;                     ///< of words and names
};

/// Looks up a list of words by its name; null where there is none.
using WordLists = std::function<const std::vector<std::string>*(std::string_view)>;

/// Throws RulesError where the pattern is malformed or names an unknown class or list; `place` goes into the message.
PatternCode compile_pattern(std::string_view pattern, std::string_view place, const WordLists& lists);

}  // namespace jianbao
