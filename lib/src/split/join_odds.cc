#include "split/join_odds.h"

#include "text/chars.h"

namespace jianbao {
namespace {

/// Fitted on articles torn at random, 2,400 tears of real and of made pages, of which every tenth had lost its rest
/// (tests/fit_tears.py prints them anew); `closed`, `jump`, `numbers`, `seam` and `scrap` are set by hand, because those tears do not show them.
constexpr std::array<double, kSigns> kWeights = {
    -2,     // any
    -4.8,   // closed
    7.0,    // jump
    -3.3,   // headline
    -1.5,   // stub
    1.0,    // seam
    -2.45,  // inside
    -2.4,   // ended
    -3.5,   // spaced
    -0.75,  // short_head
    4.3,    // numbers
    2.45,   // orphan
    -4,     // titled
    -1.6,   // bare
    -1,     // headless
    -0.87,  // begins
    -1.3,   // says
    0.1,    // short_word
    -1.2,   // long_word
    2.0,    // scrap
    1,      // word_torn
    1.9,    // pair_known
    4.1,    // quotes
    3.85,   // prefers
    2.15,   // line_prefers
    -2.25,  // late
    2.5,    // others
    -2.65,  // bracketed
    1.6,    // unfinished
    -0.14,  // length
    2.4,    // running
    0.1,    // stopped
    -1.5,   // head_length
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
