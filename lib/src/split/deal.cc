#include "split/deal.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <utility>

#include "split/assignment.h"
#include "split/draft_ends.h"

namespace jianbao {
namespace {

using Lines = std::vector<DraftLine>;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// What speaks for a title over a text, in parts of the title's words that stand in it. Chosen on pages of OCR by region; none is sharp.
constexpr double kRightAbove = 0.15;  ///< the text stands under the title as it came out
constexpr double kFirstInRow = 0.4;   ///< the title is the first of the row that the text stands under: both stand leftmost
constexpr double kNear = 0.1;         ///< only texts without a title stand between the two
constexpr double kElsewhere = 0.03;   ///< the text stands elsewhere: taken off
constexpr double kUnderLine = 0.1;    ///< the text has a line over it that may be its title: taken off
constexpr double kPicture = 2;        ///< a picture is under its title

// The same for a cut through a text, one of whose parts a title takes that has none.
constexpr double kLeastToCut = 0.1;   ///< taken off
constexpr double kInRow = 0.1;        ///< the title is of the row that the text stands under
constexpr double kEnded = 0.05;       ///< an article has ended before the cut: it is signed

constexpr std::size_t kMostHeads = 100, kMostWork = 20000;  ///< titles, and titles times lines: a page with more is no newspaper page

std::ptrdiff_t offset(std::size_t n) { return static_cast<std::ptrdiff_t>(n); }

bool is_over_text(Role role) {
  return role == Role::column || role == Role::kicker || role == Role::title || role == Role::subtitle || role == Role::byline;
}

bool has_running_text(const Draft& draft) {
  switch (draft.role()) {
    case Role::furniture: case Role::fixture: case Role::fixture_body: case Role::caption: case Role::credit:
    case Role::notice_heading: case Role::notice: case Role::notice_more: return false;
    default: return true;
  }
}

/// The depth of the marks that titles have, and whether headings have others.
struct TitleMarks {
  int depth = 0;  ///< 0: they tell nothing
  bool of_titles_only = false;
};

/// Nearly all titles have marks of one depth and none of a higher one: whoever told regions apart knew no ranks of them. Marks that
/// rank titles were set by somebody who read the page, in order.
TitleMarks read_marks(const std::vector<Draft>& drafts) {
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

bool is_numbered(const DraftLine& line) { return line.line->shape == Shape::label || line.line->shape == Shape::label_title; }

bool is_over_text_alone(const Draft& draft) {
  return std::all_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return is_over_text(line.role); });
}

/// Whether titles came out apart from their texts: two are in a row, or one has nothing under it.
bool are_titles_apart(const std::vector<Draft>& drafts, int depth) {
  const auto is_title = [&](const DraftLine& line) { return line.role == Role::title && line.line->depth == depth; };
  for (const Draft& draft : drafts) {
    if (!has_running_text(draft)) continue;
    const auto titles = std::count_if(draft.lines.begin(), draft.lines.end(), is_title);
    if (titles > 1 || (titles == 1 && is_over_text_alone(draft))) return true;
  }
  return false;
}

/// Where headings have marks of their own, a line with the marks of titles is one, whatever it looks like.
void cut_at_titles(std::vector<Draft>& drafts, int depth) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    Lines& lines = drafts[d].lines;
    if (!has_running_text(drafts[d])) continue;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if ((lines[i].role != Role::crosshead && !is_text(lines[i].role)) || lines[i].line->depth != depth || is_numbered(lines[i]) || is_over_text(lines[i - 1].role)) continue;
      Draft rest;
      rest.lines.assign(lines.begin() + offset(i), lines.end());
      rest.lines.front().role = Role::title;
      lines.erase(lines.begin() + offset(i), lines.end());
      drafts.insert(drafts.begin() + offset(d + 1), std::move(rest));
      break;
    }
  }
}

class TitleDealer {
 public:
  TitleDealer(std::vector<Draft>& drafts, LinePairs& pairs, int depth) : drafts_(drafts), pairs_(pairs), depth_(depth) {}

