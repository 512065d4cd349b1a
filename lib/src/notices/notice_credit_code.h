// The credit code of the party that a notice speaks of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "jianbao/rules.h"

namespace jianbao {

struct CreditCode {
  std::string code;     ///< in capitals, without the spaces that group it in print
  std::size_t end = 0;  ///< behind it in the text
};

/// The first 18 characters of its shape from `from` on, behind its label, or bare in brackets.
std::optional<CreditCode> read_credit_code(std::string_view text, std::size_t from, const Rules& rules);

/// Whether a number stands behind the label of such a code that lost a character, or has one too many.
bool has_torn_credit_code(std::string_view text, const Rules& rules);

}  // namespace jianbao
