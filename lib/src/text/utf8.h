// Reading and writing UTF-8 that is known to be valid. Every Page is; decode() and read_json() see to it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jianbao {

/// The code point at `at`, which must be inside `text` and on a boundary; moves `at` behind it.
[[gnu::always_inline]] constexpr char32_t next_char(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if ((first & 0xF0) == 0xE0) {  // nearly all of a page; what marks the three bytes goes in one subtraction
    constexpr char32_t kMarks = (0xE0 << 12) + (0x80 << 6) + 0x80;
    at += 3;
    return (char32_t{first} << 12) + (char32_t{byte(at - 2)} << 6) + byte(at - 1) - kMarks;
  }
  if (first < 0x80) return ++at, first;
  if (first < 0xE0) return at += 2, (first & 0x1Fu) << 6 | (byte(at - 1) & 0x3Fu);
  return at += 4, (first & 0x07u) << 18 | (byte(at - 3) & 0x3Fu) << 12 | (byte(at - 2) & 0x3Fu) << 6 | (byte(at - 1) & 0x3Fu);
}

/// The code point that begins at `at`, or 0 at the end.
inline char32_t char_at(std::string_view text, std::size_t at) { return at < text.size() ? next_char(text, at) : 0; }

/// Whether `lead` begins one of U+4000 to U+9FFF: Han, nearly all of a page, and always three bytes.
constexpr bool is_han_lead(char lead) { return static_cast<unsigned char>(lead - '\xE4') <= 0xE9 - 0xE4; }

/// Where the run of such characters ends that begins at `at`.
inline std::size_t skip_han(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && is_han_lead(text[at])) at += 3;
  return at;
}

/// Where the run of such characters begins that ends at `at`.
inline std::size_t skip_han_back(std::string_view text, std::size_t at, std::size_t least = 0) {
  while (at >= least + 3 && is_han_lead(text[at - 3])) at -= 3;
  return at;
}

/// Where the code point before `at` begins; `at` must not be 0.
inline std::size_t before(std::string_view text, std::size_t at) {
  if (at >= 3 && (static_cast<unsigned char>(text[at - 3]) & 0xF0) == 0xE0) return at - 3;  // nearly always
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

inline char32_t first_char(std::string_view text) { return char_at(text, 0); }
inline char32_t last_char(std::string_view text) { return text.empty() ? 0 : char_at(text, before(text, text.size())); }

/// Number of code points. Counted in single bytes, of which a processor adds sixteen at once.
inline std::size_t count_chars(std::string_view text) {
  constexpr std::size_t kMost = 255;  // that a byte can count
  std::size_t all = 0;
  for (std::size_t at = 0; at < text.size(); at += kMost) {
    unsigned char n = 0;
    for (const char c : text.substr(at, kMost)) n = static_cast<unsigned char>(n + ((static_cast<unsigned char>(c) & 0xC0) != 0x80));
    all += n;
  }
  return all;
}

inline void append_char(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) return put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  if (c < 0x10000) return put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
}

}  // namespace jianbao
