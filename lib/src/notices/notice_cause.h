// What a case is about, told behind the names of those it is brought against.
#pragma once

#include "jianbao/records.h"

namespace jianbao {

/// …与被告李四、王五信用卡纠纷一案: without the names. It is left out where a name that is none of the parties' may stand before it.
void clear_cause(Notice& notice, const Rules& rules);

}  // namespace jianbao
