#include "sections.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "chars.h"
#include "draft_pairs.h"
#include "end_shares.h"

namespace jianbao {
namespace {

/// What a section shares with the article before it at least. Of the headings inside of articles at hand (75 without marks, 34
/// with) three sections in an article of their own shared less with it, 0.011 and 0.014; ten that were another article shared
/// 0.015 at most, three 0.027 to 0.030.
constexpr double kSameArticle = 0.02;
constexpr std::size_t kTellingPairs = 30;  // of a section, and of what stands before it: fewer share nothing by chance
constexpr std::uint32_t kLongestVerse = 14;  // characters

bool is_section(const DraftLine& line) { return line.role == Role::crosshead && line.line->shape != Shape::label_title; }

bool has_section(const Draft& draft) { return std::any_of(draft.lines.begin(), draft.lines.end(), is_section); }

/// A line that fills no column, ends no sentence and is no row of a table, which has figures.
bool is_verse(const DraftLine& line, const Page& page) {
  const std::string_view text = page.view(line.line->span);
  const bool figures = std::any_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); });
  return line.line->open && line.line->chars < kLongestVerse && !figures;
}

/// Behind the heading stands no verse: stanzas share nothing.
bool begins_section(const Draft& draft, std::size_t i, const Page& page) {
  const auto& lines = draft.lines;
  std::size_t next = i + 1;
  while (next < lines.size() && lines[next].role == Role::byline) ++next;
  return is_section(lines[i]) && next < lines.size() && !is_verse(lines[next], page);
}

/// The first heading that begins another article, or 0.
std::size_t strange_section(const Draft& draft, const std::vector<Pairs>& lines, const Cohesion& cohesion, const Page& page) {
  if (lines.empty() || !has_section(draft)) return 0;
  const Ends ends(lines, cohesion);
  std::size_t before = 0;  // pairs of running text
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool telling = before >= kTellingPairs && ends.pairs(i) >= kTellingPairs;
    if (telling && begins_section(draft, i, page) && ends.before(i) < kSameArticle) return i;
    if (is_text(draft.lines[i].role)) before += lines[i].size();
  }
  return 0;
}

/// The lines before `at`; the draft keeps the rest, under the title that begins it.
Draft take_front(Draft& draft, std::size_t at) {
  Draft front;
  const auto end = draft.lines.begin() + static_cast<std::ptrdiff_t>(at);
  front.lines.assign(draft.lines.begin(), end);
  draft.lines.erase(draft.lines.begin(), end);
  draft.lines.front().role = Role::title;
  return front;
}

}  // namespace

void cut_strange_sections(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs) {
  if (std::none_of(drafts.begin(), drafts.end(), [](const Draft& draft) { return is_article(draft) && has_section(draft); })) return;
  std::vector<std::vector<Pairs>> lines;
  std::vector<Pairs> articles;
  for (const Draft& draft : drafts) {
    lines.push_back(is_article(draft) ? pairs_of_lines(draft, pairs) : std::vector<Pairs>{});
    articles.push_back(united(lines.back()));
  }
  const Cohesion cohesion(articles, pairs.numbers());
  std::vector<Draft> cut;
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    Draft draft = std::move(drafts[d]);
    for (std::size_t at = strange_section(draft, lines[d], cohesion, page); at > 0; at = strange_section(draft, lines[d], cohesion, page)) {
      cut.push_back(take_front(draft, at));
      lines[d].erase(lines[d].begin(), lines[d].begin() + static_cast<std::ptrdiff_t>(at));
    }
    cut.push_back(std::move(draft));
  }
  drafts = std::move(cut);
}

}  // namespace jianbao
