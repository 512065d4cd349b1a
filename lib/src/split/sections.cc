#include "split/sections.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string_view>
#include <utility>

#include "fields/dates.h"
#include "split/draft_pairs.h"
#include "split/end_shares.h"
#include "split/page_habits.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// What a section shares with the article before it at least. Of the headings inside of articles at hand (75 without marks, 34
/// with) three sections in an article of their own shared less with it, 0.011 and 0.014; ten that were another article shared
/// 0.015 at most, three 0.027 to 0.030.
constexpr double kSameArticle = 0.02;
/// The same for a heading that shows by itself that it heads a section. Of 73 such headings at hand nine shared less than
/// kSameArticle with their own article, none less than this.
constexpr double kSameAlike = 0.005;
/// The same for a heading without brackets behind one that has them, as what is added to an article at its end has: 【链接】; and behind
/// several of them, into which the whole article is parted: 【案情】, 【审理】.
constexpr double kSameBehindBox = 0.04, kSameBehindBoxes = 0.08;
/// The same for a heading in two parts with a space between them, where no other of the article has one: 长青轴承　老职工回厂. Of 332 sections at
/// hand none has such a heading but where OCR lost a quotation's mark, and shared 0.053; five other articles shared 0.034 at most.
constexpr double kSameSpaced = 0.045;
/// The same over a text that begins as a report does: 9月2日，记者从县水务局获悉，…
constexpr double kSameLearnt = 0.06;
constexpr std::size_t kTellingPairs = 30;  // of a section, and of what stands before it: fewer share nothing by chance
constexpr std::size_t kTellingSpaced = 20;  // the same where the heading is such a one
constexpr std::uint32_t kLongestVerse = 14;  // characters

bool is_section(const DraftLine& line) { return line.role == Role::crosshead && line.line->shape != Shape::label_title && line.line->shape != Shape::box_label; }

bool has_section(const Draft& draft) { return std::any_of(draft.lines.begin(), draft.lines.end(), is_section); }

/// A line that fills no column, ends no sentence and is no row of a table, which has figures.
bool is_verse(const DraftLine& line, const Page& page) {
  const std::string_view text = page.view(line.line->span);
  return line.line->open && line.line->chars < kLongestVerse && !has_digits(text);
}

/// Behind the heading stands no verse: stanzas share nothing.
bool begins_section(const Draft& draft, std::size_t i, const Page& page) {
  const auto& lines = draft.lines;
  std::size_t next = i + 1;
  while (next < lines.size() && lines[next].role == Role::byline) ++next;
  return is_section(lines[i]) && next < lines.size() && !is_verse(lines[next], page);
}

/// How many other headings of the draft are as long, but for a character: sections are headed alike.
std::ptrdiff_t count_alike(const Draft& draft, std::size_t i) {
  const auto chars = [](const DraftLine& line) { return static_cast<int>(line.line->chars); };
  const DraftLine& heading = draft.lines[i];
  return std::count_if(draft.lines.begin(), draft.lines.end(), [&](const DraftLine& other) {
    return &other != &heading && is_section(other) && std::abs(chars(other) - chars(heading)) <= 1;
  });
}

bool has_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_space(next_char(text, at))) return true;
  return false;
}

/// Whether the heading alone is set in parts, among all short lines over paragraphs: 凌晨3点　柳塘镇码头 may head a section as well.
bool is_spaced_alone(const Draft& draft, std::size_t i, const Page& page) {
  constexpr std::uint32_t kParagraph = 30;  // characters at least
  const auto heads = [&](std::size_t n) {
    const DraftLine& line = draft.lines[n];
    return is_section(line) || (is_text(line.role) && may_be_head(*line.line) && n + 1 < draft.lines.size() && draft.lines[n + 1].line->chars >= kParagraph);
  };
  const auto is_spaced = [&](std::size_t n) { return heads(n) && has_space(page.view(draft.lines[n].line->span)); };
  if (!is_section(draft.lines[i]) || !is_spaced(i)) return false;
  for (std::size_t n = 0; n < draft.lines.size(); ++n)
    if (n != i && is_spaced(n)) return false;
  return true;
}

/// Whether a heading with running text under it shows by itself that it heads a section.
bool shows_section(const Draft& draft, std::size_t i, const Page& page) {
  const bool text = i + 1 < draft.lines.size() && !draft.lines[i + 1].line->open;
  return text && (count_alike(draft, i) > 0 || is_quotation(page.view(draft.lines[i].line->span)));
}

/// The text under a heading begins as a report does.
bool is_report(const Draft& draft, std::size_t i) { return i + 1 < draft.lines.size() && draft.lines[i + 1].line->learnt; }

