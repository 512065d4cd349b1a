// Heading or body: which numbered lines are headings, and how much of a numbered paragraph is one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/articles.h"
#include "jianbao/rules.h"

namespace jianbao {

/// Make a heading of each numbered block that is one as a whole, and of an unnumbered line that continues one.
void find_headings(Article& article, const Rules& rules);

/// Whether a text has the shape of a heading line: short, without a stop, not left open.
bool is_heading_line(std::string_view text);

/// Whether a text begins with a short sentence that can be the heading of what follows it.
bool opens_with_heading(std::string_view text);

/// Where, in bytes of each block, the heading behind its label ends: the whole block, its first sentence where its
/// siblings have such a sentence too, or 0 where it has none.
std::vector<std::size_t> heading_ends(const Article& article, const Rules& rules);

/// A heading without the label, brackets and final stop around it.
std::string_view heading_text(std::string_view block, std::size_t label_length, std::size_t end);

}  // namespace jianbao
