// Which blocks of a notice article make up one notice, and under which heading.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/articles.h"
#include "notice_parts/notice_tail.h"

namespace jianbao {

/// A block, or the piece of one in which several notices run on.
struct NoticePiece {
  std::size_t block = 0;
  std::string_view text;  ///< without bullet
  std::optional<Signature> signature;  ///< where it holds nothing else
  bool is_read = true;  ///< its one line, for a signature; a row of a table is not
};

struct NoticeGroup {
  std::string_view title;  ///< empty where none is printed over it
  std::vector<NoticePiece> pieces;
  std::string_view topic;  ///< what a small ad says it is before its text: 【出租】
  std::size_t section = 0; ///< how many headings stand before it
  bool counted = false;    ///< one of several that numbers count
  std::string signature;   ///< lines that sign it and stand below a later notice; empty where it has its own
  std::string_view court;  ///< the heading of a court over this and the notices around; empty where there is none
};

/// Titles that no single block holds are kept in `titles`; the groups name them.
std::vector<NoticeGroup> group_notices(const Article& article, const Rules& rules, std::deque<std::string>& titles);

}  // namespace jianbao
