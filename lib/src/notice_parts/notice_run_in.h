// A heading that runs into the text below it.
#pragma once

#include <cstddef>
#include <string_view>

#include "jianbao/rules.h"

namespace jianbao {

/// Bytes of a heading that was run in (遗失声明：, 【遗失声明】), 0 where there is none.
std::size_t run_in_heading(std::string_view text, const Rules& rules);

/// Bytes of the name that a gap ends behind the word of loss alone: 遗失 张三丰 某市场押金收据一张; 0 where none stands there.
std::size_t spaced_name(std::string_view heading, std::string_view text, const Rules& rules);

/// Whether a text is what stands before a colon and is no part of the notice: 遗失声明, 离婚证遗失.
bool is_heading_label(std::string_view text, const Rules& rules);

}  // namespace jianbao
