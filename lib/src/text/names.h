// The contract's names of types and kinds, in the order of their enumerators.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "jianbao/articles.h"

namespace jianbao {

inline constexpr std::array<std::string_view, 7> kTypeNames = {"document", "news", "caption", "notice", "furniture", "ad", "other"};
inline constexpr std::array<std::string_view, 11> kBlockNames = {"title",     "kicker", "subtitle", "byline",    "dateline", "heading",
                                                                 "paragraph", "item",   "caption",  "signature", "date"};

template <class Enum, std::size_t N>
std::string_view name_of(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

/// The enumerator of a name, or nothing.
template <class Enum, std::size_t N>
std::optional<Enum> value_of(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return {};
}

}  // namespace jianbao
