// What a paragraph ends with: who sent it, wrote it or made the picture.
#pragma once

#include <optional>
#include <string_view>

#include "split/line_text.h"
#include "split/shape.h"

namespace jianbao {

/// What stands in the brackets that end the text, brackets included; else what follows the last sentence end.
std::string_view last_piece(std::string_view text);

/// The shape of the end of a paragraph: a credit, an agency, an author in brackets.
std::optional<Shape> match_tail(const LineText& line);

}  // namespace jianbao
