// Letters that OCR made of digits, where nothing but a digit can stand.
#pragma once

#include <string>

#include "jianbao/rules.h"

namespace jianbao {

/// l2,5OO元, 2O24年5月l0日, 公章l枚, O512-52823341, 档案号320900l23456, 护照号G5678O123: with digits in their place. The letter that a series
/// may begin with (O320123456) and words (4S店) stay. Whether there were any, or such a letter that may be a digit.
bool restore_digits(std::string& text, const Rules& rules);

}  // namespace jianbao