/// How many headings before one without brackets are set in brackets; 0 where any is not.
std::size_t boxes_before(const Draft& draft, std::size_t i) {
  if (draft.lines[i].line->shape == Shape::box_label) return 0;
  std::size_t boxes = 0;
  while (i-- > 0) {
    if (draft.lines[i].role != Role::crosshead) continue;
    if (draft.lines[i].line->shape != Shape::box_label) return 0;
    ++boxes;
  }
  return boxes;
}

/// What a heading and its text share at least with the article before them where they belong to it; those of a series always do.
double least_share(const Draft& draft, std::size_t i, const Page& page) {
  if (draft.lines[i].line->shape == Shape::series_head) return 0;
  const std::size_t boxes = boxes_before(draft, i);
  if (boxes > 0) return boxes > 1 ? kSameBehindBoxes : kSameBehindBox;
  if (is_spaced_alone(draft, i, page)) return kSameSpaced;
  if (is_report(draft, i)) return kSameLearnt;
  if (count_alike(draft, i) > 1) return 0;  // the third of its kind, whatever it tells of
  return shows_section(draft, i, page) ? kSameAlike : kSameArticle;
}

/// The line behind the last of a section.
std::size_t end_of_section(const Draft& draft, std::size_t i) {
  for (++i; i < draft.lines.size() && !is_section(draft.lines[i]);) ++i;
  return i;
}

/// A paragraph that ends with who wrote it, in an article that says above its text who did: a brief of somebody else's.
bool is_signed_apart(const Draft& draft, std::size_t i) {
  const std::size_t end = end_of_section(draft, i);
  if (end != i + 2 || !draft.lines[end - 1].line->tailed || !is_text(draft.lines[end - 1].role)) return false;
  return std::any_of(draft.lines.begin(), draft.lines.begin() + static_cast<std::ptrdiff_t>(i), [](const DraftLine& line) { return line.role == Role::byline; });
}

/// Whether another heading of the article is known to head a section of it: then one more over a short text does, whatever it tells of.
bool is_beside_section(const Draft& draft, std::size_t i, const Ends& ends, const Page& page) {
  constexpr std::size_t kShort = 160;  // pairs up to the article's end
  if (ends.pairs(i) >= kShort) return false;
  for (std::size_t n = 0; n < draft.lines.size(); ++n)
    if (n != i && begins_section(draft, n, page) && !is_spaced_alone(draft, n, page) && ends.pairs(n) >= kTellingPairs && ends.before(n) >= least_share(draft, n, page)) return true;
  return false;
}

/// Text without a title, which may be several briefs: each of its paragraphs says when.
bool may_be_briefs(const Draft& draft, const Page& page) {
  return draft.role() == Role::orphan && draft.lines.size() > 1 && std::all_of(draft.lines.begin(), draft.lines.end(), [&](const DraftLine& line) {
    const bool ends = !line.line->open || line.line->tailed;
    return is_text(line.role) && ends && names_day(page.view(line.line->span));
  });
}

bool may_be_several(const Draft& draft, const Page& page) { return has_section(draft) || may_be_briefs(draft, page); }

/// The greatest depth of the marks that titles have; no limit where they have none. What is marked as deeper stands under one.
int deepest_title(const std::vector<Draft>& drafts) {
  int deepest = 0;
  for (const Draft& draft : drafts)
    for (const DraftLine& line : draft.lines)
      if (line.role == Role::title) deepest = std::max(deepest, line.line->depth);
  return deepest > 0 ? deepest : std::numeric_limits<int>::max();
}

/// The first heading, or brief, that begins another article, or 0. `ends`: to be read; `deepest`: of the page's titles.
std::size_t strange_section(const Draft& draft, const std::vector<PairView>& lines, ExtentReader& reader, Ends& ends, const Page& page, int deepest) {
  if (lines.empty() || !may_be_several(draft, page)) return 0;
  const bool briefs = !has_section(draft);
  ends.read(reader.read(lines));
  std::size_t before = 0;  // pairs of running text
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t least = is_spaced_alone(draft, i, page) ? kTellingSpaced : kTellingPairs;
    const bool telling = before >= least && ends.pairs(i) >= least;
    const bool section = !briefs && begins_section(draft, i, page) && draft.lines[i].line->depth <= deepest;
    if (section && before > 0 && is_signed_apart(draft, i) && !is_beside_section(draft, i, ends, page)) return i;
    const bool strange = telling && (briefs || section) && ends.before(i) < least_share(draft, i, page);
    if (strange && (briefs || boxes_before(draft, i) > 0 || is_report(draft, i) || !is_beside_section(draft, i, ends, page))) return i;
    if (is_text(draft.lines[i].role)) before += lines[i].size();
  }
  return 0;
}

