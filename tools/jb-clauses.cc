#include <algorithm>
#include <atomic>
#include <cstdio>
#include <string>

#include "cli.h"

namespace {

struct Selection {
  std::vector<int> levels;
  bool leaf = false;
  std::string asked;               // of --under, as it was typed
  std::vector<std::string> under;  // labels from an outer unit inwards
  bool from_root = false;          // the first of them is an outermost one
  std::string cite;
  jianbao::ClauseOptions clauses;
};

std::vector<std::string> as_path(const std::string& text) {
  std::vector<std::string> path;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('/', at), text.size());
    path.push_back(jianbao::standard_label(text.substr(at, end - at)));
    at = end + 1;
  }
  return path;
}

/// A citation as it is typed, `二、(一)1.`, with marks as wide as citations have them.
std::string as_cite(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool decimal = at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
    if (text[at] == '(') out += "（";
    else if (text[at] == ')') out += "）";
    else if (text[at] == '.' && !decimal) out += "．";
    else out += text[at];
  }
  return out;
}

void set_under(Selection& selection, const std::string& text) {
  selection.asked = text;
  selection.from_root = text.starts_with('/');
  selection.under = as_path(text.substr(selection.from_root));
  selection.cite = as_cite(text);
}

/// Which clauses of an article --under asks for: those with its labels in their path, or the one that is cited so, and those below.
class Under {
 public:
  explicit Under(const Selection& selection) : selection_(selection) {}

  /// To be asked of each clause in order.
  bool holds(const jianbao::Clause& clause) {
    if (selection_.under.empty()) return true;
    if (!cited_.empty() && !(clause.path.size() > cited_.size() && std::equal(cited_.begin(), cited_.end(), clause.path.begin()))) cited_.clear();
    if (clause.level > 0 && clause.cite == selection_.cite) cited_ = clause.path;
    return !cited_.empty() || has_labels(clause.path);
  }

 private:
  bool has_labels(const std::vector<std::string>& path) const {
    const auto& under = selection_.under;
    const auto found = std::search(path.begin(), path.end(), under.begin(), under.end());
    return selection_.from_root ? found == path.begin() && !path.empty() : found != path.end();
  }

  const Selection& selection_;
  std::vector<std::string> cited_;  // path of the cited one, while those below it come
};

bool selects(const Selection& selection, const jianbao::Clause& clause) {
  if (selection.leaf && !clause.leaf) return false;
  return selection.levels.empty() || std::find(selection.levels.begin(), selection.levels.end(), clause.level) != selection.levels.end();
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
           "--under", [&](const std::string& text) { set_under(selection, text); },
           "only the clause of this label, or cited so, and those below it; labels of an inner one are parted by /, one before the "
           "first stands for the root")
        ->type_name("LABEL[/LABEL]");
    app.add_flag("--inline", selection.clauses.inline_items, "also enumerations that stand inside a paragraph");
  };
  std::atomic<bool> found = false;
  tool.each = [&](const tools::Sheet& sheet, const jianbao::Rules& rules, tools::Output& output) {
    for (const jianbao::Article& article : sheet.articles) {
      Under under(selection);
      for (const jianbao::Clause& clause : jianbao::clauses(article, rules, selection.clauses)) {
        if (!under.holds(clause)) continue;
        found = true;
        if (selects(selection, clause)) output.write(clause);
      }
    }
  };
  tool.finish = [&](bool) {
    if (selection.under.empty() || found) return 0;
    std::fprintf(stderr, "jb-clauses: --under: no clause is labelled or cited '%s'\n", selection.asked.c_str());
    return 1;
  };
  return tools::run(argc, argv, tool);
}
