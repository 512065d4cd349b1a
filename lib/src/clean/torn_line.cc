#include "clean/torn_line.h"

#include <algorithm>
#include <string>

#include "fields/dates.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

bool is_code(char32_t c) { return is_digit(c) || is_letter(c) || c == '-'; }

/// Behind what ends a number: not 1,200.
bool ends_number(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t mark = fold(next_char(text, at));
  return (mark == U'，' || mark == U'）' || mark == U'。') && !is_digit(char_at(text, at));
}

/// Digits and the words of a date.
bool is_date_part(char32_t c) { return is_digit(c) || is_cn_numeral(c) || c == U'年' || c == U'月' || c == U'日'; }

constexpr std::size_t kLongestRemark = 120;  // bytes of what stands in a bracket, before a line's end and behind it

int bracket(char32_t c) { return c == U'（' ? 1 : c == U'）' ? -1 : 0; }

/// The text ends inside of a bracket that it opens; one that a line begins with is that of a label, which OCR may have read wrong.
bool leaves_bracket_open(std::string_view text) {
  int depth = 0;
  const std::size_t least = text.size() - std::min(text.size(), kLongestRemark);
  for (std::size_t at = text.size(); (at = skip_han_back(text, at, least)) > least;) {
    at = before(text, at);
    const char32_t c = fold(char_at(text, at));
    if (is_stop(c)) return false;
    if ((depth += bracket(c)) > 0) return at > 0 && text[at - 1] != '\n';
  }
  return false;
}

bool is_figure(char c) { return is_ascii_digit(static_cast<unsigned char>(c)); }

std::size_t figures_at(std::string_view text) { return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_figure) - text.begin()); }

bool is_joint(char32_t c) { return c == '-' || c == U'－' || c == U'—' || c == U'–'; }

/// The number that a text ends with, or begins with: （0593）22770 and 0593—22770 are 0593-22770.
struct Number {
  std::string text;
  std::size_t bytes = 0;  ///< of what was printed
};

bool is_number_part(char32_t c) { return is_ascii_digit(c) || is_joint(c) || c == ')' || c == U'）'; }

char part_of_number(char32_t c) { return is_ascii_digit(c) ? static_cast<char>(c) : '-'; }

Number number_behind(std::string_view line) {
  Number number;
  std::size_t begin = line.size();
  for (std::size_t at; begin > 0 && is_number_part(char_at(line, at = before(line, begin))); begin = at) number.text.insert(number.text.begin(), part_of_number(char_at(line, at)));
  number.bytes = line.size() - begin;
  return number;
}

Number number_ahead(std::string_view following) {
  Number number;
  while (number.bytes < following.size() && is_number_part(char_at(following, number.bytes))) number.text += part_of_number(next_char(following, number.bytes));
  return number;
}

/// 标的, 附件: what a number may label that a colon follows.
bool is_label(std::string_view text) {
  constexpr std::size_t kLongest = 8;  // Han
  return all_han(text) && count_chars(text) <= kLongest;
}

/// A mobile number, or one with its area code (two to four figures) and a dash; some print another one in its midst.
bool is_phone(std::string_view number) {
  constexpr std::size_t kMobile = 11, kShortest = 2, kLongest = 4, kShort = 7, kLong = 8, kDashes = 2;  // figures; of an area's code; of a number
  if (number.empty() || number.back() == '-') return false;
  const std::size_t dash = number.find('-');
  if (dash == std::string_view::npos) return number.size() == kMobile && number[0] == '1' && number[1] >= '3';
  const auto dashes = static_cast<std::size_t>(std::count(number.begin(), number.end(), '-'));
  const std::size_t behind = number.size() - dash - dashes;
  return number[0] == '0' && dash >= kShortest && dash <= kLongest && dashes <= (dash == kShortest ? kDashes : 1) && (behind == kShort || behind == kLong);
}

/// 无 15.50: a cell that ends with two figures behind a point.
bool has_cents(std::string_view text) {
  text = trim(text);
  const std::size_t point = text.rfind('.');
  return point != std::string_view::npos && point > 0 && point + 3 == text.size() && is_figure(text[point - 1]) && is_figure(text[point + 1]) && is_figure(text[point + 2]);
}

}  // namespace

