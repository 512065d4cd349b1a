#include "notice_quantity.h"

#include "chars.h"
#include "numeral.h"

namespace jianbao {

std::optional<Quantity> read_quantity(std::string_view text, std::size_t at, const ItemWords& words) {
  Quantity quantity;
  at = skip_spaces(text, at);
  for (const char32_t word : {U'共', U'各'})
    if (at < text.size() && char_at(text, at) == word) next_char(text, at), quantity.each = word == U'各';
  const std::size_t begin = at;
  while (at < text.size() && (is_digit(char_at(text, at)) || is_cn_numeral(char_at(text, at)))) next_char(text, at);
  const auto value = parse_numeral(text.substr(begin, at - begin));
  if (!value) return {};
  at = skip_spaces(text, at);
  const auto unit = words.units.find(text, at);
  if (!unit) return {};
  quantity.count = static_cast<double>(*value);
  quantity.unit = text.substr(at, unit.bytes);
  quantity.end = at + unit.bytes;
  return quantity;
}

}  // namespace jianbao
