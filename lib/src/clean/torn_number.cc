#include "clean/torn_number.h"

#include "text/chars.h"

namespace jianbao {
namespace {

bool is_code(char32_t c) { return is_digit(c) || is_letter(c) || c == '-'; }

/// Behind what ends a number: not 1,200.
bool ends_number(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t mark = fold(next_char(text, at));
  return (mark == U'，' || mark == U'）' || mark == U'。') && !is_digit(char_at(text, at));
}

}  // namespace

bool number_torn(std::string_view line, std::string_view following) {
  std::size_t begin = line.size(), end = 0;
  while (begin > 0 && is_code(char_at(line, before(line, begin)))) begin = before(line, begin);
  while (end < following.size() && is_code(char_at(following, end))) next_char(following, end);
  if (begin == line.size() || begin == 0 || !is_digit(last_char(line)) || !is_digit(first_char(following))) return false;
  return fold(char_at(line, before(line, begin))) == U'：' && ends_number(following, end);
}

bool bracket_torn(std::string_view line, std::string_view following) {
  constexpr std::size_t kLongest = 90;  // bytes of what stands in the bracket
  if (fold(first_char(following)) != U'）') return false;
  for (std::size_t at = line.size(); at > 0 && line.size() - at < kLongest;) {
    at = before(line, at);
    const char32_t c = fold(char_at(line, at));
    if (c == U'（') return true;
    if (c == U'）' || is_stop(c)) return false;
  }
  return false;
}

}  // namespace jianbao
