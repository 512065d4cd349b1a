#include "split/join_odds.h"

#include "text/chars.h"

namespace jianbao {
namespace {

/// Fitted on articles torn at random, 1,300 tears of real and of made pages, of which every tenth had lost its rest
/// (tests/fit_tears.py prints them anew); `closed`, `jump`, `numbers`, `seam` and `scrap` are set by hand, because those tears do not show them.
constexpr std::array<double, kSigns> kWeights = {
    -1.35,  // any
    -4.8,   // closed
    7.0,    // jump
    -4.0,   // headline
    -2.3,   // stub
    1.0,    // seam
    -2.2,   // inside
    -3.0,   // ended
    -3.2,   // spaced
    -0.6,   // short_head
    4.3,    // numbers
    2.2,    // orphan
    -3.2,   // titled
    -1.25,  // bare
    -1.9,   // headless
    -0.75,  // begins
    -1.7,   // says
    0.85,   // short_word
    -0.1,   // long_word
    2.0,    // scrap
    0.9,    // word_torn
    1.5,    // pair_known
    3.3,    // quotes
    3.8,    // prefers
    1.7,    // line_prefers
    -1.65,  // late
    1.4,    // others
    -3.8,   // bracketed
    1.05,   // unfinished
    -0.23,  // length
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
