#include "cohesion.h"

#include <algorithm>
#include <cmath>

#include "chars.h"

namespace jianbao {

Cohesion::Pairs Cohesion::pairs_of(std::string_view text) {
  Pairs pairs;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    if (is_han(c) && is_han(before)) pairs.push_back(pair(before, c));
    before = c;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

void Cohesion::add(Pairs& to, const Pairs& more) {
  Pairs all;
  all.reserve(to.size() + more.size());
  std::set_union(to.begin(), to.end(), more.begin(), more.end(), std::back_inserter(all));
  to = std::move(all);
}

double Cohesion::part_in(const Pairs& pairs, const Pairs& text) {
  std::size_t both = 0;
  for (const std::uint64_t pair : pairs) both += std::binary_search(text.begin(), text.end(), pair);
  return pairs.empty() ? 0 : static_cast<double>(both) / static_cast<double>(pairs.size());
}

void Cohesion::learn(const Pairs& piece) {
  ++pieces_;
  for (const std::uint64_t pair : piece) ++pieces_with_[pair];
}

double Cohesion::weight(std::uint64_t pair) const {
  const auto found = pieces_with_.find(pair);
  const double with = found == pieces_with_.end() ? 1 : found->second;
  return std::log((pieces_ + 1.0) / with);
}

double Cohesion::between(const Pairs& a, const Pairs& b) const {
  double both = 0, in_a = 0, in_b = 0;
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() || j != b.end()) {
    const bool from_a = j == b.end() || (i != a.end() && *i <= *j);
    const bool from_b = i == a.end() || (j != b.end() && *j <= *i);
    const double w = weight(from_a ? *i : *j), square = w * w;
    if (from_a) in_a += square, ++i;
    if (from_b) in_b += square, ++j;
    if (from_a && from_b) both += square;
  }
  return in_a > 0 && in_b > 0 ? both / std::sqrt(in_a * in_b) : 0;
}

}  // namespace jianbao
