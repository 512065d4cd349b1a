// From a draft to an article: blocks with their kinds, and the fields that its head and its end print.
#include <algorithm>
#include <utility>

#include "names/persons.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_words.h"
#include "numbering/numbering.h"
#include "numbering/numbering_run_in.h"
#include "split/ads.h"
#include "split/byline.h"
#include "split/draft.h"
#include "split/line_shape.h"
#include "split/source_line.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

const std::vector<std::string>& words_of(std::string_view list, const Rules& rules) {
  return rules.tables().compiled<WordTable>().list(list);
}

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

/// 某市人民代表大会常务委员会公告（第31号）: how a law is made known, and no notice of anybody's.
bool is_assembly_act(std::string_view title, const Rules& rules) {
  if (fold(last_char(title)) == U'）') title = trim(title.substr(0, last_bracket(title)));
  const auto& acts = words_of("assembly-act", rules);
  return std::any_of(acts.begin(), acts.end(), [&](const std::string& act) { return title.ends_with(act); });
}

/// 第十条, 第12條
bool begins_law_article(const Line& line) { return line.label && line.label->rank == kArticleRank; }

bool is_document(const Draft& draft, const Page& page, const Rules& rules) {
  constexpr int kEnough = 2;
  bool titled = false;
  int evidence = 0;
  for (const DraftLine& line : draft.lines) {
    if (line.role == Role::title) titled = titled || line.line->shape == Shape::document_title;
    if (line.role == Role::title && is_assembly_act(text_of(page, *line.line), rules)) ++evidence;
    if (line.line->shape == Shape::dateline || line.role == Role::byline) return false;
    if (line.role == Role::note || line.line->shape == Shape::document_note) evidence += 2;
    if (line.role == Role::tail && line.line->shape == Shape::date) ++evidence;
    if (line.line->shape == Shape::label || line.line->shape == Shape::label_title) {
      ++evidence;
      if (titled && evidence < kEnough && begins_law_article(*line.line)) evidence += static_cast<int>(run_in_starts(page.view(line.line->span), rules).size());  // a law printed run-on
    }
  }
  return titled && evidence >= kEnough;
}

/// A picture's text: nothing but caption and credit, or a paragraph or two under a title of their own with a credit behind.
bool is_caption(const Draft& draft) {
  int paragraphs = 0;
  for (const DraftLine& line : draft.lines) {
    if (line.role == Role::lead || line.role == Role::report || line.role == Role::byline || line.role == Role::crosshead) return false;
    paragraphs += line.role == Role::body;
  }
  const Shape last = draft.lines.back().line->shape;
  const Role role = draft.lines.back().role;
  return (last == Shape::credit || last == Shape::caption || role == Role::caption || role == Role::credit) && paragraphs <= 2;
}

/// 关于吴家巷封闭施工的通告: titled as documents are, about what notices are about, and no document by what stands in it. Where the
/// number of a document stands below the heading of a notice, that is one if somebody signs.
bool is_titled_notice(const Draft& draft, const Page& page, const Rules& rules) {
  bool titled = false, headed = false, about = false, is_signed = false;
  for (const DraftLine& line : draft.lines) {
    const Shape shape = line.line->shape;
    if (shape == Shape::dateline || line.role == Role::byline || line.role == Role::report) return false;
    if (line.role == Role::title && is_assembly_act(text_of(page, *line.line), rules)) return false;
    is_signed = is_signed || (line.role == Role::tail && (shape == Shape::organisation || shape == Shape::signature));
    headed = headed || (line.role == Role::title && (shape == Shape::notice_heading || is_topic_heading(text_of(page, *line.line), rules)));  // 消费提示
    if (line.role != Role::title || shape != Shape::document_title) continue;
    titled = titled || is_notice_heading(text_of(page, *line.line), rules);
    about = about || announces_matter(text_of(page, *line.line), rules);
  }
  return titled || ((about || headed) && is_signed);
}

ArticleType type_of(const Draft& draft, const Page& page, const Rules& rules) {
  switch (draft.role()) {
    case Role::furniture:
    case Role::fixture:
    case Role::fixture_body: return ArticleType::furniture;
    case Role::notice_heading:
    case Role::notice:
    case Role::notice_more: return ArticleType::notice;
    default: break;
  }
  if (is_caption(draft)) return ArticleType::caption;
  if (is_document(draft, page, rules)) return ArticleType::document;
  if (is_titled_notice(draft, page, rules)) return ArticleType::notice;
  return is_ad(draft, page, rules) ? ArticleType::ad : ArticleType::news;
}

