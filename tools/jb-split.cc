#include <fmt/format.h>

#include <algorithm>

#include "article_files.h"
#include "cli.h"

namespace {

const tools::Choices<jianbao::ArticleType> kTypes = {
    {"document", jianbao::ArticleType::document}, {"news", jianbao::ArticleType::news},
    {"caption", jianbao::ArticleType::caption},   {"notice", jianbao::ArticleType::notice},
    {"furniture", jianbao::ArticleType::furniture}, {"ad", jianbao::ArticleType::ad}, {"other", jianbao::ArticleType::other}};

/// Articles that go on from page to page of an issue, put together. Returns what was weighed, where that is to be explained.
std::vector<std::string> stitch_pages(std::vector<tools::Sheet>& sheets, const jianbao::Rules& rules, bool explain) {
  std::vector<jianbao::IssuePage> pages;
  for (tools::Sheet& sheet : sheets)
    pages.push_back({sheet.page ? sheet.page->source : sheet.file, sheet.page ? sheet.page->offset : 0, std::move(sheet.articles)});
  std::vector<jianbao::PageJoin> joins;
  jianbao::stitch_issue(pages, rules, explain ? &joins : nullptr);
  for (std::size_t i = 0; i < sheets.size(); ++i) sheets[i].articles = std::move(pages[i].articles);
  std::vector<std::string> explanations;
  for (const jianbao::PageJoin& join : joins)
    explanations.push_back(fmt::format("{} and {}: {}, fit {:.2f}: …{} | {}…", join.head, join.rest, join.made ? "joined" : "apart", join.fit, join.end, join.begin));
  return explanations;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<jianbao::ArticleType> types;
  std::string folder;
  tools::ArticleFiles files;
  tools::Tool tool;
  const auto is_wanted = [&](const jianbao::Article& article) {
    return types.empty() || std::find(types.begin(), types.end(), article.type) != types.end();
  };
  const auto store = [&](const tools::Sheet& sheet, const jianbao::Rules&) {
    for (const jianbao::Article& article : sheet.articles)
      if (is_wanted(article)) files.write(article);
    return std::string();
  };
  tool.description = {"jb-split", "Take the articles of a newspaper page apart, each whole and in order.",
                      "  jb-split page.txt | jq -r .title\n"
                      "  jb-clean page.txt | jb-split -f md\n"
                      "  jb-split --type news,document page.txt\n"
                      "  jb-split --issue page.txt | jq -r 'select(.parts) | .title'\n"
                      "  jb-split --to articles page.txt && ls articles"};
  tool.records = tools::Kind::article;
  tool.add_options = [&](CLI::App& app) {
    app.add_option_function<std::vector<std::string>>(
           "--type",
           [&](const std::vector<std::string>& names) {
             for (const std::string& name : names) types.push_back(tools::chosen("--type", name, kTypes));
           },
           "only articles of these types, such as news,document")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("TYPE,...")
        ->option_text("TYPE,...");
    app.add_option("--to", folder, "write each article as Markdown into DIR/ID.md (/ as -) instead of records")
        ->type_name("DIR")
        ->check([](const std::string& name) { return name.empty() ? "the folder has no name" : ""; })
        ->excludes(app.get_option("--format"))
        ->excludes(app.get_option("--bom"));
    app.add_flag_callback("--issue", [&] {
      tool.all = [&](std::vector<tools::Sheet>& sheets, const jianbao::Rules& rules) { return stitch_pages(sheets, rules, tool.explain); };
    }, "all pages are one issue: articles that go on on another page are put together");
    app.add_flag("--explain", tool.explain, "say which torn pieces were weighed against each other, and which were joined");
    app.callback([&] {
      if (folder.empty()) return;
      tool.records.reset();
      tool.pages = false;
      tool.each_text = store;
    });
  };
  tool.each = [&](const tools::Sheet& sheet, const jianbao::Rules&, tools::Output& output) {
    for (const jianbao::Article& article : sheet.articles)
      if (is_wanted(article)) output.write(article);
  };
  tool.start = [&](const jianbao::Rules&) {
    if (!folder.empty()) files.open(folder);
  };
  tool.finish = [&](bool) { return files.status(); };
  return tools::run(argc, argv, tool);
}
