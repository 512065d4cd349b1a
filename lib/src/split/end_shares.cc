#include "split/end_shares.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jianbao {
ArticleIndex::ArticleIndex(const std::vector<Pairs>& articles, const PairNumbers& numbers, const Telling& telling)
    : cohesion_(articles, numbers, &telling), begins_(numbers.size() + 2), norms_(articles.size()) {
  for (PairNumber pair = 0; pair < numbers.size(); ++pair) begins_[pair + 2] = begins_[pair + 1] + cohesion_.pieces_with(pair);
  with_.resize(begins_.back());
  for (std::size_t a = 0; a < articles.size(); ++a)
    for (const PairNumber pair : articles[a]) {
      with_[begins_[pair + 1]++] = static_cast<std::uint32_t>(a);  // which moves to where those of the next pair begin
      norms_[a] += cohesion_.square(pair);
    }
}

void Ends::read(const std::vector<PairView>& lines) {
  last_lines_.clear();
  sums_.assign(lines.size(), {});
  for (std::size_t i = 0; i < lines.size(); ++i) {
    double line = 0, met_before = 0;
    for (const PairNumber pair : lines[i]) {
      const double square = cohesion_.square(pair);
      line += square;
      if (first_line_[pair] == kNone) first_line_[pair] = static_cast<std::uint32_t>(i);
      else met_before += square;
    }
    sums_[i].line = line, sums_[i].met_before = met_before;
  }
  // A pair stands in the ends up to its last line, and before those behind its first one: noted where that begins or ends,
  // then added up.
  for (std::size_t last = lines.size(); last-- > 0;) {
    std::size_t pairs = 0;
    double behind = 0;
    for (const PairNumber pair : lines[last]) {
      const std::uint32_t first = std::exchange(first_line_[pair], kNone);
      if (first == kNone) continue;  // it stands in a line behind
      const double square = cohesion_.square(pair);
      if (cohesion_.pieces_with(pair) > 1) last_lines_.emplace_back(pair, last);
      ++pairs;
      behind += square;
      if (first + 1 < lines.size()) sums_[first + 1].before += square;
      sums_[last].across += square;
      sums_[first].across -= square;
    }
    sums_[last].pairs = pairs, sums_[last].behind = behind;
  }
  for (std::size_t i = lines.size(); i-- > 1;) {
    sums_[i - 1].pairs += sums_[i].pairs;
    sums_[i - 1].behind += sums_[i].behind;
    sums_[i - 1].across += sums_[i].across;
  }
  for (std::size_t i = 1; i < lines.size(); ++i) sums_[i].before += sums_[i - 1].before;
}

double Ends::before(std::size_t from) const { return cosine(sums_[from].across, sums_[from].before, sums_[from].behind); }

double Ends::line_before(std::size_t line) const { return cosine(sums_[line].met_before, sums_[line].before, sums_[line].line); }

void EndShares::read(const std::vector<PairView>& lines, const std::vector<bool>& asked) {
  first_ = static_cast<std::size_t>(std::find(asked.begin(), asked.end(), true) - asked.begin());
  both_.assign((lines.size() - first_) * index_.size(), 0);
  line_both_.assign(both_.size(), 0);
  const auto add = [&](PairNumber pair, std::size_t line, std::vector<double>& sums) {
    const double square = index_.cohesion().square(pair);
    for (const std::size_t article : index_.articles_with(pair)) sums[place(article, line)] += square;
  };
  for (const auto& [pair, last] : ends_.last_lines())
    if (last >= first_) add(pair, last, both_);
  for (std::size_t i = both_.size(); i-- > index_.size();) both_[i - index_.size()] += both_[i];
  for (std::size_t line = first_; line < lines.size(); ++line)
    for (const PairNumber pair : asked[line] ? lines[line] : PairView())
      if (index_.cohesion().pieces_with(pair) > 1) add(pair, line, line_both_);
}

double EndShares::with(std::size_t article, std::size_t from) const { return cosine(both_[place(article, from)], index_.norm(article), ends_.norm(from)); }

double EndShares::line_with(std::size_t article, std::size_t line) const { return cosine(line_both_[place(article, line)], index_.norm(article), ends_.line_norm(line)); }

}  // namespace jianbao