bool number_torn(std::string_view line, std::string_view following) {
  std::size_t begin = line.size(), end = 0;
  while (begin > 0 && is_code(char_at(line, before(line, begin)))) begin = before(line, begin);
  while (end < following.size() && is_code(char_at(following, end))) next_char(following, end);
  if (begin == line.size() || begin == 0 || !is_digit(last_char(line)) || !is_digit(first_char(following))) return false;
  if (fold(char_at(line, before(line, begin))) == U'：') return ends_number(following, end);
  return fold(char_at(following, end)) == U'）' && leaves_bracket_open(line);
}

bool decimal_torn(std::string_view line, std::string_view following) {
  constexpr std::size_t kCents = 2;  // figures of a cell behind its point
  if (line.size() < 2 || line.back() != '.' || !is_figure(line[line.size() - 2])) return false;
  std::size_t begin = line.size() - 1;
  while (begin > 0 && is_figure(line[begin - 1])) --begin;
  const std::size_t end = figures_at(following);
  const char32_t left = begin > 0 ? char_at(line, before(line, begin)) : 0, behind = end < following.size() ? char_at(following, end) : 0;
  if (end == following.size()) return end == kCents && is_space(left) && has_cents(line.substr(0, begin));
  return end > 0 && (behind == '%' || is_han(behind)) && (is_han(left) || (is_space(left) && end <= kCents));
}

bool tail_of_figure_torn(std::string_view line, std::string_view following) {
  constexpr std::size_t kCode = 3;  // figures behind a dash at least
  if (line.empty() || following.empty() || !is_figure(line.back())) return false;
  std::size_t at = 0;
  const char32_t first = next_char(following, at);
  const std::size_t figures = figures_at(following.substr(at));
  switch (first) {
    case '%': case U'％': case U'‰': case U'℃': case U'．': return true;
    case '.': return figures > 0 && line.find('.', line.find_last_not_of("0123456789.") + 1) == std::string_view::npos;
    default: return is_joint(first) && figures >= kCode;
  }
}

bool thousands_torn(std::string_view line, std::string_view following) {
  constexpr std::size_t kGroup = 3;  // figures
  std::size_t rest = figures_at(following), at = line.size();
  const auto figures_before = [&](std::size_t end) {
    while (end > 0 && is_figure(line[end - 1])) --end;
    return end;
  };
  at = figures_before(at);
  if (at == 0 || line[at - 1] != ',' || line.size() - at + rest != kGroup || rest == 0) return false;
  const std::size_t first = figures_before(at - 1);
  const std::size_t leading = at - 1 - first;
  const char32_t behind = rest < following.size() ? char_at(following, rest) : 0;
  return leading > 0 && leading <= kGroup && first > 0 && (is_han(char_at(line, before(line, first))) || line[first - 1] == ',') && (is_han(behind) || behind == '.' || behind == ',');
}

bool cents_torn(std::string_view line, std::string_view following) {
  constexpr std::size_t kCents = 2, kGroup = 3;  // figures
  const std::size_t rest = figures_at(following);
  std::size_t at = line.size();
  while (at > 0 && is_figure(line[at - 1])) --at;
  if (rest == 0 || line.size() - at + rest != kCents || at <= kGroup + 1 || line[at - 1] != '.' || line[at - 2 - kGroup] != ',') return false;
  const std::string_view group = line.substr(at - 1 - kGroup, kGroup);
  return std::all_of(group.begin(), group.end(), is_figure) && (rest == following.size() || following[rest] != '.');
}

bool range_torn(std::string_view line, std::string_view following) {
  const std::size_t joint = line.empty() ? 0 : before(line, line.size());
  const char32_t last = last_char(line);
  return joint > 0 && (is_joint(last) || last == U'～') && is_figure(line[joint - 1]) && !following.empty() && is_figure(following.front());
}

