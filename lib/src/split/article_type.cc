#include "split/article_type.h"

#include <algorithm>
#include <string>
#include <utility>

#include "names/organisations.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "notice_signs/notice_words.h"
#include "numbering/numbering_run_in.h"
#include "split/ads.h"
#include "split/speaker.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

/// 某市人民代表大会常务委员会公告（第31号）: how a law is made known, and no notice of anybody's.
bool is_assembly_act(std::string_view title, const Rules& rules) {
  if (fold(last_char(title)) == U'）') title = trim(title.substr(0, last_bracket(title)));
  const auto& acts = rules.tables().compiled<WordTable>().list("assembly-act");
  return std::any_of(acts.begin(), acts.end(), [&](const std::string& act) { return title.ends_with(act); });
}

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
    if (titled && begins_with_any(page.view(line.line->span), rules.tables().compiled<WordTable>().list("appoints"))) ++evidence;  // 任命…；免去…
    if (line.line->shape == Shape::label || line.line->shape == Shape::label_title) {
      ++evidence;
      if (titled && evidence < kEnough && begins_law_article(*line.line)) evidence += static_cast<int>(run_in_starts(page.view(line.line->span), rules).size());  // a law printed run-on
    }
  }
  return titled && evidence >= kEnough;
}

/// A picture's text: nothing but caption and credit, or a paragraph or two under a title of their own with a credit behind.
bool is_caption(const Draft& draft, const Page& page, const Rules& rules) {
  constexpr int kMost = 2, kMostOfColumn = 6;
  int paragraphs = 0;
  bool column = false;  // 图片新闻
  for (const DraftLine& line : draft.lines) {
    if (line.role == Role::column || line.role == Role::kicker) column = column || begins_with_any(page.view(line.line->span), rules.tables().compiled<WordTable>().list("picture-column"));
    if (line.role == Role::lead || line.role == Role::report || line.role == Role::byline || line.role == Role::crosshead) return false;
    paragraphs += line.role == Role::body;
  }
  const Shape last = draft.lines.back().line->shape;
  const Role role = draft.lines.back().role;
  return (last == Shape::credit || last == Shape::caption || role == Role::caption || role == Role::credit) && paragraphs <= (column ? kMostOfColumn : kMost);
}

/// By somebody, or from somewhere.
bool is_reported(const Draft& draft) {
  return std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return line.line->shape == Shape::dateline || line.role == Role::byline || line.role == Role::report; });
}

/// 招募重整投资人 over 河南某公司管理人现面向社会公开招募重整投资人。…: what the first paragraph says is of the kind that the title names; of a court's name
/// that announces, whatever courts do.
bool speaks_as_titled(std::string_view title, std::string_view body, const Rules& rules) {
  const KindTable& kinds = rules.tables().compiled<KindTable>();
  const KindScore said = kind_of({}, body, kinds);
  if (said.weight < kClear || rules.tables().compiled<NoticeWords>().reported(body) != std::string_view::npos) return false;
  const std::size_t named = kind_of_heading(title, kinds).kind;
  return named == said.kind || (named != KindTable::kNone && is_court_kind(kinds.kinds[named]) && is_court_kind(kinds.kinds[said.kind]));
}

/// …配套管网工程施工招标公告: neither a quotation nor a space in it, as headlines about an act have.
bool is_tight_name(std::string_view title) { return title.find("“") == std::string_view::npos && title.find("\u3000") == std::string_view::npos && title.find(' ') == std::string_view::npos; }

