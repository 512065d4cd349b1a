// The space between columns, as it stands in a line that OCR read across them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "text/chars.h"

namespace jianbao {

/// The width of text as OCR counts it: a character of ASCII is half as wide as any other. A space of a gap between columns stands for a
/// whole character (measured on ten pages: 12 spaces where 27 half characters are free, 35 for 72).
std::size_t half_widths(std::string_view text);

/// Spaces between two columns at least, where no rule stands; OCR sets two within a line of a column as well.
inline constexpr std::size_t kColumnGap = 3;

/// A rule between columns as OCR reads it.
constexpr bool is_column_rule(char32_t c) { return c == U'|' || c == U'｜' || c == U'¦'; }

/// Whether a gap begins so: most characters need no other look.
constexpr bool may_begin_gap(char32_t c) { return is_space(c) || is_column_rule(c); }

/// The gap between two columns that begins at `at`: `least` spaces or more, or a rule that OCR saw. Where it ends; `at` where none does.
std::size_t find_gap_end(std::string_view text, std::size_t at, std::size_t least);
inline std::size_t column_gap_end(std::string_view text, std::size_t at, std::size_t least = kColumnGap) {
  return at < text.size() && is_han_lead(text[at]) ? at : find_gap_end(text, at, least);  // at most places
}

/// Without the spaces at both ends.
Span trimmed(std::string_view text, Span at);

/// Where columns may part. A weak gap are fewer spaces, or the quotation's marks that OCR makes of the space between columns.
struct ColumnGap {
  Span at;                          ///< places of the line
  std::size_t left = 0, right = 0;  ///< width of what stands before it, and before its end
  bool wide = false;                ///< as column_gap_end says
};

/// In order, without one that the line begins with.
std::vector<ColumnGap> column_gaps(std::string_view line);

}  // namespace jianbao
