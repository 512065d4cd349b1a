#include <algorithm>

#include "dates.h"
#include "draft.h"
#include "jianbao/articles.h"
#include "layout.h"
#include "numbering.h"
#include "shape.h"
#include "stitch.h"

namespace jianbao {
namespace {

/// The date of the newspaper, where its head or folio line prints one with a year.
std::string find_issue(const std::vector<Draft>& drafts, const Page& page) {
  for (const Draft& draft : drafts) {
    if (draft.role() != Role::furniture) continue;
    for (const DraftLine& line : draft.lines)
      if (const auto date = find_date(page.view(line.line->span)); date && date->date.year > 0) return date->date.iso();
  }
  return {};
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return !std::isspace(static_cast<unsigned char>(c)); });
}

/// What cleaning took out between two lines still belongs to somebody: to the block that it stands behind.
void cover_removed(const Page& page, std::vector<Article>& articles) {
  std::vector<Span*> spans;
  for (Article& article : articles)
    for (Block& block : article.blocks)
      for (Span& span : block.spans) spans.push_back(&span);
  std::sort(spans.begin(), spans.end(), [](const Span* a, const Span* b) { return a->begin < b->begin; });
  if (spans.empty()) return;
  std::size_t i = 0;
  for (const Edit& edit : page.edits) {
    if (!edit.to.empty() || !has_letters(edit.before)) continue;
    while (i + 1 < spans.size() && spans[i + 1]->begin <= edit.from.begin) ++i;
    if (spans[i]->begin > edit.from.begin)
      spans[i]->begin = edit.from.begin;
    else
      spans[i]->end = std::max(spans[i]->end, edit.from.end);
  }
}

/// The article's spans: those of its blocks, joined where nothing stands between them.
void collect_spans(Article& article) {
  for (const Block& block : article.blocks)
    for (const Span& span : block.spans) {
      if (!article.spans.empty() && article.spans.back().end == span.begin)
        article.spans.back().end = span.end;
      else
        article.spans.push_back(span);
    }
}

}  // namespace

std::vector<Article> split(const Page& page, const Rules& rules, std::vector<Join>* joins) {
  const std::vector<Line> lines = find_lines(page, rules);
  const std::vector<Role> roles = assign_roles(lines, rules);
  std::vector<Draft> drafts = cut_drafts(lines, roles);
  const std::string issue = find_issue(drafts, page);
  stitch(drafts, page, rules, joins);
  std::vector<Article> articles;
  articles.reserve(drafts.size());
  for (const Draft& draft : drafts) {
    articles.push_back(build_article(draft, page, issue, rules));
    articles.back().id = page.id + '/' + std::to_string(articles.size());
  }
  cover_removed(page, articles);
  for (Article& article : articles) {
    collect_spans(article);
    number_blocks(article, rules);
  }
  return articles;
}

}  // namespace jianbao
