#include <fmt/format.h>

#include <algorithm>

#include "cli.h"
#include "notice_database.h"

namespace {

struct Options {
  std::vector<std::string> kinds;
  std::string database;
  bool mask = false, items = false;
};

/// lost_seal, auction: a space behind the comma is no part of the name.
std::string trimmed(std::string name) { return CLI::detail::trim(name); }

void add_options(CLI::App& app, Options& options) {
  app.add_option("--kind", options.kinds, "only notices of these kinds, such as lost_seal,auction")->delimiter(',')->allow_extra_args(false)->transform(trimmed)->type_name("KIND,...");
  app.add_flag("--items", options.items, "in tables, a row for each thing that a notice names instead of one for each notice");
  app.add_flag("--mask", options.mask, "put asterisks into identity numbers and mobile numbers of persons");
  app.add_option("--sqlite", options.database, "write tables notices, items, parties and phones into a database instead of records")
      ->type_name("FILE")
      ->excludes(app.get_option("--format"))
      ->excludes(app.get_option("--bom"))
      ->excludes(app.get_option("--items"));
}

bool is_wanted(const jianbao::Notice& notice, const Options& options) {
  return options.kinds.empty() || std::find(options.kinds.begin(), options.kinds.end(), notice.kind) != options.kinds.end();
}

std::vector<jianbao::Notice> read_notices(const jianbao::Article& article, const jianbao::Rules& rules, const Options& options) {
  std::vector<jianbao::Notice> notices = jianbao::notices(article, rules);
  std::erase_if(notices, [&](const jianbao::Notice& notice) { return !is_wanted(notice, options); });
  if (options.mask)
    for (jianbao::Notice& notice : notices) jianbao::mask(notice);
  return notices;
}

void check_kinds(const Options& options, const jianbao::Rules& rules) {
  if (options.kinds.empty()) return;  // their table takes as long to read as a tool to start
  const std::vector<std::string> known = jianbao::notice_kinds(rules);
  for (const std::string& kind : options.kinds)
    if (std::find(known.begin(), known.end(), kind) == known.end()) throw std::invalid_argument("there is no kind of notice named '" + kind + "'; there are: " + fmt::format("{}", fmt::join(known, " ")));
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  tools::NoticeDatabase database;
  tools::Tool tool;
  tool.description = {"jb-notices", "Every public notice on a page as a record with its fields.",
                      "  jb-notices page.txt | jq -r 'select(.kind == \"lost_seal\") | .parties[].name'\n"
                      "  jb-split page.txt | jb-notices -f csv\n"
                      "  jb-notices --sqlite notices.db page.txt && sqlite3 notices.db 'select kind, count(*) from notices group by kind'"};
  tool.records = tools::Kind::notice;
  tool.start = [&](const jianbao::Rules& rules) {
    check_kinds(options, rules);
    if (!options.database.empty()) database.open(options.database, options.kinds);
  };
  tool.each = [&](const tools::Sheet& sheet, const jianbao::Rules& rules, tools::Output& output) {
    for (const jianbao::Article& article : sheet.articles)
      for (const jianbao::Notice& notice : read_notices(article, rules, options))
        options.items ? output.write_items(notice) : output.write(notice);
  };
  const auto store = [&](const tools::Sheet& sheet, const jianbao::Rules& rules) {
    std::vector<std::vector<jianbao::Notice>> notices;
    for (const jianbao::Article& article : sheet.articles) notices.push_back(read_notices(article, rules, options));
    database.replace(sheet.file, sheet.page ? &*sheet.page : nullptr, sheet.articles, notices);
    return std::string();
  };
  tool.add_options = [&](CLI::App& app) {
    add_options(app, options);
    app.callback([&] {
      if (app.count("--sqlite") > 0 && options.database.empty()) throw CLI::ValidationError("--sqlite", "an empty name is no file");
      if (options.items) tool.records = tools::Kind::item;
      if (options.database.empty()) return;
      tool.records.reset();
      tool.pages = false;
      tool.each_text = store;
    });
  };
  tool.finish = [&](bool whole) {
    database.close(whole);
    return 0;
  };
  return tools::run(argc, argv, tool);
}
