// From a draft to an article: its text, and the blocks of it.
#include <algorithm>
#include <numeric>
#include <utility>

#include "notice_signs/notice_lines.h"
#include "numbering/numbering_run_in.h"
#include "split/article_fields.h"
#include "split/article_type.h"
#include "split/draft.h"
#include "text/chars.h"

namespace jianbao {
namespace {

BlockKind kind_of(const DraftLine& line, std::string_view text) {
  const Shape shape = line.line->shape;
  switch (line.role) {
    case Role::fixture:
    case Role::title: return BlockKind::title;
    case Role::column:
    case Role::kicker: return shape == Shape::document_note ? BlockKind::paragraph : BlockKind::kicker;  // a number above the title
    case Role::subtitle: return BlockKind::subtitle;
    case Role::byline: return BlockKind::byline;
    case Role::crosshead:
    case Role::notice_heading: return BlockKind::heading;
    case Role::caption:
    case Role::credit: return BlockKind::caption;
    case Role::notice: return shape == Shape::notice_item ? BlockKind::item : BlockKind::paragraph;
    case Role::tail: return shape == Shape::date ? BlockKind::date : BlockKind::signature;
    case Role::note: return shape == Shape::date || fold(first_char(text)) == U'（' ? BlockKind::date : BlockKind::paragraph;
    default: break;
  }
  if (shape == Shape::label_title && line.line->label && line.line->label->rank == kAnnexRank) return BlockKind::heading;  // 附件2：任务清单 below an item without a stop
  if (shape == Shape::date || (shape == Shape::document_note && fold(first_char(text)) == U'（')) return BlockKind::date;  // （2025年10月30日通过）
  if (shape == Shape::tail) return BlockKind::signature;
  if (shape == Shape::box_label) return BlockKind::heading;  // 【基本案情】 right below a title
  if (line.role == Role::notice_more && (shape == Shape::organisation || shape == Shape::name)) return BlockKind::signature;
  return BlockKind::paragraph;
}

/// Builds text and blocks, line by line.
class Builder {
 public:
  Builder(Article& article, const Page& page, const Rules& rules) : article_(article), page_(page), rules_(rules) {}

  void add(const DraftLine& line) {
    if (line.glued && !article_.blocks.empty()) {
      glue(line.line->span);
    } else {
      cut_glued();
      begin(line);
    }
    for (const Span place : line.line->more) glue(place);
  }

  /// To be called behind the last line.
  void end() { cut_glued(); }

 private:
  void begin(const DraftLine& line) {
    if (!article_.text.empty()) article_.text += '\n';
    const std::string_view text = page_.view(line.line->span);
    std::size_t from = 0;
    for (const std::size_t start : inner_starts(line, text)) {
      const std::string_view part = trim(text.substr(from, start - from));  // 1. 按时到校。 2. 爱护公物。
      if (!part.empty()) add_block(line, within(line.line->span, text, part), BlockKind::item);
      from = start;
    }
    add_block(line, within(line.line->span, text, trim(text.substr(from))), from > 0 ? BlockKind::item : kind_of(line, text));
  }

  /// The place of a part of a line's text on the page.
  static Span within(Span line, std::string_view text, std::string_view part) {
    const std::size_t begin = line.begin + static_cast<std::size_t>(part.data() - text.data());
    return {begin, begin + part.size()};
  }

  /// Where blocks begin inside of a line: notices that share a paragraph, and items of a law.
  std::vector<std::size_t> inner_starts(const DraftLine& line, std::string_view text) {
    if (article_.type == ArticleType::notice) return line.role == Role::notice_heading ? std::vector<std::size_t>{} : notice_starts(text, rules_);
    law_ = law_ || begins_law_article(*line.line);
    const bool whole = line.role == Role::title || line.role == Role::column || line.role == Role::kicker || line.role == Role::subtitle;
    return !whole && (law_ || article_.type == ArticleType::document) ? run_in_starts(text, rules_) : std::vector<std::size_t>{};
  }

  void add_block(const DraftLine& line, Span span, BlockKind kind) {
    Block block;
    block.kind = kind;
    if (line.role == Role::notice_heading && article_.blocks.empty()) block.kind = BlockKind::title;
    if (line.role == Role::crosshead) block.level = 1;
    block.range.begin = article_.text.size();
    article_.text += page_.view(span);
    block.range.end = article_.text.size();
    block.spans.push_back(page_.source_of(span));
    article_.blocks.push_back(std::move(block));
    parts_.assign(1, span);
  }

  void glue(Span span) {
    Block& block = article_.blocks.back();
    article_.text += page_.view(span);
    block.range.end = article_.text.size();
    block.spans.push_back(page_.source_of(span));
    parts_.push_back(span);
  }

  /// The last block, where it was put together from several places and holds several notices: a block each. In one place they were cut
  /// when it was read.
  void cut_glued() {
    if (parts_.size() < 2 || article_.type != ArticleType::notice) return;
    const Block whole = article_.blocks.back();
    const std::string_view text = std::string_view(article_.text).substr(whole.range.begin, whole.range.end - whole.range.begin);
    std::vector<std::size_t> starts = notice_starts(text, rules_);
    if (starts.empty()) return;
    starts.push_back(text.size());
    article_.blocks.pop_back();
    std::size_t from = 0;
    for (const std::size_t start : starts) {
      const std::string_view part = trim(text.substr(from, start - from));
      from = start;
      if (part.empty()) continue;
      Block block{.kind = BlockKind::item};
      block.range.begin = whole.range.begin + static_cast<std::size_t>(part.data() - text.data());
      block.range.end = block.range.begin + part.size();
      block.spans = places_of(block.range.begin - whole.range.begin, block.range.end - whole.range.begin);
      article_.blocks.push_back(std::move(block));
    }
  }

  /// Where on the page [begin, end) of the last block's text stands.
  std::vector<Span> places_of(std::size_t begin, std::size_t end) const {
    std::vector<Span> places;
    std::size_t at = 0;  // where the part begins in the text
    for (const Span part : parts_) {
      const std::size_t behind = at + part.end - part.begin;
      if (begin < behind && end > at) places.push_back(page_.source_of({part.begin + std::max(begin, at) - at, part.begin + std::min(end, behind) - at}));
      at = behind;
    }
    return places;
  }

  Article& article_;
  const Page& page_;
  const Rules& rules_;
  std::vector<Span> parts_;  // of the page's text, of which the last block was put together
  bool law_ = false;  // an article of a law stood before
};

}  // namespace

Article build_article(const Draft& draft, const Page& page, const std::string& issue, const Rules& rules, std::optional<ArticleType> type) {
  Article article;
  article.page = page.id;
  article.issue = issue;
  article.flags = draft.flags;
  article.type = type ? *type : type_of(draft, page, rules);
  article.blocks.reserve(draft.lines.size());
  article.text.reserve(std::accumulate(draft.lines.begin(), draft.lines.end(), std::size_t{0}, [](std::size_t bytes, const DraftLine& line) { return bytes + line.line->span.size() + 1; }));
  Builder builder(article, page, rules);
  for (const DraftLine& line : draft.lines) builder.add(line);
  builder.end();
  read_heads(draft, page, rules, article);
  if (article.type != ArticleType::notice && article.type != ArticleType::furniture) read_fields(draft, page, rules, article);
  return article;
}

}  // namespace jianbao
