#include "split/join_odds.h"

#include "text/chars.h"

namespace jianbao {
namespace {

/// Fitted on 18,200 heads, most of them whole, of pages with an article torn at random, of real and of made pages, of which every twentieth had lost its rest (tests/fit_tears.py
/// prints such weights), on 690 of pages printed apart, on 490 of pages torn in several places, counted twice, on 770 of whole pages, counted five times, and on 1,630 of pages
/// read by OCR, of which only one in seven counts: where their texts go on is known less surely. `closed`, `jump`, `numbers`, `counted`, `seam`, `speakers` and
/// `string_known` are set by hand, because tears do not show them; `passed`, `bare`, `headline_kin` and `ragged` stand higher or lower than fitted, so that no text is taken
/// from under its title, and pages that OCR read badly are joined as rarely as before.
constexpr std::array<double, kSigns> kWeights = {
    -1.98,   // any
    -5.5,   // closed
    8,   // jump
    -2.78,   // headline
    1.25,   // stub
    1,   // seam
    -1.87,   // inside
    -1.92,   // ended
    -3.24,   // spaced
    -1.44,   // short_head
    4.3,   // numbers
    -0.7,   // counted: its number says the rest
    2.06,   // orphan
    -1.5,   // passed
    -0.14,   // rivals
    -3.07,   // titled
    -1.5,   // bare
    -1.4,   // headless
    -0.52,   // begins
    0.36,   // hanging
    -1.79,   // says
    -0.02,   // short_word
    -0.75,   // long_word
    1.36,   // scrap
    0.55,   // follows
    0.47,   // word_torn
    3.2,   // figure_torn
    1.43,   // pair_known
    3,   // string_known
    3,   // speakers
    2.65,   // quotes
    3.39,   // prefers
    1.9,   // line_prefers
    -1.85,   // late
    1.77,   // others
    -5.18,   // bracketed
    0.74,   // unfinished
    0,   // length
    2.28,   // running
    0.78,   // stopped
    -0.84,   // head_length
    -1.04,   // broken
    -1,   // ragged
    1.77,   // begun
    2.5,   // headline_kin
};

constexpr int kShown = 12;  // characters on each side of a join

}  // namespace

double weight_of(Sign sign) { return kWeights[static_cast<std::size_t>(sign)]; }

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

double odds_of(const Evidence& evidence) {
  double odds = 0;
  for (std::size_t i = 0; i < kSigns; ++i) odds += kWeights[i] * evidence.value[i];
  return odds;
}

}  // namespace jianbao
