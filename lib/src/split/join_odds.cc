#include "split/join_odds.h"

#include "text/chars.h"

namespace jianbao {
namespace {

/// Fitted on 20,000 heads, most of them whole, of pages with an article torn at random, of real and of made pages, of which every twentieth had lost its rest (tests/fit_tears.py
/// prints such weights), and, counted twice, on 3,100 of pages printed apart, torn in several places, or read by OCR. `closed`, `jump`, `numbers`, `counted`,
/// `seam`, `speakers` and `string_known` are set by hand, because tears do not show them; `passed`, `bare`, `headline_kin` and `ragged` stand higher or lower than fitted,
/// so that no text is taken from under its title, and pages that OCR read badly are joined as rarely as before.
constexpr std::array<double, kSigns> kWeights = {
    -0.99,   // any
    -6.5,   // closed
    7,   // jump
    -2.56,   // headline
    0.85,   // stub
    1,   // seam
    -1.2,   // inside
    -1.83,   // ended
    -1.5,   // spaced
    -2.02,   // short_head
    4.3,   // numbers
    -1.7,   // counted: its number says the rest
    1.42,   // orphan
    -1.5,   // passed
    -0.49,   // rivals
    -2.94,   // titled
    -1.5,   // bare
    -1.26,   // headless
    -0.56,   // begins
    0.54,   // hanging
    -1.46,   // says
    -0.02,   // short_word
    -0.6,   // long_word
    1.23,   // scrap
    0.7,   // follows
    0.76,   // word_torn
    1.49,   // pair_known
    3,   // string_known
    3,   // speakers
    1.6,   // quotes
    3.4,   // prefers
    1.92,   // line_prefers
    -1.78,   // late
    2.12,   // others
    -4.08,   // bracketed
    0.76,   // unfinished
    0,   // length
    1.28,   // running
    0.45,   // stopped
    -0.68,   // head_length
    -0.92,   // broken
    -1,   // ragged
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
