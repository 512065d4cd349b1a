#include "jianbao/clean.h"

#include <utility>

#include "clean_pass.h"

namespace jianbao {
namespace {

using Pass = void (*)(const CleanContext&, Rewriter&);

/// Lines come before marks, because a mark's width depends on what stands at both sides of it.
constexpr Pass kPasses[] = {clean_unicode, clean_junk, clean_joins, clean_punct, clean_spaces, clean_characters, clean_simplify};

/// A repair may make another one possible; the passes run until none finds anything. Text of real pages takes two rounds,
/// the second of which only looks.
constexpr int kRounds = 8;

bool run_passes(Page& page, const CleanContext& context, const RuleSet& rules) {
  bool changed = false;
  for (const Pass pass : kPasses) {
    Rewriter out(page.text, rules);
    pass(context, out);
    if (out.empty()) continue;
    std::string text = out.take_text();
    page.edits = compose(std::move(page.edits), out.take_edits(), page.text);
    page.text = std::move(text);
    changed = true;
  }
  return changed;
}

}  // namespace

Page clean(std::string_view text, std::string id, std::size_t offset, const CleanOptions& options, const Rules& rules) {
  Page page;
  page.id = std::move(id);
  page.text = text;
  page.offset = offset;
  const RuleSet on(options.only, options.without);
  for (int round = 0; round < kRounds && run_passes(page, {rules, options}, on); ++round) {
  }
  anchor_deletions(page.text, page.edits);
  find_doubts({rules, options}, on, page);
  for (Edit& edit : page.edits) edit.from = {edit.from.begin + offset, edit.from.end + offset};
  return page;
}

std::string undo(const Page& page) {
  std::string source;
  std::size_t at = 0;
  for (const Edit& edit : page.edits) {
    source.append(page.text, at, edit.to.begin - at).append(edit.before);
    at = edit.to.end;
  }
  return source.append(page.text, at);
}

}  // namespace jianbao
