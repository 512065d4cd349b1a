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

constexpr std::u32string_view kOpen = U"“「『‘", kClose = U"”」』’";

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

/// Whether a passage has neither figures nor letters, nor one of the characters that today's sentences are hardly without.
bool may_be_old(std::string_view passage, std::u32string_view today) {
  for (std::size_t at = 0; at < passage.size();)
    if (const char32_t c = next_char(passage, at); is_han(c) ? today.find(c) != std::u32string_view::npos : is_digit(c) || is_letter(c)) return false;
  return true;
}

/// How much of a passage is in words of two or more, which the old wrote seldom.
struct Wording {
  std::size_t han = 0, in_words = 0;  ///< Han; those in such words, if they are common

  explicit Wording(std::string_view passage) {
    constexpr int kCommon = 29;  // counted 128 times
    for (std::size_t at = 0; at < passage.size();) {
      const std::size_t begin = at;
      if (!is_han(next_char(passage, at))) continue;
      const Word word = longest_word_at(passage, begin, kCommon);
      if (word) in_words += word.at.size() / 3, at = word.at.end;
      han += word ? word.at.size() / 3 : 1;
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

std::optional<Span> find_quotation(std::string_view text, Span line, std::size_t at) {
  constexpr int kReach = 120;  // characters
  std::array<int, kOpen.size()> closed{};
  std::optional<Span> outermost;
  std::size_t begin = at;
  for (int n = 0; n < kReach && begin > line.begin; ++n) {
    const std::size_t end = begin;
    begin = before(text, begin);
    if (static_cast<unsigned char>(text[begin]) != 0xE2 && static_cast<unsigned char>(text[begin]) != 0xE3) continue;
    const char32_t c = char_at(text, begin);
    if (const std::size_t kind = kClose.find(c); kind != std::u32string_view::npos) ++closed[kind];
    else if (const std::size_t opened = kOpen.find(c); opened != std::u32string_view::npos && --closed[opened] < 0) {
      std::string close;
      append_char(close, kClose[opened]);
      closed[opened] = 0;
      const std::size_t reach = std::min(line.end, at + 3 * kReach);
      outermost = Span{end, std::min(text.substr(0, reach).find(close, at), reach)};
    }
  }
  return outermost;
}

Quoted::Quoted(const Rules::Tables& tables) {
  const auto words = [&](std::string_view id) {
    for (const Table::Row& row : tables.table("guards").rows())
      if (row.cells[0] == id) return split_cell(row.cells[1]);
    throw RulesError("guards: no row '" + std::string(id) + "'");
  };
  names_ = words("names-mistakes");
  beside_ = words("beside-mistakes");
  lists_ = words("lists-mistakes");
  notes_ = words("notes-mistakes");
  old_ = words("before-old");
  for (const std::string& word : words("today")) today_ += first_char(word);
}

bool Quoted::is_named(std::string_view text, Span line, Span word, std::string_view right) const {
  if (const auto inside = find_quotation(text, line, word.begin); inside && is_named_in_quotes(text, line, *inside, word, right)) return true;
  constexpr std::size_t kReach = 3 * 80;  // bytes
  const std::size_t begin = std::max(line.begin, word.begin - std::min(word.begin, kReach));
  return is_named_beside(text, line, word, right) || has_any(view(text, {begin, word.begin}), lists_);
}

/// A short quotation, in a sentence that speaks of mistakes or quotes the right form too, or beside a word that leads to it.
bool Quoted::is_named_in_quotes(std::string_view text, Span line, Span inside, Span word, std::string_view right) const {
  constexpr std::size_t kLongest = 3 * 10, kReach = 3 * 60, kBeside = 3 * 6;  // bytes
  if (inside.size() > kLongest || word.end > inside.end) return false;
  const std::size_t begin = std::max(line.begin, inside.begin - std::min(inside.begin, kReach)), end = std::min(line.end, inside.end + kReach);
  const std::string_view near_by = view(text, {begin, end});
  if (has_any(near_by, names_)) return true;
  std::string mended(view(text, {inside.begin, word.begin}));
  mended += right;
  mended += view(text, {word.end, inside.end});
  for (std::size_t at = 0; (at = near_by.find(mended, at)) != std::string_view::npos; at += mended.size())
    if (const auto other = find_quotation(text, line, begin + at); other && other->size() == mended.size()) return true;
  const std::size_t near = std::max(line.begin, inside.begin - std::min(inside.begin, kBeside));
  return has_any(view(text, {near, inside.begin}), beside_) || has_any(view(text, {inside.end, std::min(line.end, inside.end + kBeside)}), beside_);
}

bool Quoted::is_named_beside(std::string_view text, Span line, Span word, std::string_view right) const {
  constexpr std::size_t kReach = 3 * 10;  // bytes
  constexpr std::size_t kNote = 3 * 4;    // bytes behind the right form: 竟争系竞争之误
  const std::string_view behind = view(text, {word.end, std::min(line.end, word.end + kReach + right.size() + kNote)});
  const std::size_t from = std::max(line.begin, word.begin - std::min(word.begin, kReach + right.size()));
  const std::string_view before = view(text, {from, word.begin});
  if (!behind.empty() && is_opening(fold(first_char(behind)))) {
    std::size_t note = 0;
    next_char(behind, note);
    const std::string_view in_note = behind.substr(note);
    if (in_note.starts_with(right) || std::any_of(notes_.begin(), notes_.end(), [&](const std::string& each) { return in_note.starts_with(each); })) return true;
  }
  const auto speaks = [&](std::string_view between) { return has_any(between, names_) || has_any(between, beside_); };
  if (const std::size_t at = behind.find(right); at != std::string_view::npos && (speaks(behind.substr(0, at)) || has_any(behind.substr(at, right.size() + kNote), names_))) return true;
  const std::size_t at = before.rfind(right);
  return at != std::string_view::npos && speaks(before.substr(at + right.size()));
}

/// 《史记》载：, 陆游写道：, 俗话说，
bool Quoted::is_told_as_old(std::string_view before) const {
  constexpr std::size_t kReach = 3 * 8;  // bytes
  constexpr std::string_view kTitleEnd = "》";
  while (!before.empty() && !is_han(last_char(before)) && last_char(before) != U'》') before.remove_suffix(before.size() - jianbao::before(before, before.size()));
  const std::string_view end = before.substr(before.size() - std::min(before.size(), kReach));
  return end.find(kTitleEnd) != std::string_view::npos || ends_as_old(before);
}

bool Quoted::ends_as_old(std::string_view text) const {
  return std::any_of(old_.begin(), old_.end(), [&](const std::string& word) { return text.ends_with(word); });
}

bool Quoted::is_old(std::string_view text, Span line, std::size_t at) const {
  constexpr std::size_t kLeast = 8, kLeastUntold = 24;  // Han
  if (const auto inside = find_quotation(text, line, at)) {
    if (!may_be_old(view(text, *inside), today_)) return false;
    if (is_verse(text, *inside, at)) return true;
    const std::size_t lead = around(line, inside->begin).begin;
    const bool is_told = is_told_as_old(text.substr(lead, inside->begin - lead - 3));
    const Wording wording(view(text, *inside));
    return wording.han >= kLeast && wording.has_few_words(is_told ? kFewTold : kFewUntold);
  }
  const std::size_t begin = around(line, at).begin;
  for (std::size_t mark = at; mark > begin;) {
    const std::size_t end = mark;
    mark = before(text, mark);
    const char32_t c = char_at(text, mark);
    if (is_stop(c)) break;
    if (parts_clauses(c) && ends_as_old(text.substr(begin, mark - begin)) && is_verse(text, {end, line.end}, at)) return true;
  }
  const std::string_view near = view(text, around(line, at));
  if (!may_be_old(near, today_)) return false;
  const Wording wording(near);
  return wording.han >= kLeastUntold && wording.has_few_words(kFewWords);
}

}  // namespace jianbao
