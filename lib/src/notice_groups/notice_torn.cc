#include "notice_groups/notice_torn.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "clean/torn_line.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_addressees.h"
#include "notice_parts/notice_party_words.h"
#include "tables/lexicon.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::string_view kStop = "。";

/// The Han on both sides of a line's end, and where it is among them.
struct Seam {
  std::string text;
  std::size_t middle;
  Seam(std::string_view last, std::string_view first) : text(last.substr(last.size() - std::min(kReach, last.size()))), middle(text.size()) {
    text += first.substr(0, std::min(kReach, first.size()));
  }
  static constexpr std::size_t kReach = 12;  // bytes of a word on either side
};

/// 张大勇、李: one character behind the mark of a list.
bool ends_in_surname(std::string_view text) {
  std::size_t at = before(text, text.size());
  return at > 0 && fold(char_at(text, before(text, at))) == U'、';
}

/// A word that closes a notice stands on both sides of a line's end.
bool is_closing_across(std::string_view last, std::string_view first, const Rules& rules) {
  const Seam seam(last, first);
  const WordList& closings = party_words(rules).closings;
  const std::string_view text = seam.text;
  for (std::size_t at = 0; at < seam.middle; next_char(text, at))
    if (const std::size_t length = closings.prefix_of(text.substr(at)); at + length > seam.middle) return true;
  return false;
}

/// …遗失残疾证，证号：00|9813，声明作废。: the rest of the number of what was lost, and nothing new before the loss is closed.
bool goes_on_in_number(std::string_view last, std::string_view text, const GroupState& state) {
  if (state.article.blocks[state.block].label || state.words.ends_with_closing(last)) return false;
  std::size_t at = 0;
  while (at < text.size() && (is_digit(char_at(text, at)) || is_letter(char_at(text, at)))) next_char(text, at);
  if (at == 0 || at >= text.size() || fold(next_char(text, at)) != U'，') return false;
  const std::string_view rest = text.substr(at);
  const std::size_t end = rest.find(kStop);
  if (!state.words.closes(rest.substr(0, end == std::string_view::npos ? end : end + kStop.size()))) return false;
  return std::any_of(state.open.pieces.begin(), state.open.pieces.end(), [&](const NoticePiece& p) { return party_words(state.rules).losses.any_in(p.text); });
}

/// …自公告之日起|60日内…: how many days, behind a text that breaks off.
bool goes_on_in_period(std::string_view last, std::string_view text, const GroupState& state) {
  const std::size_t digits = skip_digits(text, 0);
  return digits > 0 && party_words(state.rules).day_units.prefix_of(text.substr(digits)) > 0 && state.breaks_off(last);
}

/// 一、, 2．: the number that counts a part of a list, 0 where none stands at `at`.
long long ordinal_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 9;  // bytes
  std::size_t end = at;
  while (end < text.size() && end - at < kLongest && (is_digit(char_at(text, end)) || is_cn_numeral(char_at(text, end)))) next_char(text, end);
  const char32_t mark = char_at(text, end);
  if (end == at || (mark != U'、' && mark != U'．' && mark != '.')) return 0;
  return parse_numeral(text.substr(at, end - at)).value_or(0);
}

/// …判决：一、李四偿还借款；|二、王五承担连带责任: the next part of a list that stands in the paragraph before.
bool goes_on_in_list(std::string_view last, std::string_view text) {
  const long long next = fold(last_char(last)) == U'；' ? ordinal_at(text, 0) : 0;
  if (next < 2) return false;
  for (std::size_t at = 0; at < last.size(); next_char(last, at))
    if (ordinal_at(last, at) == next - 1) return true;
  return false;
}

/// 张三：本院受理|李四诉你…一案，…: what a court tells somebody breaks off, and the next sentence is told to nobody else.
bool goes_on_telling(std::string_view last, std::string_view text, const GroupState& state) {
  if (!is_han(first_char(text)) || !state.breaks_off(last) || !calls_somebody(state.open.pieces.front().text, state.rules)) return false;
  return !calls_somebody(text.substr(0, text.find(kStop)), state.rules);
}

}  // namespace

bool parts_word(std::string_view last, std::string_view first) {
  const Seam seam(last, first);
  return static_cast<bool>(word_across(seam.text, {seam.middle, seam.middle}, kGoodWord));
}

bool goes_on_within(std::string_view last, std::string_view text) {
  if (bracket_torn(last, text)) return true;
  if (!is_han(last_char(last)) || !is_han(first_char(text))) return false;
  return parts_word(last, text) || ends_in_surname(last);
}

bool is_torn(std::string_view text, const GroupState& state) {
  if (state.open.pieces.empty() || state.signed_off) return false;
  const std::string_view last = state.open.pieces.back().text;
  if (ends_in_colon(last)) return is_digit(first_char(text)) && !state.article.blocks[state.block].label;
  if (goes_on_in_list(last, text) || goes_on_telling(last, text, state)) return true;
  if (is_digit(last_char(last))) return goes_on_in_number(last, text, state);
  if (state.open.pieces.size() == 1 && goes_on_within(last, text) && last.find(kStop) == std::string_view::npos) return true;
  if (goes_on_in_period(last, text, state)) return true;
  if (!is_han(last_char(last)) || !is_han(first_char(text)) || !state.breaks_off(last)) return false;
  if (is_closing_across(last, text, state.rules)) return true;  // …，声明|作废。
  return parts_word(last, text);
}

}  // namespace jianbao