  void run() {
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      if (has_running_text(drafts_[d])) read_draft(d);
    if (heads_.size() > kMostHeads) return;
    const std::vector<Pairs> lines = pairs_of_page();
    if (heads_.size() * lines.size() > kMostWork) return;
    const Cohesion cohesion(lines, pairs_.numbers());
    for (Head& head : heads_) weigh_words(head, cohesion);
    place_over_texts();
    cut_texts(cohesion);
    rebuild();
  }

 private:
  /// A title with the lines that belong to it: kicker above, subtitle and byline below.
  struct Head {
    std::size_t draft = 0, begin = 0, end = 0, title = 0;  ///< lines of the draft
    bool first = true, last = true;                        ///< of its row
    bool over_picture = false;
    bool placed = false;
    std::vector<double> words = {};                        ///< what each pair of the title weighs; 1 all together
    std::vector<std::vector<std::uint64_t>> said = {};     ///< by draft and line: the pairs that stand in it, as bits
  };

  /// Running text with whatever stands in it.
  struct Body {
    std::size_t draft = 0, begin = 0, end = 0;  ///< lines
    std::size_t head = kNone;                   ///< that stands over it
  };

  bool is_title(const DraftLine& line) const {
    return line.line->depth == depth_ && (line.role == Role::title || line.role == Role::subtitle || line.role == Role::crosshead);
  }

  /// The titles that the draft begins with, and the text under them. Lines without the marks of titles over a text may be its
  /// title as well as the last lines of a head that came out apart from it.
  void read_draft(std::size_t d) {
    const Lines& lines = drafts_[d].lines;
    const std::size_t heads = heads_.size();
    std::size_t end = 0;
    for (; end < lines.size() && (is_over_text(lines[end].role) || is_title(lines[end])); ++end)
      if (is_title(lines[end])) add_head(d, end, heads);
    const bool titled = heads_.size() > heads;
    if (titled) heads_.back().end = end;
    if (end == lines.size()) return;
    const bool text = std::any_of(lines.begin() + offset(end), lines.end(), [](const DraftLine& line) { return is_text(line.role); });
    if (titled) heads_.back().over_picture = !text;
    if (titled || text) bodies_.push_back({d, titled ? end : 0, lines.size()});
  }

  /// `of_draft`: the number of its first head.
  void add_head(std::size_t d, std::size_t title, std::size_t of_draft) {
    const Lines& lines = drafts_[d].lines;
    Head head{d, 0, 0, title};
    if (heads_.size() > of_draft) {
      Head& before = heads_.back();
      const auto begin = std::find_if(lines.begin() + offset(before.title + 1), lines.begin() + offset(title),
                                      [](const DraftLine& line) { return line.role == Role::column || line.role == Role::kicker; });
      before.end = head.begin = static_cast<std::size_t>(begin - lines.begin());
      before.last = head.first = false;
    }
    heads_.push_back(std::move(head));
  }

  std::vector<Pairs> pairs_of_page() {
    std::vector<Pairs> pairs;
    for (const Draft& draft : drafts_)
      for (const DraftLine& line : draft.lines) pairs.push_back(pairs_.of(*line.line));
    return pairs;
  }

  void weigh_words(Head& head, const Cohesion& cohesion) {
    constexpr std::size_t kMost = 64;  // bits
    Pairs title = pairs_.of(*drafts_[head.draft].lines[head.title].line);
    title.resize(std::min(title.size(), kMost));
    double all = 0;
    for (const PairNumber pair : title) all += cohesion.square(pair);
    for (const PairNumber pair : title) head.words.push_back(all > 0 ? cohesion.square(pair) / all : 0);
    for (const Draft& draft : drafts_) {
      head.said.emplace_back();
      for (const DraftLine& line : draft.lines) head.said.back().push_back(said_in(title, pairs_.of(*line.line)));
    }
  }

  static std::uint64_t said_in(const Pairs& title, const Pairs& text) {
    std::uint64_t said = 0;
    for (std::size_t i = 0; i < title.size(); ++i)
      if (std::binary_search(text.begin(), text.end(), title[i])) said |= std::uint64_t{1} << i;
    return said;
  }

  /// The part of a title's words that are said, 0 to 1.
  double part(std::size_t head, std::uint64_t said) const {
    double sum = 0;
    if (head == kNone) return sum;
    for (std::size_t i = 0; i < heads_[head].words.size(); ++i)
      if (said >> i & 1) sum += heads_[head].words[i];
    return sum;
  }
  double part(std::size_t head, const Body& body) const { return head == kNone ? 0 : part(head, said_behind(head, body).front()); }

