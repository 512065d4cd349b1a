// Takes columns apart that OCR read across (clean/woven.h): where each printed line of a column begins and ends, and what the column says
// from top to bottom. Full lines of a column are as long as one another; a gap, a mark that OCR made of the space between columns, or nothing
// at all stands between them. That the text goes on from line to line, and not across, shows that they are columns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// One column, from top to bottom.
struct UnwovenColumn {
  std::vector<std::vector<Span>> paragraphs;  ///< the printed lines of each; places of the page's text
  bool goes_on = false;                       ///< breaks off in the middle of a sentence, with a full line
  std::string last;                           ///< text of the last paragraph
};

struct Unwoven {
  std::vector<UnwovenColumn> columns;
  std::vector<Span> between;  ///< rules, and the marks that OCR made of the space between columns
};

/// `run`: the printed lines, a place of the page's text (find_woven). Nothing where they are no columns of running text.
std::optional<Unwoven> unweave(const Page& page, const Rules& rules, Span run);

/// Below columns that were read across OCR mostly goes on column by column: the rest of each comes behind it.
void continue_columns(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
