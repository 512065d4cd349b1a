#include "fields/dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr int kLongestGap = 4;  // spaces that justification or OCR puts between the parts of a date

std::size_t skip_gap(std::string_view text, std::size_t at) {
  for (int n = 0; n < kLongestGap && at < text.size(); ++n) {
    std::size_t next = at;
    if (!is_space(next_char(text, next))) break;
    at = next;
  }
  return at;
}

/// Letters that print or OCR puts for a zero in 二〇二四: they count as one between Chinese digits only.
bool is_zero_letter(char32_t c) { return c == 'O' || c == 'o' || c == '0' || c == U'○' || c == U'Ｏ' || c == U'◯'; }

/// Number of at most `most` characters: digits, or Chinese numerals.
struct Part {
  int value = 0;
  std::size_t end = 0;
  int characters = 0;
};

std::optional<Part> read_digits(std::string_view text, std::size_t at, int most) {
  Part part;
  std::size_t digit_end = at;
  for (std::size_t next = at; next < text.size() && part.characters < most;) {
    const char32_t c = next_char(text, next);
    if (is_space(c) && part.characters > 0) continue;  // 2 0 2 4, as wide setting leaves it
    if (!is_digit(c)) break;
    part.value = part.value * 10 + static_cast<int>(fold(c) - '0');
    ++part.characters;
    digit_end = next;
  }
  if (part.characters == 0) return {};
  part.end = digit_end;
  return part;
}

std::optional<Part> read_chinese(std::string_view text, std::size_t at, int most) {
  std::string numeral;
  Part part;
  part.end = at;
  while (part.end < text.size() && part.characters < most) {
    std::size_t next = part.end;
    char32_t c = next_char(text, next);
    if (part.characters > 0 && is_zero_letter(c)) c = U'〇';
    if (!is_cn_numeral(c)) break;
    append_char(numeral, c);
    part.end = next;
    ++part.characters;
  }
  const auto value = parse_numeral(numeral);
  if (!value || *value > 9999) return {};
  part.value = static_cast<int>(*value);
  return part;
}

std::optional<Part> read_part(std::string_view text, std::size_t at, int most) {
  if (at >= text.size()) return {};
  return is_digit(char_at(text, at)) ? read_digits(text, at, most) : read_chinese(text, at, most < 4 ? 3 : 4);
}

bool is_valid(const Date& date) {
  static constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > kDays[static_cast<std::size_t>(date.month - 1)]) return false;
  return date.year == 0 || (date.year >= 1840 && date.year <= 2199);
}

/// OCR reads the 1 of 11月 as a bracket, or sees one behind it: 1]月, 11]月.
void read_bracket(std::string_view text, Part& part) {
  if (char_at(text, part.end) != ']' || !is_ascii_digit(char_at(text, before(text, part.end)))) return;
  if (part.characters == 1) part.value = part.value * 10 + 1;
  ++part.end;
}

/// A part and the unit behind it; moves `at` behind both.
std::optional<Part> read_unit(std::string_view text, std::size_t& at, int most, char32_t unit, char32_t other_unit) {
  auto part = read_part(text, skip_gap(text, at), most);
  if (!part) return {};
  if (most == 2) read_bracket(text, *part);
  std::size_t next = skip_gap(text, part->end);
  const char32_t c = char_at(text, next);
  const bool misread = unit == U'日' && ends_day(c);
  if (next >= text.size() || (c != unit && c != other_unit && !misread)) return {};
  next_char(text, next);
  at = next;
  return part;
}

/// Years of the Republic count from 1912: 民國113年 is 2024.
bool follows_republic(std::string_view text, std::size_t at) {
  while (at > 0 && is_space(char_at(text, before(text, at)))) at = before(text, at);
  for (const char32_t c : {U'国', U'民'}) {
    if (at == 0) return false;
    at = before(text, at);
    if (fold(char_at(text, at)) != c) return false;
  }
  return true;
}

std::optional<DateMatch> parse_units(std::string_view text, std::size_t begin) {
  constexpr int kBeforeRepublic = 1911, kLongestRepublic = 200;
  DateMatch match{{}, begin, begin};
  std::size_t at = begin;
  if (const auto year = read_unit(text, at, 4, U'年', U'年')) {
    const bool republic = year->value <= kLongestRepublic && follows_republic(text, begin);
    if (!republic && year->characters != 4) return {};
    match.date.year = year->value + (republic ? kBeforeRepublic : 0);
  }
  const auto month = read_unit(text, at, 2, U'月', U'月');
  if (!month) return {};
  const auto day = read_unit(text, at, 2, U'日', U'号');
  if (!day) return {};
  match.date.month = month->value;
  match.date.day = day->value;
  match.end = at;
  if (!is_valid(match.date)) return {};
  return match;
}

/// 2024-10-21, 2024.10.21, 2024/10/21: one mark throughout, all in digits.
std::optional<DateMatch> parse_marked(std::string_view text, std::size_t begin) {
  const auto year = read_digits(text, begin, 4);
  if (!year || year->characters != 4) return {};
  std::size_t at = year->end;
  const char32_t mark = char_at(text, at);
  if (mark != '-' && mark != '.' && mark != '/' && mark != U'－' && mark != U'．' && mark != U'／') return {};
  next_char(text, at);
  const auto month = read_digits(text, at, 2);
  if (!month || char_at(text, month->end) != mark) return {};
  at = month->end;
  next_char(text, at);
  const auto day = read_digits(text, at, 2);
  if (!day || is_digit(char_at(text, day->end))) return {};
  const DateMatch match{{year->value, month->value, day->value}, begin, day->end};
  if (!is_valid(match.date)) return {};
  return match;
}

