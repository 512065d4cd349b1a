#include "cli.h"

int main(int argc, char** argv) {
  tools::Tool tool;
  tool.description = {"jb-outline", "The headings of every article of a newspaper page, with their levels.",
                      "  jb-outline -f text page.txt\n"
                      "  jb-split page.txt | jb-outline"};
  tool.records = tools::Kind::heading;
  tool.each = [](const tools::Sheet& sheet, const jianbao::Rules& rules, tools::Output& output) {
    for (const jianbao::Article& article : sheet.articles) {
      const std::vector<jianbao::Heading> headings = jianbao::outline(article, rules);
      if (!headings.empty()) output.write_title(article);
      for (const jianbao::Heading& heading : headings) output.write(heading);
      if (!headings.empty()) output.end_tree();
    }
  };
  return tools::run(argc, argv, tool);
}
