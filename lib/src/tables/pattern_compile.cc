// Patterns as written in a table, turned into programs.
#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "jianbao/rules.h"
#include "tables/classes.h"
#include "tables/pattern_code.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

struct PatternCompiler {
  PatternCode& code;
  std::string_view source;
  std::string_view place;
  const WordLists& lists;
  std::size_t at = 0;
  std::vector<CharSignature> begin_sets = {};           // by step: what can stand there
  std::map<char32_t, CharSignature> start_sets = {};    // by what a match begins with: what can stand behind that

  [[noreturn]] void fail(const char* what) const {
    throw RulesError(std::string(place) + (place.empty() ? "" : ": ") + what + " in pattern '" + std::string(source) + "'");
  }

  using Step = PatternStep;
  using Op = PatternOp;

  /// The step that is emitted next.
  Step next_step() const { return static_cast<Step>(code.program.size()); }

  Step emit(PatternInstruction instruction) {
    if (code.program.size() + 2 >= kNoStep) fail("too many steps");  // a choice may be put in front of it
    code.program.push_back(instruction);
    return static_cast<Step>(next_step() - 1);
  }

  bool more() const { return at < source.size() && source[at] != '|' && source[at] != ')'; }

  // These emit a part of the program and return what it cannot do without.

  Needs alternatives() {
    Needs needs;
    std::vector<Step> jumps;
    for (;;) {
      const Step split = emit({Op::split});
      code.program[split].to = static_cast<Step>(split + 1);
      if (jumps.empty()) needs = sequence();
      else needs.add_alternative(sequence());
      if (at < source.size() && source[at] == '|') {
        ++at;
        jumps.push_back(emit({Op::jump}));
        code.program[split].other = next_step();
        continue;
      }
      code.program[split].other = kNoStep;
      break;
    }
    for (const Step jump : jumps) code.program[jump].to = next_step();
    return needs;
  }

  Needs sequence() {
    Needs needs;
    char32_t before = 0;  // the literal before, where it cannot be missing
    while (more()) {
      const Step begin = next_step();
      Needs needed = element();
      const auto& emitted = code.program[begin];
      const char32_t literal = emitted.op == Op::literal || emitted.op == Op::character ? emitted.character() : 0;
      if (at < source.size() && source[at] == '?') {
        ++at;
        make_optional(begin);
        before = 0;
      } else if (at < source.size() && source[at] == '*') {
        ++at;
        make_optional(begin);
        ++code.program[begin].other;  // past the jump back
        emit({.op = Op::jump, .to = begin});
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
      case '$': ++at; return emit({Op::end}), Needs();
      case ' ': ++at; return emit({Op::spaces}), Needs();
      case '?': fail("misplaced ?");
      default: return literal();
    }
  }

  Needs literal() {
    const std::size_t begin = at;
    const char32_t c = fold(next_char(source, at));
    return emit(PatternInstruction::of(c, source.substr(begin, at - begin))), Needs();  // the sequence knows what stands before it
  }

  /// Put a choice in front of what was emitted since `begin`: take it, or go on behind it.
  void make_optional(Step begin) {
    auto& program = code.program;
    for (std::size_t i = begin; i < program.size(); ++i) {
      auto& step = program[i];
      if (step.op != Op::split && step.op != Op::jump) continue;
      if (step.to != kNoStep) ++step.to;
      if (step.other != kNoStep) ++step.other;
    }
    program.insert(program.begin() + static_cast<std::ptrdiff_t>(begin),
                   {.op = Op::split, .to = static_cast<Step>(begin + 1), .other = static_cast<Step>(next_step() + 1)});
  }

  Needs braces() {
    const std::size_t end = source.find('}', at);
    if (end == kNone) fail("missing }");
    std::string_view name = source.substr(at + 1, end - at - 1);
    at = end + 1;
    std::optional<Step> slot;
    if (const std::size_t colon = name.find(':'); colon != kNone) {
      slot = static_cast<Step>(code.names.size());
      if (*slot == kMostCaptures) fail("too many captures");
      code.names.push_back(keep(name.substr(colon + 1)));
      name = name.substr(0, colon);
      emit({.op = Op::open, .to = *slot});
    }
    Needs needs;
    if (name == "*")
      emit({Op::gap});
    else if (name.starts_with('@'))
      needs = words(name.substr(1));
    else if (name == "~")
      emit({Op::gap_in_sentence});
    else if (const CharClass* klass = find_class(name))
      emit({.op = Op::klass, .to = static_cast<Step>(klass - char_classes().data())}), needs = needs_of(*klass);
    else
      fail("unknown class");
    if (slot) emit({.op = Op::close, .to = *slot});
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

  PatternText keep(std::string_view text) {
    const PatternText kept{static_cast<std::uint32_t>(code.texts.size()), static_cast<std::uint32_t>(text.size())};
    code.texts += text;
    return kept;
  }

  Needs words(std::string_view name) {
    const std::vector<std::string>* list = lists ? lists(name) : nullptr;
    if (!list || list->empty()) fail("unknown list of words");
    std::vector<std::string> words = *list;
    std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
      return std::pair(fold(first_char(a)), b.size()) < std::pair(fold(first_char(b)), a.size());
    });
    Needs needs = needs_of(words.front());
    emit({.op = Op::word, .to = static_cast<Step>(code.lists.size())});
    const auto begin = static_cast<std::uint32_t>(code.words.size());
    for (const std::string& word : words) {
      code.words.push_back({fold(first_char(word)), keep(word)});
      if (&word != &words.front()) needs.add_alternative(needs_of(word));
    }
    code.lists.push_back({begin, static_cast<std::uint32_t>(code.words.size())});
    return needs;
  }

