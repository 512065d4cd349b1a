// Who speaks in a line of a talk: 记者：…, 《远帆周刊》：…, 陆清和：….
#pragma once

#include <string_view>

namespace jianbao {

/// A few Han before the colon near the begin of a line, in the brackets of a paper's name or not; empty where there are none.
std::string_view speaker_of(std::string_view text);

/// Who speaks, or what stands for him: the 问 of 问：….
std::string_view turn_of(std::string_view text);

}  // namespace jianbao
