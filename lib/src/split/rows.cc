#include "split/rows.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "split/assignment.h"

namespace jianbao {
namespace {

using Lines = std::vector<DraftLine>;

std::ptrdiff_t offset(std::size_t n) { return static_cast<std::ptrdiff_t>(n); }

bool is_numbered(const DraftLine& line) { return line.line->shape == Shape::label || line.line->shape == Shape::label_title; }

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

class Dealer {
 public:
  Dealer(std::vector<Draft>& drafts, LinePairs& pairs) : drafts_(drafts), pairs_(pairs) {}

  /// Each text takes the title that its words speak for, in doubt the one in its place; only as many titles as there are texts
  /// without one are dealt out.
  void run() {
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      const std::size_t titles = marked_titles(drafts_[d]);
      if (titles < 2) continue;
      heads_.assign(drafts_[d].lines.begin(), drafts_[d].lines.begin() + offset(titles));
      const std::vector<std::size_t> bodies = find_bodies(d);
      if (bodies.size() > 1) deal(d, bodies);
    }
  }

 private:
  static constexpr std::size_t kReach = 5;  // drafts between a title and its text

  double part(const DraftLine& title, PairView text) { return part_in(pairs_.of(*title.line), text); }

  std::vector<std::size_t> find_bodies(std::size_t d) {
    std::vector<std::size_t> bodies{d};
    for (std::size_t next = d + 1; next < drafts_.size() && next <= d + kReach && bodies.size() < heads_.size(); ++next) {
      if (drafts_[next].role() != Role::lead) continue;
      bodies.push_back(next);
      if (const std::size_t line = strange_text(drafts_[next]); line > 0) {
        Draft rest = take_out(drafts_[next], line, drafts_[next].lines.size());
        drafts_.insert(drafts_.begin() + offset(next + 1), std::move(rest));
        bodies.push_back(next + 1);
      }
    }
    return bodies;
  }

  /// Where a report that speaks for one title is followed by text that speaks for another one and not for its own; or 0.
  std::size_t strange_text(const Draft& draft) {
    constexpr double kSure = 0.3;  // of a title's pairs stand in its report
    const std::vector<PairView> lines = pairs_of_lines(draft, pairs_);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (draft.lines[i].role != Role::body && draft.lines[i].role != Role::report) continue;
      const Pairs before = united({lines.begin(), lines.begin() + offset(i)}), behind = united({lines.begin() + offset(i), lines.end()});
      for (const DraftLine& own : heads_) {
        if (part(own, before) < kSure || part(own, behind) > 0) continue;
        for (const DraftLine& other : heads_)
          if (part(other, lines[i]) > 0 && part(other, before) == 0) return i;
      }
    }
    return 0;
  }

  void deal(std::size_t d, const std::vector<std::size_t>& bodies) {
    constexpr double kInOrder = 0.05;  // what the place of a title weighs against the part of its words
    Lines& first = drafts_[d].lines;
    first.erase(first.begin(), first.begin() + offset(heads_.size()));
    const std::optional<DraftLine> byline = take_last_byline(first);
    std::vector<std::vector<double>> gain(heads_.size(), std::vector<double>(bodies.size()));
    for (std::size_t t = 0; t < heads_.size(); ++t)
      for (std::size_t b = 0; b < bodies.size(); ++b)
        gain[t][b] = part(heads_[t], united(pairs_of_lines(drafts_[bodies[b]], pairs_))) + (t == b ? kInOrder : 0);
    const std::vector<std::size_t> paired = best_assignment(gain);
    for (std::size_t t = heads_.size(); t-- > 0;) {
      Lines& lines = drafts_[paired[t] < bodies.size() ? bodies[paired[t]] : d].lines;
      lines.insert(lines.begin(), heads_[t])->role = Role::title;
    }
    if (byline) give(*byline, d, bodies);
  }

  /// A byline among them is that of the first text that has none and begins with no dateline, which names its reporter.
  void give(const DraftLine& byline, std::size_t d, const std::vector<std::size_t>& bodies) {
    for (const std::size_t body : bodies)
      if (body != d && put_under_title(drafts_[body].lines, byline)) return;
    drafts_[d].lines.push_back(byline);
  }

  std::vector<Draft>& drafts_;
  LinePairs& pairs_;
  Lines heads_;
};

}  // namespace

void mend_rows(std::vector<Draft>& drafts, LinePairs& pairs) {
  set_strays_apart(drafts);
  raise_bylines(drafts);
  set_banners_apart(drafts);
  Dealer(drafts, pairs).run();
}

}  // namespace jianbao
