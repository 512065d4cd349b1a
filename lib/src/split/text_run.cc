#include "split/text_run.h"

#include <algorithm>

#include "split/byline_roles.h"
#include "split/draft_ends.h"
#include "split/draft_labels.h"
#include "split/title_marks.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

bool holds_numbers(const TextRun& run, std::size_t from, std::size_t to) {
  to = std::min(to, run.lines.size());
  return std::any_of(run.lines.data() + from, run.lines.data() + to, [](const TextRun::At& line) { return is_numbered(line.line); });
}

/// 第五条…⏎前款规定以外的…⏎第六条…: of some style the next number comes behind the last one before the line, so that the line stands inside.
/// OCR may have lost a few between.
bool counts_on(const TextRun& run, std::size_t at) {
  constexpr int kMostLost = 2;
  const auto label_at = [&](std::size_t i) { return is_numbered(run.lines[i].line) && run.lines[i].line.line->label ? &*run.lines[i].line.line->label : nullptr; };
  const auto is_next = [&](const LabelMatch& label) {
    for (std::size_t before = at; before-- > 0;)
      if (const LabelMatch* last = label_at(before); last && last->style == label.style) return last->number < label.number && label.number <= last->number + 1 + kMostLost;
    return false;
  };
  std::vector<std::string_view> styles;
  for (std::size_t next = at; next < run.lines.size(); ++next) {
    const LabelMatch* const label = label_at(next);
    if (!label || std::find(styles.begin(), styles.end(), label->style) != styles.end()) continue;
    if (is_next(*label)) return true;
    styles.push_back(label->style);
  }
  return false;
}

/// 第一章: behind the note of when a law was passed nothing stands above it, as 为了…，制定本办法 may above 第一条.
bool begins_law(const DraftLine& line) {
  const auto& label = line.line->label;
  return is_numbered(line) && label && label->rank > kAnnexRank && label->rank < kArticleRank && label->number == 1;
}

/// A line that a text begins with, whatever stands below it.
bool begins_alone(const TextRun::At& at) {
  const Shape shape = at.line.line->shape;
  return at.line.role == Role::lead || shape == Shape::document_note || shape == Shape::dateline || shape == Shape::preface || begins_law(at.line);
}

/// The line begins the text that goes on below it: 编者按：…, an office over the number or the date of what it issued, a line over a dateline.
bool leads_in(const TextRun& run, std::size_t at) {
  const DraftLine& line = run.lines[at].line;
  if (line.line->shape == Shape::preface) return true;
  if (at + 1 == run.lines.size()) return false;
  const TextRun::At& below = run.lines[at + 1];
  if (line.line->shape == Shape::organisation) return below.line.line->shape == Shape::document_note;
  if (line.line->shape == Shape::document_note && begins_law(below.line)) return true;
  return is_headline(line.role) && line.line->depth == 0 && (begins_alone(below) || is_byline(below));
}

/// A row of a table or a programme: a quarter of its characters are figures, and no sentence ends in it.
bool is_of_figures(std::string_view line) {
  std::size_t figures = 0, all = 0;
  for (std::size_t at = 0; at < line.size(); ++all) {
    const char32_t c = fold(next_char(line, at));
    figures += c >= U'0' && c <= U'9';
    if (c == U'。') return false;
  }
  return figures * 4 >= all;
}

/// 本报记者… on a short line without marks, whatever OCR made of the names.
bool names_reporters(const Line& line, std::string_view text, const Rules& rules) {
  constexpr std::uint32_t kLongest = 16;  // characters
  const bool plain = line.shape == Shape::brief || line.shape == Shape::tiny;
  if (!plain || line.depth > 0 || line.chars > kLongest) return false;
  std::string_view rest;
  const std::vector<RolePiece> pieces = find_roles(text, rules.tables().compiled<BylineRoles>(), rest, rules);
  const auto& own = rules.tables().compiled<WordTable>().list("own-press");
  return !pieces.empty() && std::any_of(own.begin(), own.end(), [&](const std::string& press) { return pieces.front().before.ends_with(press); });
}

}  // namespace

TextRun::At read_line(const DraftLine& line, std::size_t draft, bool begins_draft, const Page& page, const Rules& rules) {
  const std::string_view text = page.view(line.line->span);
  return {line, draft, begins_draft, names_reporters(*line.line, text, rules), is_of_figures(text)};
}

void set_bylines_apart(TextRun& run) {
  for (std::size_t i = run.lines.size(); i-- > 1;) {
    const bool apart = i + 1 < run.lines.size() && run.lines[i + 1].line.role == Role::lead;
    if (!apart || !is_byline(run.lines[i]) || run.lines[i].begins_draft) continue;
    run.bylines_apart.push_back(run.lines[i].line);
    run.lines.erase(run.lines.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

bool is_byline(const TextRun::At& at) {
  const Shape shape = at.line.line->shape;
  return at.line.role == Role::byline || shape == Shape::byline || at.reporters || (shape == Shape::name && at.line.line->depth == 0);
}

bool begins_text(const TextRun& run, std::size_t at) { return begins_alone(run.lines[at]) || (at + 1 < run.lines.size() && leads_in(run, at)); }

bool is_introduced(const TextRun& run, std::size_t at) { return at > 0 && leads_in(run, at - 1); }

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
  if (is_introduced(run, at)) return false;
  if (line.role == Role::lead || begins_law(line)) return true;
  if (line.glued || breaks_off(before) || line.line->shape == Shape::fragment) return false;
  if (run.lines[at].begins_draft) return true;
  if (is_over_text(before.role) || before.role == Role::crosshead) return false;
  if (begins_text(run, at)) return true;
  if (is_byline(run.lines[at])) return at + 1 < run.lines.size();
  const bool heading = line.role == Role::crosshead && line.line->shape != Shape::label_title;
  return !is_numbered(line) && (is_text(line.role) || heading) && !counts_on(run, at);
}

}  // namespace jianbao
