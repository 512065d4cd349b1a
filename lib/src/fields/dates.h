// Dates as Chinese text prints them: 2024年10月21日, 二〇二四年十月二十一日, 10月21日, 2024-10-21.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jianbao {

struct Date {
  int year = 0;  ///< 0: not printed
  int month = 0;
  int day = 0;    ///< 0: not printed

  /// ISO 8601: `2024-10-21`; `--10-21` without a year, `2024-10` without a day.
  std::string iso() const;
  friend bool operator==(const Date&, const Date&) = default;
};

struct DateMatch {
  Date date;
  std::size_t begin = 0, end = 0;  ///< bytes of the text
};

/// Whether the unit of a day stands there; OCR makes a flat character of it.
bool ends_day(char32_t c);

/// 45曰内: the same text, with the unit of a day for what OCR made of it behind a number.
std::string with_days(std::string text);

/// The date that begins exactly at `at`; nothing where none does or where the calendar has no such day. Digits of either
/// width, counting or positional Chinese numerals, spaces between the parts; the year may be missing.
std::optional<DateMatch> parse_date(std::string_view text, std::size_t at = 0);

/// The first date at or behind `from`.
std::optional<DateMatch> find_date(std::string_view text, std::size_t from = 0);

/// The first date of a line, or the one that it begins and the line below ends with the day set large: 2025年4月⏎17. Its places are those of the
/// first line.
std::optional<DateMatch> find_date_over(std::string_view line, std::string_view below);

/// The last date, or nothing.
std::optional<DateMatch> find_last_date(std::string_view text);

/// Whether the text names a day, with its month or without: 11日, 十一日.
bool names_day(std::string_view text);

/// The month of a year that the text ends with, without a day: 2009年6月.
std::optional<DateMatch> trailing_month(std::string_view text);

/// The date that is the whole text, but for spaces at its ends (a date line).
std::optional<Date> whole_date(std::string_view text);

/// A date of ISO 8601 as iso() writes it.
std::optional<Date> read_iso(std::string_view text);

/// A date without a year takes the one of the newspaper's day (`issue`, ISO 8601): of the years around it the one that
/// puts the date nearest. Nothing changes where the issue is not known.
void complete_year(Date& date, std::string_view issue);

/// The last day before that of the newspaper, or its own, that a text names without a month: 8日 on a page of the 9th of May is the 8th of May,
/// 30日 the 30th of April. Nothing where the issue is not known, or that month has no such day.
std::optional<Date> last_day_of_month(std::string_view text, std::string_view issue);

}  // namespace jianbao