bool hour_torn(std::string_view line, std::string_view following) {
  constexpr std::size_t kMinutes = 2, kHour = 2;  // figures
  const std::size_t rest = figures_at(following);
  std::size_t at = line.size();
  while (at > 0 && is_figure(line[at - 1])) --at;
  const std::size_t minutes = line.size() - at;
  if (at == 0 || rest == 0 || minutes + rest != kMinutes || fold(char_at(line, before(line, at))) != U'：') return false;
  const std::size_t colon = before(line, at);
  std::size_t hour = colon;
  while (hour > 0 && is_figure(line[hour - 1])) --hour;
  const char tens = minutes > 0 ? line[at] : following.front();
  if (minutes == 0 && is_label(line.substr(0, hour))) return false;
  if (hour == colon || colon - hour > kHour || hour == 0 || tens > '5') return false;
  if (const char32_t left = char_at(line, before(line, hour)); !is_han(left) && !is_joint(left) && left != U'～') return false;
  return rest < following.size() && (is_han(char_at(following, rest)) || is_pause(fold(char_at(following, rest))));
}

bool labelled_torn(std::string_view line, std::string_view following, const SuffixIndex& labels, std::size_t least, std::size_t most) {
  const std::size_t rest = figures_at(following);
  std::size_t begin = line.size();
  while (begin > 0 && is_figure(line[begin - 1])) --begin;
  const std::size_t figures = line.size() - begin;
  if (figures == 0 || rest == 0 || figures >= least || figures + rest < least || figures + rest > most) return false;
  if (rest < following.size() && is_number_part(char_at(following, rest))) return false;
  std::string_view label = trim(line.substr(0, begin));
  if (fold(last_char(label)) == U'：') label = label.substr(0, before(label, label.size()));
  return labels.find(label) > 0;
}

bool code_torn(std::string_view line, std::string_view following) {
  constexpr int kLeastDigits = 4;
  const auto is_upper = [](unsigned char c) { return c >= 'A' && c <= 'Z'; };
  std::size_t begin = line.size(), end = 0;
  while (begin > 0 && (is_upper(line[begin - 1]) || is_ascii_digit(static_cast<unsigned char>(line[begin - 1])))) --begin;
  int digits = 0;
  for (; end < following.size() && (is_upper(following[end]) || is_ascii_digit(static_cast<unsigned char>(following[end]))); ++end)
    digits += is_ascii_digit(static_cast<unsigned char>(following[end]));
  const bool apart = begin == 0 || is_ascii_letter(static_cast<unsigned char>(line[begin - 1])) || line[begin - 1] == ' ';
  return begin < line.size() && !apart && digits >= kLeastDigits;
}

bool mail_torn(std::string_view line, std::string_view following) {
  const auto is_part = [](char c) { return is_ascii_letter(static_cast<unsigned char>(c)) || is_figure(c) || c == '.' || c == '_' || c == '-'; };
  if (line.empty() || following.empty() || !is_part(line.back()) || !is_part(following.front())) return false;  // most lines
  std::size_t begin = line.size(), end = 0;
  while (begin > 0 && is_part(line[begin - 1])) --begin;
  while (end < following.size() && is_part(following[end])) ++end;
  if (begin == 0 || end >= following.size() || following[end] != '@') return false;
  const char32_t mark = fold(char_at(line, before(line, begin)));
  return mark == U'：' || mark == '/' || mark == U'／';
}

bool address_torn(std::string_view line, std::string_view following, const SuffixIndex& domains) {
  constexpr std::size_t kLongestRest = 16, kLongestPath = 80;  // bytes; of one that says how it is reached
  constexpr std::string_view kMarks = ".-_@/:", kScheme = "://", kBehind = ",;()";
  const auto is_part = [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_ascii_letter(byte) || is_ascii_digit(byte) || kMarks.find(c) != std::string_view::npos;
  };
  std::size_t begin = line.size(), end = 0;
  while (begin > 0 && is_part(line[begin - 1])) --begin;
  const std::string_view address = line.substr(begin);
  if (address.size() < 2 || (address.find('@', 1) == std::string_view::npos && !address.starts_with("www.") && address.find(kScheme) == std::string_view::npos)) return false;
  while (end < following.size() && is_part(following[end])) ++end;
  const bool is_rest = end > 0 && end <= (address.find(kScheme) == std::string_view::npos ? kLongestRest : kLongestPath) && is_ascii_letter(static_cast<unsigned char>(following.front())) && following.substr(0, end).find('@') == std::string_view::npos;
  return is_rest && (end == following.size() || static_cast<unsigned char>(following[end]) >= 0x80 || kBehind.find(following[end]) != std::string_view::npos) && domains.find(address) == 0;
}

