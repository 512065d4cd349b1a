// Names whose parts a middle dot joins, where print or OCR has another mark for it: 阿卜杜热合曼•伊敏, 肉孜.买买提.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "jianbao/rules.h"

namespace jianbao {

/// Whether the mark at `at` joins the parts of one name: it stands between two runs of Han without a space, the first of which begins at
/// `begin`, and behind the second somebody lost something, is told of, or is spoken to.
bool joins_name(std::string_view text, std::size_t begin, std::size_t at, const Rules& rules);

/// The same text, with a middle dot for such a mark in the name that it begins with.
std::string with_middle_dot(std::string text, const Rules& rules);

}  // namespace jianbao
