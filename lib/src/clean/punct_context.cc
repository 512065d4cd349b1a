#include "clean/clean_pass.h"
#include "clean/punct.h"
#include "names/persons.h"
#include "text/numeral.h"

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

bool is_between_sounded(const MarkLine& line, std::size_t at, std::size_t end, const Rules& rules) {
  constexpr std::size_t kMost = 4;  // characters
  const auto any = [&](std::size_t from, auto step, auto part) {
    for (std::size_t n = 1; n <= kMost && step(from); ++n)
      if (n > 1 && is_sounded(part(from), rules)) return true;
    return false;
  };
  const std::string_view text = line.text;
  const bool left = any(at, [&](std::size_t& from) { return from > line.begin && (from = before(text, from), is_han(char_at(text, from))); },
                        [&](std::size_t from) { return text.substr(from, at - from); });
  return left || any(end, [&](std::size_t& to) { return to < line.end && is_han(next_char(text, to)); }, [&](std::size_t to) { return text.substr(end, to - end); });
}

std::size_t extension_end(const MarkLine& line, std::size_t at) {
  constexpr std::size_t kLeast = 2, kMost = 4;  // characters
  const auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || is_ascii_digit(static_cast<unsigned char>(c)); };
  if (line.next(at) != '.' || is_digit(line.next(at + 1))) return 0;
  std::size_t end = at + 1;
  while (end < line.end && is_part(line.text[end])) ++end;
  const bool ends = !is_letter(line.next(end));
  return ends && end - at > kLeast && end - at <= kMost + 1 ? end : 0;
}

bool parts_sentences(const MarkLine& line, std::size_t at, std::size_t end, const Rules& rules) {
  constexpr std::size_t kLeast = 3;  // Han
  std::size_t left = 0, right = 0;
  for (std::size_t from = at; left < kLeast && from > line.begin && is_han(line.previous(from)); ++left) from = before(line.text, from);
  for (std::size_t to = end; right < kLeast && to < line.end && is_han(line.next(to)); ++right) next_char(line.text, to);
  if (left < kLeast || right < kLeast) return false;
  return !is_cn_numeral(line.previous(at)) && !is_cn_numeral(line.next(end)) && !is_between_sounded(line, at, end, rules);
}

void doubt_dots(const CleanContext& context, const CleanScan& scan, Page& page) {
  if (!context.on.has(Rule::punct_width)) return;
  for (const ScannedLine& scanned : scan.lines()) {
    if (!(scanned.has & ScannedLine::mark)) continue;
    const MarkLine line{page.text, scanned.begin, scanned.end};
    const std::string_view lines = std::string_view(page.text).substr(0, line.end);
    for (std::size_t at = line.begin; (at = lines.find('.', at)) != std::string_view::npos; ++at)
      if (is_han(line.previous(at)) && is_han(line.next(at + 1)) && parts_sentences(line, at, at + 1, context.rules))
        page.doubts.push_back({std::string(name_of(Rule::punct_width)), {at, at + 1}, "may be 。"});
  }
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

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_han(next_char(text, at))) return true;
  return false;
}

}  // namespace jianbao
