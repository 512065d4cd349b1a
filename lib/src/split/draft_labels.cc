#include "split/draft_labels.h"

#include <algorithm>

#include "text/chars.h"

namespace jianbao {

namespace {

constexpr int kMostLost = 1;  // labels that OCR lost between two

/// Of two labels: the id of a row stands in one place.
bool is_same_style(std::string_view a, std::string_view b) { return a.data() == b.data(); }

/// Without a mark that parts or ends sentences.
bool is_phrase(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = fold(next_char(text, at)); is_stop(c) || (is_pause(c) && c != U'、')) return false;
  return true;
}

}  // namespace

bool is_numbered(const DraftLine& line) { return line.line->shape == Shape::label || line.line->shape == Shape::label_title; }

DraftLabels::DraftLabels(const Draft& draft, const Page& page) : is_piece_(draft.role() == Role::orphan), heads_(draft.lines.size()), announces_(draft.lines.size()) {
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    const Line& line = *draft.lines[i].line;
    const std::string_view text = page.view(line.span);
    announces_[i] = fold(last_char(text)) == U'：';
    if (!is_numbered(draft.lines[i]) || !line.label) continue;
    numbered_.push_back({i, &*line.label});
    heads_[i] = line.shape == Shape::label_title && is_phrase(text.substr(line.label->length));
  }
}

std::vector<DraftLabels::Numbered>::const_iterator DraftLabels::numbered_before(std::size_t end) const {
  return std::partition_point(numbered_.begin(), numbered_.end(), [&](const Numbered& numbered) { return numbered.line < end; });
}

const LabelMatch* DraftLabels::of_line(std::size_t line) const {
  const auto found = numbered_before(line);
  return found != numbered_.end() && found->line == line ? found->label : nullptr;
}

std::vector<const LabelMatch*> DraftLabels::firsts_from(std::size_t line) const {
  std::vector<const LabelMatch*> firsts;
  for (auto numbered = numbered_before(line); numbered != numbered_.end(); ++numbered) {
    const auto same = [&](const LabelMatch* other) { return is_same_style(other->style, numbered->label->style); };
    if (std::none_of(firsts.begin(), firsts.end(), same)) firsts.push_back(numbered->label);
  }
  return firsts;
}

std::size_t DraftLabels::unnumbered_from(std::size_t line) const {
  const auto first = numbered_before(line);
  return (first == numbered_.end() ? lines() : first->line) - line;
}

const LabelMatch* DraftLabels::last_before(std::size_t& end, std::string_view style) const {
  for (auto behind = numbered_before(end); behind != numbered_.begin(); --behind)
    if (const Numbered& last = *(behind - 1); is_same_style(last.label->style, style)) return end = last.line, last.label;
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
  std::size_t at = lines() - 1;
  const LabelMatch* const before = last_before(at, numbered_.back().label->style);
  return before && heads_[at];
}

bool DraftLabels::announces(std::size_t line, const LabelMatch& first) const {
  return announces_[line] || (heads_[line] && of_line(line)->rank < first.rank);
}

bool DraftLabels::ends_in_item(const Draft& draft) const {
  const LabelMatch* const last = of_line(lines() - 1);
  if (!last || !draft.lines.back().line->open) return false;
  std::size_t at = lines() - 1;
  const LabelMatch* const before = last_before(at, last->style);
  return before && before->number + 1 == last->number && !draft.lines[at].line->open;
}

}  // namespace jianbao
