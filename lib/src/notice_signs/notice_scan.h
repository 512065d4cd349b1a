// Small moves over a text that all readers of notices make: behind what may stand at a place, or to the place itself where it does not.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/chars.h"

namespace jianbao {

/// So many bytes at the most, no character cut.
inline std::string_view clip(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

inline std::string_view without_first(std::string_view text) {
  std::size_t at = 0;
  if (!text.empty()) next_char(text, at);
  return text.substr(at);
}

inline std::string_view without_last(std::string_view text) { return text.substr(0, before(text, text.size())); }

/// …如下：: leads to what stands below.
inline bool ends_in_colon(std::string_view text) { return fold(last_char(text)) == U'：'; }

/// Without the mark that ends a sentence, where one stands at the end.
inline std::string_view without_stop(std::string_view text) { return is_stop(last_char(text)) ? without_last(text) : text; }

/// Where the Han begin that end at `end`; `end` where none do.
inline std::size_t han_begin(std::string_view text, std::size_t end, std::size_t least = 0) {
  while ((end = skip_han_back(text, end, least)) > least && is_han(char_at(text, before(text, end)))) end = before(text, end);
  return end;
}

/// How many ASCII digits end at `end`.
inline std::size_t digits_before(std::string_view text, std::size_t end) {
  std::size_t digits = 0;
  while (digits < end && is_ascii_digit(static_cast<unsigned char>(text[end - digits - 1]))) ++digits;
  return digits;
}

template <class Is>
std::size_t skip_while(std::string_view text, std::size_t at, Is is) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!is(next_char(text, next))) break;
    at = next;
  }
  return at;
}

inline std::size_t skip_digits(std::string_view text, std::size_t at) { return skip_while(text, at, is_digit); }

/// Behind one colon, in either width.
inline std::size_t skip_colon(std::string_view text, std::size_t at) {
  if (fold(char_at(text, at)) == U'：') next_char(text, at);
  return at;
}

/// Behind the spaces and colons between a label and its value.
inline std::size_t skip_to_value(std::string_view text, std::size_t at) {
  return skip_while(text, at, [](char32_t c) { return is_space(c) || fold(c) == U'：'; });
}

/// Behind a remark in brackets of so many bytes at the most: 11月28日|（星期二）, 枣红马1匹|（左后腿有烙印）.
inline std::size_t skip_remark(std::string_view text, std::size_t at, std::size_t longest) {
  if (fold(char_at(text, at)) != U'（') return at;
  for (std::size_t end = at; end < text.size() && end - at < longest;)
    if (fold(next_char(text, end)) == U'）') return end;
  return at;
}

}  // namespace jianbao
