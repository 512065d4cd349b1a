#include "clean/character_figures.h"

#include <algorithm>

#include "text/numeral.h"

namespace jianbao {

std::optional<WrongCharacter> CharacterFigures::zero(Span at) const {
  const auto is_zero = [&](char32_t c) { return (watched_.kinds(c) & Watched::zero) != 0; };
  if (!may_be_zero(at)) return {};
  std::size_t begin = at.begin, end = at.end;
  while (is_zero(previous(begin))) begin = before(text_, begin);
  while (end < text_.size() && is_zero(char_at(text_, end))) next_char(text_, end);
  if (!is_cn_numeral(previous(begin)) || !(is_cn_numeral(char_at(text_, end)) || ((is_letter(char_at(text_, at.begin)) || char_at(text_, at.begin) == '0' || follows_zero(begin, is_zero)) && ends_year(end, is_zero)))) return {};
  return WrongCharacter{at, "〇", Rule::char_numeral, true};
}

/// Whether a zero stands inside of the number that ends with a run of zeros, and with what that was made of.
template <class IsZero>
bool CharacterFigures::follows_zero(std::size_t at, IsZero is_zero) const {
  while (at > 0 && is_cn_numeral(previous(at)) && !is_zero(previous(at)) && previous(at) != U'〇') at = before(text_, at);
  return at > 0 && (is_zero(previous(at)) || previous(at) == U'〇') && is_cn_numeral(previous(before(text_, at)));
}

/// Whether 年 stands there, and four numerals and no more before it.
template <class IsZero>
bool CharacterFigures::ends_year(std::size_t end, IsZero is_zero) const {
  constexpr int kYear = 4;
  if (end >= text_.size() || char_at(text_, end) != U'年') return false;
  int count = 0;
  for (std::size_t at = end; at > 0 && count <= kYear; ++count) {
    const std::size_t left = before(text_, at);
    const char32_t c = char_at(text_, left);
    if (!is_cn_numeral(c) && !is_zero(c)) break;
    at = left;
  }
  return count == kYear;
}

/// 跌〇.73%, 2〇亿: a figure stands beside it, or a point and a figure behind it, and no numeral of Han at either side.
std::optional<WrongCharacter> CharacterFigures::han_zero(Span at) const {
  const auto is_figure = [&](std::size_t i) { return i < text_.size() && is_ascii_digit(static_cast<unsigned char>(text_[i])); };
  const bool behind = is_figure(at.end) || (at.end + 1 < text_.size() && text_[at.end] == '.' && is_figure(at.end + 1));
  const bool ahead = at.begin > 0 && is_figure(at.begin - 1);
  if (!(behind || ahead) || (!behind && is_cn_numeral(char_at(text_, at.end)) && !is_counter(text_.substr(at.end))) || (!ahead && is_cn_numeral(previous(at.begin)))) return {};
  return WrongCharacter{at, "0", Rule::char_numeral, true};
}

std::optional<WrongCharacter> CharacterFigures::lone_one(Span at, char32_t c) const {
  if (c != 'l' || previous(at.begin) < 0x80 || !is_counter(text_.substr(at.end))) return {};
  return WrongCharacter{at, "1", Rule::char_numeral, false};
}

/// 98比l01, 2l比18: another figure stands behind what parts those of a score, or before it.
bool CharacterFigures::is_in_score(Span run) const {
  const auto is_figure = [&](std::size_t i) { return i < text_.size() && (is_ascii_digit(static_cast<unsigned char>(text_[i])) || kOfFigures.find(text_[i]) < kMarksOfFigures); };
  const std::string_view lead = text_.substr(0, run.begin), behind = text_.substr(run.end);
  return std::any_of(guards_.between_scores.begin(), guards_.between_scores.end(), [&](const std::string& word) {
    return (lead.ends_with(word) && lead.size() > word.size() && is_figure(run.begin - word.size() - 1)) || (behind.starts_with(word) && is_figure(run.end + word.size()));
  });
}

std::optional<WrongCharacter> CharacterFigures::figure(Span at, char32_t c) const {
  if (c == U'〇') return han_zero(at);
  Span run = figure_run(at);
  constexpr std::string_view kMarks = ".,";
  while (run.begin < at.begin && kMarks.find(text_[run.begin]) != std::string_view::npos) ++run.begin;
  const std::string_view in_run = text_.substr(run.begin, run.size()), behind = text_.substr(run.end);
  const char32_t left = previous(run.begin);
  const bool in_code = left > U' ' && left < 0x80;
  const bool begins_with_o = (in_run[0] == 'O' || in_run[0] == 'o') && !in_run.substr(1).starts_with('.');  // O2O个人店
  if (in_code || begins_with_o || !(is_counter(behind) || is_in_score(run) || is_inside_figure(at, run))) return {};
  if (in_run.find_first_of("0123456789") == std::string_view::npos && !is_month(in_run, run.end)) return run.size() == at.size() ? lone_one(at, c) : std::nullopt;
  if (is_oxygen(in_run)) return {};
  return WrongCharacter{at, c == 'O' || c == 'o' ? "0" : "1", Rule::char_numeral, true};
}

/// 2O2, 3O3: molecules of oxygen or ozone, so many.
bool CharacterFigures::is_oxygen(std::string_view run) {
  constexpr std::size_t kAtoms = 2;
  if (run.size() <= kAtoms || run[run.size() - kAtoms] != 'O' || (run.back() != '2' && run.back() != '3')) return false;
  return run.size() - kAtoms <= kAtoms && run.find_first_not_of("0123456789") == run.size() - kAtoms;
}

/// 2O22〕, 唐1l4井: the only letter of a figure, with a digit on both sides.
bool CharacterFigures::is_inside_figure(Span at, Span run) const {
  const auto is_figure = [&](std::size_t i) { return is_ascii_digit(static_cast<unsigned char>(text_[i])); };
  if (at.begin == run.begin || at.end == run.end || !is_figure(at.begin - 1) || !is_figure(at.end) || is_letter(char_at(text_, run.end))) return false;
  std::size_t letters = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) letters += is_ascii_letter(static_cast<unsigned char>(text_[i]));
  return letters == 1;
}

