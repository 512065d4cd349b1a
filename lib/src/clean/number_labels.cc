#include "clean/number_labels.h"

#include <algorithm>
#include <iterator>

#include "clean/punct.h"
#include "text/chars.h"

namespace jianbao {

NumberLabels::NumberLabels(std::string_view text) {
  constexpr std::size_t kMostDigits = 2;
  for (std::size_t begin = 0; begin < text.size(); begin = std::min(text.find('\n', begin), text.size()) + 1) {
    const std::size_t digits = count_digits(text, begin);
    if (digits == 0 || digits > kMostDigits) continue;
    int number = 0;
    for (std::size_t i = 0; i < digits; ++i) number = 10 * number + (text[begin + i] - '0');
    std::size_t at = begin + digits;
    const char32_t mark = at < text.size() ? next_char(text, at) : 0;
    const bool dot = mark == '.' || mark == U'．';
    if ((dot || fold(mark) == U'，') && !is_digit(char_at(text, at))) labels_.push_back({begin, number, dot});
  }
}

bool NumberLabels::lost_its_dot(std::size_t begin) const {
  const auto own = std::partition_point(labels_.begin(), labels_.end(), [&](const Label& label) { return label.begin < begin; });
  if (own == labels_.end() || own->begin != begin || own->dot) return false;
  const auto follows = [](const Label& a, const Label& b) { return a.number + 1 == b.number; };
  auto first = own, last = own;
  while (first != labels_.begin() && !first->dot && follows(*std::prev(first), *first)) --first;
  while (std::next(last) != labels_.end() && !last->dot && follows(*last, *std::next(last))) ++last;
  return first->dot || last->dot;
}

}  // namespace jianbao
