#include "split/rows.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "split/draft_labels.h"
#include "split/draft_pairs.h"

namespace jianbao {
namespace {

using Lines = std::vector<DraftLine>;

std::ptrdiff_t offset(std::size_t n) { return static_cast<std::ptrdiff_t>(n); }


/// Lines `from` to `to` of a draft as one of their own, which begins with a title or in the middle.
Draft take_out(Draft& draft, std::size_t from, std::size_t to) {
  Draft taken;
  const auto begin = draft.lines.begin() + offset(from), end = draft.lines.begin() + offset(to);
  taken.lines.assign(begin, end);
  draft.lines.erase(begin, end);
  Role& first = taken.lines.front().role;
  if (first == Role::crosshead) first = Role::title;
  else if (is_text(first) && first != Role::lead) first = Role::orphan;
  return taken;
}

// The note under a document's title.

/// Where running text stands between the title of a document and the note that says when it was passed, and numbered units
/// behind the note: the note's line, else 0. One paragraph may be that which puts a law into force.
std::size_t strayed_note(const Draft& draft, std::size_t head) {
  const Lines& lines = draft.lines;
  std::size_t note = head, texts = 0;
  for (; note < lines.size() && lines[note].line->shape != Shape::document_note; ++note) {
    if (is_numbered(lines[note]) || (!is_text(lines[note].role) && lines[note].role != Role::crosshead)) return 0;
    texts += is_text(lines[note].role);
  }
  const bool numbered = std::any_of(lines.begin() + offset(note), lines.end(), is_numbered);
  return note < lines.size() && numbered && texts >= 2 ? note : 0;
}

/// The end of another article that came out below the title of a document becomes a draft again.
void set_strays_apart(std::vector<Draft>& drafts) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    Lines& lines = drafts[d].lines;
    std::size_t head = 0;
    while (head < lines.size() && lines[head].role == Role::title) ++head;
    if (head == 0 || lines[0].line->shape != Shape::document_title) continue;
    const std::size_t note = strayed_note(drafts[d], head);
    if (note == 0) continue;
    lines[note].role = Role::note;
    Draft stray = take_out(drafts[d], head, note);
    drafts.insert(drafts.begin() + offset(++d), std::move(stray));
  }
}

// Bylines behind the text that they stood beside.

bool is_byline(const DraftLine& line) { return line.line->shape == Shape::byline && (line.role == Role::byline || line.role == Role::tail); }

std::optional<DraftLine> take_last_byline(Lines& lines) {
  if (lines.size() < 2 || !is_byline(lines.back())) return {};
  const DraftLine byline = lines.back();
  lines.pop_back();
  return byline;
}

/// Where a title has text without a dateline under it and no byline.
bool put_under_title(Lines& lines, const DraftLine& byline) {
  const auto text = std::find_if(lines.begin(), lines.end(), [](const DraftLine& line) { return is_text(line.role) || line.role == Role::byline; });
  if (text == lines.begin() || text == lines.end() || text->role == Role::lead || text->role == Role::byline) return false;
  lines.insert(text, byline)->role = Role::byline;
  return true;
}

/// A byline behind text that breaks off in the middle of a sentence is no end of it: it belongs under the title, and the text goes
/// on behind it.
void raise_bylines(std::vector<Draft>& drafts) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    Lines& lines = drafts[d].lines;
    if (lines.size() < 3) continue;
    const DraftLine& text = lines[lines.size() - 2];
    if (!is_text(text.role) || !text.line->open || text.line->tailed) continue;
    const std::optional<DraftLine> byline = take_last_byline(lines);
    if (!byline) continue;
    if (!put_under_title(lines, *byline)) {
      lines.push_back(*byline);
    } else if (d + 1 < drafts.size() && drafts[d + 1].role() == Role::orphan) {
      Lines& rest = drafts[d + 1].lines;
      rest.front().role = Role::body;
      rest.front().glued = true;
      lines.insert(lines.end(), rest.begin(), rest.end());
      drafts.erase(drafts.begin() + offset(d + 1));
    }
  }
}

// Titles in a row.

/// How many lines with marks of one depth, or side by side, a draft begins with, from its title on, where text follows: titles
/// all, though the last one reads like a crosshead as well.
std::size_t marked_titles(const Draft& draft) {
  const Lines& lines = draft.lines;
  std::size_t n = 0;
  const auto is_title = [&](const DraftLine& line) {
    const bool heads = line.role == Role::title || (n > 0 && (line.role == Role::crosshead || line.role == Role::subtitle));
    const bool marked = line.line->depth > 0 && line.line->depth == lines[0].line->depth;
    return heads && (marked || line.line->beside || (n == 0 && lines.size() > 1 && lines[1].line->beside));
  };
  while (n < lines.size() && is_title(lines[n])) ++n;
  return n < lines.size() ? n : 0;
}

/// The heading of the notices beside a title: its text comes behind that of the title, which it is no part of.
void set_banners_apart(std::vector<Draft>& drafts) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    const std::size_t titles = marked_titles(drafts[d]);
    if (titles < 2 || drafts[d].lines[titles - 1].line->shape != Shape::notice_heading) continue;
    Draft banner = take_out(drafts[d], titles - 1, titles);
    banner.lines.front().role = Role::notice_heading;
    drafts.insert(drafts.begin() + offset(++d), std::move(banner));
  }
}

}  // namespace

void mend_rows(std::vector<Draft>& drafts) {
  set_strays_apart(drafts);
  raise_bylines(drafts);
  set_banners_apart(drafts);
}

}  // namespace jianbao
