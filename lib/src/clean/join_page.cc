#include "clean/join_page.h"

#include <algorithm>

namespace jianbao {
namespace {

/// …新增学位2700个。（李禾）: behind a sentence what stands in brackets ends a paragraph.
bool ends_with_aside(std::string_view text) {
  constexpr std::size_t kLongest = 3 * 20;  // bytes
  const std::size_t open = std::max(text.rfind("（") + 1, text.rfind('(') + 1);
  return open > 1 && text.size() - open < kLongest && is_stop(last_char(text.substr(0, open - 1)));
}

}  // namespace

bool JoinPage::ends_with_mark(const PrintedLine& line) const {
  const char32_t last = fold(line.last);
  return ends_sentence(line) || last == U'；' || (last == U'）' && ends_with_aside(view(line)));
}

bool JoinPage::is_full(std::size_t i) const {
  if (lines[i].even_width == 0) return false;  // a paragraph
  const bool begins = i == 0 || !lines[i - 1].goes_on;
  if (!measures.is_full(i, begins)) return false;  // nor is it as the first line of no paragraph, which has less room
  return !begins || !ends_clause(lines[i]) || measures.is_flush(i + 1) || measures.is_full(i, false);
}

}  // namespace jianbao
