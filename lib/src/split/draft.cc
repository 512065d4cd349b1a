#include "split/draft.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "names/organisations.h"
#include "split/draft_pairs.h"
#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::uint32_t kLongestShort = 14, kMuchLonger = 5;  // characters of a title

/// Titles in a row whose marks differ in depth: the highest is the title, what stands before it a kicker, behind it a subtitle.
void rank_titles(Draft& draft) {
  const auto is_title = [](const DraftLine& line) { return line.role == Role::title; };
  const auto begin = std::find_if(draft.lines.begin(), draft.lines.end(), is_title);
  const auto end = std::find_if_not(begin, draft.lines.end(), is_title);
  if (std::distance(begin, end) < 2) return;
  const auto top = std::min_element(begin, end, [](const DraftLine& a, const DraftLine& b) { return a.line->depth < b.line->depth; });
  for (auto line = begin; line != end; ++line)
    if (line->line->depth > top->line->depth) line->role = line < top ? Role::kicker : Role::subtitle;
  // The second of two lines that are set apart and is much longer is no further line of the title.
  const auto second = std::next(begin);
  const bool two = std::distance(begin, end) == 2 && second->role == Role::title && second->line->depth == 0 && second->line->blank_before;
  if (two && begin->line->chars <= kLongestShort && second->line->chars >= begin->line->chars + kMuchLonger) second->role = Role::subtitle;
}

/// An article has a title where anything stands over its text: of a head without one the last kicker or column is it, or the
/// first crosshead. 简讯 is none where several articles may stand under it, and one of the list that its items make.
void promote_title(Draft& draft) {
  const auto has = [&](Role role) { return std::any_of(draft.lines.begin(), draft.lines.end(), [&](const DraftLine& line) { return line.role == role; }); };
  if (has(Role::title)) return;
  std::size_t head = 0;
  while (head < draft.lines.size() && (draft.lines[head].role == Role::column || draft.lines[head].role == Role::kicker)) ++head;
  if (head < draft.lines.size() && (draft.lines[head].role == Role::crosshead || draft.lines[head].role == Role::subtitle)) {
    draft.lines[head].role = Role::title;
  } else if (head > 0 && head < draft.lines.size() && draft.lines[head].line->shape != Shape::jump && draft.lines[head].role != Role::caption) {  // the title stands where the text begins
    const bool lists = std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return line.line->listed; });
    if (lists || draft.lines[head - 1].line->shape != Shape::rubric) draft.lines[head - 1].role = Role::title;
  }
}

/// 高炉倒下之后，钢城靠什么立起来？: of 50 kickers and subtitles with a title at hand none asks or calls where the title does neither.
void swap_by_mark(Draft& draft, const Page& page) {
  const auto calls = [&](const DraftLine& line) {
    const std::string_view text = page.view(line.line->span);
    return text.find("？") != std::string_view::npos || text.find("！") != std::string_view::npos;
  };
  for (std::size_t i = 0; i + 1 < draft.lines.size(); ++i) {
    DraftLine &first = draft.lines[i], &second = draft.lines[i + 1];
    const bool under_kicker = first.role == Role::kicker && second.role == Role::title, over_subtitle = first.role == Role::title && second.role == Role::subtitle;
    if (!(under_kicker || over_subtitle) || first.line->depth != second.line->depth || calls(first) == calls(second)) continue;
    if (under_kicker && calls(first)) first.role = Role::title, second.role = Role::subtitle;
    else if (over_subtitle && calls(second)) first.role = Role::kicker, second.role = Role::title;
  }
}

/// 把春耕的底子打牢⏎把振兴的步子迈稳: a title set on two short lines of about one width. Of 248 kickers and subtitles of made pages one is as short
/// and as long as its title, of 14 titles on two lines six are.
void join_title_halves(Draft& draft, const Page& page) {
  constexpr std::uint32_t kNarrowest = 10, kWidest = 16, kApart = 4;  // half characters
  const auto ends_count_or_quote = [](char32_t c) { return is_circled_digit(c) || is_closing(c); };  // 行走水边⑤, a column
  for (std::size_t i = 0; i + 1 < draft.lines.size(); ++i) {
    DraftLine &first = draft.lines[i], &second = draft.lines[i + 1];
    const bool heads = (first.role == Role::kicker && second.role == Role::title) || (first.role == Role::title && (second.role == Role::subtitle || second.role == Role::crosshead));
    const auto plain = [](const DraftLine& line) { return is_brief(line.line->shape) && line.line->open; };
    const bool ranked = second.line->depth > 0 && first.line->depth != second.line->depth;
    if (!heads || !plain(first) || !plain(second) || ranked || second.line->blank_before) continue;
    const auto [narrow, wide] = std::minmax({width_of(*first.line), width_of(*second.line)});
    if (narrow < kNarrowest || wide > kWidest || wide - narrow > kApart || ends_count_or_quote(last_char(page.view(first.line->span)))) continue;
    first.role = second.role = Role::title;
  }
}

