#include "split/join_odds.h"

#include "text/chars.h"

namespace jianbao {
namespace {

constexpr int kShown = 12;  // characters on each side of a join

}  // namespace

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

}  // namespace jianbao
