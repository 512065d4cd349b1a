#include "cli.h"

int main(int argc, char** argv) {
  jianbao::CleanOptions options;
  bool records = false;
  tools::Tool tool;
  tool.description = {"jb-clean", "Repair what OCR did to the text of a newspaper page; leave right text as it is.",
                      "  jb-clean page.txt\n"
                      "  jb-clean --jsonl page.txt | jq '.edits | length'"};
  tool.splits = false;
  tool.clean = &options;
  tool.add_options = [&](CLI::App& app) { app.add_flag("--jsonl", records, "write page records with every edit, not text"); };
  tool.each_text = [&](const tools::Sheet& sheet, const jianbao::Rules&) {
    std::string out;
    if (records)
      jianbao::write_json(out, *sheet.page);
    else
      out = sheet.page->text;
    return out;
  };
  return tools::run(argc, argv, tool);
}
