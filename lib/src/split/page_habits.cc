#include "split/page_habits.h"

#include <array>
#include <numeric>

namespace jianbao {
namespace {

constexpr std::size_t kHead = 4;  // lines of a title with subtitle and byline
constexpr std::size_t kFew = 4;   // titles or datelines that make a habit

}  // namespace

bool may_be_head(const Line& line) {
  switch (line.shape) {
    case Shape::brief: case Shape::brief_act: case Shape::brief_lead_in: case Shape::lead_on: case Shape::rubric: case Shape::tiny: case Shape::deck: return line.depth == 0;
    default: return false;
  }
}

PageHabits::PageHabits(const std::vector<Line>& lines) {
  read_depths(lines);
  read_heads(lines);
  std::size_t marks = 0, unmarked = 0, blank = 0, datelines = 0, led = 0, in_rows = 0, since_mark = kHead + 1;
  for (const Line& line : lines) {
    in_rows += line.depth > 0 && since_mark == 0;
    marks += line.depth > 0;
    blank += line.blank_before && line.column == 0;  // no empty lines stood in columns that were read across
    since_mark = line.depth > 0 ? 0 : since_mark + 1;
    datelines += line.shape == Shape::dateline;
    led += line.shape == Shape::dateline && since_mark <= kHead;
  }
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    unmarked += lines[i].shape == Shape::document_title && lines[i].depth == 0 && lines[i + 1].shape == Shape::document_note;
  marks_tell = datelines >= kFew && led * 4 >= datelines * 3 && in_rows == 0;  // in rows the texts come behind all titles
  marked = (marks >= 2 || (marks == 1 && lines.size() < 12)) && 2 * unmarked < marks;  // a title without a mark over its number
  std::size_t named = 0;  // heads over who wrote the text, or when and where
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    named += may_be_head(lines[i]) && (lines[i + 1].shape == Shape::dateline || lines[i + 1].shape == Shape::byline);
  dated = marks == 0 && named > kFew;
  blanks_tell = blank * 8 > lines.size() && blank * 8 < lines.size() * 7;
}

void PageHabits::read_heads(const std::vector<Line>& lines) {
  constexpr std::size_t kFewPairs = 3;
  std::size_t apart = 0, together = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!may_be_head(lines[i - 1]) || !may_be_head(lines[i])) continue;
    ++(lines[i].blank_before ? apart : together);
  }
  heads_apart = apart >= kFewPairs && apart >= 2 * together;
}

void PageHabits::read_depths(const std::vector<Line>& lines) {
  std::array<std::size_t, 7> marked_at{}, led_at{}, numbered_at{};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto depth = static_cast<std::size_t>(lines[i].depth);
    if (depth == 0 || depth >= marked_at.size()) continue;
    ++marked_at[depth];
    numbered_at[depth] += lines[i].shape == Shape::label_title;
    for (std::size_t next = i + 1; next < lines.size() && next <= i + kHead && lines[next].depth == 0; ++next)
      if (lines[next].shape == Shape::dateline || lines[next].shape == Shape::byline || lines[next].shape == Shape::name) {
        ++led_at[depth];
        break;
      }
  }
  for (std::size_t depth = 1; depth < marked_at.size() && title_depth == 0; ++depth)
    if (led_at[depth] >= kFew && led_at[depth] * 3 >= marked_at[depth] * 2) title_depth = static_cast<int>(depth);
  const std::size_t numbered = std::accumulate(numbered_at.begin(), numbered_at.end(), std::size_t{0});
  std::size_t above = 0;
  for (std::size_t depth = 1; depth < marked_at.size() && section_depth == 0; above += marked_at[depth++])
    if (above >= 2 && numbered >= 3 && numbered_at[depth] == numbered && led_at[depth] == 0) section_depth = static_cast<int>(depth);
}

}  // namespace jianbao
