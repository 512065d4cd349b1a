#include "split/kinship.h"

namespace jianbao {

namespace {

std::vector<Pairs> pairs_of_articles(const std::vector<Draft>& drafts, LinePairs& pairs) {
  std::vector<Pairs> all;
  for (const Draft& draft : drafts) all.push_back(is_article(draft) ? united(pairs_of_lines(draft, pairs)) : Pairs{});
  return all;
}

}  // namespace

PageKinship::PageKinship(const std::vector<Draft>& drafts, LinePairs& pairs) : pieces_(pairs_of_articles(drafts, pairs)), page_(pieces_, pairs.numbers()) {
  for (const Pairs& piece : pieces_) norms_.push_back(page_.norm(piece));
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
      if (d != draft && &line == &drafts[d].lines.front()) behind = d;
    }
  return behind;
}

}  // namespace jianbao
