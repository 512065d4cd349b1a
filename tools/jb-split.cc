#include "cli.h"

int main(int argc, char** argv) {
  tools::Tool tool;
  tool.description = {"jb-split", "Take the articles of a newspaper page apart, each whole and in order.",
                      "  jb-split page.txt | jq -r .title\n"
                      "  jb-clean page.txt | jb-split -f md"};
  tool.records = tools::Kind::article;
  tool.each = [](const tools::Sheet& sheet, const jianbao::Rules&, tools::Output& output) {
    for (const jianbao::Article& article : sheet.articles) output.write(article);
  };
  return tools::run(argc, argv, tool);
}
