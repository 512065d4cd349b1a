#include "text/utf8_check.h"

#include <algorithm>
#include <cstdint>

#include "text/byte_block.h"

namespace jianbao {
namespace {

/// From `at`, where a character begins, as long as blocks hold ASCII and common characters of three bytes: behind that a character begins.
std::size_t skip_common(std::string_view bytes, std::size_t at) {
  using Part = ByteBlock::Part;
  const auto is_no_ascii = [](Part part) { return part < signed_byte(0); };
  const auto is_trail = [](Part part) { return part < signed_byte(0xC0); };
  // Leads of three bytes that any two trails may follow: nearly all that is no ASCII.
  const auto is_lead = [](Part part) { return (part > signed_byte(0xE0)) & (part < signed_byte(0xF0)) & (part != signed_byte(0xED)); };
  std::uint64_t owed = 0;  // trails at the beginning of the block
  for (; bytes.size() - at >= ByteBlock::kSize; at += ByteBlock::kSize) {
    const ByteBlock block(bytes.data() + at);
    const std::uint64_t trails = block.where(is_trail), leads = block.where(is_lead);
    if (trails != (leads << 1 | leads << 2 | owed) || block.where(is_no_ascii) != (trails | leads)) break;
    owed = (leads >> 63) * 3 | (leads >> 62 & 1);
  }
  return at - (owed == 3 ? 1 : owed == 1 ? 2 : 0);
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

std::size_t end_of_valid(std::string_view bytes, std::size_t at) {
  while ((at = skip_common(bytes, at)) < bytes.size())
    for (const std::size_t end = std::min(at + ByteBlock::kSize, bytes.size()); at < end;) {
      const std::size_t length = sequence_length(bytes, at);
      if (length == 0) return at;
      at += length;
    }
  return at;
}

}  // namespace jianbao
