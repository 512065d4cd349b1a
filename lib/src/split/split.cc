#include <algorithm>
#include <utility>

#include "clean/clean_rules.h"
#include "fields/dates.h"
#include "jianbao/articles.h"
#include "numbering/numbering.h"
#include "split/draft.h"
#include "split/draft_pairs.h"
#include "split/layout.h"
#include "split/mended_labels.h"
#include "split/picture_owners.h"
#include "split/pictures.h"
#include "split/read_across.h"
#include "split/region_rows.h"
#include "split/shape.h"
#include "split/stitch.h"
#include "text/chars.h"
#include "text/utf8.h"

namespace jianbao {
namespace {

/// The date of the newspaper, where its head or folio line prints one with a year.
std::string find_issue(const std::vector<Draft>& drafts, const Page& page) {
  for (const Draft& draft : drafts) {
    if (draft.role() != Role::furniture) continue;
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
      const std::string_view below = i + 1 < draft.lines.size() ? page.view(draft.lines[i + 1].line->span) : std::string_view();
      if (const auto date = find_date_over(page.view(draft.lines[i].line->span), below); date && date->date.year > 0) return date->date.iso();
    }
  }
  return {};
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return !std::isspace(static_cast<unsigned char>(c)); });
}

/// What belongs to no line still belongs to somebody: to the block that it stands behind. `left_out`: places of the source, in order.
void cover(const std::vector<Span>& left_out, std::vector<Article>& articles) {
  std::vector<Span*> spans;
  for (Article& article : articles)
    for (Block& block : article.blocks)
      for (Span& span : block.spans) spans.push_back(&span);
  std::sort(spans.begin(), spans.end(), [](const Span* a, const Span* b) { return a->begin < b->begin; });
  if (spans.empty()) return;
  std::size_t i = 0;
  for (const Span place : left_out) {
    while (i + 1 < spans.size() && spans[i + 1]->begin <= place.begin) ++i;
    if (spans[i]->begin > place.begin)
      spans[i]->begin = place.begin;
    else
      spans[i]->end = std::max(spans[i]->end, place.end);
  }
}

/// The rules between columns, and what cleaning took out or changed between two lines, Markdown marks among it.
std::vector<Span> find_left_out(const Page& page, const std::vector<Span>& rules) {
  std::vector<Span> places;
  for (const Edit& edit : page.edits)
    if (has_letters(edit.before)) places.push_back(edit.from);
  if (rules.empty()) return places;
  for (const Span rule : rules) places.push_back(page.source_of(rule));
  std::stable_sort(places.begin(), places.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  return places;
}

/// Lines that were read in pictures, as cleaning doubts them, are taken out of the texts around.
std::vector<Line> take_noise_out(const Page& page, std::vector<Line>& lines) {
  std::vector<Span> noise;  // in order
  for (const Doubt& doubt : page.doubts)
    if (doubt.rule == name_of(Rule::junk_picture)) noise.push_back(doubt.at);
  std::vector<Line> taken;
  if (noise.empty()) return taken;
  const auto is_text = [&](const Line& line) {
    const auto behind = std::upper_bound(noise.begin(), noise.end(), line.span.begin, [](std::size_t begin, const Span& place) { return begin < place.begin; });
    return behind == noise.begin() || (behind - 1)->end < line.span.end;
  };
  const auto kept = std::stable_partition(lines.begin(), lines.end(), is_text);
  taken.assign(std::make_move_iterator(kept), std::make_move_iterator(lines.end()));
  lines.erase(kept, lines.end());
  return taken;
}

/// Each run of them is a piece by itself, in front of what is printed behind it.
void add_noise(const std::vector<Line>& noise, std::vector<Draft>& drafts) {
  if (noise.empty()) return;
  std::vector<Draft> all;
  all.reserve(drafts.size() + noise.size());
  auto line = noise.begin();
  const auto add_up_to = [&](std::size_t end) {
    Draft run{{}, {"picture"}, true};
    for (; line != noise.end() && line->span.begin < end; ++line) run.lines.push_back({&*line, Role::furniture});
    if (!run.lines.empty()) all.push_back(std::move(run));
  };
  for (Draft& draft : drafts) {
    add_up_to(draft.lines.front().line->span.begin);
    all.push_back(std::move(draft));
  }
  add_up_to(static_cast<std::size_t>(-1));
  drafts = std::move(all);
}

/// The article's spans: those of its blocks, joined where nothing stands between them.
void collect_spans(Article& article) {
  article.spans.reserve(article.blocks.size());
  for (const Block& block : article.blocks)
    for (const Span& span : block.spans) {
      if (!article.spans.empty() && article.spans.back().end == span.begin)
        article.spans.back().end = span.end;
      else
        article.spans.push_back(span);
    }
}

/// A gap in running text, as between columns that are too short to be told apart.
bool has_gap(const DraftLine& line, const Page& page) {
  constexpr std::string_view kGap = "   ";
  const std::string_view text = page.view(line.line->span);
  const std::size_t gap = is_text(line.role) ? text.find(kGap) : std::string_view::npos;
  if (gap == std::string_view::npos || gap == 0) return false;
  const std::size_t behind = text.find_first_not_of(' ', gap);
  return is_han(char_at(text, before(text, gap))) && behind < text.size() && is_han(char_at(text, behind));
}

/// An article of columns that were read across says so: where one ended on a line may be wrong, or, with a gap on two lines, they still stand side by side.
void flag_columns(const Draft& draft, const Page& page, Article& article) {
  const bool parted = std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return line.line->column > 0; });
  const auto gaps = [&](const DraftLine& a, const DraftLine& b) { return has_gap(a, page) && has_gap(b, page); };
  const bool woven = std::adjacent_find(draft.lines.begin(), draft.lines.end(), gaps) != draft.lines.end();
  if (parted || woven) article.flags.emplace_back("columns");
}

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

