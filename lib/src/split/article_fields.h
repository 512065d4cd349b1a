// The fields of an article that its lines print: what its head names, where it comes from, and who wrote it.
#pragma once

#include "jianbao/articles.h"
#include "jianbao/rules.h"
#include "split/draft.h"

namespace jianbao {

/// Column, kicker, title and subtitle. The type and blocks of the article are known.
void read_heads(const Draft& draft, const Page& page, const Rules& rules, Article& article);

/// Dateline, agency, place, date and byline, from head and end.
void read_fields(const Draft& draft, const Page& page, const Rules& rules, Article& article);

}  // namespace jianbao
