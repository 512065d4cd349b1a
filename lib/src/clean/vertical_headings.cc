#include "clean/vertical_headings.h"

#include <algorithm>
#include <string>

#include "text/chars.h"

namespace jianbao {
namespace {

bool is_one_character(std::string_view text, const PrintedLine& line) { return is_han(line.first) && count_chars(text.substr(line.begin, line.end - line.begin)) == 1; }

}  // namespace

std::vector<LineRun> vertical_headings(std::string_view text, const std::vector<PrintedLine>& lines, const Rules& rules) {
  constexpr std::size_t kLeast = 3;  // characters
  std::vector<LineRun> headings;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::string heading;
    std::size_t end = begin;
    for (; end < lines.size() && is_one_character(text, lines[end]) && (end == begin || lines[end].blanks == 0); ++end)
      heading += text.substr(lines[end].begin, lines[end].end - lines[end].begin);
    if (end - begin >= kLeast && start_of(heading, rules) == Start::alone) headings.push_back({begin, end});
    begin = std::max(end, begin + 1);
  }
  return headings;
}

}  // namespace jianbao
