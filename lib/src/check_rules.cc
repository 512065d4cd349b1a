// Every stage run over the examples of the tables: they are what the tables are for, so that each one is compiled.
#include <algorithm>

#include "jianbao/jianbao.h"
#include "tables.h"

namespace jianbao {
namespace {

std::string examples(const Rules::Tables& tables) {
  std::string page;
  for (const auto& [name, source] : tables.sources) {
    const Table& table = tables.table(name);
    if (std::find(table.columns().begin(), table.columns().end(), "example") == table.columns().end()) continue;
    for (const Table::Row& row : table.rows()) page += table.cell(row, "example") + "\n";
  }
  return page;
}

}  // namespace

void check_rules(const Rules& rules) {
  const Page page = clean(examples(rules.tables()), "examples", 0, {}, rules);
  for (Article& article : split(page, rules))
    for (const ArticleType type : {ArticleType::document, ArticleType::notice}) {
      article.type = type;
      outline(article, rules);
      clauses(article, rules);
      notices(article, rules);
    }
}

}  // namespace jianbao
