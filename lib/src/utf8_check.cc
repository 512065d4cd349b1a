#include "utf8_check.h"

#include <cstdint>
#include <cstring>

#include "utf8.h"

namespace jianbao {
namespace {

/// Two Han at once, as nearly all of a page stands: six bytes of which the first of each three is a lead that any trail may follow.
bool is_pair_of_han(const char* bytes) {
  return is_han_lead(bytes[0]) && is_han_lead(bytes[3]) && (bytes[1] & bytes[2] & bytes[4] & bytes[5] & 0x80) != 0 &&
         ((bytes[1] | bytes[2] | bytes[4] | bytes[5]) & 0x40) == 0;
}

/// Eight characters of ASCII at once.
bool is_ascii_word(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080) == 0;
}

}  // namespace

std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u; };
  const auto trail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || !trail(1)) return 0;
  if (first < 0xE0) return 2;
  if ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F) || !trail(2)) return 0;
  if (first < 0xF0) return 3;
  if ((first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F) || !trail(3)) return 0;
  return 4;
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes.size() - at >= 8) {
      if (is_pair_of_han(bytes.data() + at)) {
        at += 6;
        continue;
      }
      if (is_ascii_word(bytes.data() + at)) {
        at += 8;
        continue;
      }
    }
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

}  // namespace jianbao
