#include "cli.h"

int main(int argc, char** argv) {
  tools::Tool tool;
  tool.description = {"jb-clauses", "Every numbered clause of the documents on a page as a record that can be cited.",
                      "  jb-clauses -f csv page.txt > clauses.csv\n"
                      "  jb-clean page.txt | jb-split | jb-clauses"};
  tool.records = tools::Kind::clause;
  tool.each = [](const tools::Sheet& sheet, const jianbao::Rules& rules, tools::Output& output) {
    for (const jianbao::Article& article : sheet.articles)
      for (const jianbao::Clause& clause : jianbao::clauses(article, rules)) output.write(clause);
  };
  return tools::run(argc, argv, tool);
}
