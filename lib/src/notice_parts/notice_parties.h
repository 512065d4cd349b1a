// Who a notice speaks of: its subject, its addressees, or whom a pattern of notice_parties.tsv finds.
#pragma once

#include <string_view>
#include <vector>

#include "jianbao/records.h"
#include "notice_parts/notice_subject.h"

namespace jianbao {

/// The addressees before the first colon: 张三、李四：本院受理….
std::vector<Party> read_addressees(std::string_view text, const Rules& rules);

/// What is needed to read the expression of the column `parties` of notices.tsv.
struct PartyContext {
  const Subject& subject;  ///< of the text without heading and tail, and without spaces inside words
  std::string_view lines;  ///< the same with its spaces, for lists
  std::string_view signatory, court;
};
std::vector<Party> read_party_column(std::string_view column, const PartyContext& context, const Rules& rules);

}  // namespace jianbao
