#include "split/torn_brackets.h"

#include "clean/continuation.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// A line that ends a bracket which neither it nor the line above has begun. Running text stays what it is.
bool may_be_rest(const Page& page, const std::vector<Line>& lines, std::size_t i) {
  const Line& line = lines[i];
  const std::string_view text = page.view(line.span);
  if (fold(last_char(text)) != U'）' || line.shape == Shape::prose || line.label || line.depth > 0) return false;
  return ends_strange_bracket(text) && !leaves_bracket_open(page.view(lines[i - 1].span));
}

}  // namespace

void reread_torn_brackets(const Page& page, std::vector<Line>& lines) {
  std::vector<std::size_t> rests;
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (may_be_rest(page, lines, i)) rests.push_back(i);
  if (rests.empty()) return;
  bool open = false;
  for (Line& line : lines) {
    if (line.shape != Shape::prose || !leaves_bracket_open(page.view(line.span))) continue;
    line.tailed = false;
    open = true;
  }
  for (const std::size_t rest : rests)
    if (open) lines[rest].shape = Shape::fragment;
}

}  // namespace jianbao
