#include "split/draft_labels.h"

namespace jianbao {

bool is_numbered(const DraftLine& line) { return line.line->shape == Shape::label || line.line->shape == Shape::label_title; }

DraftLabels::DraftLabels(const Draft& draft) {
  for (const DraftLine& line : draft.lines) of_line_.push_back(is_numbered(line) && line.line->label ? &*line.line->label : nullptr);
}

const LabelMatch* DraftLabels::first_from(std::size_t line) const {
  while (line < of_line_.size() && !of_line_[line]) ++line;
  return line < of_line_.size() ? of_line_[line] : nullptr;
}

bool DraftLabels::lead_to(const LabelMatch& label, std::size_t end) const {
  while (end-- > 0)
    if (of_line_[end] && of_line_[end]->style == label.style) return of_line_[end]->number + 1 == label.number;
  return false;
}

}  // namespace jianbao
