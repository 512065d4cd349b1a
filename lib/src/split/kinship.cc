#include "split/kinship.h"

#include <algorithm>

#include "split/cohesion.h"

namespace jianbao {

Kinship kinship(const std::vector<Draft>& drafts, std::size_t piece, std::size_t article, LinePairs& pairs) {
  std::vector<Pairs> all;
  for (const Draft& draft : drafts) all.push_back(is_article(draft) ? united(pairs_of_lines(draft, pairs)) : Pairs{});
  const Cohesion page(all, pairs.numbers());
  Kinship kin{page.between(all[piece], all[article]), 0};
  for (std::size_t d = 0; d < drafts.size(); ++d)
    if (d != piece && d != article) kin.others = std::max(kin.others, page.between(all[piece], all[d]));
  return kin;
}

std::optional<std::size_t> printed_behind(const std::vector<Draft>& drafts, std::size_t draft) {
  const std::size_t end = drafts[draft].lines.back().line->span.end;
  std::size_t nearest = static_cast<std::size_t>(-1);
  std::optional<std::size_t> behind;
  for (std::size_t d = 0; d < drafts.size(); ++d)
    for (const DraftLine& line : drafts[d].lines) {
      const std::size_t begin = line.line->span.begin;
      if (begin < end || begin >= nearest) continue;
      nearest = begin;
      behind.reset();
      if (&line == &drafts[d].lines.front()) behind = d;
    }
  return behind;
}

}  // namespace jianbao
