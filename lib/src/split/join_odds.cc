#include "split/join_odds.h"

#include "text/chars.h"

namespace jianbao {
namespace {

/// Fitted on articles torn at random, 3,000 tears of real and of made pages, of which every tenth had lost its rest (tests/fit_tears.py
/// prints them anew), and on 746 heads of 60 damaged pages, torn or not; `closed`, `jump`, `numbers`, `seam`, `hanging`, `speakers` and `string_known` are set by hand, because
/// those tears do not show them, and `follows` so that no joins of the sample pages go wrong.
constexpr std::array<double, kSigns> kWeights = {
    -1.5,     // any
    -4.8,   // closed
    7.0,    // jump
    -3.3,   // headline
    -0.3,   // stub
    1.0,    // seam
    -2.45,  // inside
    -2.1,   // ended
    -3.15,   // spaced
    -1.65,  // short_head
    4.3,    // numbers
    0,      // counted: its number has said all
    3.05,   // orphan
    -2.2,      // passed
    -0.54,      // rivals
    -2.95,     // titled
    -1.75,   // bare
    0.95,     // headless
    -0.72,  // begins
    3,      // hanging
    -1.1,   // says
    0,    // short_word
    -1,   // long_word
    1.5,    // scrap
    0.35,      // follows
    0.96,      // word_torn
    1.95,    // pair_known
    3,     // string_known
    3,    // speakers
    3,    // quotes
    4,   // prefers
    2.45,   // line_prefers
    -2.8,  // late
    2.35,    // others
    -2.8,  // bracketed
    1.6,    // unfinished
    0,  // length
    2.1,    // running
    -0.4,    // stopped
    -0.6,   // head_length
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
