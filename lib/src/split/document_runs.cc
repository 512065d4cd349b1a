#include "split/document_runs.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "names/organisations.h"
#include "notice_signs/notice_words.h"
#include "numbering/numbering.h"
#include "numbering/numbering_headings.h"
#include "split/promulgation.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

/// What may stand under 附件1 as its title, whatever it looks like: 任务清单 like a name, 巡查办法 like a document of its own.
bool may_name_annex(const Line& line) {
  switch (line.shape) {
    case Shape::name: case Shape::tiny: case Shape::organisation: case Shape::brief: case Shape::brief_act: case Shape::document_title: return line.depth == 0;
    default: return false;
  }
}

/// Whether the text from line `i` on is an annex, and no list of annexes: it counts from one, or stands behind who signed and when.
bool begins_annex(const std::vector<Line>& lines, std::size_t head, std::size_t i) {
  if (i >= lines.size()) return false;
  const auto counts = [&](std::size_t n) { return n < lines.size() && lines[n].label && lines[n].label->rank > kAnnexRank && lines[n].label->number == 1; };
  if (counts(i) || (lines[i].shape == Shape::prose && counts(i + 1))) return true;  // 本人郑重承诺：⏎一、…
  const auto signs = [](const Line& line) { return line.shape == Shape::date || line.shape == Shape::signature; };
  return head > 0 && signs(lines[head - 1]) && !signs(lines[i]);
}

/// The line under 附件1 is the annex's title. 附件：, with a title behind it or below, heads an annex that stands behind it; else it
/// says that there is one.
void find_annex_titles(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const auto& label = lines[i].label;
    if (!label || label->rank != kAnnexRank) continue;
    const std::string_view text = page.view(lines[i].span);
    const std::string_view title = text.substr(label->length);
    const bool alone = title.empty(), listing = fold(last_char(trim(text.substr(0, label->length)))) == U'：';
    if (alone && !may_name_annex(lines[i + 1])) continue;
    if (listing) {
      const bool titled = alone || (is_heading_line(title) && !match_label(title, rules));  // not 附件：1．任务清单
      const bool annex = titled && begins_annex(lines, i, i + (alone ? 2 : 1));
      if (annex || lines[i].shape == Shape::label_title) lines[i].shape = annex ? Shape::label_title : Shape::label;
    }
    if (alone && lines[i].shape == Shape::label_title) lines[i + 1].shape = Shape::label_title;
  }
}

/// 第一条⏎定义⏎双方…: in treaties, and in the laws of Macau, what an article or a chapter is about stands on a line of its own below the
/// label. One alone may be anything.
void find_captions(std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 20;  // characters
  constexpr std::size_t kLeast = 2;
  std::vector<std::size_t> captions;
  for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
    const auto& label = lines[i].label;
    const Line &below = lines[i + 1];
    if (!label || label->rank > kArticleRank || label->rank <= kAnnexRank || label->length < lines[i].span.size()) continue;
    if (below.open && !below.label && !below.blank_before && below.chars <= kLongest && may_name_annex(below)) captions.push_back(i);
  }
  if (captions.size() < kLeast) return;
  for (const std::size_t i : captions) lines[i].shape = lines[i + 1].shape = Shape::label_title;
}

/// 第二章　考古发掘和出土⏎文物管理⏎第五条: what may be a name as well is the rest of the heading above.
/// A heading of a few characters fits its line.
void find_torn_divisions(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kShortestFirst = 5;
  constexpr std::uint32_t kLongest = 20;  // characters
  for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
    const auto &label = lines[i].label, &unit = lines[i + 2].label;
    if (!label || !unit || lines[i].shape != Shape::label_title || label->rank >= kArticleRank || label->rank <= kAnnexRank || unit->rank <= label->rank) continue;
    Line& below = lines[i + 1];
    const bool fills = count_chars(page.view(lines[i].span).substr(label->length)) >= kShortestFirst;
    if (fills && below.open && !below.label && !below.blank_before && below.chars <= kLongest && may_name_annex(below)) below.shape = Shape::label_title;
  }
}

/// 1总则⏎1.1编制目的: a section whose number no gap sets apart is known by the first one below it.
void find_glued_sections(const Page& page, std::vector<Line>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].label || !lines[i].open || !lines[i + 1].label || lines[i + 1].label->number != 1) continue;
    const std::string_view text = page.view(lines[i].span), below = page.view(lines[i + 1].span);
    const std::size_t figures = leading_figures(text);
    const std::string number(text.substr(0, figures));
    if (figures > 0 && is_han(char_at(text, figures)) && below.starts_with(number + ".1") && is_heading_line(text)) lines[i].shape = Shape::label_title;
  }
}

/// 江源市教育局文件 over the number or the title of a document, with those who issue it too above: the red head of its paper.
void find_letterheads(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto& words = rules.tables().compiled<WordTable>().list("letterhead");
  const auto heads = [&](std::string_view text) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.ends_with(word) && is_organisation(trim(text.substr(0, text.size() - word.size())), rules); });
  };
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].shape != Shape::document_note && lines[i + 1].shape != Shape::document_title) continue;
    if (!heads(without_spaces(page.view(lines[i].span)))) continue;  // it is set wide
    lines[i].shape = Shape::letterhead;
    for (std::size_t above = i; above-- > 0 && lines[above].shape == Shape::organisation;) lines[above].shape = Shape::letterhead;
  }
}

}  // namespace

void reread_documents(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  find_promulgations(page, rules, lines);
  find_annex_titles(page, rules, lines);
  find_captions(lines);
  find_torn_divisions(page, lines);
  find_glued_sections(page, lines);
  find_letterheads(page, rules, lines);
}

}  // namespace jianbao
