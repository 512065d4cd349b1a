#include "fields/identifiers.h"

#include <algorithm>
#include <array>

#include "fields/dates.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::string_view kCreditCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t kNone = std::string_view::npos;
constexpr int kLongestNumber = 48;  // characters of one printed number
constexpr int kLongestWord = 4;     // of Han between two groups of digits (12号楼第3…)

std::size_t run_of_digits(std::string_view text, std::size_t at, int most) {
  for (int n = 0; n < most && at < text.size() && is_digit(char_at(text, at)); ++n) next_char(text, at);
  return at;
}

bool takes(std::string_view text, std::size_t& at, std::u32string_view set) {
  if (at >= text.size() || set.find(char_at(text, at)) == std::u32string_view::npos) return false;
  next_char(text, at);
  return true;
}

constexpr std::u32string_view kOpen = kNumberBrackets, kClose = U"）)〕］]】〉";

bool is_number_mark(char32_t c) {
  return std::u32string_view(U"-—－–/／.．·№#_*＊×＃~～ºº").find(c) != std::u32string_view::npos;
}

/// 2019|年平贷字第0037号: the year, and a few Han before the words for a serial number with its digits. `at`: behind the digits.
bool leads_to_serial(std::string_view text, std::size_t at) {
  constexpr int kMost = 8;
  if (char_at(text, at) != U'年') return false;
  char32_t last = 0;
  for (int n = 0; n < kMost && is_han(char_at(text, at)); ++n) {
    const char32_t c = next_char(text, at);
    if (last == U'字' && c == U'第') return is_digit(char_at(text, at));
    last = c;
  }
  return false;
}

}  // namespace

char digit_read_as(char32_t c) {
  switch (c) {
    case U'O': case U'o': case U'О': case U'о': return '0';
    case U'l': case U'I': return '1';
    case U'З': case U'з': return '3';
    default: return 0;
  }
}

std::optional<std::size_t> mobile_prefix(std::string_view digits) {
  constexpr std::size_t kMobile = 11;
  if (digits.size() < kMobile) return {};
  const std::size_t prefix = digits.size() - kMobile;
  if (digits[prefix] != '1' || digits[prefix + 1] < '3') return {};
  for (const std::string_view known : {"", "0", "86", "0086"})
    if (digits.substr(0, prefix) == known) return prefix;
  return {};
}

std::string to_ascii(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    append_char(out, is_digit(c) || is_letter(c) ? fold(c) : c);
  }
  return out;
}

bool is_credit_code_shape(std::string_view text) {
  return text.size() == 18 && std::all_of(text.begin(), text.end(), [](char c) { return kCreditCharacters.find(c) != kNone; });
}

bool credit_code_checks(std::string_view text) {
  static constexpr std::array<std::size_t, 17> kWeights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
  if (!is_credit_code_shape(text)) return false;
  std::size_t sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += kCreditCharacters.find(text[i]) * kWeights[i];
  return kCreditCharacters[(31 - sum % 31) % 31] == text[17];
}

bool is_identity_number_shape(std::string_view text) {
  if (text.size() != 18 || text[0] == '0') return false;
  for (std::size_t i = 0; i < 17; ++i)
    if (!is_ascii_digit(static_cast<unsigned char>(text[i]))) return false;
  if (text[17] != 'X' && text[17] != 'x' && !is_ascii_digit(static_cast<unsigned char>(text[17]))) return false;
  const std::string date = std::string(text.substr(6, 4)) + '-' + std::string(text.substr(10, 2)) + '-' + std::string(text.substr(12, 2));
  return read_iso(date).has_value();
}

bool identity_number_checks(std::string_view text) {
  static constexpr std::array<int, 17> kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  if (!is_identity_number_shape(text)) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += (text[i] - '0') * kWeights[i];
  return std::string_view("10X98765432")[static_cast<std::size_t>(sum % 11)] == (text[17] == 'x' ? 'X' : text[17]);
}

