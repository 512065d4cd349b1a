// The period that a notice sets, as notice_deadlines.tsv describes it.
#pragma once

#include <optional>
#include <string_view>

#include "jianbao/rules.h"
#include "text/text_signs.h"

namespace jianbao {

/// In days. `signs`: of the text, or of more.
std::optional<double> read_deadline(std::string_view text, const TextSigns& signs, const Rules& rules);

}  // namespace jianbao
