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
