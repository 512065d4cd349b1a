#include "split/join_odds.h"

#include "text/chars.h"

namespace jianbao {
namespace {

/// Fitted on 18,200 heads, most of them whole, of pages with an article torn at random, of real and of made pages, of which every twentieth had lost its rest (tests/fit_tears.py
/// prints such weights), on 690 of pages printed apart, on 490 of pages torn in several places, counted twice, on 770 of whole pages, counted five times, and on 1,630 of pages
/// read by OCR, of which only one in seven counts: where their texts go on is known less surely. `closed`, `jump`, `numbers`, `counted`, `seam`, `speakers` and
/// `string_known` are set by hand, because tears do not show them; so are `figure_torn`, which fits between 3.0 and 3.7, and `hanging`, which is rare; `passed`, `bare`, `headline_kin` and `ragged` stand higher or lower than fitted, so that no text is taken
/// from under its title, and pages that OCR read badly are joined as rarely as before.
///
/// Where in an article the rest begins is another question than whose it is: `cut` is fitted on 6,150 rests of real and of made pages by what tells the place
/// from the others of its article; that it stands alone or was passed over says nothing of the place. On pages that none of these are from, 98.2 of 100 places are right with it, 97.9 with `join` alone.
struct Weight {
  double join, cut;
};

constexpr std::array<Weight, kSigns> kWeights = {{
    {-1.98, -1.98},  // any
    {-5.5, -5.5},  // closed
    {8, 8},  // jump
    {-2.78, -2.78},  // headline
    {1.25, 1.25},  // stub
    {1, 1},  // seam
    {-1.87, -1.87},  // inside
    {-1.92, -1.92},  // ended
    {-3.24, -3.24},  // spaced
    {-1.44, -1.44},  // short_head
    {4.3, 4.3},  // numbers
    {-0.7, -0.7},  // counted: its number says the rest
    {2.06, 2.06},  // orphan
    {-1.5, -1.5},  // passed
    {-0.14, -0.14},  // rivals
    {-3.07, -3.07},  // titled
    {-1.5, -1.66},  // bare
    {-1.4, -1.57},  // headless
    {-0.52, -0.78},  // begins
    {1.4, 2.12},  // hanging
    {-1.79, -2.11},  // says
    {-0.02, 0.35},  // short_word
    {-0.75, -0.38},  // long_word
    {1.36, 2.74},  // scrap
    {0.55, 0.55},  // follows
    {0.47, 0.31},  // word_torn
    {3.2, 4.29},  // figure_torn
    {1.43, 1.66},  // pair_known
    {3, 2.9},  // string_known
    {3, 3},  // speakers
    {2.65, 2.65},  // quotes
    {3.39, 4.14},  // prefers
    {1.9, 2.12},  // line_prefers
    {-1.85, -2.55},  // late
    {1.77, 0.73},  // others
    {-5.18, -5.18},  // bracketed
    {0.74, 0.74},  // unfinished
    {0, 0},  // length
    {2.28, 2.28},  // running
    {0.78, 0.78},  // stopped
    {-0.84, -0.84},  // head_length
    {-1.04, -1.04},  // broken
    {-1, -1},  // ragged
    {1.77, 1.77},  // begun
    {2.5, 2.5},  // headline_kin
}};

using Column = std::array<double, kSigns>;

constexpr Column column(double Weight::*weight) {
  Column weights{};
  for (std::size_t i = 0; i < kSigns; ++i) weights[i] = kWeights[i].*weight;
  return weights;
}

constexpr Column kJoin = column(&Weight::join), kCut = column(&Weight::cut);

/// Every fourth sign is added to a sum of its own: no addition waits for the one before it.
double sum_of(const Evidence& evidence, const Column& weights) {
  constexpr std::size_t kSums = 4;
  std::array<double, kSums> sums{};
  std::size_t i = 0;
  for (; i + kSums <= kSigns; i += kSums)
    for (std::size_t k = 0; k < kSums; ++k) sums[k] += weights[i + k] * evidence.value[i + k];
  for (; i < kSigns; ++i) sums[0] += weights[i] * evidence.value[i];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

constexpr int kShown = 12;  // characters on each side of a join

}  // namespace

double weight_of(Sign sign) { return kWeights[static_cast<std::size_t>(sign)].join; }

std::string last_chars(std::string_view text) {
  std::size_t from = text.size();
  for (int n = 0; n < kShown && from > 0; ++n) from = before(text, from);
  return std::string(text.substr(from));
}

std::string first_chars(std::string_view text) {
  std::size_t to = 0;
  for (int n = 0; n < kShown && to < text.size(); ++n) next_char(text, to);
  return std::string(text.substr(0, to));
}

double odds_of(const Evidence& evidence) { return sum_of(evidence, kJoin); }
double cut_odds_of(const Evidence& evidence) { return sum_of(evidence, kCut); }

}  // namespace jianbao
