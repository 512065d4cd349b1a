// Many bytes at once, as one at a time.
#include <string>
#include <vector>

#include "catch.h"
#include "text/byte_block.h"
#include "text/char_bits.h"
#include "text/non_han.h"
#include "text/utf8.h"

using namespace jianbao;

TEST_CASE("A block tells which of its bytes are what") {
  std::string bytes;
  for (unsigned i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  for (std::size_t begin = 0; begin < bytes.size(); begin += ByteBlock::kSize) {
    const ByteBlock block(bytes.data() + begin);
    const std::uint64_t trails = block.where([](ByteBlock::Part part) { return part < signed_byte(0xC0); });
    for (std::size_t i = 0; i < ByteBlock::kSize; ++i) CHECK((trails >> i & 1) == (begin + i >= 0x80 && begin + i < 0xC0));
  }
  CHECK(ByteBlock(bytes.data(), 3).where([](ByteBlock::Part part) { return part > signed_byte(0xFF); }) == 7);
}

TEST_CASE("All characters but Han are found, wherever blocks end") {
  const std::string text = "第1条 本市行政区域内，“住宅小区”電動自行車的停放é、充電𠮷〇㐀適用本條例。\n" + std::string(70, '-') + "完";
  for (std::size_t shift = 0; shift < ByteBlock::kSize; ++shift) {
    const std::string moved = std::string(shift, 'x') + text;
    std::vector<std::size_t> expected, found;
    for (std::size_t at = 0; at < moved.size();) {
      const std::size_t begin = at;
      next_char(moved, at);
      if (!is_han_lead(moved[begin])) expected.push_back(begin);
    }
    NonHan places(moved, 0);
    for (std::size_t at; (at = places.next()) < moved.size();) found.push_back(at);
    CHECK(found == expected);
  }
}

TEST_CASE("Characters of a set are found, however many are looked up at once") {
  const std::string text = "第1条 本市行政区域内，“住宅小区”電動自行車的停放é、充電𠮷〇㐀適用本條例。\n市市市市市市市市市O" + std::string(40, 'a') + "完市";
  CharBits set;
  for (const char32_t c : U"市電，éa𠮷O〇") if (c < CharBits::kEnd) set.insert(c);
  const auto is_in = [](char32_t c) { return c == U'市' || c == U'電' || c == U'，' || c == U'é' || c == U'a' || c == U'O' || c == U'〇'; };
  for (std::size_t shift = 0; shift < 40; ++shift) {
    const std::string moved = std::string(shift, 'x') + text;
    for (std::size_t end = 0, next = 0; end < moved.size(); end = next) {
      next = end;
      next_char(moved, next);
      std::vector<std::size_t> expected, found;
      for (std::size_t at = 0; at < next;) {
        const std::size_t begin = at;
        if (is_in(next_char(moved, at))) expected.push_back(begin);
      }
      CharBits::Places places;
      for (std::size_t at = 0; at < next;) found.insert(found.end(), places.data(), set.find(moved, at, next, places));
      CHECK(found == expected);
    }
  }
}