  /// By the lines of a text: the words of a title that stand in one or behind it.
  std::vector<std::uint64_t> said_behind(std::size_t head, const Body& body) const {
    std::vector<std::uint64_t> said(body.end - body.begin + 1);
    if (head == kNone) return said;
    for (std::size_t i = body.end; i-- > body.begin;) said[i - body.begin] = said[i - body.begin + 1] | heads_[head].said[body.draft][i];
    return said;
  }
  std::uint64_t said_on(std::size_t head, const Body& body, std::size_t line) const { return head == kNone ? 0 : heads_[head].said[body.draft][line]; }

  void place_over_texts() {
    std::vector<std::vector<double>> gain(heads_.size());
    for (std::size_t h = 0; h < heads_.size(); ++h)
      for (const Body& body : bodies_) gain[h].push_back(part(h, body) + place(h, body));
    const std::vector<std::size_t> paired = best_assignment(gain);
    for (std::size_t h = 0; h < heads_.size(); ++h)
      if (paired[h] < bodies_.size()) bodies_[paired[h]].head = h, heads_[h].placed = true;
  }

  /// What the places of a title and a text say.
  double place(std::size_t h, const Body& body) const {
    const Head& head = heads_[h];
    if (head.draft == body.draft) return head.over_picture ? kPicture : head.first && !head.last ? kFirstInRow : kRightAbove;
    double sum = -kElsewhere;
    if (body.begin == 0 && is_over_text(drafts_[body.draft].role())) sum -= kUnderLine;
    if (body.begin == 0 && is_near(head, body)) sum += kNear;
    return sum;
  }

  bool is_near(const Head& head, const Body& body) const {
    if (body.draft < head.draft) return false;
    return std::none_of(heads_.begin(), heads_.end(), [&](const Head& other) { return other.draft > head.draft && other.draft <= body.draft; });
  }

  /// Whether another article may begin at a line: its text or its byline, behind what has an end.
  bool may_cut(const Body& body, std::size_t at) const {
    const Lines& lines = drafts_[body.draft].lines;
    const DraftLine &line = lines[at], &before = lines[at - 1];
    if (breaks_off(before)) return false;
    if (line.role == Role::byline) return at + 1 < body.end && is_text(lines[at + 1].role);
    return is_text(line.role) && !line.glued && line.line->shape != Shape::fragment && before.role != Role::byline && before.role != Role::crosshead;
  }

  /// What the lines on both sides of a cut share. Looked at once, in the whole text: its parts are asked about over and over.
  double shared(const Body& body, std::size_t at, const Cohesion& cohesion) {
    const auto [known, is_new] = shared_.try_emplace({body.draft, at}, 0);
    if (is_new) known->second = share(body, at, cohesion);
    return known->second;
  }

  double share(const Body& body, std::size_t at, const Cohesion& cohesion) {
    constexpr std::size_t kAround = 3;  // lines
    const auto pairs = [&](std::size_t begin, std::size_t end) {
      std::vector<Pairs> lines;
      for (std::size_t i = begin; i < end; ++i) lines.push_back(pairs_.of(*drafts_[body.draft].lines[i].line));
      return united(lines);
    };
    return cohesion.between(pairs(std::max(body.begin + kAround, at) - kAround, at), pairs(at, std::min(body.end, at + kAround)));
  }

  struct Cut {
    double gain = 0;
    std::size_t head = 0, body = 0, at = 0;
    bool before = false;  ///< the title stands over what is before the cut
  };

  /// Titles without a text take the part of one that their words speak for, the surest first.
  void cut_texts(const Cohesion& cohesion) {
    for (;;) {
      Cut best;
      for (std::size_t h = 0; h < heads_.size(); ++h)
        for (std::size_t b = 0; b < bodies_.size() && !heads_[h].placed; ++b) find_cut(h, b, cohesion, best);
      if (best.gain <= 0) return;
      Body rest = bodies_[best.body];
      rest.begin = bodies_[best.body].end = best.at;
      (best.before ? bodies_[best.body] : rest).head = best.head;
      heads_[best.head].placed = true;
      bodies_.insert(bodies_.begin() + offset(best.body + 1), rest);
    }
  }

