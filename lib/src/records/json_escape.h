// Where a string of JSON must be looked at byte by byte.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/byte_block.h"

namespace jianbao {

/// The first byte from `at` on that JSON escapes, or that ends its string; the text's size where there is none. Many bytes at a time.
inline std::size_t find_escaped(std::string_view text, std::size_t at) {
  for (; text.size() - at >= ByteBlock::kSize; at += ByteBlock::kSize) {
    const auto is_escaped = [](ByteBlock::Part bytes) { return ((bytes & signed_byte(0xE0)) == 0) | (bytes == '"') | (bytes == '\\'); };
    if (const std::uint64_t escaped = ByteBlock(text.data() + at).where(is_escaped)) return at + static_cast<std::size_t>(std::countr_zero(escaped));
  }
  const auto are_plain = [&](std::size_t begin) {
    constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x8080808080808080;
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + begin, sizeof bytes);
    const std::uint64_t quotes = bytes ^ kOnes * '"', slashes = bytes ^ kOnes * '\\';
    return (((bytes - kOnes * 0x20) | (quotes - kOnes) | (slashes - kOnes)) & ~bytes & kHighs) == 0;  // none below 0x20, none zero
  };
  constexpr std::size_t kAtOnce = sizeof(std::uint64_t);
  while (text.size() - at >= kAtOnce && are_plain(at)) at += kAtOnce;
  if (text.size() - at < kAtOnce && text.size() >= kAtOnce && are_plain(text.size() - kAtOnce)) return text.size();  // some of them a second time
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x20 && text[at] != '"' && text[at] != '\\') ++at;
  return at;
}

}  // namespace jianbao
