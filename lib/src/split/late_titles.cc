#include "split/late_titles.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "clean/continuation.h"
#include "numbering/numbering.h"
#include "split/draft_ends.h"
#include "split/draft_labels.h"
#include "split/kinship.h"
#include "split/title_marks.h"

namespace jianbao {
namespace {

/// How many lines stand over the text.
std::size_t count_heads(const Draft& draft) {
  const auto text = std::find_if(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return !is_over_text(line.role); });
  return static_cast<std::size_t>(text - draft.lines.begin());
}

bool is_document_title(const DraftLine& line) { return is_headline(line.role) && line.line->shape == Shape::document_title; }

/// A text without a title; or a law, whose articles nobody counts but itself, under other words than a title of documents.
bool lacks_title(const Draft& draft, const LabelMatch& next) {
  if (draft.role() == Role::orphan) return true;
  return next.rank <= kArticleRank && std::none_of(draft.lines.begin(), draft.lines.end(), is_document_title);
}

/// 四、: the first number of its style in a document, which goes on from the text above.
const LabelMatch* number_led_by(const Draft& above, const Draft& document, std::size_t heads, const Page& page) {
  const DraftLabels labels(above, page);
  for (const LabelMatch* const first : DraftLabels(document, page).firsts_from(heads))
    if (first->number > 1 && labels.lead_to(*first, labels.lines())) return first;
  return nullptr;
}

/// What stands under a title goes on in the sentence that the text above it breaks off in.
bool is_rest(const Draft& above, const Draft& titled, std::size_t heads, const Page& page, const Rules& rules) {
  constexpr double kSure = 2;  // natural logarithm of the odds: of 20 texts that break off above a title the four over it reach 2.5, the others 1.3 at most
  if (heads == titled.lines.size() || titled.lines[heads].role != Role::body) return false;
  const SeamHead end = seam_head(page.view(above.lines.back().line->span), rules);
  return continuation_odds(end, page.view(titled.lines[heads].line->span), rules) >= kSure;
}

/// The lines over the text stay alone: a title, perhaps, of another one.
void take_rest_below(Draft& above, Draft& titled, std::size_t heads) {
  const auto rest = titled.lines.begin() + static_cast<std::ptrdiff_t>(heads);
  above.lines.insert(above.lines.end(), rest, titled.lines.end());
  titled.lines.erase(rest, titled.lines.end());
  if (above.flags.empty()) above.flags.emplace_back("stitched");
}

/// The document comes to begin with its own lines over the text, and then those of the text above; but a dateline begins it, whatever came out above.
void take_text_above(Draft& document, std::size_t heads, Draft& above) {
  for (DraftLine& line : above.lines)
    if (line.role == Role::orphan) line.role = Role::body;
    else if (is_headline(line.role)) line.role = Role::note;
  const bool begun = heads < document.lines.size() && document.lines[heads].line->shape == Shape::dateline;
  const auto at = begun ? document.lines.end() : document.lines.begin() + static_cast<std::ptrdiff_t>(heads);
  document.lines.insert(at, above.lines.begin(), above.lines.end());
  if (document.flags.empty()) document.flags.emplace_back("stitched");
}

}  // namespace

void raise_titles(std::vector<Draft>& drafts, const Page& page) {
  for (std::size_t d = 1; d < drafts.size(); ++d) {
    Draft &document = drafts[d], &above = drafts[d - 1];
    const std::size_t heads = count_heads(document);
    if (heads == 0 || heads == document.lines.size() || !is_article(above)) continue;
    if (std::none_of(document.lines.begin(), document.lines.begin() + static_cast<std::ptrdiff_t>(heads), is_document_title)) continue;
    const LabelMatch* const next = number_led_by(above, document, heads, page);
    if (!next || !lacks_title(above, *next)) continue;
    take_text_above(document, heads, above);
    drafts.erase(drafts.begin() + static_cast<std::ptrdiff_t>(--d));
  }
}

void join_under_titles(std::vector<Draft>& drafts, const Page& page, const Rules& rules) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (!is_article(drafts[d]) || !breaks_off(drafts[d])) continue;
    const auto below = printed_behind(drafts, d);
    if (!below || !is_article(drafts[*below])) continue;
    Draft& next = drafts[*below];
    const std::size_t heads = count_heads(next);
    if (heads == 0 || !is_rest(drafts[d], next, heads, page, rules)) continue;
    next.lines[heads].glued = true;
    if (drafts[d].role() == Role::orphan) {
      take_text_above(next, heads, drafts[d]);
      drafts.erase(drafts.begin() + static_cast<std::ptrdiff_t>(d--));
    } else {
      take_rest_below(drafts[d], next, heads);
    }
  }
}

void raise_kindred_titles(std::vector<Draft>& drafts, LinePairs& pairs) {
  // Of 24 texts that OCR left without a title above one the two that are below it share .031 and .037 with it, the others .012 at most.
  constexpr double kLeast = 0.025, kMoreThanOthers = 2;
  std::optional<PageKinship> page;  // hardly any page has such a text
  std::vector<std::pair<std::size_t, std::size_t>> raised;  // text, and what its title stands over
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (drafts[d].role() != Role::orphan || !is_article(drafts[d])) continue;
    const auto below = printed_behind(drafts, d);
    if (!below || !is_article(drafts[*below]) || count_heads(drafts[*below]) == 0) continue;
    if (!page) page.emplace(drafts, pairs);
    const Kinship kin = page->between(d, *below);
    if (kin.own >= kLeast && kin.own >= kMoreThanOthers * kin.others) raised.emplace_back(d, *below);
  }
  for (const auto& [text, titled] : raised) {
    take_text_above(drafts[titled], count_heads(drafts[titled]), drafts[text]);
    drafts[text].lines.clear();
  }
  std::erase_if(drafts, [](const Draft& draft) { return draft.lines.empty(); });
}

}  // namespace jianbao
