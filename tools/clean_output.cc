#include "clean_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <vector>

namespace tools {
namespace {

using jianbao::Edit;
using jianbao::Page;

/// One side of a diff: text, with the pieces that differ marked.
class Side {
 public:
  Side(char sign, std::string_view colour) : line_(1, sign), colour_(colour) {}

  void same(std::string_view text) { line_ += text; }
  void differs(std::string_view text) {
    if (!text.empty() && !colour_.empty()) line_ += colour_;
    for (const char c : text) {
      if (c == '\n')
        line_ += "⏎";
      else
        line_ += c;
    }
    if (!text.empty() && !colour_.empty()) line_ += "\x1b[0m";
  }
  std::string take() { return std::move(line_ += '\n'); }

 private:
  std::string line_;
  std::string_view colour_;
};

/// The edits of one line of the text, from `first` on, and the line's extent.
struct Group {
  std::size_t first, last, begin, end;
};

Group group_at(const Page& page, std::size_t first) {
  const std::string& text = page.text;
  Group group{first, first, 0, 0};
  const std::size_t at = page.edits[first].to.begin;
  group.begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  group.end = std::min(text.find('\n', at), text.size());
  while (group.last < page.edits.size() && page.edits[group.last].to.begin <= group.end) {
    group.end = std::max(group.end, std::min(text.find('\n', page.edits[group.last].to.end), text.size()));
    ++group.last;
  }
  return group;
}

std::string rules_of(const Page& page, const Group& group) {
  std::vector<std::string> names;
  for (std::size_t i = group.first; i < group.last; ++i) names.push_back(page.edits[i].rule);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return fmt::format("{}", fmt::join(names, " "));
}

}  // namespace

std::string diff(const Page& page, bool colour) {
  std::string out;
  std::size_t counted = 0, line = 1;
  for (std::size_t i = 0; i < page.edits.size();) {
    const Group group = group_at(page, i);
    line += static_cast<std::size_t>(std::count(page.text.begin() + static_cast<std::ptrdiff_t>(counted),
                                                page.text.begin() + static_cast<std::ptrdiff_t>(group.begin), '\n'));
    counted = group.begin;
    Side old('-', colour ? "\x1b[31m" : ""), now('+', colour ? "\x1b[32m" : "");
    std::size_t at = group.begin;
    for (; i < group.last; ++i) {
      const Edit& edit = page.edits[i];
      const std::string_view same = page.view({at, edit.to.begin});
      old.same(same), now.same(same);
      old.differs(edit.before), now.differs(edit.after);
      at = edit.to.end;
    }
    const std::string_view rest = page.view({at, group.end});
    old.same(rest), now.same(rest);
    fmt::format_to(std::back_inserter(out), "@@ {}:{} {}\n", page.id, line, rules_of(page, group));
    out += old.take() + now.take();
  }
  return out;
}

std::string changes(const Page& page) {
  return page.edits.empty() ? std::string() : fmt::format("{}: {} edits\n", page.id, page.edits.size());
}

void Statistics::add(const Page& page) {
  const std::lock_guard lock(mutex_);
  for (const Edit& edit : page.edits) ++edits_[edit.rule];
  for (const jianbao::Doubt& doubt : page.doubts) ++doubts_[doubt.rule];
}

void Statistics::print() const {
  for (const auto& [rule, count] : edits_) fmt::print("{}\t{}\n", rule, count);
  for (const auto& [rule, count] : doubts_) fmt::print("doubt {}\t{}\n", rule, count);
  std::fflush(stdout);
}

}  // namespace tools
