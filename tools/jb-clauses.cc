#include <algorithm>

#include "cli.h"

namespace {

struct Selection {
  std::vector<int> levels;
  bool leaf = false;
  std::vector<std::string> under;  // labels from an outer unit inwards
  jianbao::ClauseOptions clauses;
};

/// A label as one types it: half-width brackets stand for the full ones of the records.
std::string as_label(std::string text) {
  for (const auto& [half, full] : {std::pair{"(", "（"}, std::pair{")", "）"}})
    for (std::size_t at = 0; (at = text.find(half, at)) != std::string::npos;) text.replace(at, 1, full);
  return text;
}

std::vector<std::string> as_path(const std::string& text) {
  std::vector<std::string> path;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('/', at), text.size());
    path.push_back(as_label(text.substr(at, end - at)));
    at = end + 1;
  }
  return path;
}

bool selects(const Selection& selection, const jianbao::Clause& clause) {
  if (selection.leaf && !(clause.leaf && clause.level > 0)) return false;
  if (!selection.levels.empty() && std::find(selection.levels.begin(), selection.levels.end(), clause.level) == selection.levels.end())
    return false;
  const auto& [path, under] = std::pair(clause.path, selection.under);
  return under.empty() || std::search(path.begin(), path.end(), under.begin(), under.end()) != path.end();
}

}  // namespace

int main(int argc, char** argv) {
  Selection selection;
  tools::Tool tool;
  tool.description = {"jb-clauses", "Every numbered clause of the documents on a page as a record that can be cited.",
                      "  jb-clauses -f csv --bom page.txt > clauses.csv\n"
                      "  jb-clauses --level 1,2 -f text page.txt\n"
                      "  jb-clean page.txt | jb-split | jb-clauses"};
  tool.records = tools::Kind::clause;
  tool.add_options = [&](CLI::App& app) {
    app.add_option("--level", selection.levels, "only clauses of these levels; 1 is the highest, 0 the text around the clauses")
        ->delimiter(',')
        ->allow_extra_args(false)  // the next word is a file
        ->check(CLI::Range(0, 20))
        ->type_name("N[,N]");
    app.add_flag("--leaf", selection.leaf, "only clauses without clauses below them");
    app.add_option_function<std::string>(
           "--under", [&](const std::string& text) { selection.under = as_path(text); },
           "only the clause of this label and those below it; labels of an inner one are parted by /")
        ->type_name("LABEL[/LABEL]");
    app.add_flag("--inline", selection.clauses.inline_items, "also enumerations that stand inside a paragraph");
  };
  tool.each = [&](const tools::Sheet& sheet, const jianbao::Rules& rules, tools::Output& output) {
    for (const jianbao::Article& article : sheet.articles)
      for (const jianbao::Clause& clause : jianbao::clauses(article, rules, selection.clauses))
        if (selects(selection, clause)) output.write(clause);
  };
  return tools::run(argc, argv, tool);
}