/// Builds text and blocks, line by line.
class Builder {
 public:
  Builder(Article& article, const Page& page, const Rules& rules) : article_(article), page_(page), rules_(rules) {}

  void add(const DraftLine& line) {
    if (line.glued && !article_.blocks.empty()) glue(line.line->span);
    else begin(line);
    for (const Span place : line.line->more) glue(place);
  }

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
  }

  void glue(Span span) {
    Block& block = article_.blocks.back();
    article_.text += page_.view(span);
    block.range.end = article_.text.size();
    block.spans.push_back(page_.source_of(span));
  }

  Article& article_;
  const Page& page_;
  const Rules& rules_;
  bool law_ = false;  // an article of a law stood before
};

void append(std::string& to, std::string_view text, std::string_view between) {
  if (!to.empty()) to += between;
  to += text;
}

/// A column in brackets before the title: 「以案说法」电池起火，谁来担责？ OCR may lose the bracket that opens it.
void take_column(Article& article) {
  constexpr std::size_t kLongestColumn = 30;  // bytes
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"「", "」"}, {"【", "】"}, {"〖", "〗"}}) {
    const std::size_t begin = article.title.starts_with(open) ? open.size() : 0;
    const std::size_t end = article.title.find(close);
    if (begin == 0 && article.title.substr(0, end).find(open) != std::string::npos) continue;  // 记者「出镜」之后
    if (end == std::string::npos || end > kLongestColumn || end + close.size() == article.title.size()) continue;
    article.column = article.title.substr(begin, end - begin);
    article.title = trim(std::string_view(article.title).substr(end + close.size()));
    return;
  }
}

/// 企业速递 over several items with names of their own: nothing else names the whole.
void name_after_column(Article& article) {
  const auto block = std::find_if(article.blocks.begin(), article.blocks.end(), [&](const Block& b) {
    return b.kind == BlockKind::kicker && article.view(b) == article.column;
  });
  if (block == article.blocks.end()) return;
  block->kind = BlockKind::title;
  article.title = std::exchange(article.column, {});
}

void read_heads(const Draft& draft, const Page& page, const Rules& rules, Article& article) {
  // Two printed lines of a news title stand apart as two phrases do, and so do an order and the law that it makes known; else an official
  // title only wraps.
  bool behind_title = false;
  const auto run_in = [](const DraftLine& line) { return line.role != Role::title && line.line->shape == Shape::headed; };
  const bool listed = std::count_if(draft.lines.begin(), draft.lines.end(), run_in) > 1;  // 【宏达股份】　中标…, 【长河股份】　…: none heads the others
  const auto between = [&](const Line& line) {
    const bool whole = std::exchange(behind_title, line.shape == Shape::document_title) && line.shape == Shape::document_title;
    return article.type == ArticleType::document && !whole ? "" : " ";
  };
  for (const DraftLine& line : draft.lines) {
    const std::string text = text_of(page, *line.line);
    switch (line.role) {
      case Role::column: append(article.column, text, " "); break;
      case Role::kicker:
        if (line.line->shape != Shape::document_note) append(article.kicker, text, " ");
        break;
      case Role::fixture:
      case Role::title: append(article.title, text, between(*line.line)); break;
      case Role::subtitle: append(article.subtitle, text, " "); break;
      case Role::lead:
        if (article.title.empty() && line.line->shape == Shape::headed && !listed) article.title = run_in_title(text, rules);
        break;
      case Role::notice_heading:
        if (article.title.empty()) article.title = text;
        break;
      default: break;
    }
  }
  take_column(article);
  const auto jumps = [](const DraftLine& line) { return line.line->shape == Shape::jump; };  // （上接A02版）: its title is printed there
  if (article.type == ArticleType::news && article.title.empty() && std::none_of(draft.lines.begin(), draft.lines.end(), jumps)) name_after_column(article);
}

