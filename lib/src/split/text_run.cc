#include "split/text_run.h"

#include <algorithm>

#include "split/draft_ends.h"
#include "split/draft_labels.h"
#include "split/title_marks.h"

namespace jianbao {
namespace {

bool holds_numbers(const TextRun& run, std::size_t from, std::size_t to) {
  to = std::min(to, run.lines.size());
  return std::any_of(run.lines.data() + from, run.lines.data() + to, [](const TextRun::At& line) { return is_numbered(line.line); });
}

/// 第五条…⏎前款规定以外的…⏎第六条…: the next number comes behind the last one of its style before the line, so that the line stands inside.
bool counts_on(const TextRun& run, std::size_t at) {
  const auto label_at = [&](std::size_t i) { return is_numbered(run.lines[i].line) && run.lines[i].line.line->label ? &*run.lines[i].line.line->label : nullptr; };
  std::size_t next = at;
  while (next < run.lines.size() && !label_at(next)) ++next;
  if (next == run.lines.size()) return false;
  const LabelMatch& label = *label_at(next);
  for (std::size_t before = at; before-- > 0;)
    if (const LabelMatch* last = label_at(before); last && last->style == label.style) return last->number + 1 == label.number;
  return false;
}

}  // namespace

bool is_byline(const TextRun::At& at) { return at.line.role == Role::byline || at.line.line->shape == Shape::byline; }

bool begins_text(const TextRun::At& at) {
  const Shape shape = at.line.line->shape;
  return at.line.role == Role::lead || shape == Shape::document_note || shape == Shape::dateline;
}

bool ends_text(const TextRun::At& at) { return !is_byline(at) && (at.line.line->tailed || at.line.role == Role::tail); }

bool ends_numbers(const TextRun& run, std::size_t at) {
  constexpr std::size_t kNear = 3;  // lines: a note, or a list's last paragraph, may stand behind the numbers
  return holds_numbers(run, std::max(kNear, at) - kNear, at) && !holds_numbers(run, at, at + kNear);
}

bool ends_document(const TextRun& run, std::size_t at) {
  constexpr std::size_t kNear = 3;  // lines
  if (at == 0 || run.lines[at].line.line->shape != Shape::document_note || !is_numbered(run.lines[at - 1].line)) return false;
  return !holds_numbers(run, at, at + kNear);
}

bool may_cut(const TextRun& run, std::size_t at) {
  const DraftLine &line = run.lines[at].line, &before = run.lines[at - 1].line;
  if (line.role == Role::lead) return true;
  if (line.glued || breaks_off(before) || line.line->shape == Shape::fragment) return false;
  if (run.lines[at].begins_draft) return true;
  if (is_over_text(before.role) || before.role == Role::crosshead) return false;
  if (begins_text(run.lines[at])) return true;
  if (is_byline(run.lines[at])) return at + 1 < run.lines.size();
  return !is_numbered(line) && is_text(line.role) && !counts_on(run, at);
}

}  // namespace jianbao
