#include <unistd.h>

#include <algorithm>

#include "clean_output.h"
#include "cli.h"

namespace {

/// What is written: one of these, the text by default.
struct Choice {
  bool jsonl = false, diff = false, check = false, stats = false, undo = false;
};

void add_options(CLI::App& app, jianbao::CleanOptions& options, Choice& choice) {
  const tools::Choices<jianbao::Fix> fixes = {
      {"none", jianbao::Fix::none}, {"certain", jianbao::Fix::certain}, {"likely", jianbao::Fix::likely}};
  const CLI::Validator rule(
      [](std::string& name) {
        if (name == "bytes" || name.starts_with("bytes.")) return name + " cannot be switched on or off";
        return jianbao::is_cleaning_rule(name) ? std::string() : "there is no rule " + name;
      },
      "RULE");
  app.add_option_function<std::string>(
         "--fix", [&options, fixes](const std::string& name) { options.fix = tools::chosen("--fix", name, fixes); },
         "wrong characters to repair: none, certain or likely; the others are doubts")
      ->type_name("HOW")
      ->option_text("HOW (certain)");
  app.add_option("--only", options.only, "apply these rules only, by name or by its part before the dot")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(rule)
      ->type_name("RULE,...");
  app.add_option("--without", options.without, "leave these rules out")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(rule)
      ->type_name("RULE,...");
  app.add_flag("--simplify", options.simplify, "turn traditional characters into simplified ones");
  auto* const form = app.add_option_group("form", "Instead of the text, write:");
  form->add_flag("--jsonl", choice.jsonl, "page records with every edit");
  form->add_flag("--diff", choice.diff, "the lines that change, before and after");
  form->add_flag("--check", choice.check, "the pages that would change; exit with 1 if there are any");
  form->add_flag("--stats", choice.stats, "how often each rule applies");
  auto* const undo = form->add_flag("--undo", choice.undo, "the source of page records, byte for byte");
  for (const char* const repairing : {"--fix", "--only", "--without", "--simplify"}) undo->excludes(app.get_option(repairing));
  form->require_option(0, 1);
}

/// Whether the rule of --simplify is among those to apply.
bool may_simplify(const jianbao::CleanOptions& options) {
  const auto names_it = [](const std::string& name) { return name == "char" || name == "char.simplify"; };
  return (options.only.empty() || std::any_of(options.only.begin(), options.only.end(), names_it)) &&
         std::none_of(options.without.begin(), options.without.end(), names_it);
}

}  // namespace

int main(int argc, char** argv) {
  jianbao::CleanOptions options;
  Choice choice;
  tools::Statistics statistics;
  tools::Tool tool;
  tool.description = {"jb-clean", "Repair what OCR did to the text of a newspaper page; leave right text as it is.",
                      "  jb-clean page.txt\n"
                      "  jb-clean --diff page.txt\n"
                      "  jb-clean --jsonl page.txt | jb-clean --undo | cmp - page.txt"};
  tool.splits = false;
  tool.clean = &options;
  tool.add_options = [&](CLI::App& app) {
    add_options(app, options, choice);
    app.callback([&] {
      if (options.simplify && !may_simplify(options)) throw CLI::ValidationError("--simplify", "the other options leave its rule out, char.simplify");
      tool.stats = choice.stats;
      tool.undoes = choice.undo;
      tool.pages = !choice.jsonl && !choice.diff && !choice.check && !choice.stats;
      options.text_only = tool.pages && !choice.undo;
    });
  };
  tool.each_text = [&](const tools::Sheet& sheet, const jianbao::Rules&) {
    const jianbao::Page& page = *sheet.page;
    std::string out;
    if (choice.jsonl)
      jianbao::write_json(out, page);
    else if (choice.diff)
      out = tools::diff(page, ::isatty(STDOUT_FILENO) != 0);
    else if (choice.check)
      out = tools::changes(page);
    else if (choice.undo)
      out = jianbao::encode(jianbao::undo(page), page.encoding);
    else if (!choice.stats)
      out = page.text;
    if (choice.check || choice.stats) statistics.add(page);
    return out;
  };
  tool.finish = [&](bool) {
    if (choice.stats) statistics.print();
    return choice.check && !statistics.empty() ? 1 : 0;
  };
  return tools::run(argc, argv, tool);
}
