// Cuts a run of lines into the texts of several titles.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace jianbao {

struct Segment {
  std::size_t begin = 0, end = 0;  ///< numbers of cuts
  std::size_t title = 0;           ///< the number of titles where it has none
};

/// What it is worth that title `title` takes what stands between two cuts; the number of titles is none of them.
using SegmentGain = std::function<double(std::size_t title, std::size_t begin, std::size_t end)>;

/// The segments between cut 0 and the last one that are worth most together, where each title takes one at most. `in_order` is added for
/// each of the first `ordered` titles that takes its segment behind those of titles before it alone. Cost: cuts² × titles × 2 to the power of titles.
std::vector<Segment> best_segments(std::size_t cuts, std::size_t titles, const SegmentGain& gain, std::size_t ordered, double in_order);

}  // namespace jianbao
