// What the compiler makes of a pattern: plain numbers without pointers, so that the build can keep them as constant data.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "char_signature.h"
#include "text_signs.h"

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
  split,            // try `to`, then `other`, where there is one
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

/// A part of PatternParts::texts.
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

/// `Sequence` is a vector while a pattern is compiled, a span of what has been made where it is used.
template <template <class> class Sequence>
struct PatternParts {
  Sequence<PatternInstruction> program;
  Sequence<CharSignature> begins;  ///< by step: what can stand there
  Sequence<PatternList> lists;
  Sequence<PatternWord> words;     ///< of all lists
  Sequence<PatternText> names;     ///< of the captures
  Sequence<char32_t> first;        ///< the characters a match can begin with, sorted; none where that is not limited to literals
  Sequence<PatternStart> starts;   ///< one for each of those
  Sequence<Needs> needs;           ///< one
  Sequence<char> texts;            ///< of words and names
};

template <class T>
using PatternVector = std::vector<T>;
template <class T>
using PatternSpan = std::span<const T>;
using PatternCode = PatternParts<PatternVector>;
using PatternView = PatternParts<PatternSpan>;

/// Each of the parts, in order.
template <class Parts, class Each>
void each_part(Parts& parts, Each each) {
  each(parts.program), each(parts.begins), each(parts.lists), each(parts.words), each(parts.names), each(parts.first), each(parts.starts),
      each(parts.needs), each(parts.texts);
}

/// Lists of words by their names.
struct WordLists {
  std::function<const std::vector<std::string>*(std::string_view)> find;  ///< null where there is none of a name
  bool built_in = false;  ///< no user's rules have changed them
};

/// Throws RulesError where the pattern is malformed or names an unknown class or list; `place` goes into the message.
PatternCode compile_pattern(std::string_view pattern, std::string_view place, const WordLists& lists);

/// The pattern as the build compiled it, else compiled now into `own`: patterns/pattern_store.cc.
PatternView pattern_code(std::string_view pattern, std::string_view place, const WordLists& lists, std::shared_ptr<const PatternCode>& own);

PatternView view_of(const PatternCode& code);

/// What the build finds a pattern's code by.
std::uint64_t pattern_hash(std::string_view pattern);

}  // namespace jianbao
