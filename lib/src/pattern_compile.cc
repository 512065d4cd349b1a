// Patterns as written in a table, turned into programs.
#include <algorithm>
#include <optional>
#include <utility>

#include "chars.h"
#include "classes.h"
#include "jianbao/rules.h"
#include "pattern.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

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

  using Step = Pattern::Step;
  static constexpr Step kNoStep = Pattern::kNoStep;

  /// The step that is emitted next.
  Step next_step() const { return static_cast<Step>(pattern.program_.size()); }

  Step emit(Pattern::Instruction instruction) {
    pattern.program_.push_back(instruction);
    return next_step() - 1;
  }

  bool more() const { return at < source.size() && source[at] != '|' && source[at] != ')'; }

  // These emit a part of the program and return what it cannot do without.

  Needs alternatives() {
    Needs needs;
    std::vector<Step> jumps;
    for (;;) {
      const Step split = emit({Pattern::Op::split});
      pattern.program_[split].to = split + 1;
      if (jumps.empty()) needs = sequence();
      else needs.add_alternative(sequence());
      if (at < source.size() && source[at] == '|') {
        ++at;
        jumps.push_back(emit({Pattern::Op::jump}));
        pattern.program_[split].other = next_step();
        continue;
      }
      pattern.program_[split].other = kNoStep;
      break;
    }
    for (const Step jump : jumps) pattern.program_[jump].to = next_step();
    return needs;
  }

  Needs sequence() {
    Needs needs;
    char32_t before = 0;  // the literal before, where it cannot be missing
    while (more()) {
      const Step begin = next_step();
      Needs needed = element();
      const auto& emitted = pattern.program_[begin];
      const char32_t literal = emitted.op == Pattern::Op::literal || emitted.op == Pattern::Op::character ? emitted.character : 0;
      if (at < source.size() && source[at] == '?') {
        ++at;
        make_optional(begin);
        before = 0;
      } else if (at < source.size() && source[at] == '*') {
        ++at;
        make_optional(begin);
        pattern.program_[begin].other += 1;  // past the jump back
        emit({.op = Pattern::Op::jump, .to = begin});
        before = 0;
      } else {
        if (literal != 0 && !needs.are_telling()) needed = before != 0 ? Needs::of(before, literal) : Needs::of(literal);
        needs.add(needed);
        before = literal;
      }
    }
    return needs;
  }

  Needs element() {
    switch (source[at]) {
      case '(': {
        ++at;
        Needs needs = alternatives();
        if (at >= source.size()) fail("missing )");
        ++at;
        return needs;
      }
      case '{': return braces();
      case '$': ++at; return emit({Pattern::Op::end}), Needs();
      case ' ': ++at; return emit({Pattern::Op::spaces}), Needs();
      case '?': fail("misplaced ?");
      default: return literal();
    }
  }

  Needs literal() {
    const std::size_t begin = at;
    const char32_t c = fold(next_char(source, at));
    Pattern::Instruction step{.op = Pattern::Op::character, .character = c};
    if (at - begin == step.bytes.size()) {
      step.op = Pattern::Op::literal;
      std::copy_n(source.data() + begin, step.bytes.size(), step.bytes.begin());
    }
    return emit(step), Needs();  // the sequence knows what stands before it
  }

  /// Put a choice in front of what was emitted since `begin`: take it, or go on behind it.
  void make_optional(Step begin) {
    auto& program = pattern.program_;
    for (std::size_t i = begin; i < program.size(); ++i) {
      auto& step = program[i];
      if (step.op != Pattern::Op::split && step.op != Pattern::Op::jump) continue;
      if (step.to != kNoStep) ++step.to;
      if (step.other != kNoStep) ++step.other;
    }
    program.insert(program.begin() + static_cast<std::ptrdiff_t>(begin),
                   {.op = Pattern::Op::split, .to = begin + 1, .other = next_step() + 1});
  }

  Needs braces() {
    const std::size_t end = source.find('}', at);
    if (end == kNone) fail("missing }");
    std::string_view name = source.substr(at + 1, end - at - 1);
    at = end + 1;
    std::optional<Step> slot;
    if (const std::size_t colon = name.find(':'); colon != kNone) {
      slot = static_cast<Step>(pattern.names_.size());
      if (*slot == Pattern::kMostCaptures) fail("too many captures");
      pattern.names_.emplace_back(name.substr(colon + 1));
      name = name.substr(0, colon);
      emit({.op = Pattern::Op::open, .to = *slot});
    }
    Needs needs;
    if (name == "*")
      emit({Pattern::Op::gap});
    else if (name.starts_with('@'))
      needs = words(name.substr(1));
    else if (name == "~")
      emit({Pattern::Op::gap_in_sentence});
    else if (const CharClass* klass = find_class(name))
      emit({.op = Pattern::Op::klass, .klass = klass}), needs = needs_of(*klass);
    else
      fail("unknown class");
    if (slot) emit({.op = Pattern::Op::close, .to = *slot});
    return needs;
  }

  static Needs needs_of(const CharClass& klass) {
    Needs needs;
    for (const char32_t c : klass.needs) c == klass.needs.front() ? needs.add(Needs::of(c)) : needs.add_alternative(Needs::of(c));
    return needs;
  }

  static Needs needs_of(std::string_view word) {
    std::size_t at = 0;
    const char32_t first = next_char(word, at);
    return at < word.size() ? Needs::of(first, char_at(word, at)) : Needs::of(first);
  }

  Needs words(std::string_view name) {
    const std::vector<std::string>* list = lists ? lists(name) : nullptr;
    if (!list || list->empty()) fail("unknown list of words");
    Pattern::Words words{*list, {}};
    std::sort(words.words.begin(), words.words.end(), [](const std::string& a, const std::string& b) {
      return std::pair(fold(first_char(a)), b.size()) < std::pair(fold(first_char(b)), a.size());
    });
    Needs needs = needs_of(words.words.front());
    for (const std::string& word : words.words) {
      words.first.push_back(fold(first_char(word)));
      if (&word != &words.words.front()) needs.add_alternative(needs_of(word));
    }
    emit({.op = Pattern::Op::word, .to = static_cast<Step>(pattern.words_.size())});
    pattern.words_.push_back(std::move(words));
    return needs;
  }

  /// The literals that can stand at a step, which are added to `out`; false where something else can stand there as well.
  bool literals_at(std::size_t step, std::u32string& out) const {
    if (out.size() > 4 * pattern.program_.size() + 1000) return false;  // a loop that can be empty
    for (;; ++step) {
      const auto& i = pattern.program_[step];
      switch (i.op) {
        case Pattern::Op::literal:
        case Pattern::Op::character: out.push_back(i.character); return true;
        case Pattern::Op::word: out.append(pattern.words_[i.to].first.begin(), pattern.words_[i.to].first.end()); return true;
        case Pattern::Op::split: return literals_at(i.to, out) && (i.other == kNoStep || literals_at(i.other, out));
        case Pattern::Op::jump: return literals_at(i.to, out);
        case Pattern::Op::open:
        case Pattern::Op::close: continue;
        default: return false;
      }
    }
  }

  /// What can stand at a step, so far as that is limited to literals, classes and spaces, by what can stand at others.
  CharSignature begins(std::size_t step) const {
    const auto& i = pattern.program_[step];
    const auto& known = pattern.begins_;
    CharSignature set;
    switch (i.op) {
      case Pattern::Op::literal:
      case Pattern::Op::character: set.add(i.character); return set;
      case Pattern::Op::word:
        for (const char32_t c : pattern.words_[i.to].first) set.add(c);
        return set;
      case Pattern::Op::klass: return i.klass->begins;
      case Pattern::Op::spaces: return known[step + 1] | find_class("space")->begins;
      case Pattern::Op::split: return i.other == kNoStep ? known[i.to] : known[i.to] | known[i.other];
      case Pattern::Op::jump: return known[i.to];
      case Pattern::Op::open:
      case Pattern::Op::close: return known[step + 1];
      default: return CharSignature::all();
    }
  }

  bool leads_back(Step step) const {
    const auto& i = pattern.program_[step];
    return i.op == Pattern::Op::jump && i.to < step;
  }

  /// From the last step to the first, as most steps lead on; again while a loop brings something back.
  void find_begins() {
    pattern.begins_.resize(pattern.program_.size());
    bool loops = false;
    for (Step step = 0; step < next_step(); ++step) loops = loops || leads_back(step);
    for (bool grown = true; grown;) {
      grown = false;
      for (std::size_t step = pattern.program_.size(); step-- > 0;) {
        const CharSignature set = begins(step);
        grown = grown || (loops && !pattern.begins_[step].may_have_all(set));
        pattern.begins_[step] = set;
      }
    }
  }

  void add_start(char32_t first, const CharSignature& second) {
    const auto known = std::find_if(pattern.starts_.begin(), pattern.starts_.end(), [&](const auto& start) { return start.first == first; });
    if (known == pattern.starts_.end()) pattern.starts_.push_back({first, second});
    else known->second |= second;
  }

  /// Both characters that a match can begin with, from `step` on, whose first ones are literals.
  void find_starts(std::size_t step) {
    for (;; ++step) {
      const auto& i = pattern.program_[step];
      switch (i.op) {
        case Pattern::Op::literal:
        case Pattern::Op::character: return add_start(i.character, pattern.begins_[step + 1]);
        case Pattern::Op::word:
          for (const std::string& word : pattern.words_[i.to].words) add_start_of(word, step);
          return;
        case Pattern::Op::split:
          if (i.other != kNoStep) find_starts(i.to);
          step = (i.other != kNoStep ? i.other : i.to) - 1;
          continue;
        case Pattern::Op::jump: step = i.to - 1; continue;
        default: continue;  // a capture begins or ends
      }
    }
  }

  void add_start_of(std::string_view word, std::size_t step) {
    std::size_t behind = 0;
    const char32_t first = fold(next_char(word, behind));
    CharSignature second;
    if (behind < word.size()) second.add(char_at(word, behind));
    add_start(first, behind < word.size() ? second : pattern.begins_[step + 1]);
  }

  void finish() {
    emit({Pattern::Op::done});
    if (!literals_at(0, pattern.first_)) pattern.first_.clear();
    std::sort(pattern.first_.begin(), pattern.first_.end());
    pattern.first_.erase(std::unique(pattern.first_.begin(), pattern.first_.end()), pattern.first_.end());
    find_begins();
    if (!pattern.first_.empty()) find_starts(0);
  }
};

Pattern::Pattern(std::string_view pattern, std::string_view place, const WordLists& lists) {
  PatternCompiler compiler{*this, pattern, place, lists};
  needs_ = compiler.alternatives();
  if (compiler.at != pattern.size()) compiler.fail("misplaced )");
  compiler.finish();
}

}  // namespace jianbao
