// Headings that are set vertically beside their column, so that each character has a line of its own.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "clean/join_lines.h"
#include "jianbao/rules.h"

namespace jianbao {

struct LineRun {
  std::size_t begin, end;  ///< numbers of lines
};

/// 遗⏎失⏎声⏎明: the lines of one character each that, one below the other, make up a heading as starts.tsv has them.
std::vector<LineRun> vertical_headings(std::string_view text, PrintedLines lines, const Rules& rules);

}  // namespace jianbao
