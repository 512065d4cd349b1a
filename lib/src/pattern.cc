#include "pattern.h"

#include <algorithm>
#include <utility>

#include "chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr int kLongestGap = 60;     // characters; a clause of a notice is rarely longer
constexpr int kLongestRun = 20000;  // steps of one match, so that no pattern can run away on any text

/// Where the word ends if it stands at `at`, in either width; else npos.
std::size_t word_end(std::string_view text, std::size_t at, std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    if (at >= text.size()) return kNone;
    if (text[at] == word[i] && static_cast<unsigned char>(word[i]) < 0x80) {
      ++at, ++i;
    } else if (fold(next_char(text, at)) != fold(next_char(word, i))) {
      return kNone;
    }
  }
  return at;
}

}  // namespace

struct PatternMatcher {
  using Op = Pattern::Op;
  using Capture = std::pair<std::size_t, std::size_t>;

  const Pattern& pattern;
  std::string_view text;
  std::array<Capture, Pattern::kMostCaptures> captures{};
  int steps = 0;

  std::size_t run(std::size_t step, std::size_t at) {
    for (;; ++step) {
      if (++steps > kLongestRun) return kNone;
      const auto& i = pattern.program_[step];
      switch (i.op) {
        case Op::done: return at;
        case Op::end:
          if (at != text.size()) return kNone;
          break;
        case Op::literal:
          if (text.size() - at < i.length || text[at] != i.bytes[0] || text[at + 1] != i.bytes[1]) return kNone;
          if (i.length == 3 && text[at + 2] != i.bytes[2]) return kNone;
          at += i.length;
          break;
        case Op::character:
          if (at >= text.size() || fold(next_char(text, at)) != i.character) return kNone;
          break;
        case Op::spaces:
          while (at < text.size() && is_space(char_at(text, at))) next_char(text, at);
          break;
        case Op::klass:
          at = i.klass(text, at);
          if (at == kNone) return kNone;
          break;
        case Op::word: return run_words(step, at);
        case Op::gap:
        case Op::gap_in_sentence: return run_gap(step, at);
        case Op::jump: step = i.to - 1; break;
        case Op::split:
          if (i.other == kNone) break;  // `to` is the next step
          if (may_stand(i.to, at))
            if (const std::size_t end = run(i.to, at); end != kNone) return end;
          if (!may_stand(i.other, at)) return kNone;
          step = i.other - 1;
          break;
        case Op::open: return run_capture(step, at, {at, kNone});
        case Op::close: return run_capture(step, at, {captures[i.to].first, at});
      }
    }
  }

  /// False where the program cannot go on at `step` with the character that stands at `at`.
  bool may_stand(std::size_t step, std::size_t at) const {
    return at >= text.size() || pattern.begins_[step].may_have(char_at(text, at));
  }

  /// A capture is taken back where what follows does not match.
  std::size_t run_capture(std::size_t step, std::size_t at, Capture value) {
    Capture& capture = captures[pattern.program_[step].to];
    const Capture before = std::exchange(capture, value);
    const std::size_t end = run(step + 1, at);
    if (end == kNone) capture = before;
    return end;
  }

  std::size_t run_words(std::size_t step, std::size_t at) {
    if (at >= text.size()) return kNone;
    const auto& list = pattern.words_[pattern.program_[step].to];
    const auto [begin, end] = std::equal_range(list.first.begin(), list.first.end(), fold(char_at(text, at)));
    for (auto first = begin; first != end; ++first) {
      const std::size_t behind = word_end(text, at, list.words[static_cast<std::size_t>(first - list.first.begin())]);
      if (behind == kNone) continue;
      if (const std::size_t matched = run(step + 1, behind); matched != kNone) return matched;
    }
    return kNone;
  }

  std::size_t run_gap(std::size_t step, std::size_t at) {
    const bool in_sentence = pattern.program_[step].op == Op::gap_in_sentence;
    for (int n = 0; n <= kLongestGap; ++n) {
      if (may_stand(step + 1, at))
        if (const std::size_t end = run(step + 1, at); end != kNone) return end;
      if (at >= text.size() || text[at] == '\n') return kNone;
      const char32_t c = next_char(text, at);
      if (in_sentence && (is_stop(c) || fold(c) == U'；')) return kNone;
    }
    return kNone;
  }
};

bool Pattern::matches(std::string_view text, std::size_t at, Match* match) const {
  PatternMatcher matcher{*this, text};
  matcher.captures.fill({kNone, kNone});
  const std::size_t end = matcher.run(0, at);
  if (end == kNone) return false;
  if (match) {
    match->end = end;
    match->captures.clear();
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (const auto [b, e] = matcher.captures[i]; b != kNone && e != kNone) match->captures.push_back({names_[i], b, e});
  }
  return true;
}

}  // namespace jianbao
