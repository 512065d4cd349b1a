// The party that a clause begins with, up to a word that cuts its name off.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/records.h"

namespace jianbao {

/// The party, or several in a list; `end`, where given, is set behind it.
std::vector<Party> read_at(std::string_view text, const Rules& rules, std::size_t* end);

/// 我公司定于…: a clause whose subject is who speaks, without a name.
bool names_itself(std::string_view clause, const Rules& rules);

}  // namespace jianbao
