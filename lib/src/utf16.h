// UTF-16, in which ICU takes and gives text.
#pragma once

#include <string>
#include <string_view>

#include "utf8.h"

namespace jianbao {

inline std::u16string utf16_of(std::string_view text) {
  std::u16string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    if (c >= 0x10000) out += static_cast<char16_t>(0xD7C0 + (c >> 10));
    out += static_cast<char16_t>(c < 0x10000 ? c : 0xDC00 + (c & 0x3FF));
  }
  return out;
}

/// A surrogate that stands alone becomes U+FFFD.
inline void append_utf16(std::string& out, std::u16string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size()) c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00u);
    append_char(out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
  }
}

}  // namespace jianbao
