#include "split/region_kickers.h"

#include <algorithm>

#include "split/draft_pairs.h"
#include "split/title_marks.h"

namespace jianbao {
namespace {

/// A short line without marks that may stand over a title: no name, date or signature.
bool may_be_kicker(const Line& line) {
  constexpr std::uint32_t kLongest = 34;  // characters
  const bool plain = line.shape == Shape::tiny || line.shape == Shape::rubric || is_brief(line.shape);
  return plain && line.depth == 0 && line.open && !line.label && line.chars >= 2 && line.chars <= kLongest;
}

/// The line behind the end of a text.
bool ends_text_above(const Draft& draft) {
  if (draft.lines.size() < 2 || !has_running_text(draft)) return false;
  const DraftLine& before = draft.lines[draft.lines.size() - 2];
  return !before.line->open && !is_over_text(before.role);
}

/// A line of words below the masthead and the folio.
bool ends_page_head(const Draft& draft) {
  constexpr std::uint32_t kShortest = 10;  // characters
  const DraftLine& last = draft.lines.back();
  return draft.role() == Role::furniture && !draft.noise && last.line->chars >= kShortest && last.line->span.size() >= last.line->chars * 5 / 2;
}

/// The next draft that is no furniture, if it begins with a title, or with lines over one.
Draft* next_title(std::vector<Draft>& drafts, std::size_t d, int depth) {
  while (++d < drafts.size() && drafts[d].role() == Role::furniture) {}
  if (d == drafts.size() || !has_running_text(drafts[d])) return nullptr;
  const auto& lines = drafts[d].lines;
  const auto first = std::find_if(lines.begin(), lines.end(), [&](const DraftLine& line) { return has_marks_of_title(line, depth) || !is_over_text(line.role); });
  return first != lines.end() && has_marks_of_title(*first, depth) ? &drafts[d] : nullptr;
}

}  // namespace

void give_kickers_below(std::vector<Draft>& drafts, int depth) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    Draft& draft = drafts[d];
    if (!may_be_kicker(*draft.lines.back().line) || (!ends_text_above(draft) && !ends_page_head(draft))) continue;
    Draft* const below = next_title(drafts, d, depth);
    if (!below) continue;
    DraftLine kicker = draft.lines.back();
    kicker.role = Role::kicker;
    draft.lines.pop_back();
    below->lines.insert(below->lines.begin(), kicker);
  }
  drafts.erase(std::remove_if(drafts.begin(), drafts.end(), [](const Draft& draft) { return draft.lines.empty(); }), drafts.end());
}

}  // namespace jianbao
