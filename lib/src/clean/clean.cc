#include "jianbao/clean.h"

#include <iterator>
#include <utility>

#include "clean/clean_pass.h"
#include "clean/source_text.h"

namespace jianbao {
namespace {

struct Pass {
  void (*run)(const CleanContext&, CleanScan&, Rewriter&);
  bool shows_damage;  ///< a page on which it finds anything was not printed so
};

/// Lines come before marks, because a mark's width depends on what stands at both sides of it.
constexpr Pass kPasses[] = {{clean_unicode, false}, {clean_junk, true},   {clean_parted, true},      {clean_joins, false},
                            {clean_punct, true},    {clean_spaces, true}, {clean_characters, false}, {clean_simplify, false}};

/// A repair may make another one possible; the passes run until none of them has changed what the others have seen.
constexpr std::size_t kRounds = 8;

/// A page whose edits are still changes.
struct Cleaned {
  Page page;
  std::vector<Change> changes;  ///< from the source to the page's text
};

/// Run the passes in turn, over and over, until all of them in a row have found nothing. Returns the scan of the last text.
CleanScan run_passes(std::string_view source, const CleanContext& context, Cleaned& cleaned) {
  std::string& text = cleaned.page.text;
  text = source;
  CleanScan scan(text);
  constexpr std::size_t kCount = std::size(kPasses);
  for (std::size_t run = 0, quiet = 0; quiet < kCount && run < kRounds * kCount; ++run) {
    Rewriter out(text, context.on, context.known.code(text, scan));
    const Pass& pass = kPasses[run % kCount];
    pass.run(context, scan, out);
    if (out.empty()) {
      ++quiet;
      continue;
    }
    if (pass.shows_damage) scan.set_damaged();
    text = out.take_text();
    std::vector<Change> changes = out.take_changes();
    scan.follow(changes, text);
    if (context.known.has_code()) scan.unsettle();  // what was code may be none now
    context.known.forget();
    if (!context.options.text_only) cleaned.changes = compose(std::move(cleaned.changes), std::move(changes), source, text);
    quiet = 0;
  }
  return scan;
}

Cleaned clean_text(std::string_view text, std::string id, const CleanOptions& options, const Rules& rules) {
  Cleaned cleaned;
  cleaned.page.id = std::move(id);
  const RuleSet on(options.only, options.without);
  std::vector<Doubt> doubts;
  KnownOfText known(rules);
  const CleanContext context{rules, options, on, doubts, known};
  const CleanScan scan = run_passes(text, context, cleaned);
  if (options.text_only) return cleaned;
  anchor_deletions(text, cleaned.page.text, cleaned.changes);
  find_doubts(context, scan, cleaned.page);
  return cleaned;
}

/// `source`: what the changes lead back to.
Page finish(Cleaned cleaned, std::string_view source, std::size_t offset) {
  cleaned.page.offset = offset;
  cleaned.page.edits = edits_of(cleaned.changes, source, cleaned.page.text, offset);
  return std::move(cleaned.page);
}

}  // namespace

Page clean(std::string_view text, std::string id, std::size_t offset, const CleanOptions& options, const Rules& rules) {
  return finish(clean_text(text, std::move(id), options, rules), text, offset);
}

Page clean(const Decoded& decoded, std::string_view bytes, std::string id, std::size_t offset, const CleanOptions& options, const Rules& rules) {
  Cleaned cleaned = clean_text(decoded.text, std::move(id), options, rules);
  cleaned.page.encoding = decoded.encoding;
  if (options.text_only) return finish(std::move(cleaned), decoded.text, offset);
  SourceText source = source_of(decoded);
  if (source.changes.empty()) return finish(std::move(cleaned), decoded.text, offset);
  const std::string_view whole = decoded.encoding.empty() ? bytes : std::string_view(source.made);
  cleaned.changes = compose(std::move(source.changes), std::move(cleaned.changes), whole, cleaned.page.text);
  return finish(std::move(cleaned), whole, offset);
}

std::string undo(const Page& page) {
  std::string source;
  std::size_t at = 0;
  for (const Edit& edit : page.edits) {
    source.append(page.text, at, edit.to.begin - at).append(edit.before);
    at = edit.to.end;
  }
  source.append(page.text, at);
  return source;
}

}  // namespace jianbao
