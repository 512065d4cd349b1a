// Fields of a notice that notice_fields.tsv describes.
#pragma once

#include <string_view>

#include "jianbao/records.h"
#include "text/text_signs.h"

namespace jianbao {

/// All fields of the table that apply to the kind and stand in the text. `signs`: of the text, or of more; `issue`: the newspaper's day, for
/// years.
Fields read_fields(std::string_view kind, std::string_view text, const TextSigns& signs, std::string_view issue, const Rules& rules);

}  // namespace jianbao
