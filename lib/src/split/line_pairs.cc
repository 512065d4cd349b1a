#include "split/line_pairs.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace jianbao {

const LinePairs::Known& LinePairs::read(const Line& line) {
  Known& known = place_of(line);
  if (known.read) return known;
  known.read = true;
  // Of a column that was read across the first line speaks for the paragraph: with all of it a page at hand is parted worse.
  const auto [pairs, characters] = line.shape == Shape::document_title ? numbers_.read(text_of(page_, line)) : numbers_.read(page_.view(line.span));
  known.pairs = pairs.size();
  known.size = pairs.size() + characters.size();
  PairNumber* const all = room_for(known.size);
  std::copy(characters.begin(), characters.end(), std::copy(pairs.begin(), pairs.end(), all));
  known.all = all;
  return known;
}

PairNumber* LinePairs::room_for(std::size_t numbers) {
  if (numbers > left_) {
    const std::size_t all = 2 * page_.text.size() / PairNumbers::kHan;  // a pair and a character each
    left_ = std::max(numbers, all);
    end_ = blocks_.emplace_back(std::make_unique_for_overwrite<PairNumber[]>(left_)).get();
  }
  left_ -= numbers;
  return std::exchange(end_, end_ + numbers);
}

LinePairs::Known& LinePairs::place_of(const Line& line) {
  const std::less<const Line*> before;
  const Line* const first = lines_.data();
  const bool of_page = !before(&line, first) && before(&line, first + lines_.size());
  return of_page ? known_[static_cast<std::size_t>(&line - first)] : elsewhere_[&line];
}

}  // namespace jianbao
