#include "text/char_bits.h"

#include <algorithm>
#include <bit>

#include "text/utf8.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define JIANBAO_AVX2
#include <immintrin.h>
#endif

namespace jianbao {
namespace {

/// Puts down the place of the character at `at` if its bit is set. Every place is written, and stays where it is one of them: no processor
/// could guess which are.
[[gnu::always_inline]] inline void look(const std::uint64_t* words, std::string_view text, std::size_t& at, std::size_t*& places) {
  *places = at;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t first = byte(at);
  if ((first & 0xF0) == 0xE0) {  // the first two bytes tell the word, the third one tells the bit
    constexpr std::size_t kMarks = (0xE0 << 6) + 0x80;
    places += words[(first << 6) + byte(at + 1) - kMarks] >> byte(at + 2) % 64 & 1;
    at += 3;
  } else {
    const char32_t c = next_char(text, at);
    places += c < CharBits::kEnd && (words[c / 64] >> c % 64 & 1);
  }
}

std::size_t* find_each(const std::uint64_t* words, std::string_view text, std::size_t& at, std::size_t end, std::size_t* places) {
  while (at < end) look(words, text, at, places);
  return places;
}

#ifdef JIANBAO_AVX2

/// The same, eight characters of three bytes at a time.
[[gnu::target("avx2")]] std::size_t* find_eight(const std::uint64_t* words, std::string_view text, std::size_t& at, std::size_t end, std::size_t* places) {
  constexpr std::size_t kBytes = 3, kRead = 28;
  constexpr unsigned kEight = 8;
  const __m256i unpack = _mm256_broadcastsi128_si256(_mm_setr_epi8(2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1));  // last byte first
  const __m256i lead_bits = _mm256_set1_epi32(0xF00000), lead = _mm256_set1_epi32(0xE00000), code_bits = _mm256_set1_epi32(0x0F3F3F);
  const __m256i of_bytes = _mm256_set1_epi32(0x00014001), of_pairs = _mm256_set1_epi32(0x10000001), bit = _mm256_set1_epi32(31);
  while (at < end) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
      *places = at++;
      places += words[first / 64] >> first % 64 & 1;
      continue;
    }
    if (first < 0xE0 || text.size() - at < kRead) {
      look(words, text, at, places);
      continue;
    }
    const auto* const bytes = reinterpret_cast<const __m128i*>(text.data() + at);
    const auto* const behind = reinterpret_cast<const __m128i*>(text.data() + at + kEight / 2 * kBytes);
    const __m256i characters = _mm256_shuffle_epi8(_mm256_inserti128_si256(_mm256_castsi128_si256(_mm_loadu_si128(bytes)), _mm_loadu_si128(behind), 1), unpack);
    const int of_three = _mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpeq_epi32(_mm256_and_si256(characters, lead_bits), lead)));
    auto count = static_cast<unsigned>(std::countr_one(static_cast<unsigned>(of_three)));  // of eight at most: the other bits are 0
    if (end - at < kEight * kBytes) count = std::min(count, static_cast<unsigned>((end - at + kBytes - 1) / kBytes));
    if (count == 0) {
      look(words, text, at, places);
      continue;
    }
    const __m256i codes = _mm256_madd_epi16(_mm256_maddubs_epi16(_mm256_and_si256(characters, code_bits), of_bytes), of_pairs);
    const __m256i found = _mm256_i32gather_epi32(reinterpret_cast<const int*>(words), _mm256_srli_epi32(codes, 5), 4);
    const __m256i to_top = _mm256_sllv_epi32(found, _mm256_andnot_si256(codes, bit));
    auto set = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(to_top))) & ((1u << count) - 1);
    for (; set != 0; set &= set - 1) *places++ = at + kBytes * static_cast<unsigned>(std::countr_zero(set));
    at += kBytes * count;
  }
  return places;
}

#endif

using Find = std::size_t* (*)(const std::uint64_t*, std::string_view, std::size_t&, std::size_t, std::size_t*);

Find choose() {
#ifdef JIANBAO_AVX2
  if (__builtin_cpu_supports("avx2")) return find_eight;
#endif
  return find_each;
}

}  // namespace

std::size_t* CharBits::find(std::string_view text, std::size_t& at, std::size_t end, Places& places) const {
  static const Find chosen = choose();
  return chosen(words_.data(), text, at, std::min(end, at + kMost), places.data());
}

}  // namespace jianbao
