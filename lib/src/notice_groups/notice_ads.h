// Small ads: a line or two that offer or seek something and end with the telephone to call.
#pragma once

#include <cstddef>
#include <string_view>

#include "notice_groups/notice_group_state.h"

namespace jianbao {

/// Bytes of what a small ad is about before its text: 【出租】, 求租 or 求租： where `bare`; 0 where none stands there.
std::size_t ad_topic(std::string_view text, bool bare, const Rules& rules);

/// The next of several small ads; without brackets a topic begins one only behind another that began so.
bool begins_ad(std::string_view text, const GroupState& state);

/// Both the open notice and the text are small ads, in a column of such, or both look for somebody to work.
bool is_next_ad(std::string_view text, const GroupState& state);

}  // namespace jianbao
