// Sets of characters by number, for tables of thousands of them. Most are one character or all, which take no memory; of equal ones one is kept.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/char_signature.h"

namespace jianbao {

class CharSets {
 public:
  /// The place in signatures of a set's only character, kAll, or else which of those with several it is, counted from CharSignature::kBits on.
  using Number = std::uint16_t;
  static constexpr Number kAll = static_cast<Number>(-1);

  /// The number of such a set; kAll where there are too many.
  Number add(const CharSignature& set) {
    if (const auto only = set.only()) return *only;
    if (set == CharSignature::all()) return kAll;
    const auto known = std::find(several_.begin(), several_.end(), set);
    const std::size_t number = CharSignature::kBits + static_cast<std::size_t>(known - several_.begin());
    if (number >= kAll) return kAll;
    if (known == several_.end()) several_.push_back(set);
    return static_cast<Number>(number);
  }

  CharSignature operator[](Number number) const {
    if (number < CharSignature::kBits) return CharSignature::of(static_cast<CharSignature::Bit>(number));
    return number == kAll ? CharSignature::all() : several_[number - CharSignature::kBits];
  }

  /// The same as operator[](number).may_have(bit).
  bool may_have(Number number, CharSignature::Bit bit) const {
    if (number < CharSignature::kBits) return number == bit;
    return number == kAll || several_[number - CharSignature::kBits].may_have(bit);
  }

 private:
  std::vector<CharSignature> several_;
};

}  // namespace jianbao
