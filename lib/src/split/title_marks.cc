#include "split/title_marks.h"

#include <algorithm>
#include <map>
#include <utility>

#include "split/draft_ends.h"
#include "split/draft_labels.h"
#include "split/draft_pairs.h"

namespace jianbao {
namespace {

bool is_over_text_alone(const Draft& draft) {
  return std::all_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return is_over_text(line.role); });
}

}  // namespace

bool is_over_text(Role role) { return is_headline(role) || role == Role::byline; }

TitleMarks read_title_marks(const std::vector<Draft>& drafts) {
  std::map<int, std::size_t> titles;
  std::size_t all = 0;
  int deepest = 0;
  for (const Draft& draft : drafts)
    for (const DraftLine& line : draft.lines) {
      deepest = std::max(deepest, line.line->depth);
      if (line.role == Role::title && line.line->depth > 0) ++titles[line.line->depth], ++all;
    }
  if (all == 0 || titles.begin()->second * 4 < all * 3) return {};
  return {titles.begin()->first, deepest > titles.begin()->first};
}

bool has_marks_of_title(const DraftLine& line, int depth) {
  if (depth == 0) return line.line->headline && line.line->column == 0 && line.role != Role::column && (is_over_text(line.role) || line.role == Role::crosshead);
  const bool leads_on = line.line->shape == Shape::lead_on || line.line->shape == Shape::brief_lead_in || line.line->shape == Shape::byline;
  return line.line->depth == depth && !leads_on && (is_over_text(line.role) || line.role == Role::crosshead);
}

bool are_titles_apart(const std::vector<Draft>& drafts, int depth) {
  bool behind_title = false;
  for (const Draft& draft : drafts) {
    if (!has_running_text(draft)) continue;
    for (const DraftLine& line : draft.lines) {
      const bool title = has_marks_of_title(line, depth);
      if (title && behind_title) return true;
      behind_title = title || (behind_title && is_over_text(line.role));
    }
    if (behind_title && is_over_text_alone(draft)) return true;
  }
  return false;
}

void rejoin_at_headings(std::vector<Draft>& drafts, int depth) {
  const auto is_deeper = [&](const DraftLine& line) { return line.line->depth > depth; };
  std::size_t titles = 0, headings = 0;
  for (const Draft& draft : drafts)
    for (const DraftLine& line : draft.lines)
      if (is_deeper(line)) ++(line.role == Role::title ? titles : headings);
  if (titles == 0 || titles > headings) return;
  for (std::size_t d = drafts.size(); d-- > 1;) {
    Draft &draft = drafts[d], &above = drafts[d - 1];
    if (draft.role() != Role::title || !is_deeper(draft.lines.front()) || !has_running_text(above)) continue;
    draft.lines.front().role = Role::crosshead;
    above.lines.insert(above.lines.end(), draft.lines.begin(), draft.lines.end());
    drafts.erase(drafts.begin() + static_cast<std::ptrdiff_t>(d));
  }
}

void cut_at_titles(std::vector<Draft>& drafts, int depth) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    std::vector<DraftLine>& lines = drafts[d].lines;
    if (!has_running_text(drafts[d])) continue;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const bool marked = depth > 0 ? lines[i].line->depth == depth : lines[i].line->headline && lines[i].line->column == 0;
      if ((lines[i].role != Role::crosshead && !is_text(lines[i].role)) || !marked || is_numbered(lines[i])) continue;
      if (is_over_text(lines[i - 1].role)) {
        if (depth == 0) lines[i].role = Role::title;
        continue;
      }
      Draft rest;
      rest.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end());
      rest.lines.front().role = Role::title;
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end());
      drafts.insert(drafts.begin() + static_cast<std::ptrdiff_t>(d) + 1, std::move(rest));
      break;
    }
  }
}

}  // namespace jianbao
