// Patterns as the build keeps them: numbers of eight bytes. A pattern is the sizes of its parts, its source first, then the parts, each
// from the beginning of a number on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "../src/pattern_code.h"

namespace jianbao {

struct PatternStore {
  std::span<const std::uint64_t> numbers;
  std::span<const std::uint32_t> slots;  ///< by hash, open addressing: where a pattern begins, counted from 1; their count is a power of two
};

extern const PatternStore kPatternStore;

/// The numbers that so many bytes take.
constexpr std::size_t numbers_of(std::size_t bytes) { return (bytes + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t); }

inline constexpr std::size_t kPatternParts = 10;  ///< the source, and those of PatternParts

}  // namespace jianbao