/// 关于吴家巷封闭施工的通告: titled as documents are, about what notices are about, and no document by what stands in it. Where the
/// number of a document stands below the heading of a notice, that is one if somebody signs, or if the text says so as well.
bool is_titled_notice(const Draft& draft, const Page& page, const Rules& rules) {
  bool titled = false, headed = false, about = false, is_signed = false, spoken = false, read = false;
  std::string heading;
  for (const DraftLine& line : draft.lines) {
    const Shape shape = line.line->shape;
    if (shape == Shape::dateline || line.role == Role::byline || line.role == Role::report) return false;
    if (line.role == Role::title && is_assembly_act(text_of(page, *line.line), rules)) return false;
    if (!heading.empty() && line.role == Role::body && !std::exchange(read, true)) spoken = speaks_as_titled(heading, text_of(page, *line.line), rules);
    is_signed = is_signed || (line.role == Role::tail && (shape == Shape::organisation || shape == Shape::signature));
    const bool above = line.role == Role::title || line.role == Role::kicker;
    if (!headed && above && (shape == Shape::notice_heading || (line.role == Role::title && is_topic_heading(text_of(page, *line.line), rules)))) {  // 消费提示
      headed = true;
      heading = text_of(page, *line.line);
    }
    if (line.role == Role::title && shape == Shape::brief_act && is_tight_name(page.view(line.line->span))) heading = text_of(page, *line.line);
    if (line.role != Role::title || shape != Shape::document_title) continue;
    titled = titled || is_notice_heading(text_of(page, *line.line), rules);
    about = about || announces_matter(text_of(page, *line.line), rules);
  }
  return titled || ((about || headed) && is_signed) || spoken;
}

/// 关于对文化路实施封闭施工的通告: a title as notices have it; 关于加强…的通知 is none.
bool announces_act(std::string_view title, const Rules& rules) {
  const auto& words = rules.tables().compiled<WordTable>();
  const auto any = [&](std::string_view list, auto is) { return std::any_of(words.list(list).begin(), words.list(list).end(), is); };
  const auto is_in = [&](const std::string& word) { return title.find(word) != std::string_view::npos; };
  return any("title-about", is_in) && any("notice-act", [&](const std::string& word) { return title.ends_with(word); }) && !any("policy", is_in);
}

/// 关于对文化路实施封闭施工的通告: the matter of a notice, by title and text alike, told in a few signed and dated sections. What regulates or
/// instructs offices (关于加强…的通知; 各县：; 县自来水公司：) is a document.
bool announces_in_sections(const Draft& draft, const Page& page, const Rules& rules) {
  constexpr std::size_t kLongest = 800 * 3, kRead = 500 * 3;  // bytes: of the text, and of what tells its kind
  const auto is_title = [](const DraftLine& line) { return line.role == Role::title && line.line->shape == Shape::document_title; };
  const auto titled = std::find_if(draft.lines.begin(), draft.lines.end(), is_title);
  if (titled == draft.lines.end()) return false;
  const std::string title = text_of(page, *titled->line);
  if (!announces_act(title, rules)) return false;
  const auto& circulars = rules.tables().compiled<WordTable>().list("circular");
  std::string body;
  bool is_signed = false, dated = false;
  for (const DraftLine& line : draft.lines) {
    if (line.role == Role::title || line.role == Role::kicker) continue;
    const std::string text = text_of(page, *line.line);
    const bool addressed = body.empty() && ends_in_colon(text) && is_organisation(without_last(text), rules);
    if (addressed || begins_law_article(*line.line) || begins_with_any(text, circulars) || body.size() > kLongest) return false;
    const bool ends = line.role == Role::tail || line.role == Role::notice_more;  // among notices who signs is theirs
    dated = dated || (ends && line.line->shape == Shape::date);
    is_signed = is_signed || (ends && (line.line->shape == Shape::organisation || line.line->shape == Shape::signature));
    body += text + '\n';
  }
  if (!is_signed || !dated) return false;
  const KindTable& kinds = rules.tables().compiled<KindTable>();
  const KindScore named = kind_of(title, {}, kinds), said = kind_of({}, std::string_view(body).substr(0, body.rfind('\n', kRead)), kinds);
  return named.kind != KindTable::kNone && named.kind == said.kind && said.weight >= kClear;
}

