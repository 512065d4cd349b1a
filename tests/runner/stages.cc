#include "stages.h"

#include <stdlib.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "dump.h"
#include "jianbao/jianbao.h"
#include "numbering/numbering.h"
#include "text/names.h"

namespace tests {
namespace {

using namespace jianbao;

/// A stage, the kind of record it shows and the tool that makes it.
struct Stage {
  std::string_view name, record, tool;
};
constexpr std::array<Stage, 6> kStages = {{{"clean", "", "jb-clean"},
                                           {"edits", "page", "jb-clean --jsonl"},
                                           {"split", "article", "jb-split"},
                                           {"outline", "heading", "jb-outline"},
                                           {"clauses", "clause", "jb-clauses"},
                                           {"notices", "notice", "jb-notices"}}};

const Stage& stage_of(const Example& example) {
  for (const Stage& stage : kStages)
    if (stage.name == example.stage) return stage;
  throw std::runtime_error("no stage named '" + example.stage + "'");
}

/// The value of `name=value` among the words; such words are taken out.
std::string take(std::vector<std::string>& words, const std::string& name) {
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (word->compare(0, name.size() + 1, name + '=') != 0) continue;
    const std::string value = word->substr(name.size() + 1);
    words.erase(word);
    return value;
  }
  return {};
}

/// What the words of an example say about how it is run; `fields` are left over: what to show.
struct Settings {
  std::string fix, only, without, as;
  std::vector<std::string> fields;

  explicit Settings(const Example& example) : fields(example.words) {
    fix = take(fields, "fix");
    only = take(fields, "only");
    without = take(fields, "without");
    as = take(fields, "as");
  }

  CleanOptions clean_options() const {
    CleanOptions options;
    if (!fix.empty()) options.fix = fix == "none" ? Fix::none : fix == "certain" ? Fix::certain : Fix::likely;
    options.only = names(only);
    options.without = names(without);
    return options;
  }

  std::string command_options() const {
    return (fix.empty() ? "" : " --fix=" + fix) + (only.empty() ? "" : " --only=" + only) + (without.empty() ? "" : " --without=" + without);
  }

 private:
  static std::vector<std::string> names(std::string_view list) {
    std::vector<std::string> out;
    for (; !list.empty(); list.remove_prefix(std::min(list.find(',') + 1, list.size()))) {
      out.emplace_back(list.substr(0, list.find(',')));
      if (list.find(',') == list.npos) break;
    }
    return out;
  }
};

/// One article of a given type, a paragraph a line: what separation would hand on.
Article article_of(const std::string& text, const std::string& type) {
  Article article;
  article.id = "p/1";
  article.page = "p";
  const auto known = value_of<ArticleType>(kTypeNames, type);
  if (!known) throw std::runtime_error("no type named '" + type + "'");
  article.type = *known;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t marks = text[at] == '#' ? text.find_first_not_of("# ", at) - at : 0;
    const Span span{at + marks, end};
    at = end + 1;
    if (span.empty()) continue;
    Block block;
    block.kind = marks == 0 ? BlockKind::paragraph : marks == 2 ? BlockKind::title : BlockKind::heading;
    if (block.kind == BlockKind::heading) block.level = 1;
    if (!article.text.empty()) article.text += '\n';
    block.range = {article.text.size(), article.text.size() + span.size()};
    block.spans = {span};
    article.text += text.substr(span.begin, span.size());
    if (block.kind == BlockKind::title) article.title = article.view(block);
    article.blocks.push_back(std::move(block));
    article.spans.push_back(span);
  }
  number_blocks(article, Rules::standard());
  return article;
}

std::vector<Article> articles_of(const Example& example, const Settings& settings) {
  if (!settings.as.empty()) return {article_of(example.input, settings.as)};
  return split(clean(example.input, "p"));
}

std::string records_of(const Stage& stage, const Article& article) {
  std::string out;
  const auto write = [&](const auto& records) {
    for (const auto& record : records) write_json(out, record);
  };
  if (stage.record == "article") write_json(out, article);
  if (stage.record == "heading") write(outline(article));
  if (stage.record == "clause") write(clauses(article));
  if (stage.record == "notice") write(notices(article));
  return out;
}

/// Each line's label, as the table of numbering styles sees it.
std::string labels(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (const auto label = match_label(line, Rules::standard()))
      out += std::string(label->style) + '=' + std::to_string(label->number) + " \"" + std::string(line.substr(label->length)) + "\"\n";
    else
      out += "none\n";
  }
  return out;
}

/// A result ends its last line, so that the closing fence stands on a line of its own.
std::string whole_lines(std::string text) {
  if (!text.empty() && text.back() != '\n') text += '\n';
  return text;
}

/// Standard output of a shell command; its exit status must be 0.
std::string output_of(const std::string& command) {
  std::FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) throw std::runtime_error(command + ": cannot be started");
  std::string out;
  std::array<char, 65536> buffer;
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), n);
  if (const int status = pclose(pipe); status != 0) throw std::runtime_error(command + ": status " + std::to_string(status));
  return out;
}

/// A folder that goes with all that is in it.
struct TemporaryFolder {
  std::filesystem::path path;
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "spec-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error(name + ": cannot be made");
    path = name;
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path); }
};

}  // namespace

std::string by_library(const Example& example) {
  if (example.stage == "label") return labels(example.input);
  const Stage& stage = stage_of(example);
  const Settings settings(example);
  std::string records;
  if (stage.name == "clean" || stage.name == "edits") {
    const Page page = clean(example.input, "p", 0, settings.clean_options());
    if (stage.name == "clean") return whole_lines(escape(page.text));
    write_json(records, page);
  } else {
    for (const Article& article : articles_of(example, settings)) records += records_of(stage, article);
  }
  return dump(records, stage.record, settings.fields);
}

ToolResult by_tool(const Example& example, const std::string& bin) {
  if (example.stage == "label") return {false, {}};
  const Stage& stage = stage_of(example);
  const Settings settings(example);
  const TemporaryFolder folder;
  std::string input = example.input;
  if (!settings.as.empty()) {
    input.clear();
    write_json(input, article_of(example.input, settings.as));
  }
  const std::filesystem::path page = folder.path / "p";
  std::ofstream(page, std::ios::binary) << input;
  const std::string out = output_of("'" + bin + "'/" + std::string(stage.tool) + settings.command_options() + " '" + page.string() + "'");
  if (stage.name == "clean") return {true, whole_lines(escape(out))};
  return {true, dump(out, stage.record, settings.fields)};
}

}  // namespace tests
