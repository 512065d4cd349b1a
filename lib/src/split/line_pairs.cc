#include "split/line_pairs.h"

namespace jianbao {

const Pairs& LinePairs::of(const Line& line) {
  const auto [known, added] = known_.try_emplace(&line);
  if (added) known->second = numbers_.of(page_.view(line.span));
  return known->second;
}

}  // namespace jianbao
