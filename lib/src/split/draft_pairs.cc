#include "split/draft_pairs.h"

#include <algorithm>

namespace jianbao {

bool is_text(Role role) { return role == Role::body || role == Role::report || role == Role::lead || role == Role::orphan; }

bool has_running_text(const Draft& draft) {
  switch (draft.role()) {
    case Role::furniture: case Role::fixture: case Role::fixture_body: case Role::caption: case Role::credit:
    case Role::notice_heading: case Role::notice: case Role::notice_more: return false;
    default: return true;
  }
}

bool is_article(const Draft& draft) {
  return has_running_text(draft) && std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& l) { return is_text(l.role); });
}

std::vector<PairView> pairs_of_lines(const Draft& draft, LinePairs& lines) {
  std::vector<PairView> pairs;
  pairs.reserve(draft.lines.size());
  for (const DraftLine& line : draft.lines) pairs.push_back(lines.of(*line.line));
  return pairs;
}

Pairs united(const std::vector<PairView>& lines) {
  PairSet all;
  for (const PairView line : lines)
    if (!line.empty()) all.insert(line, *std::max_element(line.begin(), line.end()) + std::size_t{1});
  return all.take();
}

}  // namespace jianbao
