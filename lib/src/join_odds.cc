#include "join_odds.h"

namespace jianbao {
namespace {

/// Fitted by logistic regression on articles torn at random, 1,500 tears of real and of made pages (tests/fit_tears.py
/// prints them anew); `closed` and `jump` are set by hand, because tears do not show them.
constexpr std::array<double, kSigns> kWeights = {
    0,      // any
    -1.55,  // articles
    -3.0,   // closed
    6.0,    // jump
    -3.0,   // ended
    3.0,    // orphan
    -1.3,   // begins
    2.2,    // word_across
    1.3,    // word_cut
    2.15,   // pair_known
    3.0,    // quotes
    5.0,    // prefers
    -0.15,  // length
};

}  // namespace

double weight_of(Sign sign) { return kWeights[static_cast<std::size_t>(sign)]; }

double odds_of(const Evidence& evidence) {
  double odds = 0;
  for (std::size_t i = 0; i < kSigns; ++i) odds += kWeights[i] * evidence.value[i];
  return odds;
}

}  // namespace jianbao
