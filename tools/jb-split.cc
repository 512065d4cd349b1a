#include <algorithm>

#include "cli.h"

namespace {

const std::map<std::string, jianbao::ArticleType> kTypes = {
    {"document", jianbao::ArticleType::document}, {"news", jianbao::ArticleType::news},
    {"caption", jianbao::ArticleType::caption},   {"notice", jianbao::ArticleType::notice},
    {"furniture", jianbao::ArticleType::furniture}, {"ad", jianbao::ArticleType::ad}, {"other", jianbao::ArticleType::other}};

}  // namespace

int main(int argc, char** argv) {
  std::vector<jianbao::ArticleType> types;
  tools::Tool tool;
  tool.description = {"jb-split", "Take the articles of a newspaper page apart, each whole and in order.",
                      "  jb-split page.txt | jq -r .title\n"
                      "  jb-clean page.txt | jb-split -f md\n"
                      "  jb-split --type news,document page.txt"};
  tool.records = tools::Kind::article;
  tool.add_options = [&](CLI::App& app) {
    app.add_option("--type", types, "only articles of these types, such as news,document")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->transform(CLI::CheckedTransformer(kTypes))
        ->type_name("TYPE,...")
        ->option_text("TYPE,...");
    app.add_flag("--explain", tool.explain, "say which torn pieces were weighed against each other, and which were joined");
  };
  tool.each = [&](const tools::Sheet& sheet, const jianbao::Rules&, tools::Output& output) {
    for (const jianbao::Article& article : sheet.articles)
      if (types.empty() || std::find(types.begin(), types.end(), article.type) != types.end()) output.write(article);
  };
  return tools::run(argc, argv, tool);
}
