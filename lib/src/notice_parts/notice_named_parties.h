// The parties that the patterns of notice_parties.tsv find.
#pragma once

#include <string_view>
#include <vector>

#include "jianbao/records.h"

namespace jianbao {

/// What the rows of this name in notice_parties.tsv find; with * behind the name, at every place where the same row does.
std::vector<Party> read_named(std::string_view name, std::string_view text, const Rules& rules);

}  // namespace jianbao
