#include "split/segments.h"

#include <algorithm>
#include <limits>

namespace jianbao {
namespace {

constexpr double kImpossible = -std::numeric_limits<double>::max();

/// The best way to a cut with a set of titles used.
struct State {
  double gain = kImpossible;
  std::size_t from = 0, title = 0;  ///< of the last segment: where it begins, and its title
};

}  // namespace

std::vector<Segment> best_segments(std::size_t cuts, std::size_t titles, const SegmentGain& gain, std::size_t ordered, double in_order) {
  const std::size_t sets = std::size_t{1} << titles;
  std::vector<State> states(cuts * sets);
  const auto state = [&](std::size_t cut, std::size_t set) -> State& { return states[cut * sets + set]; };
  state(0, 0).gain = 0;
  for (std::size_t begin = 0; begin + 1 < cuts; ++begin)
    for (std::size_t end = begin + 1; end < cuts; ++end)
      for (std::size_t title = 0; title <= titles; ++title) {
        const double own = gain(title, begin, end);
        for (std::size_t set = 0; set < sets; ++set) {
          const double before = state(begin, set).gain;
          if (before == kImpossible || (title < titles && (set >> title & 1) != 0)) continue;
          const bool in_place = title < ordered && set >> title == 0;
          const double sum = before + own + (in_place ? in_order : 0);
          State& next = state(end, title < titles ? set | std::size_t{1} << title : set);
          if (sum > next.gain) next = {sum, begin, title};
        }
      }
  std::size_t set = 0;
  for (std::size_t other = 1; other < sets; ++other)
    if (state(cuts - 1, other).gain > state(cuts - 1, set).gain) set = other;
  std::vector<Segment> segments;
  for (std::size_t end = cuts - 1; end > 0;) {
    const State& last = state(end, set);
    segments.push_back({last.from, end, last.title});
    if (last.title < titles) set &= ~(std::size_t{1} << last.title);
    end = last.from;
  }
  std::reverse(segments.begin(), segments.end());
  return segments;
}

}  // namespace jianbao
