// Columns of text that OCR read across: each line holds one printed line of every column, a gap, a mark or nothing between them.
//
//     建材店诉你买卖合同纠纷一 ” 2025年4月8日          因县红梅瓷厂破产财产已分
//     案，因你下落不明，现依法 “ 缪红霞：上诉人祝传礼就 配完毕，本院于3月31日作
//
// No word of such a line goes on in the next one, so lines are not joined; unweave.h takes the columns apart.
#pragma once

#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"

namespace jianbao {

/// The width of text as OCR counts it: a character of ASCII is half as wide as any other. A space of a gap between columns stands for a
/// whole character (measured on ten pages: 12 spaces where 27 half characters are free, 35 for 72).
std::size_t half_widths(std::string_view text);

/// Spaces between two columns at least, where no rule stands; OCR sets two within a line of a column as well.
inline constexpr std::size_t kColumnGap = 3;

/// The gap between two columns that begins at `at`: `least` spaces or more, or a rule that OCR saw. Where it ends; `at` where none does.
std::size_t column_gap_end(std::string_view text, std::size_t at, std::size_t least = kColumnGap);

/// The same of a weak gap: spaces, and the quotation's marks that OCR makes of the space between columns.
std::size_t weak_gap_end(std::string_view text, std::size_t at);

/// The headlines of a row of such, over the columns of their texts; none where the line is no such row. Set larger than text, they make a
/// shorter line. `line`: a place of the text, without the spaces around.
std::vector<Span> headlines_of(std::string_view text, Span line, const Rules& rules);

/// Four lines or more that hold running text of several columns.
struct WovenRun {
  Span at;
  std::vector<Span> headlines;  ///< of the row right above, where it is one of those
};

/// In order.
std::vector<WovenRun> find_woven(std::string_view text, const Rules& rules);

}  // namespace jianbao
