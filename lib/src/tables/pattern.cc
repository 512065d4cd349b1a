#include "tables/pattern.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "tables/classes.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr int kLongestGap = 60;     // characters; a clause of a notice is rarely longer
constexpr int kLongestRun = 20000;  // steps of one match, so that no pattern can run away on any text

/// The code point at `at`, where is_han_lead() is true.
std::size_t han_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(text[i])); };
  return (byte(at) << 12) + (byte(at + 1) << 6) + byte(at + 2) - ((0xE0 << 12) + (0x80 << 6) + 0x80);
}

}  // namespace

struct PatternMatcher {
  using Op = PatternOp;
  struct Capture {  // not std::pair, which would be set for patterns that have none
    std::size_t begin, end;
  };

  const Pattern& pattern;
  const PatternCode& code;
  std::string_view text;
  std::array<Capture, kMostCaptures> captures;  // of which the pattern's own are set
  int steps = 0;
  std::size_t looked_at = kNone;  // where `seen` stands: every choice at one place asks for it
  CharSignature::Bit seen = 0;

  PatternMatcher(const Pattern& to_match, std::string_view in) : pattern(to_match), code(pattern.code_), text(in) {
    std::fill_n(captures.begin(), code.names.size(), Capture{kNone, kNone});
  }

  std::size_t run(std::size_t step, std::size_t at) {
    const PatternInstruction* const program = code.program.data();
    const std::string_view in = text;  // as the program, the same for every step
    for (;; ++step) {
      if (++steps > kLongestRun) return kNone;
      const auto& i = program[step];
      switch (i.op) {
        case Op::done: return at;
        case Op::end:
          if (at != in.size()) return kNone;
          break;
        case Op::literal:
          if (in.size() - at >= 3 && in[at] == i.bytes[0] && in[at + 1] == i.bytes[1] && in[at + 2] == i.bytes[2])
            at += 3;
          else if (at >= in.size() || fold(next_char(in, at)) != i.character())  // in the other script
            return kNone;
          break;
        case Op::character:
          if (at >= in.size() || fold(next_char(in, at)) != i.character()) return kNone;
          break;
        case Op::spaces:
          while (at < in.size() && is_space(char_at(in, at))) next_char(in, at);
          break;
        case Op::klass:
          at = char_classes()[i.to].match(in, at);
          if (at == kNone) return kNone;
          break;
        case Op::word: return run_words(step, at);
        case Op::gap:
        case Op::gap_in_sentence: return run_gap(step, at);
        case Op::jump: step = std::size_t{i.to} - 1; break;
        case Op::split:
          if (!may_stand(i.to, at)) {
            if (!may_stand(i.other, at)) return kNone;
            step = i.other - 1;
          } else if (!may_stand(i.other, at)) {
            step = i.to - 1;
          } else {
            if (const std::size_t end = run(i.to, at); end != kNone) return end;
            step = i.other - 1;
          }
          break;
        case Op::open: return run_capture(step, at, {at, kNone});
        case Op::close: return run_capture(step, at, {captures[i.to].begin, at});
      }
    }
  }

  /// False where the program cannot go on at `step` with the character that stands at `at`.
  bool may_stand(std::size_t step, std::size_t at) {
    if (at >= text.size()) return true;
    if (at != looked_at) {
      looked_at = at;
      seen = CharSignature::bit_of(char_at(text, at));
    }
    return code.sets.may_have(code.begins[step], seen);
  }

  /// A capture is taken back where what follows does not match.
  std::size_t run_capture(std::size_t step, std::size_t at, Capture value) {
    Capture& capture = captures[code.program[step].to];
    const Capture before = std::exchange(capture, value);
    const std::size_t end = run(step + 1, at);
    if (end == kNone) capture = before;
    return end;
  }

  std::size_t run_words(std::size_t step, std::size_t at) {
    if (at >= text.size()) return kNone;
    const PatternList list = code.lists[code.program[step].to];
    const char32_t first = fold(char_at(text, at));
    const std::span words(code.words.data() + list.begin, list.end - list.begin);
    for (auto word = std::partition_point(words.begin(), words.end(), [&](const PatternWord& w) { return w.first < first; });
         word != words.end() && word->first == first; ++word) {
      const std::size_t behind = word_end(text, at, pattern.text_of(word->text));
      if (behind == kNone) continue;
      if (const std::size_t matched = run(step + 1, behind); matched != kNone) return matched;
    }
    return kNone;
  }

  /// False where a class does not match, of which a gap finds many: as they are not run, no capture is set and taken back for them.
  bool is_met(std::size_t step, std::size_t at) const {
    const PatternInstruction& i = code.program[step];
    return i.op != Op::klass || char_classes()[i.to].match(text, at) != kNone;
  }

  std::size_t run_gap(std::size_t step, std::size_t at) {
    const std::string_view in = text;
    const bool in_sentence = code.program[step].op == Op::gap_in_sentence;
    const CharSets::Number behind = code.begins[step + 1];
    std::size_t taken = step + 1;  // what the text must go on with, behind the ends of captures
    while (code.program[taken].op == Op::open || code.program[taken].op == Op::close) ++taken;
    for (int n = 0; n <= kLongestGap; ++n) {
      for (; n < kLongestGap && at < in.size() && is_han_lead(in[at]) && !code.sets.may_have(behind, kSignatureBits[han_at(in, at)]); ++n) at += 3;  // most of a gap
      if (at >= in.size()) return run(step + 1, at);
      std::size_t next = at;
      const char32_t c = next_char(in, next);
      if (code.sets.may_have(behind, CharSignature::bit_of(c)) && is_met(taken, at))
        if (const std::size_t end = run(step + 1, at); end != kNone) return end;
      if (c == '\n' || (in_sentence && (is_stop(c) || c == U'；' || c == ';'))) return kNone;
      at = next;
    }
    return kNone;
  }
};

bool Pattern::goes_on(std::string_view text, std::size_t at, Match* match) const {
  PatternMatcher matcher(*this, text);
  const std::size_t end = matcher.run(0, at);
  if (end == kNone) return false;
  if (match) {
    match->end = end;
    match->captures.clear();
    for (std::size_t i = 0; i < code_.names.size(); ++i)
      if (const auto [b, e] = matcher.captures[i]; b != kNone && e != kNone) match->captures.push_back({text_of(code_.names[i]), b, e});
  }
  return true;
}

}  // namespace jianbao
