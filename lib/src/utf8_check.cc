#include "utf8_check.h"

#include <algorithm>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace jianbao {
namespace {

constexpr std::size_t kBlock = 64;

#ifdef __SSE2__
/// The bytes of a block, a bit for each.
struct Bits {
  std::uint64_t trails = 0;  ///< 0x80 to 0xBF
  std::uint64_t leads = 0;   ///< of three bytes that any two trails may follow: nearly all that is no ASCII
  std::uint64_t others = 0;  ///< that lead anything else, or nothing

  explicit Bits(const char* bytes) {
    const auto above = [](__m128i values, int least) { return _mm_cmpgt_epi8(values, _mm_set1_epi8(static_cast<char>(least - 1))); };
    for (std::size_t i = 0; i < kBlock; i += sizeof(__m128i)) {
      const auto put = [&](std::uint64_t& bits, __m128i mask) { bits |= static_cast<std::uint64_t>(_mm_movemask_epi8(mask)) << i; };
      const __m128i some = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
      const __m128i begins = above(some, 0xC0 - 0x100);  // ASCII counts as above all others
      const __m128i special = _mm_or_si128(_mm_cmpeq_epi8(some, _mm_set1_epi8(static_cast<char>(0xED))), above(some, 0xF0 - 0x100));
      const __m128i three = _mm_andnot_si128(special, above(some, 0xE1 - 0x100));
      put(trails, _mm_andnot_si128(begins, _mm_set1_epi8(-1)));
      put(leads, three);
      put(others, _mm_and_si128(some, _mm_andnot_si128(three, begins)));
    }
  }
};
#endif

/// From `at`, where a character begins, as long as blocks hold ASCII and common characters of three bytes: behind that a character begins.
std::size_t skip_common(std::string_view bytes, std::size_t at) {
#ifdef __SSE2__
  std::uint64_t owed = 0;  // trails at the beginning of the block
  for (; bytes.size() - at >= kBlock; at += kBlock) {
    const Bits bits(bytes.data() + at);
    if (bits.others != 0 || bits.trails != (bits.leads << 1 | bits.leads << 2 | owed)) break;
    owed = (bits.leads >> 63) * 3 | (bits.leads >> 62 & 1);
  }
  return at - (owed == 3 ? 1 : owed == 1 ? 2 : 0);
#else
  (void)bytes;
  return at;
#endif
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
  for (std::size_t at = 0; (at = skip_common(bytes, at)) < bytes.size();)
    for (const std::size_t end = std::min(at + kBlock, bytes.size()); at < end;) {
      const std::size_t length = sequence_length(bytes, at);
      if (length == 0) return false;
      at += length;
    }
  return true;
}

}  // namespace jianbao
