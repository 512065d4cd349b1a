// Every stage run over the examples of the tables: they are what the tables are for, so that each one is compiled.
#include <algorithm>

#include "jianbao/jianbao.h"
#include "tables/tables.h"
#include "text/utf8.h"

namespace jianbao {
namespace {

std::string examples(const Rules::Tables& tables) {
  std::string page;
  for (const auto& [name, source] : tables.sources) {
    const Table& table = tables.table(name);
    if (std::find(table.columns().begin(), table.columns().end(), "example") == table.columns().end()) continue;
    for (const Table::Row& row : table.rows()) page.append(table.cell(row, "example")).push_back('\n');
  }
  return page;
}

/// The same as a narrow column prints it, so that lines are joined.
std::string in_a_column(std::string_view page) {
  constexpr std::size_t kWidth = 12;  // characters
  std::string column;
  std::size_t chars = 0;
  for (std::size_t at = 0; at < page.size();) {
    const char32_t c = next_char(page, at);
    if (c == '\n') continue;
    append_char(column, c);
    if (++chars % kWidth == 0) column.push_back('\n');
  }
  return column;
}

}  // namespace

void check_rules(const Rules& rules) {
  clean(in_a_column(examples(rules.tables())), "column", 0, {}, rules);
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