/// The digits, what is read for them and the marks in figures, around a place.
Span CharacterFigures::figure_run(Span at) const {
  constexpr std::size_t kLongest = 12;
  const auto is_part = [&](std::size_t i) {
    return is_ascii_digit(static_cast<unsigned char>(text_[i])) || kOfFigures.find(text_[i]) != std::string_view::npos;
  };
  while (at.begin > 0 && at.size() < kLongest && is_part(at.begin - 1)) --at.begin;
  while (at.end < text_.size() && at.size() < kLongest && is_part(at.end)) ++at.end;
  return at;
}

bool CharacterFigures::is_counter(std::string_view text) const {
  const auto begins = [&](const std::string& word) { return text.starts_with(word); };
  const auto is_unit = [&](const std::string& word) { return text.starts_with(word) && !is_letter(char_at(text, word.size())); };
  if (!text.empty() && is_ascii_letter(static_cast<unsigned char>(text[0]))) return std::any_of(guards_.latin_unit.begin(), guards_.latin_unit.end(), is_unit);
  return std::any_of(guards_.counter.begin(), guards_.counter.end(), begins);
}

/// l月l5日: a month of one letter, where a day follows it.
bool CharacterFigures::is_month(std::string_view month, std::size_t end) const {
  constexpr std::string_view kMonth = "\xE6\x9C\x88", kDay = "日";
  if (month.size() != 1 || !text_.substr(end).starts_with(kMonth)) return false;
  const Span day = figure_run({end + kMonth.size(), end + kMonth.size()});
  return day.size() > 0 && text_.substr(day.end).starts_with(kDay);
}

std::optional<WrongCharacter> CharacterFigures::connector(Span at, const ScannedLine& line) const {
  const char32_t left = previous(at.begin);
  const bool in_figures = is_ascii_digit(char_at(text_, at.end)) && (is_ascii_digit(left) || left == U'日' || left == U'时' || left == '%');
  if (!in_figures && !(may_be_between_alike(at) && is_between_alike(at, line))) return {};
  return WrongCharacter{at, "—", Rule::punct_dash, true};
}

/// 北京一广州, 周一一周五: between two places, or two days of the week.
bool CharacterFigures::is_between_alike(Span at, const ScannedLine& line) const {
  const std::string_view lead = text_.substr(line.begin, at.begin - line.begin), behind = text_.substr(at.end, line.end - at.end);
  const auto between = [&](const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return lead.ends_with(word); }) &&
           std::any_of(words.begin(), words.end(), [&](const std::string& word) { return behind.starts_with(word); });
  };
  return between(guards_.weekday) || between(guards_.seat);
}

std::optional<WrongCharacter> CharacterFigures::broken_dash(Span at) const {
  const char32_t left = previous(at.begin);
  if ((!is_han(left) && !is_closing(left) && !is_stop(left)) || is_cn_numeral(left)) return {};
  const Span both{at.begin, at.end + at.size()};
  const std::string_view behind = text_.substr(both.end);
  const auto begins = [&](const std::string& word) { return behind.starts_with(word); };
  if (std::none_of(guards_.behind_dash.begin(), guards_.behind_dash.end(), begins)) return {};
  return WrongCharacter{both, "——", Rule::punct_dash, true};
}

}  // namespace jianbao
