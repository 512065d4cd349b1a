#include "join_odds.h"

namespace jianbao {
namespace {

/// Fitted on articles torn at random, 2,800 tears of real and of made pages, of which every tenth had lost its rest
/// (tests/fit_tears.py prints them anew); `closed` and `jump` are set by hand, because those tears do not show them.
constexpr std::array<double, kSigns> kWeights = {
    -0.4,   // any
    -5.0,   // closed
    7.0,    // jump
    -5.4,   // ended
    1.75,   // unfinished
    -3.7,   // spaced
    -0.2,   // short_head
    3.45,   // numbers
    1.15,   // orphan
    -1.65,  // headless
    -1.05,  // begins
    -2.95,  // says
    0.65,   // short_word
    -1.05,  // long_word
    0.95,   // word_torn
    2.05,   // pair_known
    3.3,    // quotes
    4.25,   // prefers
    2.95,   // line_prefers
    -0.2,   // length
};

}  // namespace

double weight_of(Sign sign) { return kWeights[static_cast<std::size_t>(sign)]; }

double odds_of(const Evidence& evidence) {
  double odds = 0;
  for (std::size_t i = 0; i < kSigns; ++i) odds += kWeights[i] * evidence.value[i];
  return odds;
}

}  // namespace jianbao
