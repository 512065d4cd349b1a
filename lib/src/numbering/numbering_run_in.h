// Units that share a paragraph with the one before them: 第三条 禁止下列行为：（一）取水；（二）排污。
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/rules.h"

namespace jianbao {

/// Where, in a paragraph of a document, items and articles begin that have no line of their own, and where the paragraph itself
/// goes on behind its items. Items follow a colon and count from one, or count from one to two at least, each behind the end of the
/// one before, or go on from the item that the paragraph begins with. A paragraph without a label of its own has none.
std::vector<std::size_t> run_in_starts(std::string_view paragraph, const Rules& rules);

}  // namespace jianbao
