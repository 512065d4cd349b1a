// What kind of piece a draft is, from the roles and shapes of its lines.
#pragma once

#include "jianbao/rules.h"
#include "split/draft.h"

namespace jianbao {

ArticleType type_of(const Draft& draft, const Page& page, const Rules& rules);

}  // namespace jianbao