/// 关于召开2003年度股东大会的通知: however many sections it counts, it calls those who own a company.
bool calls_owners(const Draft& draft, const Page& page, const Rules& rules) {
  const auto calls = [&](const DraftLine& line) {
    if (line.role != Role::title || line.line->shape != Shape::document_title) return false;
    const std::string title = text_of(page, *line.line);
    const auto& words = rules.tables().compiled<WordTable>();
    const auto holds = [&](const std::string& word) { return title.find(word) != std::string::npos; };
    const auto ends = [&](const std::string& act) { return title.ends_with(act); };
    return std::any_of(words.list("owners-meeting").begin(), words.list("owners-meeting").end(), holds) && std::any_of(words.list("notice-act").begin(), words.list("notice-act").end(), ends);
  };
  return std::any_of(draft.lines.begin(), draft.lines.end(), calls) && !is_reported(draft);
}

/// A ranking, prices, a timetable, what a lottery drew: rows under a title, by nobody and of no sentence.
bool is_table(const Draft& draft, const Page& page, const Rules& rules) {
  constexpr std::size_t kFew = 3, kFewHours = 2, kManyFields = 12;  // rows; fields of fewer: 大白菜　0.35元　菜薹　1.60元　…
  constexpr std::size_t kNames = 3;                  // fields of a row of names: 三井　卜洪贵　向阳生
  const auto& notes = rules.tables().compiled<WordTable>().list("table-note");
  const auto& draws = rules.tables().compiled<WordTable>().list("draw");
  const auto names_draw = [&](std::string_view text) { return std::any_of(draws.begin(), draws.end(), [&](const std::string& draw) { return text.find(draw) != std::string_view::npos; }); };
  std::size_t rows = 0, others = 0, fields = 0, hours = 0;
  bool draw = false;  // 体彩开奖: one row is enough
  for (const DraftLine& line : draft.lines) {
    const std::string_view text = page.view(line.line->span);
    const bool beside = line.role == Role::column || line.role == Role::kicker || line.role == Role::title || line.role == Role::subtitle || line.role == Role::note ||
                        line.role == Role::tail || line.role == Role::crosshead || (line.line->shape == Shape::label_title && line.line->open && !has_cells(text));  // 二、先进单位（6个）
    if (line.role == Role::byline || line.line->shape == Shape::dateline) return false;
    draw = draw || (line.role == Role::title && names_draw(text));
    if (beside || begins_with_any(text, notes)) continue;
    const bool sentence = !line.line->open || text.find("。") != std::string_view::npos;
    if (sentence && !(draw && line.line->shape == Shape::row)) return false;
    const bool drawn = line.line->shape == Shape::row && std::any_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); });  // 一等奖5注，每注奖金775.24万元
    const bool row = drawn || has_cells(text) || (line.line->shape == Shape::row && count_fields(text) + !speaker_of(text).empty() >= kNames);  // 石寨镇：张绍全家庭　罗正芳家庭
    const std::size_t programmes = count_hours(text);
    hours += programmes;
    if (row) rows += std::max(programmes, std::size_t{1});
    else ++others;
    if (row) fields += count_fields(text);
  }
  return draft.lines.front().role != Role::orphan && (rows >= (draw ? 1 : hours == rows ? kFewHours : kFew) || fields >= kManyFields) && rows > others;
}

}  // namespace

ArticleType type_of(const Draft& draft, const Page& page, const Rules& rules) {
  if (draft.noise) return ArticleType::other;
  switch (draft.role()) {
    case Role::furniture:
    case Role::fixture:
    case Role::fixture_body: return ArticleType::furniture;
    case Role::notice_heading:
    case Role::notice:
    case Role::notice_more: return ArticleType::notice;
    default: break;
  }
  if (is_caption(draft, page, rules)) return names_ad(draft, page, rules) ? ArticleType::ad : ArticleType::caption;
  if (calls_owners(draft, page, rules)) return ArticleType::notice;
  if (is_document(draft, page, rules)) return announces_in_sections(draft, page, rules) ? ArticleType::notice : ArticleType::document;
  if (is_titled_notice(draft, page, rules)) return ArticleType::notice;
  if (is_ad(draft, page, rules)) return ArticleType::ad;
  return is_table(draft, page, rules) ? ArticleType::other : ArticleType::news;
}

}  // namespace jianbao
