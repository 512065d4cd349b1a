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

/// Whether a text begins with names that are nothing but the sounds of such without surnames (其木格、娜仁花), and a word of loss
/// behind them; `end`: of the names.
bool loses_by_sound(std::string_view text, const Rules& rules, std::size_t* end = nullptr);

}  // namespace jianbao
