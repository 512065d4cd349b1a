// The shape that the patterns of the tables give a line.
#pragma once

#include <optional>
#include <string_view>

#include "jianbao/rules.h"
#include "split/line_text.h"
#include "split/shape.h"

namespace jianbao {

/// The shape of a line by all its words. Of a longer line only patterns that begin with literals are tried: the others would be tried on all running
/// text. The title of a document may be as long as a sentence, but has no mark of one.
std::optional<Shape> match_whole(const LineText& line);

/// The shape of a line that begins so, whatever follows.
std::optional<Shape> match_start(const LineText& line);

/// What match_whole says of words that are a line by themselves, however many they are.
std::optional<Shape> shape_of_words(std::string_view text, const Rules& rules);

}  // namespace jianbao
