#include "cli.h"

int main(int argc, char** argv) {
  tools::Tool tool;
  tool.description = {"jb", "The whole journey of a newspaper page: its articles, each followed by its clauses and notices.",
                      "  jb page.txt > records.jsonl\n"
                      "  jb -f text page.txt"};
  tool.records = tools::Kind::mixed;
  tool.each = [](const tools::Sheet& sheet, const jianbao::Rules& rules, tools::Output& output) {
    for (const jianbao::Article& article : sheet.articles) {
      output.write(article);
      for (const jianbao::Clause& clause : jianbao::clauses(article, rules)) output.write(clause);
      for (const jianbao::Notice& notice : jianbao::notices(article, rules)) output.write(notice);
    }
  };
  return tools::run(argc, argv, tool);
}
