#include "clean/vertical_headings.h"

#include <algorithm>
#include <string>

#include "text/chars.h"

namespace jianbao {
namespace {

bool is_one_character(std::string_view text, const PrintedLine& line) {
  constexpr std::size_t kLongest = 4;  // bytes of a character
  return line.end - line.begin <= kLongest && is_han(line.first) && count_chars(text.substr(line.begin, line.end - line.begin)) == 1;
}

/// What the lines make up, one behind the other.
std::string text_of(std::string_view text, PrintedLines lines, LineRun run) {
  std::string all;
  for (std::size_t i = run.begin; i < run.end; ++i) all += text.substr(lines[i].begin, lines[i].end - lines[i].begin);
  return all;
}

}  // namespace

std::vector<LineRun> vertical_headings(std::string_view text, PrintedLines lines, const Rules& rules) {
  constexpr std::size_t kLeast = 3;  // characters
  std::vector<LineRun> headings;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    while (end < lines.size() && is_one_character(text, lines[end]) && (end == begin || lines[end].blanks == 0)) ++end;
    if (end - begin >= kLeast && start_of(text_of(text, lines, {begin, end}), rules) == Start::alone) headings.push_back({begin, end});
    begin = std::max(end, begin + 1);
  }
  return headings;
}

}  // namespace jianbao
