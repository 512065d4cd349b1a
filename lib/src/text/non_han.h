// Where a text has other characters than Han, found for 64 bytes at once. Han are most of a page and say nothing to passes
// that look for marks.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/byte_block.h"

namespace jianbao {

/// The places where characters begin that are none of U+4000 to U+9FFF, one after the other.
class NonHan {
 public:
  NonHan(std::string_view text, std::size_t begin) : text_(text), block_(begin) { read(); }

  /// Calls `take` with each of a text from a place on: for one that does not stop anywhere.
  template <class Take>
  static void each(std::string_view text, std::size_t begin, Take take) {
    for (std::size_t block = begin; block < text.size(); block += ByteBlock::kSize) {
      const std::size_t left = text.size() - block;
      const char* const bytes = text.data() + block;
      for (std::uint64_t places = left >= ByteBlock::kSize ? places_of(ByteBlock(bytes)) : places_of(ByteBlock(bytes, left)); places != 0; places &= places - 1)
        take(block + static_cast<std::size_t>(std::countr_zero(places)));
    }
  }

  /// The next of them; behind the last one the text's size, over and over.
  std::size_t next() {
    while (places_ == 0) {
      if (text_.size() - block_ <= ByteBlock::kSize) return text_.size();
      block_ += ByteBlock::kSize;
      read();
    }
    const auto place = static_cast<std::size_t>(std::countr_zero(places_));
    places_ &= places_ - 1;
    return block_ + place;
  }

 private:
  void read() {
    const std::size_t left = text_.size() - block_;
    const char* const bytes = text_.data() + block_;
    places_ = left >= ByteBlock::kSize ? places_of(ByteBlock(bytes)) : places_of(ByteBlock(bytes, left));
  }

  /// A bit for each byte that begins such a character. Of the others those inside of a character are less than all three bounds, and those that begin
  /// Han less than the last one.
  [[gnu::always_inline]] static std::uint64_t places_of(const ByteBlock& block) {
    return ~block.where([](ByteBlock::Part bytes) { return (bytes < signed_byte(0xC0)) ^ (bytes < signed_byte(0xE4)) ^ (bytes < signed_byte(0xEA)); });
  }

  std::string_view text_;
  std::size_t block_;         // where the block begins that is at hand
  std::uint64_t places_ = 0;  // of the block, that were not given out
};

}  // namespace jianbao
