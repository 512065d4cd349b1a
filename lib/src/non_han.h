// Where a text has other characters than Han, found for 64 bytes at once. Han are most of a page and say nothing to passes
// that look for marks.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "utf8.h"

namespace jianbao {

/// The places where characters begin that are none of U+4000 to U+9FFF, one after the other.
class NonHan {
 public:
  NonHan(std::string_view text, std::size_t begin) : text_(text), block_(begin) { read(); }

  /// The next of them; behind the last one the text's size, over and over.
  std::size_t next() {
    while (places_ == 0) {
      if (text_.size() - block_ <= kBlock) return text_.size();
      block_ += kBlock;
      read();
    }
    const auto place = static_cast<std::size_t>(std::countr_zero(places_));
    places_ &= places_ - 1;
    return block_ + place;
  }

 private:
  static constexpr std::size_t kBlock = 64;

  void read() {
    const std::size_t left = text_.size() - block_;
    if (left >= kBlock) {
      places_ = places_of(text_.data() + block_);
    } else {
      char rest[kBlock];
      std::memset(rest, '\x80', kBlock);  // begins no character
      std::memcpy(rest, text_.data() + block_, left);
      places_ = places_of(rest);
    }
  }

  /// A bit for each byte that begins such a character.
  static std::uint64_t places_of(const char* bytes) {
    std::uint64_t places = 0;
#ifdef __SSE2__
    const auto above = [](__m128i values, int least) { return _mm_cmpgt_epi8(values, _mm_set1_epi8(static_cast<char>(least - 1))); };
    for (std::size_t i = 0; i < kBlock; i += sizeof(__m128i)) {
      const __m128i some = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
      const __m128i begins = above(some, 0xC0 - 0x100), han = _mm_andnot_si128(above(some, 0xEA - 0x100), above(some, 0xE4 - 0x100));
      // Of ASCII, which counts as above all others here, none is left as Han.
      places |= static_cast<std::uint64_t>(_mm_movemask_epi8(_mm_andnot_si128(han, begins))) << i;
    }
#else
    for (std::size_t i = 0; i < kBlock; ++i)
      places |= std::uint64_t{(static_cast<unsigned char>(bytes[i]) & 0xC0) != 0x80 && !is_han_lead(bytes[i])} << i;
#endif
    return places;
  }

  std::string_view text_;
  std::size_t block_;         // where the block begins that is at hand
  std::uint64_t places_ = 0;  // of the block, that were not given out
};

}  // namespace jianbao