void set_date(Article& article, const std::optional<Date>& date) {
  if (!date || !article.date.empty() || date->month == 0) return;
  Date whole = *date;
  complete_year(whole, article.issue);
  article.date = whole.iso();
}

void take_source(Article& article, const SourceLine& source) {
  if (article.agency.empty()) article.agency = source.agency;
  if (article.place.empty()) article.place = source.place;
  set_date(article, source.date);
}

void add_people(Article& article, const std::optional<std::vector<Person>>& people) {
  if (people) article.byline.insert(article.byline.end(), people->begin(), people->end());
}

/// 记者　李禾　昨日，…: a role and names set apart from one another and from the text.
void read_spaced_reporters(std::string_view rest, Article& article, const Rules& rules) {
  for (const std::string& role : words_of("role", rules)) {
    if (!rest.starts_with(role) || !is_space(char_at(rest, role.size()))) continue;
    for (std::size_t at = skip_spaces(rest, role.size()); at < rest.size();) {
      const std::size_t begin = at;
      while (at < rest.size() && !is_space(char_at(rest, at))) next_char(rest, at);
      const std::string_view name = rest.substr(begin, at - begin);
      if (at == rest.size() || !is_person(name, rules)) return;
      article.byline.push_back({std::string(name), role, {}});
      at = skip_spaces(rest, at);
    }
    return;
  }
}

/// The reporters behind a dateline: （记者 高敬）, or 记者刘玉琴报道：.
void read_reporters(std::string_view rest, Article& article, const Rules& rules) {
  rest = trim(rest);
  if (rest.starts_with("（") || rest.starts_with('(')) {
    const std::size_t open = rest.front() == '(' ? 1 : 3;
    const std::size_t close = std::min(rest.find("）"), rest.find(')'));
    if (close == std::string_view::npos) return;
    const std::string_view inside = rest.substr(open, close - open);
    const auto people = read_byline(inside, rules);
    add_people(article, people ? people : read_bare_names(inside, rules));
    return;
  }
  read_spaced_reporters(rest, article, rules);
  if (!article.byline.empty()) return;
  for (const std::string_view word : words_of("report", rules))
    if (const std::size_t end = rest.find(word); end < 90) return add_people(article, read_byline(rest.substr(0, end), rules));
}

/// 【記者許若望／港東報導】, （记者　冷子恒）8月29日: who reports stands inside, before the stroke, or in brackets before the day.
void read_inner_reporters(std::string_view dateline, Article& article, const Rules& rules) {
  std::size_t begin = 0;
  if (is_opening(first_char(dateline)) || first_char(dateline) == U'【') next_char(dateline, begin);
  const std::size_t stroke = std::min(dateline.find("／"), dateline.find('/')), close = dateline.find("）");
  const bool before_day = dateline.starts_with("（") && close != std::string_view::npos && find_date(dateline.substr(close));
  const std::size_t end = stroke == std::string_view::npos && before_day ? close : stroke;
  if (end != std::string_view::npos && end > begin) add_people(article, read_byline(dateline.substr(begin, end - begin), rules));
}

/// The dateline of a city is known by the clause behind it, which is no part of it: 贵阳讯 昨日，
std::string_view without_clause(std::string_view dateline) {
  const char32_t last = last_char(dateline);
  if (last != U'，' && last != U'。') return dateline;
  std::size_t at = 0;
  while (at < dateline.size() && !is_space(char_at(dateline, at))) next_char(dateline, at);
  return dateline.substr(0, at);
}

/// 柳渡融媒讯（, 晚报讯 记者: up to where the reporters begin.
std::string_view without_reporters(std::string_view dateline, const Rules& rules) {
  dateline = without_clause(dateline);
  const char32_t last = last_char(dateline);
  if (last == U'（' || last == '(') return trim(dateline.substr(0, before(dateline, dateline.size())));
  for (const std::string& role : words_of("role", rules))
    if (dateline.ends_with(role)) return trim(dateline.substr(0, dateline.size() - role.size()));
  return trim(dateline);
}

std::string_view inside_brackets(std::string_view text) {
  std::size_t open = last_bracket(text);
  if (open == std::string_view::npos) return {};
  next_char(text, open);
  const std::string_view inside = text.substr(open);
  return inside.substr(0, std::min({inside.find("）"), inside.find(')'), inside.size()}));
}

