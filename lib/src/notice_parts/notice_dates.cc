#include "notice_parts/notice_dates.h"

#include "notice_signs/notice_scan.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestRemark = 30;  // bytes of brackets right behind a date: （星期二）

bool is_number(char32_t c) { return is_digit(c) || is_cn_numeral(c); }

/// A number of hours or minutes, in digits or Han; moves `at` behind it. Negative where there is none.
int read_small_number(std::string_view text, std::size_t& at) {
  constexpr int kLongest = 3, kLongestDigits = 2;  // characters: 三十五, 35
  const std::size_t begin = at;
  const int longest = is_digit(char_at(text, at)) ? kLongestDigits : kLongest;  // 17:00|10kV城东线
  for (int n = 0; n < longest && at < text.size() && is_number(char_at(text, at)); ++n) next_char(text, at);
  const auto number = parse_numeral(text.substr(begin, at - begin));
  return number && *number < 100 ? static_cast<int>(*number) : -1;
}

/// Hours and minutes behind a date: 9时30分, 9:30, 14点, 上午九时半; empty where there is none.
std::string read_clock(std::string_view text, std::size_t at) {
  constexpr int kMostWords = 7;  // characters between date and hour: 星期二上午, a space
  bool afternoon = false, clock = false;
  int hour = -1, minute = 0;
  at = skip_remark(text, at, kLongestRemark);
  for (int n = 0; n < kMostWords && at < text.size() && hour < 0; ++n) {
    const char32_t c = char_at(text, at);
    std::size_t behind = at;
    if (is_number(c)) {
      hour = read_small_number(text, behind);
      const char32_t unit = behind < text.size() ? fold(next_char(text, behind)) : 0;
      clock = hour >= 0 && (unit == U'时' || unit == U'：' || unit == U'点' || unit == U'∶');
      if (!clock && is_digit(c)) return {};  // 至6月30日 names no hour
      if (!clock) hour = -1, behind = at, next_char(text, behind);
    } else {
      if (!is_han(c) && !is_space(c)) return {};
      next_char(text, behind);
      afternoon = afternoon || c == U'下' || c == U'晚';
    }
    at = behind;
  }
  if (!clock) return {};
  if (afternoon && hour < 12) hour += 12;
  if (at < text.size() && is_number(char_at(text, at))) minute = read_small_number(text, at);
  else if (char_at(text, at) == U'半') minute = 30;
  if (hour > 24 || minute < 0 || minute > 59) return {};
  const auto two = [](int n) { return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; };
  return "T" + two(hour) + ':' + two(minute);
}

/// Behind the hour and its minutes at `at`: 7:30, 8时, 8点半; `at` where none stand there.
std::size_t clock_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (!is_number(char_at(text, at)) || read_small_number(text, end) < 0 || end >= text.size()) return at;
  if (std::u32string_view(U"时：点∶").find(fold(next_char(text, end))) == std::u32string_view::npos) return at;
  if (is_number(char_at(text, end))) read_small_number(text, end);
  return skip_while(text, end, [](char32_t c) { return c == U'分' || c == U'半'; });
}

/// Between the ends of a range.
bool joins_range(char32_t c) { return std::u32string_view(U"至到—–-－~～").find(c) != std::u32string_view::npos; }

/// The hour that ends the last day of a range: of 9:30—17:00 the second.
std::string read_last_clock(std::string_view text, std::size_t at) {
  constexpr int kReach = 12;  // characters of the first hour
  const std::string first = read_clock(text, at);
  if (first.empty()) return first;
  for (int n = 0; n < kReach && at < text.size(); ++n) {
    const char32_t c = next_char(text, at);
    if (is_stop(c) || fold(c) == U'，' || fold(c) == U'；') break;
    if (!joins_range(c)) continue;
    const std::string last = read_clock(text, at);
    return last > first ? last : first;
  }
  return first;
}

/// 次日, 翌日: behind what names the day after; `at` where nothing does.
std::size_t behind_next_day(std::string_view text, std::size_t at) {
  std::size_t behind = at;
  if (behind >= text.size() || std::u32string_view(U"次翌隔").find(next_char(text, behind)) == std::u32string_view::npos || behind >= text.size()) return at;
  return next_char(text, behind) == U'日' ? behind : at;
}

/// The day after; of a year that is not known February has 28 days.
Date day_after(Date date) {
  const auto is_in_month = [&] { return whole_date(date.iso()) || read_iso(date.iso()); };
  ++date.day;
  if (is_in_month()) return date;
  date.day = 1;
  if (++date.month > 12) date.month = 1, date.year += date.year > 0;
  return date;
}

/// The day alone (24日) that ends a range which began in that month.
std::optional<Date> day_at(std::string_view text, std::size_t& at, Date date) {
  std::size_t end = at;
  while (end < text.size() && is_number(char_at(text, end)) && end - at < 10) next_char(text, end);
  const auto day = parse_numeral(text.substr(at, end - at));
  if (!day || *day < 1 || *day > 31 || char_at(text, end) != U'日') return {};
  date.day = static_cast<int>(*day);
  next_char(text, end);
  at = end;
  return date;
}

}  // namespace

std::optional<DateMatch> date_at_end(std::string_view text) {
  const char32_t last = last_char(text);
  if (!ends_day(last) && last != U'号' && !is_digit(last)) return {};  // most texts
  const auto date = find_last_date(text);
  return date && date->end == text.size() ? date : std::nullopt;
}

std::size_t hours_end(std::string_view text, std::size_t at) {
  const std::size_t first = clock_end(text, at);
  if (first == at) return at;
  const std::size_t joint = skip_spaces(text, first), second = skip_while(text, joint, joins_range);
  const std::size_t last = skip_spaces(text, second), end = clock_end(text, last);
  return second > joint && end > last ? end : at;
}

std::optional<std::string> read_day(std::string_view text, std::size_t begin, std::string_view issue, bool clock) {
  auto match = parse_date(text, begin);
  if (!match) return {};
  complete_year(match->date, issue);
  return match->date.iso() + (clock ? read_clock(text, match->end) : std::string());
}

std::optional<std::string> read_range_end(std::string_view text, std::size_t begin, std::string_view issue) {
  constexpr int kReach = 16;  // characters of the clock and a remark behind the first date
  const auto first = parse_date(text, begin);
  if (!first) return {};
  Date date = first->date;
  complete_year(date, issue);
  std::size_t at = skip_remark(text, first->end, kLongestRemark);
  bool joined = false;
  for (int n = 0; n < kReach && at < text.size() && !joined; ++n) {
    const char32_t c = next_char(text, at);
    joined = joins_range(c);
    if (!joined && (fold(c) == U'，' || fold(c) == U'；' || is_stop(c))) return {};
  }
  if (!joined) return {};
  at = skip_while(text, at, [](char32_t c) { return c == U'—' || c == U'-' || is_space(c); });
  if (const std::size_t next = behind_next_day(text, at); next > at) return day_after(date).iso() + read_clock(text, next);
  if (const auto last = parse_date(text, at)) {
    Date until = last->date;
    if (until.year == 0) until.year = date.year + (date.year > 0 && until.month < date.month ? 1 : 0);
    return until.iso() + read_last_clock(text, last->end);
  }
  if (const auto day = day_at(text, at, date)) return day->day > date.day ? std::optional(day->iso() + read_last_clock(text, at)) : std::nullopt;
  if (const std::string clock = read_clock(text, at); !clock.empty()) return date.iso() + clock;
  return {};
}

}  // namespace jianbao