/// 市海事局　省渔业厅
bool names_issuers(std::string_view text, const Rules& rules) {
  std::size_t begin = 0, organisations = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = at;
    const bool parts = at == text.size() || is_space(next_char(text, at));
    if (!parts) continue;
    if (end > begin && !is_organisation(text.substr(begin, end - begin), rules)) return false;
    organisations += end > begin;
    if (end == text.size()) break;
    begin = at;
  }
  return organisations > 0;
}

/// 关于…的公告, 2013年草原防火命令: what its issuer's name belongs before; a law needs none.
bool asks_for_issuer(std::string_view title, const Rules& rules) {
  const auto any = [&](std::string_view list, auto holds) {
    const auto& words = rules.tables().compiled<WordTable>().list(list);
    return std::any_of(words.begin(), words.end(), holds);
  };
  return any("issued-about", [&](const std::string& word) { return title.starts_with(word); }) || any("issued-act", [&](const std::string& act) { return title.ends_with(act); });
}

/// 某市人民政府⏎2013年草原防火命令: who issues a document begins its title, where a number stands below or the title is one of a document.
void head_with_issuer(Draft& draft, const Page& page, const Rules& rules) {
  if (draft.lines.size() < 3) return;
  DraftLine &issuer = draft.lines[0], &title = draft.lines[1];
  const auto is_head = [](const DraftLine& line) { return line.role == Role::column || line.role == Role::kicker || line.role == Role::title || line.role == Role::subtitle || line.role == Role::byline; };
  const bool is_document = title.line->shape == Shape::document_title || draft.lines[2].line->shape == Shape::document_note;
  if (!is_document || title.line->blank_before || !is_head(issuer) || !is_head(title)) return;
  if (!names_issuers(page.view(issuer.line->span), rules) || !asks_for_issuer(page.view(title.line->span), rules)) return;
  issuer.role = title.role = Role::title;
}

/// 图片新闻 over a picture's text names the column; a picture of its own needs no title.
void name_picture_column(Draft& draft) {
  const bool pictures = std::all_of(draft.lines.begin() + 1, draft.lines.end(), [](const DraftLine& line) { return line.role == Role::caption || line.role == Role::credit; });
  DraftLine& head = draft.lines.front();
  if (pictures && draft.lines.size() > 1 && head.role == Role::title && head.line->shape == Shape::rubric) head.role = Role::column;
}

/// 第三节 提升粮食产能 as the first line below the folio: the rest of a document from another page, whose title stands there.
bool is_rest(const Line& line, Role role) {
  if (!line.label || line.label->number < 2) return false;
  return role == Role::crosshead || role == Role::body || (role == Role::title && line.label->rank <= kArticleRank);
}

/// A notice begins behind lines that were taken for the rest of one, where what stands before those is the text of another article: the
/// lines may be anything, 分⏎类⏎信⏎息.
bool begins_among_others(const std::vector<Role>& roles, std::size_t i) {
  if (roles[i] != Role::notice || i == 0 || roles[i - 1] != Role::notice_more) return false;
  while (i > 0 && roles[i - 1] == Role::notice_more) --i;
  return i > 0 && (is_text(roles[i - 1]) || roles[i - 1] == Role::furniture || roles[i - 1] == Role::fixture_body);
}

}  // namespace

std::vector<Draft> cut_drafts(const Page& page, const std::vector<Line>& lines, const std::vector<Role>& roles, const Rules& rules) {
  std::vector<Draft> drafts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool goes_on = i > 0 && lines[i - 1].open && !lines[i].pointing && lines[i].shape == Shape::prose && !lines[i].blank_before;
    const bool next_picture = roles[i] == Role::caption && (lines[i].listed || goes_on);  // of a series, or the rest of its text
    const bool rest = (i == 0 || roles[i - 1] == Role::furniture) && is_rest(lines[i], roles[i]);
    if (i == 0 || rest || begins_among_others(roles, i) || (begins_article(roles[i], roles[i - 1]) && !(next_picture && roles[i - 1] == Role::caption))) drafts.emplace_back();
    drafts.back().lines.push_back({&lines[i], rest ? Role::orphan : roles[i]});
  }
  for (Draft& draft : drafts) {
    rank_titles(draft);
    promote_title(draft);
    join_title_halves(draft, page);
    swap_by_mark(draft, page);
    head_with_issuer(draft, page, rules);
    name_picture_column(draft);
  }
  return drafts;
}

}  // namespace jianbao
