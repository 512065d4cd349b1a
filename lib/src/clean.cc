#include "jianbao/clean.h"

#include <iterator>
#include <utility>

#include "clean_pass.h"

namespace jianbao {
namespace {

using Pass = void (*)(const CleanContext&, const CleanScan&, Rewriter&);

/// Lines come before marks, because a mark's width depends on what stands at both sides of it.
constexpr Pass kPasses[] = {clean_unicode, clean_junk,       clean_joins,   clean_punct,
                            clean_spaces,  clean_characters, clean_simplify};

/// A repair may make another one possible; the passes run until none of them has changed what the others have seen.
constexpr std::size_t kRounds = 8;

/// Run the passes in turn, over and over, until all of them in a row have found nothing. The scan belongs to the page's
/// text as it then is.
CleanScan run_passes(Page& page, const CleanContext& context) {
  CleanScan scan(page.text);
  constexpr std::size_t kCount = std::size(kPasses);
  for (std::size_t run = 0, quiet = 0; quiet < kCount && run < kRounds * kCount; ++run) {
    Rewriter out(page.text, context.on);
    kPasses[run % kCount](context, scan, out);
    if (out.empty()) {
      ++quiet;
      continue;
    }
    std::string text = out.take_text();
    page.edits = compose(std::move(page.edits), out.take_edits(), page.text);
    page.text = std::move(text);
    scan = CleanScan(page.text);
    quiet = 0;
  }
  return scan;
}

/// The decoding as edits: U+FFFD in the text for each wrong byte of the source.
std::vector<Edit> fault_edits(const Decoded& decoded, std::string_view bytes) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < decoded.faults.size(); ++i) {
    const std::size_t from = decoded.faults[i], to = from + i * (kReplacement.size() - 1);
    edits.push_back({"bytes.invalid", {from, from + 1}, {to, to + kReplacement.size()}, std::string(bytes.substr(from, 1)), std::string(kReplacement)});
  }
  return edits;
}

}  // namespace

Page clean(std::string_view text, std::string id, std::size_t offset, const CleanOptions& options, const Rules& rules) {
  Page page;
  page.id = std::move(id);
  page.text = text;
  page.offset = offset;
  const RuleSet on(options.only, options.without);
  std::vector<Doubt> doubts;
  const CleanContext context{rules, options, on, doubts};
  const CleanScan scan = run_passes(page, context);
  anchor_deletions(page.text, page.edits);
  find_doubts(context, scan, page);
  for (Edit& edit : page.edits) edit.from = {edit.from.begin + offset, edit.from.end + offset};
  return page;
}

Page clean(const Decoded& decoded, std::string_view bytes, std::string id, std::size_t offset, const CleanOptions& options, const Rules& rules) {
  const bool faulty = decoded.encoding.empty() && !decoded.faults.empty();
  Page page = clean(decoded.text, std::move(id), faulty ? 0 : offset, options, rules);
  page.encoding = decoded.encoding;
  if (!faulty) return page;
  page.offset = offset;
  page.edits = compose(fault_edits(decoded, bytes), std::move(page.edits), decoded.text);
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