bool date_torn(std::string_view line, std::string_view following) {
  constexpr std::size_t kLongest = 36;  // bytes of a date in Han
  if (!is_date_part(last_char(line)) || following.size() > kLongest || !is_date_part(first_char(following))) return false;
  std::size_t begin = line.size();
  while (begin > 0 && line.size() - begin < kLongest && is_date_part(char_at(line, before(line, begin)))) begin = before(line, begin);
  const std::string whole = std::string(line.substr(begin)) + std::string(following);
  const auto date = parse_date(whole), rest = parse_date(following);
  return date && date->end == whole.size() && date->date.year && !(rest && rest->end == following.size() && parse_date(line, begin));
}

bool year_torn(std::string_view line, std::string_view following) {
  constexpr std::size_t kYear = 4, kLongest = 24;  // figures; bytes of a date
  const auto is_part = [](char32_t c) { return is_ascii_digit(c) || c == U'年' || c == U'月'; };
  std::size_t begin = line.size();
  while (begin > 0 && line.size() - begin < kLongest && is_part(char_at(line, before(line, begin)))) begin = before(line, begin);
  const std::string_view part = line.substr(begin);
  std::size_t year = 0;
  while (year < part.size() && is_ascii_digit(static_cast<unsigned char>(part[year]))) ++year;
  if (year != kYear || following.empty() || (part.size() == kYear && is_ascii_digit(static_cast<unsigned char>(following.front())))) return false;
  const std::string whole = std::string(part) + std::string(following);
  const auto date = parse_date(whole);
  if (!date || !date->date.year || !date->date.month || date->end <= part.size()) return false;
  return part.size() == kYear || (date->date.day && std::string_view(whole).substr(0, date->end).ends_with("日"));
}

bool bracket_torn(std::string_view before_end, std::string_view behind_end) {
  int depth = 1;
  const std::size_t end = std::min(behind_end.size(), kLongestRemark);
  for (std::size_t at = 0; (at = skip_han(behind_end, at, end)) < end;) {
    const char32_t c = fold(next_char(behind_end, at));
    if (is_stop(c)) return false;
    if ((depth += bracket(c)) == 0) return leaves_bracket_open(before_end);
  }
  return false;
}

bool quotation_torn(std::string_view line, std::string_view following, char32_t opens, char32_t closes) {
  int open = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_char(line, at);
    open += c == opens ? 1 : c == closes ? -1 : 0;
  }
  if (open != 1) return false;
  for (std::size_t at = 0; at < following.size();) {
    const char32_t c = next_char(following, at);
    if (c == opens || c == closes) return c == closes;
  }
  return false;
}

bool phone_torn(std::string_view line, std::string_view following) {
  if (line.empty() || following.empty() || !(is_ascii_digit(last_char(line)) || is_joint(last_char(line))) || !is_number_part(first_char(following))) return false;
  const Number number = number_behind(line), rest = number_ahead(following);
  const std::size_t begin = line.size() - number.bytes, end = rest.bytes;
  const bool counts = end < following.size() && (is_han(char_at(following, end)) || following[end] == '.' || following[end] == '%') && begin > 0 && is_space(char_at(line, before(line, begin)));
  if (counts) return false;  // 20%　16920⏎300000元: two cells
  return !is_phone(number.text) && is_phone(number.text + rest.text);
}

bool figures_torn(std::string_view line, std::string_view following) {
  const char32_t last = last_char(line);
  if (last != '.' && last != ',' && last != U'～' && fold(last) != U'：' && !is_joint(last) && !is_date_part(last)) return false;  // most lines
  return thousands_torn(line, following) || cents_torn(line, following) || hour_torn(line, following) || range_torn(line, following) || tail_of_figure_torn(line, following) || phone_torn(line, following) || number_torn(line, following) || decimal_torn(line, following) || date_torn(line, following) || year_torn(line, following);
}

}  // namespace jianbao