std::string_view last_sentence(std::string_view text) {
  const std::size_t stop = text.rfind("。");
  return stop == std::string_view::npos ? text : text.substr(stop + 3);
}

void read_credit(std::string_view text, Article& article, const Rules& rules) {
  const std::string_view piece = last_sentence(text);
  auto people = read_byline(inside_brackets(text), rules);
  if (!people) people = read_byline(piece, rules);
  add_people(article, people);
  if (const auto source = read_dateline(trim(piece), rules)) take_source(article, *source);
  for (const std::string_view agency : words_of("picture-agency", rules))
    if (article.agency.empty() && trim(piece).starts_with(agency)) article.agency = agency;
}

/// 作者单位：竹溪一中: where the author works.
bool read_employer(std::string_view text, Article& article, const Rules& rules) {
  for (const std::string& label : words_of("author-unit", rules)) {
    if (!text.starts_with(label) || fold(char_at(text, label.size())) != U'：') continue;
    std::size_t at = label.size();
    next_char(text, at);
    if (!article.byline.empty()) article.byline.back().org = trim(text.substr(at));
    return true;
  }
  return false;
}

void read_end(const DraftLine& line, std::string_view text, Article& article, const Rules& rules) {
  if (line.line->shape == Shape::date) {
    set_date(article, whole_date(text));
  } else if (line.line->shape == Shape::organisation) {
    return;
  } else if (const auto source = read_source(text, rules)) {
    take_source(article, *source);
  } else if (line.line->tailed || line.role == Role::tail) {
    const std::string_view inside = inside_brackets(text);
    const std::string_view names = inside.empty() ? text : inside;
    if (read_employer(names, article, rules)) return;
    const auto people = read_byline(names, rules);
    add_people(article, people ? people : read_bare_names(names, rules));
  }
}

constexpr std::size_t kLongestPenName = 8;  // characters

void read_fields(const Draft& draft, const Page& page, Article& article, const Rules& rules) {
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    const DraftLine& line = draft.lines[i];
    const std::string_view text = page.view(line.line->span);
    switch (line.role) {
      case Role::byline: {
        const auto people = read_byline(text, rules);
        add_people(article, people ? people : read_bare_names(text, rules));
        std::size_t mark = 0;  // □铁木尔
        if (const char32_t c = first_char(text); c == U'□' || c == U'■' || c == U'◎' || c == U'●') next_char(text, mark);
        const std::string_view name = trim(text.substr(mark));
        const auto& roles = words_of("role", rules);
        if (mark == 0 && std::find(roles.begin(), roles.end(), name) != roles.end()) break;  // 本报评论员 is nobody's name
        const bool author = mark > 0 || line.line->shape == Shape::tiny || line.line->shape == Shape::name;
        if (author && article.byline.empty() && count_chars(name) <= kLongestPenName) article.byline.push_back({plain_name(name), {}, {}});
        break;
      }
      case Role::note:
        if (const auto date = find_date(text)) set_date(article, date->date);
        break;
      case Role::lead:
        if (const auto source = read_dateline(text, rules)) {
          take_source(article, *source);
          const std::string_view dateline = without_reporters(text.substr(0, source->length), rules);
          if (article.dateline.empty()) article.dateline = dateline;
          read_inner_reporters(dateline, article, rules);
          if (article.byline.empty()) read_reporters(text.substr(dateline.size()), article, rules);
        }
        break;
      case Role::caption:
      case Role::credit: read_credit(text, article, rules); break;
      default:
        if (line.line->tailed || line.role == Role::tail || line.line->shape == Shape::tail) read_end(line, text, article, rules);
    }
  }
}

}  // namespace

Article build_article(const Draft& draft, const Page& page, const std::string& issue, const Rules& rules, std::optional<ArticleType> type) {
  Article article;
  article.page = page.id;
  article.issue = issue;
  article.flags = draft.flags;
  article.type = type ? *type : type_of(draft, page, rules);
  article.blocks.reserve(draft.lines.size());
  Builder builder(article, page, rules);
  for (const DraftLine& line : draft.lines) builder.add(line);
  read_heads(draft, page, rules, article);
  if (article.type != ArticleType::notice && article.type != ArticleType::furniture) read_fields(draft, page, article, rules);
  return article;
}

}  // namespace jianbao
