#include "clean/quoted.h"

#include <algorithm>
#include <array>
#include <optional>

#include "tables/lexicon.h"
#include "tables/tables.h"
#include "text/chars.h"

namespace jianbao {
namespace {

std::string_view view(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

bool has_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

struct Quotes {
  std::string_view open, close;
};
constexpr std::array<Quotes, 4> kQuotes = {{{"“", "”"}, {"「", "」"}, {"『", "』"}, {"‘", "’"}}};

/// What the marks of a line enclose that stand around a place, the outermost first; to the end of the line where nothing closes.
std::optional<Span> find_quotation(std::string_view text, Span line, std::size_t at) {
  for (const auto& [open, close] : kQuotes) {
    const std::string_view lead = text.substr(line.begin, at - line.begin);
    const std::size_t opened = lead.rfind(open), closed = lead.rfind(close);
    if (opened == std::string_view::npos || (closed != std::string_view::npos && closed > opened)) continue;
    return Span{line.begin + opened + open.size(), std::min(text.find(close, at), line.end)};
  }
  return {};
}

bool parts_clauses(char32_t c) { return is_stop(c) || c == U'，' || c == U'；' || c == U'：' || c == ',' || c == ';' || c == ':'; }

/// How many Han the clause has that begins, or with `step` back ends, at a place; none where it holds anything else.
std::size_t clause_behind(std::string_view text, Span in, std::size_t at) {
  std::size_t han = 0;
  for (; at < in.end; ++han) {
    const char32_t c = next_char(text, at);
    if (parts_clauses(c)) return han;
    if (!is_han(c)) return 0;
  }
  return han;
}

/// Clauses of five or seven characters, as the one beside them has.
bool is_verse(std::string_view text, Span in, std::size_t at) {
  const auto begins = [&](std::size_t place) {
    while (place > in.begin && is_han(char_at(text, before(text, place)))) place = before(text, place);
    return place;
  };
  const std::size_t begin = begins(at), size = clause_behind(text, in, begin);
  if (size != 5 && size != 7) return false;
  const std::size_t end = begin + 3 * size;
  if (end < in.end) {
    std::size_t next = end;
    next_char(text, next);
    if (clause_behind(text, in, next) == size) return true;
  }
  return begin > in.begin && clause_behind(text, in, begins(before(text, begin))) == size;
}

/// What a passage is made of.
struct Wording {
  std::size_t han = 0, in_words = 0;  ///< Han; those in common words of two or more, which the old wrote seldom
  bool is_plain = false;              ///< it has characters that today's sentences are hardly without
  bool has_others = false;            ///< figures or letters

  Wording(std::string_view passage, std::u32string_view plain) {
    constexpr int kCommon = 29;  // counted 128 times
    for (std::size_t at = 0; at < passage.size();) {
      const std::size_t begin = at;
      const char32_t c = next_char(passage, at);
      is_plain |= plain.find(c) != std::u32string_view::npos;
      has_others |= is_digit(c) || is_letter(c);
      if (!is_han(c)) continue;
      const Word word = longest_word_at(passage, begin, kCommon);
      const std::size_t size = word ? word.at.size() / 3 : 1;
      if (word) in_words += size, at = word.at.end;
      han += size;
    }
  }

  /// Whether of a hundred Han fewer than so many are in words. Of lines of today's papers one in a hundred is that without 的 at 40.
  bool has_few_words(std::size_t share) const { return 100 * in_words < share * han; }
};

constexpr std::size_t kFewWords = 40, kFewTold = 70, kFewUntold = 25;

/// Of a long line, so much around a place.
Span around(Span line, std::size_t at) {
  constexpr std::size_t kReach = 3 * 100;  // bytes
  return {line.begin + kReach < at ? at - kReach : line.begin, std::min(line.end, at + kReach)};
}

}  // namespace

Quoted::Quoted(const Rules::Tables& tables) {
  const auto words = [&](std::string_view id) {
    for (const Table::Row& row : tables.table("guards").rows())
      if (row.cells[0] == id) return split_cell(row.cells[1]);
    throw RulesError("guards: no row '" + std::string(id) + "'");
  };
  names_ = words("names-mistakes");
  beside_ = words("beside-mistakes");
  notes_ = words("notes-mistakes");
  old_ = words("before-old");
  for (const std::string& word : words("today")) today_ += first_char(word);
}

bool Quoted::is_named(std::string_view text, Span line, Span word, std::string_view right) const {
  if (const auto inside = find_quotation(text, line, word.begin); inside && is_named_in_quotes(text, line, *inside)) return true;
  return is_named_beside(text, line, word, right);
}

/// A short quotation, in a sentence that speaks of mistakes or beside a word that gives the right form.
bool Quoted::is_named_in_quotes(std::string_view text, Span line, Span inside) const {
  constexpr std::size_t kLongest = 3 * 10, kReach = 3 * 60, kBeside = 3 * 6;  // bytes
  if (inside.size() > kLongest) return false;
  const std::size_t begin = std::max(line.begin, inside.begin - std::min(inside.begin, kReach)), end = std::min(line.end, inside.end + kReach);
  if (has_any(view(text, {begin, end}), names_)) return true;
  const std::size_t near = std::max(line.begin, inside.begin - std::min(inside.begin, kBeside));
  return has_any(view(text, {near, inside.begin}), beside_) || has_any(view(text, {inside.end, std::min(line.end, inside.end + kBeside)}), beside_);
}

bool Quoted::is_named_beside(std::string_view text, Span line, Span word, std::string_view right) const {
  constexpr std::size_t kReach = 3 * 10;  // bytes
  const std::string_view behind = view(text, {word.end, std::min(line.end, word.end + kReach + right.size())});
  const std::size_t from = std::max(line.begin, word.begin - std::min(word.begin, kReach + right.size()));
  const std::string_view before = view(text, {from, word.begin});
  if (!behind.empty() && is_opening(fold(first_char(behind)))) {
    std::size_t note = 0;
    next_char(behind, note);
    const std::string_view in_note = behind.substr(note);
    if (in_note.starts_with(right) || std::any_of(notes_.begin(), notes_.end(), [&](const std::string& each) { return in_note.starts_with(each); })) return true;
  }
  const auto speaks = [&](std::string_view between) { return has_any(between, names_) || has_any(between, beside_); };
  if (const std::size_t at = behind.find(right); at != std::string_view::npos && speaks(behind.substr(0, at))) return true;
  const std::size_t at = before.rfind(right);
  return at != std::string_view::npos && speaks(before.substr(at + right.size()));
}

/// 《史记》载：, 陆游写道：, 俗话说，
bool Quoted::is_told_as_old(std::string_view before) const {
  constexpr std::size_t kReach = 3 * 8;  // bytes
  constexpr std::string_view kTitleEnd = "》";
  while (!before.empty() && !is_han(last_char(before)) && last_char(before) != U'》') before.remove_suffix(before.size() - jianbao::before(before, before.size()));
  std::string_view end = before.substr(before.size() - std::min(before.size(), kReach));
  return end.find(kTitleEnd) != std::string_view::npos || std::any_of(old_.begin(), old_.end(), [&](const std::string& word) { return end.ends_with(word); });
}

bool Quoted::is_old(std::string_view text, Span line, std::size_t at) const {
  constexpr std::size_t kLeast = 8, kLeastUntold = 24;  // Han
  if (const auto inside = find_quotation(text, line, at)) {
    const Wording wording(view(text, *inside), today_);
    if (wording.is_plain || wording.has_others) return false;
    const bool is_told = is_told_as_old(text.substr(line.begin, inside->begin - line.begin - 3));
    return (wording.han >= kLeast && wording.has_few_words(is_told ? kFewTold : kFewUntold)) || is_verse(text, *inside, at);
  }
  const Span near = around(line, at);
  const std::string_view lead = view(text, {near.begin, at});
  for (const std::string& word : old_)
    if (const std::size_t found = lead.rfind(word); found != std::string_view::npos) {
      const std::size_t begin = near.begin + found + word.size();
      if (begin < at && parts_clauses(char_at(text, begin)) && is_verse(text, {begin + (text[begin] < 0 ? 3 : 1), line.end}, at)) return true;
    }
  const Wording wording(view(text, near), today_);
  return wording.han >= kLeastUntold && !wording.is_plain && !wording.has_others && wording.has_few_words(kFewWords);
}

}  // namespace jianbao