  void find_cut(std::size_t h, std::size_t b, const Cohesion& cohesion, Cut& best) {
    const Body& body = bodies_[b];
    const Lines& lines = drafts_[body.draft].lines;
    const std::vector<std::uint64_t> behind = said_behind(h, body), owner_behind = said_behind(body.head, body);
    const double whole = part(body.head, owner_behind.front());
    std::uint64_t before = 0, owner_before = 0;
    for (std::size_t at = body.begin + 1; at < body.end; ++at) {
      before |= said_on(h, body, at - 1), owner_before |= said_on(body.head, body, at - 1);
      if (!may_cut(body, at)) continue;
      const double over_rest = part(h, behind[at - body.begin]) + part(body.head, owner_before);
      const double over_front = part(h, before) + part(body.head, owner_behind[at - body.begin]);
      double gain = std::max(over_rest, over_front) - whole - kLeastToCut;
      if (heads_[h].draft == body.draft) gain += kInRow;
      if (lines[at - 1].role == Role::tail || lines[at - 1].line->tailed) gain += kEnded;
      if (gain > best.gain) gain -= shared(body, at, cohesion);
      if (gain > best.gain) best = {gain, h, b, at, over_front > over_rest};
    }
  }

  void rebuild() {
    std::vector<Draft> dealt;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      bool any = false;
      for (const Head& head : heads_)
        if (head.draft == d && !head.placed) dealt.push_back({lines_of(head), {}});
      for (const Body& body : bodies_)
        if (body.draft == d) dealt.push_back(finished(body, !any)), any = true;
      const bool taken = any || std::any_of(heads_.begin(), heads_.end(), [&](const Head& head) { return head.draft == d; });
      if (!taken) dealt.push_back(std::move(drafts_[d]));
    }
    drafts_ = std::move(dealt);
  }

  Lines lines_of(const Head& head) const {
    const Lines& all = drafts_[head.draft].lines;
    Lines lines(all.begin() + offset(head.begin), all.begin() + offset(head.end));
    lines[head.title - head.begin].role = Role::title;
    return lines;
  }

  /// The text with its title. `first`: of the texts of its draft.
  Draft finished(const Body& body, bool first) const {
    const Draft& whole = drafts_[body.draft];
    Lines text(whole.lines.begin() + offset(body.begin), whole.lines.begin() + offset(body.end));
    if (body.head != kNone) put_under_title(text);
    else if (text.front().role == Role::body || text.front().role == Role::report) text.front().role = Role::orphan;
    Draft draft;
    if (body.head != kNone) draft.lines = lines_of(heads_[body.head]);
    draft.lines.insert(draft.lines.end(), text.begin(), text.end());
    if (first) draft.flags = whole.flags;
    const bool apart = body.head != kNone && (heads_[body.head].draft != body.draft || !heads_[body.head].last || !first);
    if (apart && draft.flags.empty()) draft.flags.emplace_back("stitched");
    return draft;
  }

  static void put_under_title(Lines& text) {
    for (DraftLine& line : text) {
      if (!is_over_text(line.role)) break;
      if (line.role == Role::title || line.role == Role::kicker) line.role = line.line->depth > 0 ? Role::crosshead : Role::subtitle;
    }
    if (text.front().role == Role::orphan) text.front().role = Role::body;
  }

  std::vector<Draft>& drafts_;
  LinePairs& pairs_;
  int depth_;
  std::vector<Head> heads_;
  std::vector<Body> bodies_;
  std::map<std::pair<std::size_t, std::size_t>, double> shared_;  ///< by draft and line
};

}  // namespace

bool are_regions(const std::vector<Draft>& drafts) { return read_marks(drafts).depth > 0; }

void deal_titles(std::vector<Draft>& drafts, LinePairs& pairs) {
  const TitleMarks marks = read_marks(drafts);
  if (marks.depth == 0 || !are_titles_apart(drafts, marks.depth)) return;
  if (marks.of_titles_only) cut_at_titles(drafts, marks.depth);
  TitleDealer(drafts, pairs, marks.depth).run();
}

}  // namespace jianbao
