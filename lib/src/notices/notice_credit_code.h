// The credit code of the party that a notice speaks of.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "jianbao/rules.h"

namespace jianbao {

/// The first 18 characters of its shape behind its label, or bare in brackets.
std::optional<std::string> read_credit_code(std::string_view text, const Rules& rules);

/// Whether a number stands behind the label of such a code that lost a character, or has one too many.
bool has_torn_credit_code(std::string_view text, const Rules& rules);

}  // namespace jianbao
