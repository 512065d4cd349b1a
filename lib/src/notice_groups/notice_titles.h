// Which heading stands over which notice.
#pragma once

#include <string_view>

#include "notice_groups/notice_group_state.h"

namespace jianbao {

/// A heading that still waits for its body and is of this text's kind.
bool waits_for(std::string_view text, const GroupState& state);

/// The heading over a text: the last one read; of several that wait the one of its kind, else the first. It waits no longer.
std::string_view take_title(std::string_view text, GroupState& state);

}  // namespace jianbao
