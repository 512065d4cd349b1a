#include "split/seams.h"

#include <algorithm>
#include <string_view>

#include "clean/clean_rules.h"
#include "split/draft_pairs.h"

namespace jianbao {

Seams::Seams(const Page& page, const Rules& rules) : page_(page), rules_(rules) {
  constexpr std::size_t kWidest = 3 * 40;  // bytes: hardly a column is as wide; such a line is a paragraph of its own
  const std::string_view view = page.text;
  std::size_t begin = 0;                   // of the printed line that a join ends
  for (const Edit& edit : page.edits) {
    if (edit.rule != name_of(Rule::line_join)) continue;
    const std::size_t at = edit.to.begin, line_end = view.substr(begin, at + 1 - begin).rfind('\n');
    if (line_end != std::string_view::npos) begin += line_end + 1;
    const bool over_blank = std::count(edit.before.begin(), edit.before.end(), '\n') > 1;
    if (edit.to.empty() && (over_blank || at - begin >= kWidest)) places_.push_back(at);
    begin = edit.to.end;
  }
}

void Seams::open(std::vector<Draft>& drafts) {
  if (places_.empty()) return;
  for (Draft& draft : drafts) {
    std::vector<DraftLine> lines;
    lines.reserve(draft.lines.size());
    for (const DraftLine& line : draft.lines) {
      lines.push_back(line);
      if (is_text(line.role) && line.line->more.empty()) part(*line.line, lines);
    }
    draft.lines = std::move(lines);
  }
}

/// `parts` ends with the line.
void Seams::part(const Line& line, std::vector<DraftLine>& parts) {
  const auto first = std::upper_bound(places_.begin(), places_.end(), line.span.begin);
  const auto end = std::lower_bound(first, places_.end(), line.span.end);
  if (first == end) return;
  wholes_[line.span.begin] = &line;
  std::size_t begin = line.span.begin;
  const auto add = [&](std::size_t to) { return &lines_.emplace_back(read_paragraph(page_, rules_, {{begin, to}})); };
  for (auto place = first; place != end; begin = *place++) {
    parts.back().line = add(*place);
    parts.push_back({nullptr, Role::body, true});
  }
  parts.back().line = add(line.span.end);
}

bool Seams::between(const Line* left, const Line* right) const {
  return left->span.end == right->span.begin && std::binary_search(places_.begin(), places_.end(), right->span.begin);
}

const Line* Seams::together(Span span) {
  const auto whole = wholes_.find(span.begin);
  return whole != wholes_.end() && whole->second->span == span ? whole->second : &lines_.emplace_back(read_paragraph(page_, rules_, {span}));
}

void Seams::close(std::vector<Draft>& drafts) {
  if (places_.empty()) return;
  for (Draft& draft : drafts) {
    std::vector<DraftLine> lines;
    lines.reserve(draft.lines.size());
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
      lines.push_back(draft.lines[i]);
      const std::size_t first = i;
      while (i + 1 < draft.lines.size() && draft.lines[i + 1].glued && between(draft.lines[i].line, draft.lines[i + 1].line)) ++i;
      if (i > first) lines.back().line = together({draft.lines[first].line->span.begin, draft.lines[i].line->span.end});
    }
    draft.lines = std::move(lines);
  }
}

}  // namespace jianbao
