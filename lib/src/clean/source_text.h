// What was decoded, as undo() gives it: UTF-8, but for bytes that are to come back as they stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/edits.h"
#include "jianbao/clean.h"

namespace jianbao {

struct SourceText {
  std::string made;             ///< where it is not the file as it stands, or the decoded text
  std::vector<Change> changes;  ///< from it to the decoded text
};

SourceText source_of(const Decoded& decoded);

/// A byte that could be read as part of a character stands in a source as a lone surrogate, U+DC00 and its value, which is no UTF-8.
inline constexpr std::size_t kEscape = 3;  // bytes
std::optional<char> escaped_at(std::string_view text, std::size_t at);

}  // namespace jianbao
