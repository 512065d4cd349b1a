#include "join_odds.h"

namespace jianbao {
namespace {

/// Fitted by logistic regression on articles torn at random, a thousand tears of real and of made pages (tests/fit_tears.py
/// prints them anew); `closed` and `jump` are set by hand, because tears do not show them.
constexpr std::array<double, kSigns> kWeights = {
    1.1,   // any
    -1.4,  // articles
    -3.0,  // closed
    5.0,   // jump
    -1.6,  // ended
    2.5,   // orphan
    -1.3,  // begins
    2.3,   // word_across
    0.95,  // word_cut
    2.0,   // pair_known
    1.6,   // quotes
    1.3,   // nearer
    4.3,   // prefers
    -0.4,  // length
};

}  // namespace

double weight_of(Sign sign) { return kWeights[static_cast<std::size_t>(sign)]; }

double odds_of(const Evidence& evidence) {
  double odds = 0;
  for (std::size_t i = 0; i < kSigns; ++i) odds += kWeights[i] * evidence.value[i];
  return odds;
}

}  // namespace jianbao
