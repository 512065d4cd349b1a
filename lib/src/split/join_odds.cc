#include "split/join_odds.h"

#include "text/chars.h"

namespace jianbao {
namespace {

/// Fitted on articles torn at random, 3,000 tears of real and of made pages, of which every tenth had lost its rest (tests/fit_tears.py
/// prints them anew), and on 746 heads of 60 damaged pages, torn or not; `closed`, `jump`, `numbers`, `seam`, `hanging`, `speakers` and `string_known` are set by hand, because
/// those tears do not show them, and `follows` so that no joins of the sample pages go wrong.
constexpr std::array<double, kSigns> kWeights = {
    -1.18,   // any
    -4.8,   // closed
    7,   // jump
    -2.64,   // headline
    0.79,   // stub
    1,   // seam
    -1.15,   // inside
    -1.79,   // ended
    -1.4,   // spaced
    -1.95,   // short_head
    4.3,   // numbers
    0,   // counted: its number has said all
    1.81,   // orphan
    -0.55,   // passed
    -0.53,   // rivals
    -2.8,   // titled
    -0.63,   // bare
    -1.69,   // headless
    -0.55,   // begins
    0.54,   // hanging
    -1.47,   // says
    -0.01,   // short_word
    -0.6,   // long_word
    1.23,   // scrap
    0.7,   // follows
    0.75,   // word_torn
    1.47,   // pair_known
    3,   // string_known
    3,   // speakers
    1.57,   // quotes
    3.42,   // prefers
    1.91,   // line_prefers
    -1.96,   // late
    2.09,   // others
    -4.1,   // bracketed
    0.79,   // unfinished
    0,   // length
    1.27,   // running
    0.43,   // stopped
    -0.67,   // head_length
    -0.96,   // broken
    -0.55,   // ragged
    4.18,   // headline_kin
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