/// Where a headline stands behind who signed a document and when, perhaps behind its annex: a line with a mark that headings of documents
/// seldom have, over a paragraph without a number; or 0. It may have been taken for a paragraph.
std::size_t headline_behind(const Draft& draft, const Page& page) {
  constexpr std::size_t kLeastNumbered = 3;
  constexpr std::uint32_t kLeastText = 40, kLongestHeadline = 26;  // characters
  const auto is_numbered = [](const DraftLine& line) { return line.line->shape == Shape::label || line.line->shape == Shape::label_title; };
  const auto has_mark = [&](const DraftLine& line) {
    const std::string_view text = page.view(line.line->span);
    return text.find("，") != std::string_view::npos || text.find("？") != std::string_view::npos || text.find("！") != std::string_view::npos;
  };
  std::size_t numbered = 0;
  bool is_signed = false;
  for (std::size_t i = 0; i + 1 < draft.lines.size(); ++i) {
    const DraftLine &line = draft.lines[i], &next = draft.lines[i + 1];
    numbered += is_numbered(line);
    is_signed = is_signed || (numbered >= kLeastNumbered && line.line->shape == Shape::date);
    const bool text = is_text(next.role) && next.line->shape == Shape::prose && next.line->chars >= kLeastText;
    const bool headline = line.role == Role::crosshead || (is_text(line.role) && may_be_head(*line.line) && line.line->chars <= kLongestHeadline);
    if (is_signed && text && headline && line.line->open && !line.line->label && has_mark(line)) return i;
  }
  return 0;
}

/// Short briefs under headlines of one kind: each a few sentences that say when or from whom, in words of their headline that hardly
/// any other of them has. Where they begin, but for the first; empty where there is anything else.
class BriefRow {
 public:
  BriefRow(const Draft& draft, const std::vector<PairView>& lines, const Page& page, const Rules& rules) : draft_(draft), lines_(lines), page_(page), rules_(rules) {}

  std::vector<std::size_t> find() const {
    std::vector<std::size_t> heads;
    std::size_t i = 0;
    while (i < draft_.lines.size() && (draft_.lines[i].role == Role::column || draft_.lines[i].role == Role::kicker)) ++i;
    if (i == draft_.lines.size() || draft_.lines[i].role != Role::title) return {};
    const bool is_marked = draft_.lines[i].line->depth > 0;
    if (takes_up(i)) return taken_up(i);
    while (i < draft_.lines.size()) {
      const DraftLine& head = draft_.lines[i];
      const std::size_t end = end_of_text(i + 1);
      if ((head.line->depth > 0) != is_marked || head.line->chars < kShortestHead || (!heads.empty() && !is_section(head)) || !is_brief(head, i + 1, end)) return {};
      heads.push_back(i);
      i = end;
    }
    if (heads.size() < 2 || !stand_apart(heads)) return {};
    heads.erase(heads.begin());
    return heads;
  }

 private:
  static constexpr std::uint32_t kShortestHead = 6, kLongestBrief = 150;  // characters
  static constexpr std::size_t kMostLines = 2;

  /// The sections behind a title whose text takes up whom it names, that do so as well.
  std::vector<std::size_t> taken_up(std::size_t title) const {
    std::vector<std::size_t> heads;
    for (std::size_t i = title + 1; i < draft_.lines.size(); ++i)
      if (is_section(draft_.lines[i]) && takes_up(i)) heads.push_back(i);
    return heads;
  }

  std::size_t end_of_text(std::size_t i) const {
    while (i < draft_.lines.size() && is_text(draft_.lines[i].role)) ++i;
    return i;
  }

  bool is_brief(const DraftLine& head, std::size_t begin, std::size_t end) const {
    if (begin == end || end - begin > kMostLines || (draft_.lines[end - 1].line->open && !draft_.lines[end - 1].line->tailed)) return false;
    std::uint32_t chars = 0;
    for (std::size_t i = begin; i < end; ++i) chars += draft_.lines[i].line->chars;
    const std::string_view text = page_.view(draft_.lines[begin].line->span);
    return chars <= kLongestBrief && (is_under_rubric() || says_when_or_whence(text) || takes_up(page_.view(head.line->span), text) || is_placed(page_.view(head.line->span), text));
  }

