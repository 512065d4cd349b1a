#include "split/end_shares.h"

#include <cmath>
#include <iterator>
#include <utility>

namespace jianbao {
namespace {

/// Each value becomes the sum of those from it on.
template <class T>
void add_up_from_end(std::vector<T>& values) {
  for (std::size_t i = values.size(); i-- > 1;) values[i - 1] += values[i];
}

double cosine(double both, double in_a, double in_b) { return in_a > 0 && in_b > 0 ? both / std::sqrt(in_a * in_b) : 0; }

}  // namespace

ArticleIndex::ArticleIndex(const std::vector<Pairs>& articles, const PairNumbers& numbers, const Telling& telling)
    : cohesion_(articles, numbers, &telling), begins_(numbers.size() + 1), norms_(articles.size()) {
  for (PairNumber pair = 0; pair < numbers.size(); ++pair) begins_[pair + 1] = begins_[pair] + cohesion_.pieces_with(pair);
  with_.resize(begins_.back());
  std::vector<std::size_t> ends(begins_.begin(), std::prev(begins_.end()));
  for (std::size_t a = 0; a < articles.size(); ++a)
    for (const PairNumber pair : articles[a]) {
      with_[ends[pair]++] = static_cast<std::uint32_t>(a);
      norms_[a] += cohesion_.square(pair);
    }
}

Ends::Ends(const std::vector<Pairs>& lines, const Cohesion& cohesion)
    : pairs_(lines.size()), ends_(lines.size()), fronts_(lines.size()), across_(lines.size()), line_norms_(lines.size()), met_before_(lines.size()) {
  constexpr auto kNone = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> first_line(cohesion.pairs(), kNone);
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (const PairNumber pair : lines[i]) {
      line_norms_[i] += cohesion.square(pair);
      if (first_line[pair] == kNone) first_line[pair] = static_cast<std::uint32_t>(i);
      else met_before_[i] += cohesion.square(pair);
    }
  // A pair stands in the ends up to its last line, and before those behind its first one: noted where that begins or ends,
  // then added up.
  for (std::size_t last = lines.size(); last-- > 0;)
    for (const PairNumber pair : lines[last]) {
      const std::uint32_t first = std::exchange(first_line[pair], kNone);
      if (first == kNone) continue;  // it stands in a line behind
      const double square = cohesion.square(pair);
      last_lines_.emplace_back(pair, last);
      ++pairs_[last];
      ends_[last] += square;
      if (first + 1 < lines.size()) fronts_[first + 1] += square;
      across_[last] += square;
      across_[first] -= square;
    }
  add_up_from_end(pairs_);
  add_up_from_end(ends_);
  add_up_from_end(across_);
  for (std::size_t i = 1; i < fronts_.size(); ++i) fronts_[i] += fronts_[i - 1];
}

double Ends::before(std::size_t from) const { return cosine(across_[from], fronts_[from], ends_[from]); }

double Ends::line_before(std::size_t line) const { return cosine(met_before_[line], fronts_[line], line_norms_[line]); }

EndShares::EndShares(const Ends& ends, const std::vector<Pairs>& lines, const ArticleIndex& index)
    : ends_(ends), index_(index), both_(index.size(), std::vector<double>(ends.lines())), line_both_(both_) {
  for (const auto& [pair, last] : ends.last_lines())
    for (const std::size_t article : index.articles_with(pair)) both_[article][last] += index.cohesion().square(pair);
  for (auto& of_article : both_) add_up_from_end(of_article);
  for (std::size_t line = 0; line < lines.size(); ++line)
    for (const PairNumber pair : lines[line])
      for (const std::size_t article : index.articles_with(pair)) line_both_[article][line] += index.cohesion().square(pair);
}

double EndShares::with(std::size_t article, std::size_t from) const { return cosine(both_[article][from], index_.norm(article), ends_.norm(from)); }

double EndShares::line_with(std::size_t article, std::size_t line) const { return cosine(line_both_[article][line], index_.norm(article), ends_.line_norm(line)); }

}  // namespace jianbao
