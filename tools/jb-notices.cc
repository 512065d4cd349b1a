#include "cli.h"

int main(int argc, char** argv) {
  tools::Tool tool;
  tool.description = {"jb-notices", "Every public notice on a page as a record with its fields.",
                      "  jb-notices page.txt | jq -r 'select(.kind == \"lost_seal\") | .parties[].name'\n"
                      "  jb-split page.txt | jb-notices -f csv"};
  tool.records = tools::Kind::notice;
  tool.each = [](const tools::Sheet& sheet, const jianbao::Rules& rules, tools::Output& output) {
    for (const jianbao::Article& article : sheet.articles)
      for (const jianbao::Notice& notice : jianbao::notices(article, rules)) output.write(notice);
  };
  return tools::run(argc, argv, tool);
}
