#include "split/draft_labels.h"

#include <algorithm>

#include "text/chars.h"

namespace jianbao {

namespace {

constexpr int kMostLost = 1;  // labels that OCR lost between two

/// Without a mark that parts or ends sentences.
bool is_phrase(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = fold(next_char(text, at)); is_stop(c) || (is_pause(c) && c != U'、')) return false;
  return true;
}

}  // namespace

bool is_numbered(const DraftLine& line) { return line.line->shape == Shape::label || line.line->shape == Shape::label_title; }

DraftLabels::DraftLabels(const Draft& draft, const Page& page) : is_piece_(draft.role() == Role::orphan) {
  for (const DraftLine& line : draft.lines) {
    of_line_.push_back(is_numbered(line) && line.line->label ? &*line.line->label : nullptr);
    const std::string_view text = page.view(line.line->span);
    heads_.push_back(of_line_.back() && line.line->shape == Shape::label_title && is_phrase(text.substr(of_line_.back()->length)));
    announces_.push_back(fold(last_char(text)) == U'：');
  }
}

std::vector<const LabelMatch*> DraftLabels::firsts_from(std::size_t line) const {
  std::vector<const LabelMatch*> firsts;
  for (; line < of_line_.size(); ++line) {
    const LabelMatch* const label = of_line_[line];
    const auto same = [&](const LabelMatch* other) { return other->style == label->style; };
    if (label && std::none_of(firsts.begin(), firsts.end(), same)) firsts.push_back(label);
  }
  return firsts;
}

const LabelMatch* DraftLabels::last_before(std::size_t& end, std::string_view style) const {
  while (end-- > 0)
    if (of_line_[end] && of_line_[end]->style == style) return of_line_[end];
  return nullptr;
}

bool DraftLabels::lead_to(const LabelMatch& label, std::size_t end) const {
  if (label.number == 1) return end > 0 && announces(end - 1, label);
  const LabelMatch* const last = last_before(end, label.style);
  if (!last || last->number + 1 != label.number) return false;
  if (last->number == 1) return true;
  const LabelMatch* const first = last_before(end, label.style);
  if (!first) return is_piece_;
  return first->number <= last->number && last->number <= first->number + 1 + kMostLost;
}

bool DraftLabels::nearly_lead_to(const LabelMatch& label, std::size_t end) const {
  const LabelMatch* const last = last_before(end, label.style);
  return last && last->number < label.number && label.number <= last->number + 1 + kMostLost;
}

bool DraftLabels::ends_in_heading() const {
  if (!heads_.back()) return false;
  std::size_t at = of_line_.size() - 1;
  const LabelMatch* const before = last_before(at, of_line_.back()->style);
  return before && heads_[at];
}

bool DraftLabels::announces(std::size_t line, const LabelMatch& first) const {
  return announces_[line] || (heads_[line] && of_line_[line]->rank < first.rank);
}

bool DraftLabels::ends_in_item(const Draft& draft) const {
  const LabelMatch* const last = of_line_.back();
  if (!last || !draft.lines.back().line->open) return false;
  std::size_t at = of_line_.size() - 1;
  const LabelMatch* const before = last_before(at, last->style);
  return before && before->number + 1 == last->number && !draft.lines[at].line->open;
}

}  // namespace jianbao
