// Whether a piece of text goes on with the notice that is open, or begins another one.
#pragma once

#include <optional>
#include <string_view>

#include "notice_groups/notice_group_state.h"

namespace jianbao {

/// `signature`: where the text is one; `item`: a mark before it begins something.
bool goes_on_with_open(std::string_view text, const std::optional<Signature>& signature, bool item, const GroupState& state);

/// A sentence with a loser or addressees of its own, behind a notice that is complete.
bool begins_new(std::string_view text, const GroupState& state);

}  // namespace jianbao
