#include "pattern.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "chars.h"
#include "classes.h"
#include "jianbao/rules.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr int kLongestGap = 60;     // characters; a clause of a notice is rarely longer
constexpr int kLongestRun = 20000;  // steps of one match, so that no pattern can run away on any text

}  // namespace

struct PatternCompiler {
  Pattern& pattern;
  std::string_view source;
  std::string_view place;
  const Pattern::WordLists& lists;
  std::size_t at = 0;

  [[noreturn]] void fail(const char* what) const {
    throw RulesError(std::string(place) + (place.empty() ? "" : ": ") + what + " in pattern '" + std::string(source) + "'");
  }

  std::size_t emit(Pattern::Instruction instruction) {
    pattern.program_.push_back(instruction);
    return pattern.program_.size() - 1;
  }

  bool more() const { return at < source.size() && source[at] != '|' && source[at] != ')'; }

  void alternatives() {
    std::vector<std::size_t> jumps;
    for (;;) {
      const std::size_t split = emit({Pattern::Op::split});
      pattern.program_[split].to = split + 1;
      sequence();
      if (at < source.size() && source[at] == '|') {
        ++at;
        jumps.push_back(emit({Pattern::Op::jump}));
        pattern.program_[split].other = pattern.program_.size();
        continue;
      }
      pattern.program_[split].other = kNone;
      break;
    }
    for (const std::size_t jump : jumps) pattern.program_[jump].to = pattern.program_.size();
  }

  void sequence() {
    while (more()) {
      const std::size_t begin = pattern.program_.size();
      element();
      if (at < source.size() && source[at] == '?') {
        ++at;
        make_optional(begin);
      } else if (at < source.size() && source[at] == '*') {
        ++at;
        make_optional(begin);
        pattern.program_[begin].other += 1;  // past the jump back
        emit({Pattern::Op::jump, 0, nullptr, begin});
      }
    }
  }

  /// Put a choice in front of what was emitted since `begin`: take it, or go on behind it.
  void make_optional(std::size_t begin) {
    auto& program = pattern.program_;
    for (std::size_t i = begin; i < program.size(); ++i) {
      auto& step = program[i];
      if (step.op != Pattern::Op::split && step.op != Pattern::Op::jump) continue;
      if (step.to != kNone) ++step.to;
      if (step.other != kNone) ++step.other;
    }
    Pattern::Instruction split{Pattern::Op::split};
    split.to = begin + 1;
    split.other = program.size() + 1;
    program.insert(program.begin() + static_cast<std::ptrdiff_t>(begin), split);
  }

  void element() {
    const char c = source[at];
    if (c == '(') {
      ++at;
      alternatives();
      if (at >= source.size()) fail("missing )");
      ++at;
    } else if (c == '{') {
      braces();
    } else if (c == '$') {
      ++at;
      emit({Pattern::Op::end});
    } else if (c == ' ') {
      ++at;
      emit({Pattern::Op::spaces});
    } else if (c == '?') {
      fail("misplaced ?");
    } else {
      emit({Pattern::Op::character, fold(next_char(source, at))});
    }
  }

  void braces() {
    const std::size_t end = source.find('}', at);
    if (end == kNone) fail("missing }");
    std::string_view name = source.substr(at + 1, end - at - 1);
    at = end + 1;
    std::optional<std::size_t> slot;
    if (const std::size_t colon = name.find(':'); colon != kNone) {
      slot = pattern.names_.size();
      pattern.names_.emplace_back(name.substr(colon + 1));
      name = name.substr(0, colon);
      emit({Pattern::Op::open, 0, nullptr, *slot});
    }
    if (name == "*")
      emit({Pattern::Op::gap});
    else if (name.starts_with('@'))
      words(name.substr(1));
    else if (name == "~")
      emit({Pattern::Op::gap_in_sentence});
    else if (const CharClass klass = find_class(name))
      emit({Pattern::Op::klass, 0, klass});
    else
      fail("unknown class");
    if (slot) emit({Pattern::Op::close, 0, nullptr, *slot});
  }

