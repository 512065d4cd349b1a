// Fields of a notice that tell of one another, once all of them and its things are read.
#pragma once

#include "jianbao/records.h"
#include "notices/notice_text.h"

namespace jianbao {

/// Drops what is told twice or of something else, and completes what another field tells. `bill`: the notice's thing is a bill.
void reconcile_fields(Notice& notice, const NoticeText& text, bool bill, const Rules& rules);

}  // namespace jianbao
