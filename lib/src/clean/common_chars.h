// The commonest characters of Chinese text.
#pragma once

#include <bitset>

#include "jianbao/rules.h"

namespace jianbao {

/// common.tsv.
class CommonChars {
 public:
  explicit CommonChars(const Rules::Tables& tables);

  /// decode() takes no Rules, so these are always the built-in ones.
  static const CommonChars& get();

  bool operator[](char32_t c) const { return c < kEnd && set_[c]; }

 private:
  static constexpr char32_t kEnd = 0x10000;
  std::bitset<kEnd> set_;
};

}  // namespace jianbao
