#include "clean/broken_marks.h"

#include <string_view>

namespace jianbao {
namespace {

/// How many dots a character is; 0: it is none.
int dots_of(char32_t c) {
  constexpr int kEllipsis = 3;
  if (c == U'…') return kEllipsis;
  return c == '.' || c == U'．' || c == U'·' || c == U'•' || c == U'・' ? 1 : 0;
}

bool may_part_clauses(Side left, Side right) {
  return (left == Side::han || left == Side::closing) && (right == Side::han || right == Side::opening);
}

bool is_word(char32_t c) { return c < 0x80 && (is_digit(c) || is_letter(c)); }

}  // namespace

std::size_t broken_dash_end(const MarkLine& line, std::size_t at) {
  constexpr std::string_view kBroken = "— —";
  const std::size_t end = at + kBroken.size();
  const bool is_broken = line.text.substr(0, line.end).substr(at).starts_with(kBroken) && may_part_clauses(line.left(at), side_of(line.next(end)));
  return is_broken ? end : at;
}

std::size_t broken_dots_end(const MarkLine& line, std::size_t at) {
  constexpr int kLeast = 3, kFew = 2;
  if (dots_of(line.previous(at)) > 0) return at;  // looked at already
  int dots = 0, single = 0;
  std::size_t end = at;
  for (std::size_t next = at; next < line.end;) {
    const bool gap = line.text[next] == ' ' && dots > 0;
    if (gap) ++next;
    const char32_t c = line.next(next);
    if (dots_of(c) == 0) break;
    dots += dots_of(c);
    single += dots_of(c) == 1;
    next_char(line.text, next);
    end = next;
  }
  const Side left = line.left(at), right = line.right(end);
  if (dots < kLeast || single < kFew || right == Side::digit) return at;  // …. ends a sentence
  if (left == Side::digit) return right == Side::edge ? end : at;
  return left == Side::han || left == Side::closing || left == Side::full || side_of(line.next(end)) == Side::han ? end : at;
}

void mend_inner_quotes(const MarkLine& line, std::vector<Mark>& marks) {
  constexpr std::size_t kLongest = 3 * 30;  // bytes of what is quoted
  Mark* open = nullptr;
  for (Mark& mark : marks) {
    if (mark.c != '\'') continue;
    const char32_t left = line.previous(mark.at), right = line.next(mark.at + mark.size);
    const bool closes = open && mark.at - open->at <= kLongest && (is_han(left) || is_closing(left) || is_stop(left)) && !is_word(right);
    if (closes) {
      open->after = "‘";
      mark.after = "’";
      open->rule = mark.rule = Rule::punct_quote;
    }
    open = !closes && is_han(right) && !is_word(left) ? &mark : nullptr;
  }
}

}  // namespace jianbao
