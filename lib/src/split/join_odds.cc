#include "split/join_odds.h"

#include "text/chars.h"

namespace jianbao {
namespace {

/// Fitted on articles torn at random, 1,500 tears of real and of made pages, of which every tenth had lost its rest
/// (tests/fit_tears.py prints them anew); `closed` and `jump` are set by hand, because those tears do not show them.
constexpr std::array<double, kSigns> kWeights = {
    -1.2,   // any
    -4.2,   // closed
    7.0,    // jump
    -2.6,   // headline
    -2.9,   // inside
    -4.6,   // ended
    -4.2,   // spaced
    -1.9,   // short_head
    3.6,    // numbers
    1.65,   // orphan
    -3.1,   // titled
    -1.15,  // bare
    -1.0,   // headless
    -0.85,  // begins
    -2.2,   // says
    0.7,    // short_word
    -0.6,   // long_word
    1.05,   // word_torn
    1.8,    // pair_known
    3.5,    // quotes
    3.85,   // prefers
    2.35,   // line_prefers
    -0.05,  // length
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
