// Bytes of a text, many at once. All that is known of processors stands here, and in char_bits.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace jianbao {

/// 64 bytes. Which of them are what comes out as bits, the first byte's the lowest. They are read where they stand when they are asked about.
class ByteBlock {
 public:
  static constexpr std::size_t kSize = 64;

  explicit ByteBlock(const char* bytes) : bytes_(bytes) {}
  /// The last bytes of a text, fewer than kSize; what is missing counts as 0x80, which begins no character.
  ByteBlock(const char* bytes, std::size_t size) : bytes_(last_) {
    std::memset(last_, 0x80, kSize);
    std::memcpy(last_, bytes, size);
  }
  ByteBlock(const ByteBlock&) = delete;
  ByteBlock& operator=(const ByteBlock&) = delete;

  /// Bytes as numbers with a sign: ASCII is 0 and above, all others are below. What is written for one of them, with ==, <, >,
  /// & and |, is done for all.
  using Part = signed char __attribute__((vector_size(16)));

  /// A bit for each byte that `is` so: [](ByteBlock::Part bytes) { return bytes == '\n'; }
  template <class Is>
  [[gnu::always_inline]] std::uint64_t where(Is is) const {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < kParts; ++i) bits |= static_cast<std::uint64_t>(bits_of(is(part(i)))) << i * sizeof(Part);
    return bits;
  }
  /// The same as where() of the bytes of two blocks.
  template <class Are>
  [[gnu::always_inline]] std::uint64_t where(const ByteBlock& other, Are are) const {
    return any(other, are) ? bits_of_pairs(other, are) : 0;  // mostly none are
  }

 private:
  static constexpr std::size_t kParts = kSize / sizeof(Part);

  [[gnu::always_inline]] Part part(std::size_t i) const {
    Part part;
    std::memcpy(&part, bytes_ + i * sizeof part, sizeof part);
    return part;
  }

  template <class Are>
  [[gnu::always_inline]] bool any(const ByteBlock& other, Are are) const {
    Part found{};
    for (std::size_t i = 0; i < kParts; ++i) found |= are(part(i), other.part(i));
    return bits_of(found) != 0;
  }
  template <class Are>
  [[gnu::always_inline]] std::uint64_t bits_of_pairs(const ByteBlock& other, Are are) const {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < kParts; ++i) bits |= static_cast<std::uint64_t>(bits_of(are(part(i), other.part(i)))) << i * sizeof(Part);
    return bits;
  }

  /// A bit for each byte, which is all ones or zero.
  static std::uint32_t bits_of(Part bytes) {
#ifdef __SSE2__
    __m128i some;
    std::memcpy(&some, &bytes, sizeof some);
    return static_cast<std::uint32_t>(_mm_movemask_epi8(some));
#else
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < sizeof(Part); ++i) bits |= (bytes[i] & 1u) << i;
    return bits;
#endif
  }

  const char* bytes_;
  char last_[kSize];
};

/// A byte as a number with a sign.
constexpr signed char signed_byte(unsigned byte) { return static_cast<signed char>(byte); }

}  // namespace jianbao
