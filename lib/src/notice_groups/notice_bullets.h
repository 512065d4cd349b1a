// Bullets before notices, and what OCR made of them.
#pragma once

#include <cstddef>
#include <string_view>

#include "jianbao/rules.h"

namespace jianbao {

/// ●张三遗失…: a mark of a list, and none of Markdown's.
bool has_bullet(std::string_view text);

/// Without bullets and spaces at both ends.
std::string_view without_bullets(std::string_view text);

/// Bytes of what OCR made of the bullet before a loser: 人甲公司遗失…, e李四遗失…. Nobody's name begins so. `article`: the text around.
std::size_t misread_bullet(std::string_view text, std::string_view article, const Rules& rules);

}  // namespace jianbao
