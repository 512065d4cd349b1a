#include "split/join_pairing.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "split/assignment.h"

namespace jianbao {
namespace {

/// Natural logarithm of the odds from which on a join is made: 43 to 57. On pages printed apart or torn, with 462 heads that have a rest and 711
/// that have none, 410 joins are right then and 31 wrong; from kLeastToCut on, 397 and 23.
constexpr double kLeastOdds = -0.3;
constexpr double kLeastToCut = 0.2;   // where a tail has to be cut off an article first, which a wrong join would harm as well: 55 to 45
constexpr double kLeastMore = 0.2;   // more than that for what is paired when others have been

}  // namespace

JoinPairing::JoinPairing(const TornEnds& ends, Seen& seen, std::vector<bool> alone, double more)
    : ends_(ends), seen_(seen), alone_(std::move(alone)), more_(more), taken_(ends.tails.size()), held_(ends.tails.size()) {
  for (const auto& of_head : seen_)
    for (const SeenTail& tail : of_head)
      if (tail.seam) held_[tail.number] = std::exp(tail.odds());
  std::vector<std::size_t> heads(ends_.heads.size());
  std::iota(heads.begin(), heads.end(), std::size_t{0});
  gain_ = gains(heads);
  paired_ = best_assignment(gain_);
  pair_rest();
  forget_brought_along();
}

std::vector<std::size_t> JoinPairing::heads() const {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t h = 0; h < paired_.size(); ++h)
    if (paired_[h] < taken_.size()) order.emplace_back(gain_[h][paired_[h]], h);
  std::sort(order.rbegin(), order.rend());
  std::vector<std::size_t> heads;
  for (const auto& [gain, h] : order) heads.push_back(h);
  return heads;
}

double JoinPairing::least(std::size_t tail) const { return (alone_[tail] ? kLeastOdds : kLeastToCut) + more_; }

/// The odds of a head's tails: in each article the likeliest place has its own, and the others as much less as they are less likely. What a number
/// says counts by itself.
void JoinPairing::weigh_cuts(const Seen::value_type& of_head, std::vector<double>& odds) const {
  const auto article = [&](const SeenTail& seen) { return ends_.tails[seen.number].article; };
  std::vector<const SeenTail*> places;
  std::vector<double> cuts;  // the odds of each to be the place
  for (auto begin = of_head.begin(), end = begin; begin != of_head.end(); begin = end) {
    places.clear();
    for (; end != of_head.end() && article(*end) == article(*begin); ++end) {
      if (taken_[end->number]) continue;
      odds[end->number] = end->odds();
      if (!end->counted) places.push_back(&*end);
    }
    if (places.size() < 2) continue;
    cuts.clear();
    for (const SeenTail* const place : places) cuts.push_back(place->cut_odds());
    const std::size_t likeliest = static_cast<std::size_t>(std::max_element(cuts.begin(), cuts.end()) - cuts.begin());
    const double best = odds[places[likeliest]->number];
    for (std::size_t i = 0; i < places.size(); ++i) odds[places[i]->number] = best + cuts[i] - cuts[likeliest];
  }
}

/// Logarithms of the odds that a head goes on in a tail against all else that the two could do: the head in no tail or one of another
/// article, the tail behind another head; less what a join must have. What cleaning joined to another line competes as far as it is likely to be free,
/// and what belongs to another head not at all.
std::vector<std::vector<double>> JoinPairing::gains(const std::vector<std::size_t>& heads) const {
  const std::size_t tails = ends_.tails.size();
  std::vector<std::vector<double>> gain(heads.size(), std::vector<double>(tails));  // at first the odds
  std::vector<double> weights(heads.size() * tails), of_tail(tails);                // by head and tail; all of a tail's
  for (std::size_t i = 0; i < heads.size(); ++i) {
    weigh_cuts(seen_[heads[i]], gain[i]);
    for (const SeenTail& tail : seen_[heads[i]]) {
      const std::size_t t = tail.number;
      if (taken_[t]) continue;
      double& weight = weights[i * tails + t];
      weight = std::exp(gain[i][t]) / (tail.seam ? 1 : 1 + held_[t]);
      of_tail[t] += weight;
    }
  }
  std::vector<double> of_article(ends_.articles.size());  // whose tail it is, is one question, and where to cut another
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const std::span of(weights.data() + i * tails, tails);
    const auto& seen = seen_[heads[i]];
    double of_head = 1;
    std::fill(of_article.begin(), of_article.end(), 0);
    for (const SeenTail& tail : seen) of_head += of[tail.number], of_article[ends_.tails[tail.number].article] += of[tail.number];
    for (const SeenTail& tail : seen) {
      const std::size_t t = tail.number;
      if (taken_[t]) continue;
      const double others = of_head - of_article[ends_.tails[t].article] + of_tail[t] - of[t];
      gain[i][t] = gain[i][t] - std::log(std::max(others, 1.0)) - least(t);
    }
  }
  return gain;
}

/// What found its head no longer competes for others: the heads and tails that are left are paired_ again.
void JoinPairing::pair_rest() {
  constexpr int kMost = 3;  // times; no page of ours took more
  bool found = std::any_of(paired_.begin(), paired_.end(), [&](std::size_t t) { return t < taken_.size(); });
  for (int n = 0; n < kMost && found; ++n) {
    for (const std::size_t t : paired_)
      if (t < taken_.size()) taken_[t] = true;
    std::vector<std::size_t> left;  // heads
    for (std::size_t h = 0; h < paired_.size(); ++h)
      if (paired_[h] >= taken_.size()) {
        compare(ends_, seen_[h], taken_);
        left.push_back(h);
      }
    std::vector<std::vector<double>> rest = gains(left);
    for (auto& of_head : rest)
      for (double& odds : of_head) odds -= kLeastMore;
    const std::vector<std::size_t> more = best_assignment(rest);
    found = false;
    for (std::size_t i = 0; i < left.size(); ++i) {
      gain_[left[i]] = rest[i];
      if (more[i] < taken_.size()) paired_[left[i]] = more[i], found = true;
    }
  }
}

/// 第五条…古树名木保护工 | 作的领导…⏎第六条…: the unit comes with the rest of the one before it, whatever else stands behind that head.
void JoinPairing::forget_brought_along() {
  for (std::size_t h = 0; h < paired_.size(); ++h) {
    const std::size_t t = paired_[h];
    if (t >= taken_.size() || !ends_.heads[h].inside()) continue;
    for (std::size_t other = 0; other < paired_.size(); ++other) {
      const std::size_t with = paired_[other];
      if (with >= taken_.size() || ends_.heads[other].article != ends_.heads[h].article || ends_.tails[with].article != ends_.tails[t].article) continue;
      const auto counted = [&](const SeenTail& tail) { return tail.number == with && tail.counted; };
      const bool behind = ends_.heads[other].lines > ends_.heads[h].lines && ends_.tails[with].from > ends_.tails[t].from;
      if (behind && std::any_of(seen_[other].begin(), seen_[other].end(), counted)) paired_[other] = taken_.size();
    }
  }
}

}  // namespace jianbao
