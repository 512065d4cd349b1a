#include "clean/column_gaps.h"

namespace jianbao {
namespace {

/// Two characters of U+3000, or a tab, are a gap; one of U+3000 parts phrases.
constexpr std::size_t kWide = 2;
std::size_t width_of(char32_t space) { return space == U'\t' ? kWide : space == U'\u3000' ? 1 : 0; }

/// The end of a weak gap that begins at `at`; `at` where none does.
std::size_t weak_gap_end(std::string_view text, std::size_t at) {
  const auto is_quote = [](char32_t c) { return c == U'“' || c == U'”' || c == U'"' || c == U'‘' || c == U'’'; };
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = next_char(text, next);
    if (!is_space(c) && !is_quote(c)) break;
    at = next;
  }
  return at;
}

}  // namespace

std::size_t half_widths(std::string_view text) {
  std::size_t width = 0, spaces = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t begin = at; (at = skip_han(text, at, text.size())) > begin) {
      width += 2 * ((at - begin) / 3);
      spaces = 0;
      continue;
    }
    const char32_t c = next_char(text, at);
    spaces = c == U' ' ? spaces + 1 : 0;
    width += c >= 0x80 || spaces > kColumnGap ? 2 : spaces == kColumnGap ? 1 + kColumnGap : 1;
  }
  return width;
}

std::size_t find_gap_end(std::string_view text, std::size_t at, std::size_t least) {
  std::size_t end = at, spaces = 0, wide = 0;
  bool rule = false;
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t c = next_char(text, next);
    if (is_column_rule(c)) rule = true;
    else if (is_space(c)) ++spaces, wide += width_of(c);
    else break;
    end = next;
  }
  return rule || spaces >= least || wide >= kWide ? end : at;
}

Span trimmed(std::string_view text, Span at) {
  const std::string_view inside = trim(text.substr(at.begin, at.size()));
  const auto begin = static_cast<std::size_t>(inside.data() - text.data());
  return {begin, begin + inside.size()};
}

std::vector<ColumnGap> column_gaps(std::string_view line) {
  std::vector<ColumnGap> gaps;
  std::size_t left = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (const std::size_t begin = at; (at = skip_han(line, at, line.size())) > begin) {
      left += 2 * ((at - begin) / 3);
      continue;
    }
    std::size_t end = column_gap_end(line, at);
    const bool wide = end > at;
    if (!wide) end = weak_gap_end(line, at);
    if (end == at || at == 0) {
      left += next_char(line, at) < 0x80 ? 1 : 2;
      continue;
    }
    const std::size_t right = left + half_widths(line.substr(at, end - at));
    gaps.push_back({{at, end}, left, right, wide});
    left = right, at = end;
  }
  return gaps;
}

}  // namespace jianbao
