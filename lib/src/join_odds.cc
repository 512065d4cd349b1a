#include "join_odds.h"

namespace jianbao {
namespace {

/// Fitted on articles torn at random, 2,800 tears of real and of made pages, of which every tenth had lost its rest
/// (tests/fit_tears.py prints them anew); `closed` and `jump` are set by hand, because those tears do not show them.
constexpr std::array<double, kSigns> kWeights = {
    -1.05,   // any
    -5.0,   // closed
    7.0,    // jump
    -2.35,   // headline
    -4.7,   // ended
    -0.4,   // unfinished
    -4.55,   // spaced
    -2.2,   // short_head
    3.45,   // numbers
    1.6,   // orphan
    -3.15,   // titled
    -1.65,   // bare
    -1.05,  // headless
    -0.95,  // begins
    -2.3,  // says
    0.75,   // short_word
    -0.5,  // long_word
    1.05,   // word_torn
    1.75,   // pair_known
    3.15,    // quotes
    3.8,   // prefers
    2.5,   // line_prefers
    -0.1,   // length
};

}  // namespace

double weight_of(Sign sign) { return kWeights[static_cast<std::size_t>(sign)]; }

double odds_of(const Evidence& evidence) {
  double odds = 0;
  for (std::size_t i = 0; i < kSigns; ++i) odds += kWeights[i] * evidence.value[i];
  return odds;
}

}  // namespace jianbao