  /// 公司快讯 over the first: what stands below are briefs, each under its headline.
  bool is_under_rubric() const { return draft_.role() == Role::column && draft_.lines.front().line->shape == Shape::rubric; }

  /// 瀚宇光学：净利润同比增长 over 瀚宇光学（688X21）公告…: the text begins with whom the headline names.
  static bool takes_up(std::string_view head, std::string_view text) {
    const std::size_t colon = head.find("：");
    return colon != std::string_view::npos && colon > 0 && text.starts_with(head.substr(0, colon));
  }

  /// 青石镇试行错峰收运 over …，青石镇的收运车进巷: the headline begins with a place that the text names.
  bool is_placed(std::string_view head, std::string_view text) const {
    constexpr std::size_t kShortest = 3, kLongest = 6;  // characters of a place
    const auto& ends = rules_.tables().compiled<WordTable>().list("author-place");
    std::size_t at = 0;
    for (std::size_t chars = 1; chars <= kLongest && at < head.size() && is_han(char_at(head, at)); ++chars) {
      next_char(head, at);
      const std::string_view place = head.substr(0, at);
      const auto ends_place = [&](const std::string& end) { return place.ends_with(end); };
      if (chars >= kShortest && std::any_of(ends.begin(), ends.end(), ends_place)) return text.find(place) != std::string_view::npos;
    }
    return false;
  }

  bool takes_up(std::size_t i) const { return i + 1 < draft_.lines.size() && is_text(draft_.lines[i + 1].role) && takes_up(page_.view(draft_.lines[i].line->span), page_.view(draft_.lines[i + 1].line->span)); }

  bool says_when_or_whence(std::string_view text) const {
    const auto& words = rules_.tables().compiled<WordTable>().list("brief-lead");
    return names_day(text) || std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
  }

  bool stand_apart(const std::vector<std::size_t>& heads) const {
    constexpr double kByChance = 0.15;  // of a headline's pairs: one, where two words meet
    std::vector<Pairs> texts;
    for (const std::size_t head : heads) texts.push_back(united({lines_[head + 1]}));
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const PairView head = lines_[heads[i]];
      const double own = part_in(head, texts[i]);
      if (own == 0) return false;
      for (std::size_t other = 0; other < heads.size(); ++other)
        if (other != i && part_in(head, texts[other]) > std::min(kByChance, own / 2)) return false;
    }
    return true;
  }

  const Draft& draft_;
  const std::vector<PairView>& lines_;
  const Page& page_;
  const Rules& rules_;
};

/// The lines before `at`; the draft keeps the rest, under the title that begins it where one does.
Draft take_front(Draft& draft, std::size_t at) {
  Draft front;
  const auto end = draft.lines.begin() + static_cast<std::ptrdiff_t>(at);
  front.lines.assign(draft.lines.begin(), end);
  draft.lines.erase(draft.lines.begin(), end);
  if (is_section(draft.lines.front())) draft.lines.front().role = Role::title;
  else draft.lines.front().role = Role::orphan;
  return front;
}

}  // namespace

void cut_strange_sections(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs, const Rules& rules) {
  if (std::none_of(drafts.begin(), drafts.end(), [&](const Draft& draft) { return is_article(draft) && (may_be_several(draft, page) || headline_behind(draft, page) > 0); })) return;
  std::vector<std::vector<PairView>> lines;
  for (const Draft& draft : drafts) lines.push_back(is_article(draft) ? pairs_of_lines(draft, pairs) : std::vector<PairView>{});
  const Cohesion cohesion(lines, pairs.numbers());
  ExtentReader& reader = pairs.extents();
  Ends ends(cohesion);
  const int deepest = deepest_title(drafts);
  std::vector<Draft> cut;
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    Draft draft = std::move(drafts[d]);
    const auto cut_at = [&](std::size_t at) {
      cut.push_back(take_front(draft, at));
      lines[d].erase(lines[d].begin(), lines[d].begin() + static_cast<std::ptrdiff_t>(at));
    };
    if (const std::size_t at = is_article(draft) ? headline_behind(draft, page) : 0; at > 0) draft.lines[at].role = Role::crosshead, cut_at(at);
    std::size_t taken = 0;
    if (has_section(draft))
      for (const std::size_t at : BriefRow(draft, lines[d], page, rules).find()) cut_at(at - taken), taken = at;
    for (std::size_t at = strange_section(draft, lines[d], reader, ends, page, deepest); at > 0; at = strange_section(draft, lines[d], reader, ends, page, deepest)) cut_at(at);
    cut.push_back(std::move(draft));
  }
  drafts = std::move(cut);
}

}  // namespace jianbao
