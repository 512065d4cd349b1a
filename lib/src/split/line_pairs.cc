#include "split/line_pairs.h"

#include <functional>

namespace jianbao {

const LinePairs::Known& LinePairs::read(const Line& line) {
  Known& known = place_of(line);
  if (known.read) return known;
  known.read = true;
  // Of a column that was read across the first line speaks for the paragraph: with all of it a page at hand is parted worse.
  known.all = line.shape == Shape::document_title ? numbers_.with_characters(text_of(page_, line)) : numbers_.with_characters(page_.view(line.span));
  known.pairs.resize(known.all.size());
  auto next = known.pairs.begin();
  for (const PairNumber pair : known.all) {
    *next = pair;
    next += numbers_.first(pair) != 0;
  }
  known.pairs.erase(next, known.pairs.end());
  return known;
}

LinePairs::Known& LinePairs::place_of(const Line& line) {
  const std::less<const Line*> before;
  const Line* const first = lines_.data();
  const bool of_page = !before(&line, first) && before(&line, first + lines_.size());
  return of_page ? known_[static_cast<std::size_t>(&line - first)] : elsewhere_[&line];
}

}  // namespace jianbao
