// Lines that are fields of a form, or hold several: 邮政编码：430100.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "text/chars.h"

namespace jianbao {

/// Whether clauses or sentences of Chinese stand in a text; CO.,LTD. has none.
inline bool has_clauses(std::string_view text) {
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = fold(next_char(text, at));
    if (is_han(last) && (c == U'，' || c == U'；' || is_stop(c))) return true;
    last = c;
  }
  return false;
}

/// Characters of the label of a field; in a form it may be longer: 市场监管部门监督电话.
inline constexpr std::size_t kFieldLabel = 8;

/// A few Han, a colon and what it names. A quotation behind the colon is what somebody says, and a sentence what somebody writes.
inline bool begins_with_field(std::string_view text, std::size_t longest = kFieldLabel) {
  std::size_t at = 0, han = 0;
  for (; han <= longest && at < text.size() && is_han(char_at(text, at)); ++han) next_char(text, at);
  if (han < 2 || han > longest || fold(char_at(text, at)) != U'：') return false;
  next_char(text, at);
  return at < text.size() && !is_opening(char_at(text, at)) && !has_clauses(text.substr(at));
}

/// How many fields of a line spaces set apart.
inline std::size_t count_fields(std::string_view text) {
  std::size_t fields = 0;
  bool space = true;
  for (std::size_t at = 0; at < text.size();) {
    const bool before = std::exchange(space, is_space(next_char(text, at)));
    fields += before && !space;
  }
  return fields;
}

/// 白条猪　19.60　17.80: a row of a table, one at least of whose fields holds a figure.
inline bool is_data_row(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return is_ascii_digit(c); }) && count_fields(text) >= 2;
}

/// 红满堂500克489克7.20元1.47元: a row whose spaces are lost: three numbers or more, a third of its characters figures, and no comma or stop.
inline bool is_glued_row(std::string_view text) {
  constexpr std::size_t kNumbers = 3, kShare = 3;
  std::size_t numbers = 0, figures = 0, characters = 0;
  bool inside = false;  // a number
  for (std::size_t at = 0; at < text.size(); ++characters) {
    const char32_t c = next_char(text, at), mark = fold(c);
    if (mark == U'，' || is_stop(mark)) return false;
    const bool figure = is_digit(c);
    numbers += figure && !inside;
    figures += figure;
    inside = figure || (inside && c == '.');
  }
  return numbers >= kNumbers && figures * kShare >= characters;
}

/// A row of a table, with or without its spaces.
inline bool has_cells(std::string_view text) {
  return is_data_row(text) || is_glued_row(text);
}

/// The figures that a text begins with, in bytes.
inline std::size_t leading_figures(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_ascii_digit(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

/// 4.1万个　…, 38.7%　…: a figure and its unit, and what there is so much of.
inline bool begins_with_quantity(std::string_view text) {
  std::size_t at = leading_figures(text);
  if (at == 0) return false;
  if (text.substr(at, 1) == ".") at += 1 + leading_figures(text.substr(at + 1));
  std::size_t unit = at;
  while (unit < text.size() && !is_space(char_at(text, unit))) {
    const char32_t c = next_char(text, unit);
    if (!is_han(c) && fold(c) != U'％' && c != '%') return false;
  }
  return unit > at && unit < text.size();
}

/// 19：35　晚间新闻: an hour, and what comes then.
inline bool is_hour_row(std::string_view text) {
  constexpr std::size_t kHour = 2, kMinutes = 2;  // figures
  const std::size_t hour = leading_figures(text);
  if (hour == 0 || hour > kHour || hour >= text.size()) return false;
  std::size_t at = hour;
  const char32_t mark = fold(next_char(text, at));
  if (mark != U'：' && mark != U'∶') return false;
  const std::size_t minutes = leading_figures(text.substr(at));
  return minutes == kMinutes && at + minutes < text.size() && is_space(char_at(text, at + minutes));
}

/// How many of them stand in a line that begins with one: 7:30 早间新闻 12:00 午间剧场.
inline std::size_t count_hours(std::string_view text) {
  std::size_t hours = is_hour_row(text);
  if (hours == 0) return 0;
  for (std::size_t at = 0; at < text.size();)
    if (is_space(next_char(text, at))) hours += is_hour_row(text.substr(at));
  return hours;
}

}  // namespace jianbao
