// UTF-16, in which ICU takes and gives text.
#pragma once

#include <string>
#include <string_view>

#include "text/utf8.h"

namespace jianbao {

inline std::u16string utf16_of(std::string_view text) {
  std::u16string out(text.size(), u'\0');  // no character has more units than bytes
  char16_t* to = out.data();
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    if (c >= 0x10000) *to++ = static_cast<char16_t>(0xD7C0 + (c >> 10));
    *to++ = static_cast<char16_t>(c < 0x10000 ? c : 0xDC00 + (c & 0x3FF));
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  return out;
}

/// A surrogate that stands alone becomes U+FFFD.
inline void append_utf16(std::string& out, std::u16string_view text) {
  const std::size_t begin = out.size();
  out.resize(begin + 3 * text.size());
  char* to = out.data() + begin;
  const auto put = [&](char32_t byte) { *to++ = static_cast<char>(byte); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    if (c >= 0x800 && c < 0xD800) {  // nearly all
      put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    } else if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
    } else if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size()) {
      c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00u);
      put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    } else {
      if (c >= 0xD800 && c < 0xE000) c = 0xFFFD;
      put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    }
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

}  // namespace jianbao
