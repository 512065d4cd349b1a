#include "clean/punct.h"

namespace jianbao {

Side side_of(char32_t c) {
  if (c == 0) return Side::edge;
  if (is_han(c)) return Side::han;
  if (is_digit(c)) return Side::digit;
  if (is_letter(c)) return Side::latin;
  if (is_closing(c)) return Side::closing;
  if (is_opening(c)) return Side::opening;
  return c < 0x80 ? Side::ascii : Side::full;
}

bool is_chinese(Side side) { return side == Side::han || side == Side::full; }

Side MarkLine::left(std::size_t at) const { return side_of(previous(at)); }
Side MarkLine::right(std::size_t at) const { return side_of(next(skip_spaces(at))); }

bool MarkLine::is_chinese_before(std::size_t at) const {
  // An ASCII run longer than this is a phrase or a code anyway; the limit keeps a line of marks linear.
  constexpr std::size_t kLongest = 60;
  const std::size_t limit = at - begin > kLongest ? at - kLongest : begin;
  std::size_t words = 0, letters = 0;
  while (at > limit && static_cast<unsigned char>(text[at - 1]) < 0x80) {
    --at;
    letters = is_ascii_letter(static_cast<unsigned char>(text[at])) ? letters + 1 : 0;
    words += letters == 2;
  }
  return at > begin && words < 2 && static_cast<unsigned char>(text[at - 1]) >= 0x80 && is_chinese(side_of(previous(at)));
}

std::string_view wide(char32_t c) {
  switch (c) {
    case ',':
      return "，";
    case ';':
      return "；";
    case ':':
      return "：";
    case '?':
      return "？";
    case '!':
      return "！";
    case '(':
      return "（";
    case ')':
      return "）";
    default:
      return {};
  }
}

MarkKind kind_of(char32_t c) {
  switch (fold(c)) {
    case U'，':
      return MarkKind::comma;
    case U'；':
      return MarkKind::semicolon;
    case U'：':
      return MarkKind::colon;
    case U'？':
      return MarkKind::question;
    case U'！':
      return MarkKind::exclamation;
    case U'（':
    case U'）':
      return MarkKind::bracket;
    default:
      return MarkKind::none;
  }
}

std::size_t count_digits(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && at < begin + 12 && is_ascii_digit(static_cast<unsigned char>(text[at]))) ++at;
  return at - begin;
}

}  // namespace jianbao
