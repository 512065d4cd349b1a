// Whether a numbered paragraph is a notice of its own, or a clause or a lot of one.
#pragma once

#include <string_view>

#include "notice_groups/notice_group_state.h"

namespace jianbao {

/// Numbers count notices under a heading of losses (1.张三遗失…); elsewhere they count the clauses and lots of one. `text`: behind the number.
bool begins_numbered(std::string_view text, const GroupState& state);

}  // namespace jianbao
