// Columns of text that OCR read across: each line holds one printed line of every column, a gap, a mark or nothing between them.
//
//     建材店诉你买卖合同纠纷一 ” 2025年4月8日          因县红梅瓷厂破产财产已分
//     案，因你下落不明，现依法 “ 缪红霞：上诉人祝传礼就 配完毕，本院于3月31日作
//
// No word of such a line goes on in the next one, so lines are not joined; unweave.h takes the columns apart.
#pragma once

#include <string_view>
#include <vector>

#include "clean/clean_scan.h"
#include "jianbao/page.h"
#include "jianbao/rules.h"

namespace jianbao {

/// Four lines or more that hold running text of several columns, empty ones between them left out.
struct WovenRun {
  Span at;
  std::vector<Span> headlines;  ///< of the row right above, where it is one of those
  std::vector<Span> parts;      ///< between empty lines, where there are any: those that are columns by themselves
};

/// False: find_woven() finds none, as the lines have no gaps of columns. It asks the text the same where lines have not been scanned. Few pages have any.
bool may_be_woven(std::string_view text, const CleanScan& scan);

/// In order.
std::vector<WovenRun> find_woven(std::string_view text, const Rules& rules);

}  // namespace jianbao