  /// The words of the list that an instruction names.
  std::span<const PatternWord> words_of(const PatternInstruction& i) const {
    return std::span(code.words).subspan(code.lists[i.to].begin, code.lists[i.to].end - code.lists[i.to].begin);
  }

  /// The literals that can stand at a step, which are added to `out`; false where something else can stand there as well.
  bool literals_at(std::size_t step, std::u32string& out) const {
    if (out.size() > 4 * code.program.size() + 1000) return false;  // a loop that can be empty
    for (;; ++step) {
      const auto& i = code.program[step];
      switch (i.op) {
        case Op::literal:
        case Op::character: out.push_back(i.character()); return true;
        case Op::word:
          for (const PatternWord& word : words_of(i)) out.push_back(word.first);
          return true;
        case Op::split: return literals_at(i.to, out) && literals_at(i.other, out);
        case Op::jump: return literals_at(i.to, out);
        case Op::open:
        case Op::close: continue;
        default: return false;
      }
    }
  }

  /// What can stand at a step, so far as that is limited to literals, classes and spaces, by what can stand at others.
  CharSignature begins(std::size_t step) const {
    const auto& i = code.program[step];
    const auto& known = begin_sets;
    CharSignature set;
    switch (i.op) {
      case Op::literal:
      case Op::character: set.add(i.character()); return set;
      case Op::word:
        for (const PatternWord& word : words_of(i)) set.add(word.first);
        return set;
      case Op::klass: return char_classes()[i.to].begins;
      case Op::spaces: return known[step + 1] | find_class("space")->begins;
      case Op::split: return known[i.to] | known[i.other];
      case Op::jump: return known[i.to];
      case Op::open:
      case Op::close: return known[step + 1];
      default: return CharSignature::all();
    }
  }

  bool leads_back(Step step) const {
    const auto& i = code.program[step];
    return i.op == Op::jump && i.to < step;
  }

  /// From the last step to the first, as most steps lead on; again while a loop brings something back.
  void find_begins() {
    begin_sets.resize(code.program.size());
    bool loops = false;
    for (Step step = 0; step < next_step(); ++step) loops = loops || leads_back(step);
    for (bool grown = true; grown;) {
      grown = false;
      for (std::size_t step = code.program.size(); step-- > 0;) {
        const CharSignature set = begins(step);
        grown = grown || (loops && !begin_sets[step].may_have_all(set));
        begin_sets[step] = set;
      }
    }
  }

  /// What can stand last in what a step takes, where `before` can stand before it.
  CharSignature taken_last(std::size_t step, const CharSignature& before) const {
    const auto& i = code.program[step];
    CharSignature set;
    switch (i.op) {
      case Op::literal:
      case Op::character: set.add(i.character()); return set;
      case Op::word:
        for (const PatternWord& word : words_of(i)) set.add(last_char({code.texts.data() + word.text.at, word.text.size}));
        return set;
      case Op::klass: return char_classes()[i.to].ends;
      case Op::spaces: return before | find_class("space")->ends;
      case Op::gap:
      case Op::gap_in_sentence: return CharSignature::all();
      default: return before;
    }
  }

