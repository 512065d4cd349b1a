#include "cli.h"

int main(int argc, char** argv) {
  tools::Tool tool;
  tool.description = {"jb-outline", "The headings of every article of a newspaper page, with their levels.",
                      "  jb-outline -f text page.txt\n"
                      "  jb-split page.txt | jb-outline"};
  tool.records = tools::Kind::heading;
  tool.each = [](const tools::Sheet& sheet, const jianbao::Rules& rules, tools::Output& output) {
    for (const jianbao::Article& article : sheet.articles)
      for (const jianbao::Heading& heading : jianbao::outline(article, rules)) output.write(heading);
  };
  return tools::run(argc, argv, tool);
}
