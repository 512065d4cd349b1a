// The shape that a line has by itself, before its neighbours say what it does there.
#pragma once

#include <optional>
#include <string_view>

#include "jianbao/rules.h"
#include "split/line_text.h"
#include "split/shape.h"

namespace jianbao {

/// Gives a line, whose label is known, its shape, and says whether it is open, tailed or pointing.
void recognise(const LineText& text, Line& line);

/// ——访…, or 一一访… as OCR may read it: 一一对应 begins with a word.
bool begins_with_dash(std::string_view text);

/// The headline that runs into the text of a brief, a space behind it: 县里办起夜校　本月起，…; empty where there is none.
std::string_view run_in_title(std::string_view text, const Rules& rules);

}  // namespace jianbao
