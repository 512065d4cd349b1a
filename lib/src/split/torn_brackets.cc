#include "split/torn_brackets.h"

#include <cstddef>

#include "clean/continuation.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// A line that ends a bracket which neither it nor the line above has begun, be it read as another mark. Running text stays what it is.
bool may_be_rest(const Page& page, const std::vector<Line>& lines, std::size_t i) {
  const Line& line = lines[i];
  const std::string_view text = page.view(line.span);
  if (fold(last_char(text)) != U'）' || is_opening(first_char(text)) || line.shape == Shape::prose || line.label || line.depth > 0) return false;
  return ends_strange_bracket(text) && !leaves_bracket_open(page.view(lines[i - 1].span));
}

}  // namespace

void reread_torn_brackets(const Page& page, std::vector<Line>& lines) {
  std::vector<std::size_t> rests, open;
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (may_be_rest(page, lines, i)) rests.push_back(i);
  if (rests.size() != 1) return;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].shape == Shape::prose && leaves_bracket_open(page.view(lines[i].span))) open.push_back(i);
  if (open.size() != 1) return;
  lines[open.front()].tailed = false;
  lines[rests.front()].shape = Shape::fragment;
}

}  // namespace jianbao