  /// From the first step to the last, again while a loop brings something back.
  void find_ends() {
    const Step done = next_step() - 1, end = done - 1;
    const auto leads_to = [&](Step step) {
      return std::any_of(code.program.begin(), code.program.end(), [&](const PatternInstruction& i) {
        return (i.op == Op::split || i.op == Op::jump) && (i.to == step || (i.op == Op::split && i.other == step));
      });
    };
    if (done == 0 || code.program[end].op != Op::end || leads_to(done)) {  // it may end anywhere
      code.ends = CharSets::kAll;
      return;
    }
    std::vector<CharSignature> before(code.program.size());
    for (bool grown = true; grown;) {
      grown = false;
      for (Step step = 0; step < end; ++step) {
        const auto& i = code.program[step];
        const CharSignature last = taken_last(step, before[step]);
        const auto pass_on = [&](Step next) {
          grown = grown || !before[next].may_have_all(last);
          before[next] |= last;
        };
        pass_on(i.op == Op::split || i.op == Op::jump ? i.to : step + 1);
        if (i.op == Op::split) pass_on(i.other);
      }
    }
    code.ends = code.sets.add(before[end]);
  }

  /// Of the steps that a match asks about: the first, those that a choice leads to, and that behind a gap.
  void keep_begins() {
    code.begins.assign(code.program.size(), CharSets::kAll);
    const auto keep_of = [&](std::size_t step) { code.begins[step] = code.sets.add(begin_sets[step]); };
    keep_of(0);
    for (std::size_t step = 0; step < code.program.size(); ++step) {
      const auto& i = code.program[step];
      if (i.op == Op::split) keep_of(i.to), keep_of(i.other);
      if (i.op == Op::gap || i.op == Op::gap_in_sentence) keep_of(step + 1);
    }
  }

  void add_start(char32_t first, const CharSignature& second) {
    start_sets[first] |= second;
  }

  /// Both characters that a match can begin with, from `step` on, whose first ones are literals.
  void find_starts(std::size_t step) {
    for (;; ++step) {
      const auto& i = code.program[step];
      switch (i.op) {
        case Op::literal:
        case Op::character: return add_start(i.character(), begin_sets[step + 1]);
        case Op::word:
          for (const PatternWord& word : words_of(i)) add_start_of({code.texts.data() + word.text.at, word.text.size}, step);
          return;
        case Op::split:
          find_starts(i.to);
          step = i.other - 1;
          continue;
        case Op::jump: step = std::size_t{i.to} - 1; continue;
        default: continue;  // a capture begins or ends
      }
    }
  }

  void add_start_of(std::string_view word, std::size_t step) {
    std::size_t behind = 0;
    const char32_t first = fold(next_char(word, behind));
    CharSignature second;
    if (behind < word.size()) second.add(char_at(word, behind));
    add_start(first, behind < word.size() ? second : begin_sets[step + 1]);
  }

  /// Without the choices that leave none: of a group of one, and of the last of several.
  void drop_idle() {
    std::vector<Step> kept_at;  // of each step, or of the next one that stays
    std::vector<PatternInstruction> kept;
    for (const PatternInstruction& step : code.program) {
      kept_at.push_back(static_cast<Step>(kept.size()));
      if (step.op != Op::split || step.other != kNoStep) kept.push_back(step);
    }
    for (PatternInstruction& step : kept) {
      if (step.op != Op::split && step.op != Op::jump) continue;
      step.to = kept_at[step.to];
      if (step.op == Op::split) step.other = kept_at[step.other];
    }
    code.program = std::move(kept);
  }

  void finish() {
    emit({Op::done});
    drop_idle();
    find_begins();
    keep_begins();
    find_ends();
    std::u32string literals;
    if (literals_at(0, literals) && !literals.empty()) find_starts(0);
    for (const auto& [first, second] : start_sets) code.starts.push_back({first, code.sets.add(second)});
  }
};

}  // namespace

PatternCode compile_pattern(std::string_view pattern, std::string_view place, const WordLists& lists) {
  PatternCode code;
  PatternCompiler compiler{code, pattern, place, lists};
  code.needs = compiler.alternatives();
  if (compiler.at != pattern.size()) compiler.fail("misplaced )");
  compiler.finish();
  return code;
}

}  // namespace jianbao