std::optional<Span> case_number_at(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  if (!takes(text, at, kOpen)) return {};
  const std::size_t year = run_of_digits(text, at, 4);
  if (year == at) return {};
  at = year;
  if (!takes(text, at, kClose)) return {};
  at = skip_spaces(text, at);
  // court and kind in Han and digits, then the serial number and 号
  int han = 0, n = 0;
  std::size_t digits = 0;
  for (char32_t last = 0; n < 24 && at < text.size(); ++n) {
    const char32_t c = next_char(text, at);
    if (c == U'号') break;
    if (last == U'权' && c == U'第') return {};  // （2018）云溪区不动产权第…: a title deed
    const bool joined = (c == '-' || c == U'－') && is_digit(last) && is_digit(char_at(text, at));  // 第2－5号, as numbers were before 2016
    last = c;
    if (joined) continue;
    if (is_han(c)) ++han;
    digits = is_digit(c) ? digits + 1 : 0;
    if (!is_han(c) && !is_digit(c) && !is_space(c)) return {};
  }
  if (n == 24 || han < 2 || digits == 0 || !text.substr(0, at).ends_with("号")) return {};
  const std::string_view mark = "之";
  if (text.substr(at).starts_with(mark)) {
    std::size_t next = at + mark.size();
    int numerals = 0;
    while (next < text.size() && std::u32string_view(U"一二三四五六七八九十").find(char_at(text, next)) != std::u32string_view::npos)
      next_char(text, next), ++numerals;
    if (numerals) at = next;
  }
  return Span{begin, at};
}

std::optional<Span> find_case_number(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    const std::size_t begin = at;
    if (kOpen.find(next_char(text, at)) == std::u32string_view::npos) continue;
    if (auto found = case_number_at(text, begin)) return found;
  }
  return {};
}

std::size_t document_number_end(std::string_view text, std::size_t at) {
  std::size_t end = kNone;
  bool digits = false;
  int han = 0;  // since the last digit
  for (int n = 0; n < kLongestNumber && at < text.size(); ++n) {
    const std::size_t place = at;
    const char32_t c = next_char(text, at);
    if (is_digit(c) || is_letter(c)) {
      han = 0;
      digits |= is_digit(c) || c == 'X' || c == 'x';
      end = at;
    } else if (kOpen.find(c) != std::u32string_view::npos) {  // a year, or a short word, in brackets
      std::size_t close = at;
      int inner = 0;
      while (close < text.size() && inner < 8 && (is_digit(char_at(text, close)) || is_han(char_at(text, close)) || is_letter(char_at(text, close))))
        next_char(text, close), ++inner;
      if (inner == 0 || !takes(text, close, kClose)) break;
      if (digits && is_han(char_at(text, at)) && end != kNone) break;  // behind the number: a remark
      at = close;
    } else if (is_han(c) || c == U'“' || c == U'”') {
      if (c == U'号' && digits && !is_digit(char_at(text, at))) return at;
      if (digits && ++han > kLongestWord && !leads_to_serial(text, end)) break;
    } else if (is_space(c)) {
      const char32_t next = char_at(text, at);
      const bool behind_series = !digits && place > 0 && kClose.find(char_at(text, before(text, place))) != std::u32string_view::npos;
      const bool before_year = !digits && han == 0 && kOpen.find(next) != std::u32string_view::npos && is_digit(char_at(text, at + (next < 0x80 ? 1 : 3)));  // 财通字 (2021)
      if (before_year) continue;
      if (behind_series ? !is_letter(next) && next != U'№' : !is_digit(next) || end != place) break;  // 财通字（2021） №0366, 30300051 23456789
    } else if (!is_number_mark(c)) {
      break;
    }
  }
  return digits ? end : kNone;
}

std::vector<Span> find_identity_numbers(std::string_view text) {
  std::vector<Span> found;
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t begin = at;
    if (!is_digit(next_char(text, at))) continue;
    std::size_t end = run_of_digits(text, begin, 40);
    const char32_t last = char_at(text, end);
    if (fold(last) == 'X' || fold(last) == 'x') next_char(text, end);
    if (is_identity_number_shape(to_ascii(text.substr(begin, end - begin)))) found.push_back({begin, end});
    at = end;
  }
  return found;
}

}  // namespace jianbao
