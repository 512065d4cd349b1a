// Takes columns apart that OCR read across (woven.h): where each printed line of a column begins and ends, and what the column says from
// top to bottom. Full lines of a column are as long as one another; a gap, a mark that OCR made of the space between columns, or nothing at
// all stands between them. That the text goes on from line to line, and not across, shows that they are columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"

namespace jianbao {

/// One column, from top to bottom.
struct PrintedColumn {
  std::vector<std::vector<Span>> paragraphs;  ///< the printed lines of each; places of the text
  bool goes_on = false;                       ///< breaks off in the middle of a sentence, with a full line
};

/// One of several side by side over the columns.
struct PrintedHeadline {
  Span at;
  std::size_t column;  ///< the number of the first one below it
};

/// Columns side by side.
struct ReadAcross {
  Span at;  ///< of their printed lines, and of the headlines; a place of the text
  std::vector<PrintedColumn> columns;
  std::vector<PrintedHeadline> headlines;
  std::vector<Span> between;  ///< rules, and the marks that OCR made of the space between columns
};

/// All of a text, in order.
std::vector<ReadAcross> find_read_across(std::string_view text, const Rules& rules);

}  // namespace jianbao
