#include "split/end_shares.h"

#include <algorithm>
#include <utility>

namespace jianbao {

namespace {

/// Each article counted as a piece.
Cohesion cohesion_of(const std::vector<ArticlePairs>& articles, const PairNumbers& numbers, const Telling& telling) {
  std::vector<std::uint32_t> with(numbers.size());
  for (const ArticlePairs& article : articles)
    for (const PairExtent& extent : article.extents) ++with[extent.pair];
  const auto pieces = std::count_if(articles.begin(), articles.end(), [](const ArticlePairs& article) { return !article.extents.empty(); });
  return Cohesion(std::move(with), static_cast<std::size_t>(pieces), numbers, &telling);
}

}  // namespace

ArticleIndex::ArticleIndex(const std::vector<ArticlePairs>& articles, const PairNumbers& numbers, const Telling& telling)
    : cohesion_(cohesion_of(articles, numbers, telling)), begins_(numbers.size() + 2), parts_(articles.size()) {
  for (PairNumber pair = 0; pair < numbers.size(); ++pair) begins_[pair + 2] = begins_[pair + 1] + cohesion_.pieces_with(pair);
  places_.resize(begins_.back());
  for (std::uint32_t a = 0; a < articles.size(); ++a) {
    double norm = 0;
    for (const PairExtent& extent : articles[a].extents) {
      places_[begins_[extent.pair + 1]++] = {a, extent.last};  // which moves to where those of the next pair begin
      norm += cohesion_.square(extent.pair);
    }
    parts_[a] = cosine_part(norm);
  }
}

void Ends::read(const ArticlePairs& article) {
  const std::size_t lines = article.lines.size();
  sums_.assign(lines, {});
  // A pair stands in the ends up to its last line, and before those behind its first one: noted where that begins or ends,
  // then added up.
  for (const auto& [pair, first, last] : article.extents) {
    const double square = cohesion_.square(pair);
    first_line_[pair] = first;
    ++sums_[last].pairs;
    sums_[last].behind += square;
    if (first + 1 < lines) sums_[first + 1].before += square;
    if (first == last) continue;
    sums_[last].across += square;
    sums_[first].across -= square;
  }
  for (std::size_t i = lines; i-- > 1;) {
    sums_[i - 1].pairs += sums_[i].pairs;
    sums_[i - 1].behind += sums_[i].behind;
    sums_[i - 1].across += sums_[i].across;
  }
  for (std::size_t i = 1; i < lines; ++i) sums_[i].before += sums_[i - 1].before;
}

void Ends::read_line(const ArticlePairs& article, std::size_t line) {
  Sums& sums = sums_[line];
  sums.line = sums.met_before = 0;
  for (const PairNumber pair : article.lines[line]) {
    const double square = cohesion_.square(pair);
    sums.line += square;
    if (first_line_[pair] < line) sums.met_before += square;
  }
}

double Ends::before(std::size_t from) const { return cosine(sums_[from].across, sums_[from].before, sums_[from].behind); }

double Ends::line_before(std::size_t line) const { return cosine(sums_[line].met_before, sums_[line].before, sums_[line].line); }

void EndShares::read(const ArticlePairs& article, std::size_t from, const std::vector<bool>& lines) {
  first_ = from;
  both_.assign((article.lines.size() - first_) * index_.size(), 0);
  line_both_.assign(both_.size(), 0);
  const Cohesion& cohesion = index_.cohesion();
  const auto add = [&](PairNumber pair, double* row) {
    const double square = cohesion.square(pair);
    if (square == 0) return;  // 的 by itself, which most articles have
    for (const ArticleIndex::Place& with : index_.places_of(pair)) row[with.article] += square;
  };
  for (const auto& [pair, first, last] : article.extents)
    if (cohesion.pieces_with(pair) > 1 && last >= first_) add(pair, &both_[place(0, last)]);  // most stand in this article alone
  for (std::size_t i = both_.size(); i-- > index_.size();) both_[i - index_.size()] += both_[i];
  for (std::size_t line = first_; line < article.lines.size(); ++line) {
    if (!lines[line]) continue;
    double* const row = &line_both_[place(0, line)];
    for (const PairNumber pair : article.lines[line])
      if (cohesion.pieces_with(pair) > 1) add(pair, row);
  }
}

}  // namespace jianbao
