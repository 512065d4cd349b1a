// Characters of an encoding that it has under two codes, as Big5 has 十, or that ICU reads and does not write.
#pragma once

#include <string_view>

#include "jianbao/clean.h"

namespace jianbao {

/// See to it that undo() and encode() give the bytes: find the codes for which they would not. `name`: the encoding's.
void find_odd_codes(std::string_view bytes, std::string_view name, Decoded& decoded);

}  // namespace jianbao
