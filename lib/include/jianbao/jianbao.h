// jianbao: the text of Chinese newspaper pages as clean, structured, traceable records.
//
//   jianbao::Page page = jianbao::clean(text, "p1");
//   for (const jianbao::Article& article : jianbao::split(page)) {
//     for (const jianbao::Clause& clause : jianbao::clauses(article)) use(clause.cite, clause.text);
//     for (const jianbao::Notice& notice : jianbao::notices(article)) use(notice.kind, notice.parties);
//   }
//
// The library neither prints nor logs nor exits nor reads files (but for Rules, which reads the folder it is given).
// No text makes it throw, but a line that is no record read_json(). All functions may be called from several threads at once.
#pragma once

#include "jianbao/articles.h"
#include "jianbao/clean.h"
#include "jianbao/issue.h"
#include "jianbao/json.h"
#include "jianbao/page.h"
#include "jianbao/records.h"
#include "jianbao/rules.h"