bool starts_number(char32_t c) {
  if (c < 0x3007) return is_ascii_digit(c);
  return is_digit(c) || is_cn_numeral(c);
}

/// Days since an arbitrary day, near enough to say which of two dates is nearer.
long day_number(const Date& date) { return 372L * date.year + 31L * date.month + date.day; }

}  // namespace

std::string Date::iso() const {
  const auto two = [](int n) { return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; };
  return (year ? two(year / 100) + two(year % 100) : std::string("-")) + '-' + two(month) + (day ? '-' + two(day) : std::string());
}

std::optional<DateMatch> trailing_month(std::string_view text) {
  const std::string first_day = std::string(text) + "1日";
  auto match = find_last_date(first_day);
  if (!match || match->date.year == 0 || match->end != first_day.size()) return {};
  match->date.day = 0;
  match->end = text.size();
  return match;
}

bool ends_day(char32_t c) { return c == U'日' || c == U'曰'; }

std::string with_days(std::string text) {
  constexpr std::string_view kMisread = "曰", kDay = "日";
  for (std::size_t at = text.find(kMisread); at != std::string::npos; at = text.find(kMisread, at + kMisread.size()))
    if (at > 0 && is_digit(char_at(text, before(text, at)))) text.replace(at, kMisread.size(), kDay);
  return text;
}

std::optional<DateMatch> parse_date(std::string_view text, std::size_t at) {
  if (at >= text.size() || !starts_number(char_at(text, at))) return {};
  if (auto match = parse_units(text, at)) return match;
  return parse_marked(text, at);
}

std::optional<DateMatch> find_date(std::string_view text, std::size_t from) {
  bool inside = false;  // a run of digits: a date begins at its first one
  for (std::size_t at = from; at < text.size();) {
    const std::size_t begin = at;
    const bool number = starts_number(next_char(text, at));
    if (number && !inside)
      if (auto match = parse_date(text, begin)) return match;
    inside = number;
  }
  return {};
}

std::optional<DateMatch> find_date_over(std::string_view line, std::string_view below) {
  constexpr std::size_t kMostDigits = 2;
  const std::string_view day = trim(below);
  const bool split = last_char(trim(line)) == U'月' && !day.empty() && day.size() <= kMostDigits && std::all_of(day.begin(), day.end(), [](char c) { return is_digit(static_cast<unsigned char>(c)); });
  if (!split) return find_date(line);
  return find_date(std::string(trim(line)).append(day).append("日"));
}

std::optional<DateMatch> find_last_date(std::string_view text) {
  std::optional<DateMatch> last;
  for (auto match = find_date(text); match; match = find_date(text, match->end)) last = match;
  return last;
}

bool names_day(std::string_view text) {
  constexpr std::string_view kDay = "日";
  for (std::size_t at = text.find(kDay); at != std::string_view::npos; at = text.find(kDay, at + kDay.size()))
    if (at > 0)
      if (const char32_t c = char_at(text, before(text, at)); is_digit(c) || is_cn_numeral(c)) return true;
  return false;
}

std::optional<Date> whole_date(std::string_view text) {
  text = trim(text);
  constexpr std::size_t kLongestEra = 15;  // bytes before the year of the Republic
  std::size_t begin = 0;
  while (begin < text.size() && begin <= kLongestEra && !starts_number(char_at(text, begin))) next_char(text, begin);
  if (!follows_republic(text, begin)) begin = 0;
  const auto match = parse_date(text, begin);
  if (!match || match->end != text.size()) return {};
  return match->date;
}

std::optional<Date> read_iso(std::string_view text) {
  if (text.size() == 7 && text.substr(0, 2) == "--") {
    const auto month = read_digits(text, 2, 2), day = read_digits(text, 5, 2);
    if (!month || !day) return {};
    const Date date{0, month->value, day->value};
    return is_valid(date) ? std::optional(date) : std::nullopt;
  }
  const auto match = parse_marked(text, 0);
  if (!match || match->end != text.size()) return {};
  return match->date;
}

void complete_year(Date& date, std::string_view issue) {
  const auto day = read_iso(issue);
  if (date.year != 0 || !day || day->year == 0) return;
  long nearest = 0;
  for (const int year : {day->year, day->year - 1, day->year + 1}) {
    const long distance = std::labs(day_number({year, date.month, date.day}) - day_number(*day));
    if (date.year != 0 && distance >= nearest) continue;
    nearest = distance;
    date.year = year;
  }
}

std::optional<Date> last_day_of_month(std::string_view text, std::string_view issue) {
  const auto printed = read_iso(issue);
  std::size_t at = 0;
  const auto part = read_unit(text, at, 2, U'日', U'号');
  if (!printed || printed->year == 0 || printed->day == 0 || !part) return {};
  Date date{printed->year, printed->month, part->value};
  if (date.day > printed->day && --date.month == 0) --date.year, date.month = 12;
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

}  // namespace jianbao
