#include "split/plain_rows.h"

#include <algorithm>
#include <iterator>

#include "split/draft_ends.h"

namespace jianbao {
namespace {

/// How many lines a draft begins with that may each be a title; 0 where no dateline stands below them.
std::size_t count_heads(const Draft& draft) {
  constexpr std::uint32_t kShortest = 6;  // characters
  const auto is_head = [](const DraftLine& line) { return is_headline(line.role) && is_brief(line.line->shape) && line.line->depth == 0 && line.line->chars >= kShortest; };
  const auto text = std::find_if_not(draft.lines.begin(), draft.lines.end(), is_head);
  return text == draft.lines.end() || text->role != Role::lead ? 0 : static_cast<std::size_t>(text - draft.lines.begin());
}

Pairs text_pairs(const Draft& draft, std::size_t from, LinePairs& pairs) {
  std::vector<PairView> lines;
  for (std::size_t i = from; i < draft.lines.size(); ++i) lines.push_back(pairs.of(*draft.lines[i].line));
  return united(lines);
}

/// Whether each title's words stand in its own text, and in none of the others more.
bool each_speaks_for_its_own(const std::vector<Draft>& drafts, std::size_t first, std::size_t titles, LinePairs& pairs) {
  std::vector<Pairs> texts;
  for (std::size_t t = 0; t < titles; ++t) texts.push_back(text_pairs(drafts[first + t], t == 0 ? titles : 0, pairs));
  for (std::size_t t = 0; t < titles; ++t) {
    const PairView title = pairs.of(*drafts[first].lines[t].line);
    const double own = part_in(title, texts[t]);
    if (own == 0 || std::any_of(texts.begin(), texts.end(), [&](const Pairs& text) { return part_in(title, text) > own; })) return false;
  }
  return true;
}

void give_title(Draft& draft, DraftLine title) {
  title.role = Role::title;
  draft.lines.insert(draft.lines.begin(), title);
  draft.flags.emplace_back("stitched");
}

}  // namespace

void deal_plain_rows(std::vector<Draft>& drafts, LinePairs& pairs) {
  constexpr std::size_t kFew = 2;
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    const std::size_t titles = count_heads(drafts[d]);
    if (titles < kFew || d + titles > drafts.size()) continue;
    const auto below = drafts.begin() + static_cast<std::ptrdiff_t>(d) + 1;
    const bool untitled = std::all_of(below, below + static_cast<std::ptrdiff_t>(titles) - 1, [](const Draft& draft) { return draft.role() == Role::lead; });
    if (!untitled || !each_speaks_for_its_own(drafts, d, titles, pairs)) continue;
    const auto heads = drafts[d].lines.begin();
    const std::vector<DraftLine> lines(heads, heads + static_cast<std::ptrdiff_t>(titles));
    drafts[d].lines.erase(heads, heads + static_cast<std::ptrdiff_t>(titles));
    for (std::size_t t = 0; t < titles; ++t) give_title(drafts[d + t], lines[t]);
    d += titles - 1;
  }
}

}  // namespace jianbao
