#include "notice_parts/notice_quantity.h"

#include <cstdlib>
#include <string>

#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {

namespace {

/// .6 of 125.6吨; moves behind it.
double read_fraction(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  if (char_at(text, at) != '.' || !is_digit(char_at(text, at + 1))) return 0;
  std::string digits = "0.";
  for (next_char(text, end); end < text.size() && is_digit(char_at(text, end));) digits.push_back(static_cast<char>(fold(next_char(text, end))));
  at = end;
  return std::atof(digits.c_str());
}

/// 3幢201室, 2座一单元: the part of a house that the word at `at` numbers, of which there are not so many.
bool numbers_house(std::string_view text, std::size_t at, std::size_t end, const ItemWords& words) {
  if (!words.rooms.find(text, at)) return false;
  const char32_t next = char_at(text, end);
  return is_digit(next) || is_cn_numeral(next) || is_letter(next) || words.rooms.find(text, end);
}

}  // namespace

std::optional<Quantity> read_quantity(std::string_view text, std::size_t at, const ItemWords& words) {
  Quantity quantity;
  at = skip_spaces(text, at);
  for (const char32_t word : {U'共', U'各'})
    if (at < text.size() && char_at(text, at) == word) next_char(text, at), quantity.each = word == U'各';
  const std::size_t begin = at;
  while (at < text.size() && (is_digit(char_at(text, at)) || is_cn_numeral(char_at(text, at)))) next_char(text, at);
  const auto value = parse_numeral(text.substr(begin, at - begin));
  if (!value) return {};
  const double part = read_fraction(text, at);
  at = skip_spaces(text, at);
  const auto unit = words.units.find(text, at);
  if (!unit || words.not_units.find(text, at) || numbers_house(text, at, at + unit.bytes, words)) return {};
  quantity.count = static_cast<double>(*value) + part;
  quantity.unit = text.substr(at, unit.bytes);
  quantity.end = at + unit.bytes;
  return quantity;
}

}  // namespace jianbao
