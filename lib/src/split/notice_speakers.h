// The name of an organisation right above the heading of a notice: the first line of that heading (甲公司⏎减资公告), or who signs the notice
// before it.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// From which what speaks for one reading outweighs what speaks for the other.
inline constexpr int kClearSpeaker = 2;

/// For each line: 0 where it is no such name; kClearSpeaker or more where it heads the notice below, its negative or less where it signs
/// the one above; in between nothing tells.
std::vector<int> weigh_speakers(const Page& page, const Rules& rules, const std::vector<Line>& lines);

/// A heading of a notice, or one that names its matter as titles of documents do.
bool is_any_heading(const Page& page, const Line& line, const Rules& rules);

}  // namespace jianbao
