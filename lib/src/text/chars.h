// Classes of characters, as Chinese newspaper text uses them.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/script.h"
#include "text/utf8.h"

namespace jianbao {

/// A Han character, 〇 included.
constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007 || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF);
}

constexpr bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_digit(char32_t c) { return is_ascii_digit(c) || (c >= 0xFF10 && c <= 0xFF19); }
constexpr bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_letter(char32_t c) {
  return is_ascii_letter(c) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

/// A space inside a line: ASCII space, tab, no-break and wide spaces. Not a line end.
constexpr bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
}

/// All of them.
inline constexpr std::u32string_view kSpaces = U" \t\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";

/// ASCII, with the full-width form of each mark that a writer may put half or full width.
inline constexpr std::array<char32_t, 128> kFullWidth = [] {
  std::array<char32_t, 128> folded{};
  for (char32_t i = 0; i < folded.size(); ++i) folded[i] = i;
  constexpr std::string_view half = ",;:?!()[]~";
  constexpr std::u32string_view full = U"，；：？！（）［］～";
  for (std::size_t i = 0; i < half.size(); ++i) folded[static_cast<unsigned char>(half[i])] = full[i];
  return folded;
}();

/// One representative for both widths of a character and for both scripts, so that rules need be written once: marks fold
/// to full width, digits and letters to ASCII, traditional characters to simplified ones. Every other character stands for
/// itself.
constexpr char32_t fold(char32_t c) {
  if (c < kFullWidth.size()) return kFullWidth[c];
  if (c >= SimplifiedForms::kFirst && c <= SimplifiedForms::kLast) return kSimplifiedForms[c];
  if (c < 0xFF10 || c > 0xFF5A) return c;
  const bool alphanumeric = c <= 0xFF19 || (c >= 0xFF21 && c <= 0xFF3A) || c >= 0xFF41;
  return alphanumeric ? c - 0xFEE0 : c;
}

/// Whether the text goes on at `at` with a word, in either width and script: where the word ends there, or npos.
inline std::size_t word_end(std::string_view text, std::size_t at, std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    if (at >= text.size()) return std::string_view::npos;
    const char32_t c = next_char(text, at), wanted = next_char(word, i);
    if (c != wanted && fold(c) != fold(wanted)) return std::string_view::npos;
  }
  return at;
}

/// Ends a sentence.
constexpr bool is_stop(char32_t c) {
  return c == U'。' || c == U'！' || c == U'？' || c == '!' || c == '?' || c == U'…';
}

/// Parts the phrases of a sentence.
constexpr bool is_pause(char32_t c) { return c == U'，' || c == U'、' || c == U'；'; }

/// ① to ⑳
constexpr bool is_circled_digit(char32_t c) { return c >= U'①' && c <= U'⑳'; }

/// Opens or closes a pair of brackets or quotes.
constexpr bool is_opening(char32_t c) {
  switch (c) {
    case U'(': case U'[': case U'（': case U'［': case U'《': case U'〈': case U'【': case U'〔': case U'「': case U'『': case U'“': case U'‘': return true;
    default: return false;
  }
}
constexpr bool is_closing(char32_t c) {
  switch (c) {
    case U')': case U']': case U'）': case U'］': case U'》': case U'〉': case U'】': case U'〕': case U'」': case U'』': case U'”': case U'’': return true;
    default: return false;
  }
}

/// “慢一点不要紧”: what somebody says, from end to end.
inline bool is_quotation(std::string_view text) {
  constexpr std::string_view kClose = "”";
  return text.starts_with("“") && text.find(kClose) == text.size() - kClose.size();
}

/// Whether an ASCII digit stands in a text.
inline bool has_digits(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); });
}

inline bool all_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!is_han(next_char(text, at))) return false;
  return true;
}

/// The text in simplified script: every character at its place, marks in their width.
inline std::string simplified(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    append_char(out, is_han(c) ? fold(c) : c);
  }
  return out;
}

/// False: no space begins with such a byte.
constexpr bool may_begin_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\xC2' || byte == '\xE2' || byte == '\xE3'; }

/// Where the spaces at `at` end.
inline std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && may_begin_space(text[at])) {
    std::size_t next = at;
    if (!is_space(next_char(text, next))) break;
    at = next;
  }
  return at;
}

/// Where the last round bracket opens, in either width; npos where none does.
inline std::size_t last_bracket(std::string_view text) {
  const std::size_t full = text.rfind("（"), half = text.rfind('(');
  if (full == std::string_view::npos || half == std::string_view::npos) return std::min(full, half);
  return std::max(full, half);
}

/// The text without any space.
inline std::string drop_spaces(std::string_view text) {
  std::string out;
  std::size_t kept = 0;  // up to here the text is in `out`
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t begin = at;
    if (!is_space(next_char(text, at))) continue;
    out.append(text, kept, begin - kept);
    kept = at;
  }
  return out.append(text, kept);
}

/// Without the spaces at both ends. Most texts have none, and are not read for it.
inline std::string_view trim(std::string_view text) {
  std::size_t begin = 0, end = text.size();
  while (begin < end && may_begin_space(text[begin])) {
    std::size_t next = begin;
    if (!is_space(next_char(text, next))) break;
    begin = next;
  }
  while (end > begin) {
    if (end - begin >= 3 && is_han_lead(text[end - 3])) break;
    const std::size_t last = before(text, end);
    if (!may_begin_space(text[last]) || !is_space(char_at(text, last))) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

}  // namespace jianbao