  /// The words of a list as alternatives, the longest first.
  void words(std::string_view name) {
    const std::vector<std::string>* list = lists ? lists(name) : nullptr;
    if (!list || list->empty()) fail("unknown list of words");
    std::vector<std::string> sorted = *list;
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    std::vector<std::size_t> jumps;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      const std::size_t split = emit({Pattern::Op::split});
      pattern.program_[split].to = split + 1;
      for (std::size_t byte = 0; byte < sorted[i].size();) emit({Pattern::Op::character, fold(next_char(sorted[i], byte))});
      jumps.push_back(emit({Pattern::Op::jump}));
      pattern.program_[split].other = i + 1 < sorted.size() ? pattern.program_.size() : kNone;
    }
    for (const std::size_t jump : jumps) pattern.program_[jump].to = pattern.program_.size();
  }

  /// The literals that can stand first; nothing where a class, gap or the end can.
  bool first_of(std::size_t step, std::u32string& out) const {
    if (out.size() > pattern.program_.size()) return false;
    for (;; ++step) {
      const auto& i = pattern.program_[step];
      switch (i.op) {
        case Pattern::Op::character: out.push_back(i.character); return true;
        case Pattern::Op::split: return first_of(i.to, out) && (i.other == kNone || first_of(i.other, out));
        case Pattern::Op::jump: return first_of(i.to, out);
        case Pattern::Op::open:
        case Pattern::Op::close: continue;
        default: return false;
      }
    }
  }
};

struct PatternMatcher {
  const Pattern& pattern;
  std::string_view text;
  std::vector<std::pair<std::size_t, std::size_t>> slots;
  int steps = 0;

  std::size_t run(std::size_t step, std::size_t at) {
    for (;;) {
      if (++steps > kLongestRun) return kNone;
      const auto& i = pattern.program_[step];
      switch (i.op) {
        case Pattern::Op::done: return at;
        case Pattern::Op::end:
          if (at != text.size()) return kNone;
          ++step;
          break;
        case Pattern::Op::character:
          if (at >= text.size() || fold(next_char(text, at)) != i.character) return kNone;
          ++step;
          break;
        case Pattern::Op::spaces:
          while (at < text.size() && is_space(char_at(text, at))) next_char(text, at);
          ++step;
          break;
        case Pattern::Op::klass:
          at = i.klass(text, at);
          if (at == kNone) return kNone;
          ++step;
          break;
        case Pattern::Op::gap:
        case Pattern::Op::gap_in_sentence: return run_gap(step, at);
        case Pattern::Op::jump: step = i.to; break;
        case Pattern::Op::split:
          if (i.other != kNone) {
            const auto saved = slots;
            if (const std::size_t end = run(i.to, at); end != kNone) return end;
            slots = saved;
            step = i.other;
          } else {
            step = i.to;
          }
          break;
        case Pattern::Op::open: slots[i.to] = {at, kNone}; ++step; break;
        case Pattern::Op::close: slots[i.to].second = at; ++step; break;
      }
    }
  }

  std::size_t run_gap(std::size_t step, std::size_t at) {
    for (int n = 0; n <= kLongestGap; ++n) {
      if (const std::size_t end = run(step + 1, at); end != kNone) return end;
      if (at >= text.size() || text[at] == '\n') return kNone;
      const char32_t c = next_char(text, at);
      if (pattern.program_[step].op == Pattern::Op::gap_in_sentence && (is_stop(c) || fold(c) == U'；')) return kNone;
    }
    return kNone;
  }
};

Pattern::Pattern(std::string_view pattern, std::string_view place, const WordLists& lists) {
  PatternCompiler compiler{*this, pattern, place, lists};
  compiler.alternatives();
  if (compiler.at != pattern.size()) compiler.fail("misplaced )");
  compiler.emit({Op::done});
  if (!compiler.first_of(0, first_)) first_.clear();
}

bool Pattern::matches(std::string_view text, std::size_t at, Match* match) const {
  PatternMatcher matcher{*this, text, {}, 0};
  matcher.slots.resize(names_.size(), {kNone, kNone});
  const std::size_t end = matcher.run(0, at);
  if (end == kNone) return false;
  if (match) {
    match->end = end;
    match->captures.clear();
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (const auto [b, e] = matcher.slots[i]; b != kNone && e != kNone) match->captures.push_back({names_[i], b, e});
  }
  return true;
}

}  // namespace jianbao
