// Notices of what is cut off, packed by day.
#pragma once

#include <string_view>

#include "jianbao/records.h"
#include "jianbao/rules.h"

namespace jianbao {

/// Of rows of hours: areas, what each says, with semicolons between them; hours, the begin and end of each with a stroke between them (where
/// there are several rows); event_time and event_end of all. Of lines that one leads to (对以下线路停电：) areas alone. Nothing where the text has
/// none. `issue`: the newspaper's day, for the year.
Fields read_outages(std::string_view text, std::string_view issue, const Rules& rules);

}  // namespace jianbao
