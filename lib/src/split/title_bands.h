// The rows of titles that came out apart from their texts, with the lines that stand around them.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// A line that stands over texts. `title`: of its band, whose it is by its place.
struct HeadLine {
  DraftLine line;
  std::size_t draft, title;
  bool carried = false;  ///< from the row above
};

/// A line that may be the title of a text. One without the marks of titles mostly is another line over one.
struct Title {
  std::size_t head;  ///< line of its band
  enum class Kind { carried, marked, unmarked } kind;
  Pairs pairs = {};
  std::vector<double> words = {};  ///< what each pair weighs; 1 all together
};

/// Titles in a row with the lines over and under them, and the texts behind them up to the next title. Titles without marks come last.
struct Band {
  std::vector<HeadLine> heads;
  std::vector<std::pair<std::size_t, std::size_t>> texts;  ///< each a draft, and the line it begins with
  std::vector<Title> titles;
};

/// By title of a band: the number of its segment, or kNoPlace.
using Places = std::vector<std::size_t>;
inline constexpr std::size_t kNoPlace = static_cast<std::size_t>(-1);

std::size_t count_marked(const Band& band);

/// Whose each line over the texts is: a column or kicker belongs to the next title, what else there is to the one before.
void give_heads(Band& band, const Places& places);

/// The same in a row of regions, which come out from the top down: a kicker or column stands as high as the titles that have none, and its own title
/// comes behind those. So the kickers are those of the last titles, in order (of 153 such rows of 79 pages 141).
void give_kickers_of_row(Band& band);

/// A line, once it is known whose it is, that is the title itself.
bool is_shown_title(const Band& band, std::size_t head);

/// The lines over the text of a title.
std::vector<DraftLine> lines_of(const Band& band, std::size_t title);

}  // namespace jianbao
