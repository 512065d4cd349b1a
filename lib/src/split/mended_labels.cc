#include "split/mended_labels.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace jianbao {
namespace {

constexpr const char* kMisread = "misread";

/// Rules that put another character in; the others change its form, or the space around it. ○ is how some print 零.
bool mends(const Edit& edit) {
  return (edit.rule == "char.numeral" && edit.before != "○") || edit.rule == "char.lookalike" || edit.rule == "punct.bracket" || edit.rule == "punct.label";
}

/// What stood in the source in place of a label that begins at `from`, its form as cleaned; empty where nothing was mended.
std::string printed_label(const Page& page, std::size_t from, std::string_view label) {
  std::string printed;
  bool mended = false;
  std::size_t at = 0;  // bytes of the label that are in `printed`
  auto edit = std::partition_point(page.edits.begin(), page.edits.end(), [&](const Edit& e) { return e.from.begin < from; });
  for (std::size_t source = from; edit != page.edits.end(); ++edit) {
    const std::size_t begin = at + (edit->from.begin - source), end = begin + edit->after.size();
    if (begin >= label.size() || end > label.size()) break;
    printed.append(label.substr(at, begin - at));
    printed += mends(*edit) ? edit->before : std::string(label.substr(begin, end - begin));
    mended = mended || mends(*edit);
    at = end;
    source = edit->from.end;
  }
  return mended ? printed.append(label.substr(at)) : std::string();
}

}  // namespace

void flag_mended_figures(Article& article, const Page& page) {
  if (article.type != ArticleType::notice) return;
  const auto reads_figure = [](const Edit& edit) { return edit.rule == "char.numeral" && edit.before.size() == 1 && edit.after.size() == 1; };
  for (Block& block : article.blocks) {
    const bool flagged = std::find(block.flags.begin(), block.flags.end(), kMisread) != block.flags.end();
    const bool mended = !flagged && std::any_of(block.spans.begin(), block.spans.end(), [&](const Span& span) {
      auto edit = std::partition_point(page.edits.begin(), page.edits.end(), [&](const Edit& e) { return e.from.begin < span.begin; });
      for (; edit != page.edits.end() && edit->from.begin < span.end; ++edit)
        if (reads_figure(*edit)) return true;
      return false;
    });
    if (mended) block.flags.emplace_back(kMisread);
  }
}

void flag_mended_labels(Article& article, const Page& page) {
  for (Block& block : article.blocks) {
    if (!block.label || !block.label->printed.empty() || block.spans.empty()) continue;
    if (std::find(block.flags.begin(), block.flags.end(), kMisread) != block.flags.end()) continue;  // nothing was printed
    std::string_view label = article.view(block).substr(0, block.label->length);
    while (!label.empty() && (label.ends_with(' ') || label.ends_with("\u3000"))) label.remove_suffix(label.ends_with(' ') ? 1 : 3);
    std::string printed = printed_label(page, block.spans.front().begin, label);
    if (printed.empty()) continue;
    block.label->printed = std::move(printed);
    block.flags.emplace_back(kMisread);
  }
}

}  // namespace jianbao
