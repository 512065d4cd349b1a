// Whom a notice seeks to hire.
#pragma once

#include <string_view>

#include "jianbao/records.h"
#include "jianbao/rules.h"

namespace jianbao {

/// 招聘临床医师12名、护士20名: posts, the names of a list behind the act, and vacancies, how many of each. Nothing where no such list stands there.
Fields read_posts(std::string_view text, const Rules& rules);

}  // namespace jianbao