/// A passage that cleaning saw twice: the articles that hold it say so.
void flag_repeats(const Page& page, std::vector<Article>& articles) {
  for (const Doubt& doubt : page.doubts) {
    if (doubt.rule != name_of(Rule::repeat)) continue;
    const Span place = page.source_of(doubt.at);
    for (Article& article : articles) {
      const bool holds = std::any_of(article.spans.begin(), article.spans.end(), [&](Span s) { return overlap(s, place); });
      if (holds && std::find(article.flags.begin(), article.flags.end(), "repeat") == article.flags.end()) article.flags.emplace_back("repeat");
    }
  }
}

/// Only its numbers may show that an article is a document; then its paragraphs are looked through for units anew.
Article build_numbered(const Draft& draft, const Page& page, const std::string& issue, const Rules& rules) {
  Article article = build_article(draft, page, issue, rules);
  const ArticleType type = article.type;
  number_blocks(article, rules);
  if (article.type != type) {
    Article document = build_article(draft, page, issue, rules, article.type);
    if (document.blocks.size() != article.blocks.size()) {
      document.flags = article.flags;
      number_blocks(document, rules);
      article = std::move(document);
    }
  }
  flag_mended_labels(article, page);
  flag_mended_figures(article, page);
  return article;
}

}  // namespace

std::vector<Article> split(const Page& page, const Rules& rules, std::vector<Join>* joins) {
  std::vector<Span> between;
  std::vector<Line> lines = find_lines(page, rules, between);
  read_columns(page, rules, lines, between);
  order_rows(lines);
  const std::vector<Line> noise = take_noise_out(page, lines);
  LinePairs pairs(page, lines);
  const std::vector<Role> roles = assign_roles(page, lines, rules, pairs);
  std::vector<Draft> drafts = cut_drafts(page, lines, roles, rules);
  const std::string issue = find_issue(drafts, page);
  Seams seams(page, rules);
  stitch(drafts, page, rules, pairs, seams, joins);
  join_picture_groups(drafts, page, rules);
  add_noise(noise, drafts);
  std::vector<Article> articles;
  articles.reserve(drafts.size());
  for (const Draft& draft : drafts) {
    articles.push_back(build_numbered(draft, page, issue, rules));
    flag_columns(draft, page, articles.back());
    articles.back().id = page.id + '/' + std::to_string(articles.size());
  }
  cover(find_left_out(page, between), articles);
  const std::string digest = page.digest();
  for (Article& article : articles) {
    collect_spans(article);
    article.digest = digest;
  }
  flag_repeats(page, articles);
  find_owners(articles, drafts, pairs, rules);
  return articles;
}

}  // namespace jianbao
