#include "split/line_pairs.h"

#include <functional>

namespace jianbao {

const LinePairs::Known& LinePairs::read(const Line& line) {
  Known& known = place_of(line);
  if (known.read) return known;
  known.read = true;
  // Of a column that was read across the first line speaks for the paragraph: with all of it a page at hand is parted worse.
  const auto [pairs, characters] = line.shape == Shape::document_title ? numbers_.read(text_of(page_, line)) : numbers_.read(page_.view(line.span));
  known.all.reserve(pairs.size() + characters.size());
  known.all.assign(pairs.begin(), pairs.end());
  known.all.insert(known.all.end(), characters.begin(), characters.end());
  known.pairs = pairs.size();
  return known;
}

LinePairs::Known& LinePairs::place_of(const Line& line) {
  const std::less<const Line*> before;
  const Line* const first = lines_.data();
  const bool of_page = !before(&line, first) && before(&line, first + lines_.size());
  return of_page ? known_[static_cast<std::size_t>(&line - first)] : elsewhere_[&line];
}

}  // namespace jianbao
