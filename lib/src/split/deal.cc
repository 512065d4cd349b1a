#include "split/deal.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "split/assignment.h"
#include "split/draft_ends.h"

namespace jianbao {
namespace {

using Lines = std::vector<DraftLine>;

std::ptrdiff_t offset(std::size_t n) { return static_cast<std::ptrdiff_t>(n); }

bool is_picture(Role role) { return role == Role::caption || role == Role::credit; }

double env(const char* n, double d) { const char* v = getenv(n); return v ? atof(v) : d; }

/// A title with the lines that belong to it: kicker above, subtitle and byline below.
struct Head {
  std::size_t draft = 0;
  std::size_t begin = 0, end = 0, title = 0;  ///< lines of the draft
  bool picture = false;
};

class TitleDealer {
 public:
  TitleDealer(std::vector<Draft>& drafts, LinePairs& pairs) : drafts_(drafts), pairs_(pairs) {}

  void run() {
    find_depth();
    if (depth_ == 0) return;
    if (deeper_) cut_at_titles();
    find_heads();
    if (getenv("J_DEBUG")) fprintf(stderr, "rows %zu loose %zu heads %zu bodies %zu drafts %zu\n", rows_, loose_, heads_.size(), bodies_.size(), drafts_.size());
    if (rows_ == 0) return;
    placed_.resize(heads_.size());
    deal();
  }

 private:
  static bool is_over_text(Role role) {
    return role == Role::column || role == Role::kicker || role == Role::title || role == Role::subtitle || role == Role::byline;
  }

  static bool may_begin(const Draft& draft) {
    switch (draft.role()) {
      case Role::furniture: case Role::fixture: case Role::fixture_body: case Role::caption: case Role::credit:
      case Role::notice_heading: case Role::notice: case Role::notice_more: return false;
      default: return true;
    }
  }

  /// The depth of marks that nearly all titles have, none a higher one: whoever told regions apart knew no ranks of them. Marks
  /// that rank titles were set by somebody who read the page.
  void find_depth() {
    std::size_t all = 0;
    std::map<int, std::size_t> titles;
    int deepest = 0;
    for (const Draft& draft : drafts_)
      for (const DraftLine& line : draft.lines) {
        deepest = std::max(deepest, line.line->depth);
        if (line.role == Role::title && line.line->depth > 0) ++titles[line.line->depth], ++all;
      }
    if (all == 0 || titles.begin()->second * 4 < all * 3) return;
    depth_ = titles.begin()->first;
    deeper_ = deepest > depth_;
  }

  bool is_title(const DraftLine& line) const {
    return line.line->depth == depth_ && (line.role == Role::title || line.role == Role::subtitle || line.role == Role::crosshead);
  }

  /// Where headings have marks of their own, one with the marks of titles is none.
  void cut_at_titles() {
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (!may_begin(drafts_[d])) continue;
      Lines& lines = drafts_[d].lines;
      for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].role != Role::crosshead || lines[i].line->depth != depth_ || is_over_text(lines[i - 1].role)) continue;
        Draft rest;
        rest.lines.assign(lines.begin() + offset(i), lines.end());
        rest.lines.front().role = Role::title;
        lines.erase(lines.begin() + offset(i), lines.end());
        drafts_.insert(drafts_.begin() + offset(d + 1), std::move(rest));
        break;
      }
    }
  }

  void find_heads() {
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (!may_begin(drafts_[d])) continue;
      const Lines& lines = drafts_[d].lines;
      const std::size_t before = heads_.size();
      std::size_t end = 0;
      for (; end < lines.size() && (is_over_text(lines[end].role) || is_title(lines[end])); ++end) {
        if (!is_title(lines[end])) continue;
        std::size_t begin = 0;
        if (heads_.size() > before) {
          for (begin = heads_.back().title + 1; begin < end && lines[begin].role != Role::column && lines[begin].role != Role::kicker;) ++begin;
          heads_.back().end = begin;
        }
        heads_.push_back({d, begin, 0, end, false});
      }
      const std::size_t count = heads_.size() - before;
      if (count > 0) heads_.back().end = end;
      rows_ += count > 1 ? count - 1 : 0;
      if (end == lines.size()) continue;  // no text of its own
      const bool text = std::any_of(lines.begin() + offset(end), lines.end(), [](const DraftLine& line) { return is_text(line.role); });
      if (!text && count == 0) continue;
      if (!text) heads_.back().picture = true;
      if (count == 0 && end > 0 && env("J_WEAK", 1) == 0) continue;
      bodies_.push_back({d, count > 0 ? end : 0, lines.size(), kNone});
      loose_ += count == 0;
    }
  }

  /// Running text with whatever stands in it, of one draft.
  struct Body {
    std::size_t draft = 0, begin = 0, end = 0;  ///< lines
    std::size_t head = kNone;                   ///< that stands over it
  };

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  static constexpr std::size_t kAround = 3;  ///< lines on either side of a cut that are looked at

  const DraftLine& title_of(const Head& head) const { return drafts_[head.draft].lines[head.title]; }

  void deal() {
    std::vector<Pairs> lines;
    for (const Draft& draft : drafts_)
      for (const DraftLine& line : draft.lines) lines.push_back(pairs_.of(*line.line));
    const Cohesion cohesion(lines, pairs_.numbers());
    cohesion_ = &cohesion;
    for (const Head& head : heads_) covers_.push_back(covers_of(head));
    place_over_texts();
    cut_texts();
    rebuild();
  }

  /// What a title covers of its words by each line of the page: bits of its pairs.
  struct Covers {
    std::vector<double> squares;
    double sum = 0;
    std::vector<std::vector<std::uint64_t>> lines;  ///< by draft and line
  };

  Covers covers_of(const Head& head) {
    Covers covers;
    const Pairs title = pairs_.of(*title_of(head).line);
    for (std::size_t i = 0; i < title.size() && i < 64; ++i) covers.squares.push_back(cohesion_->square(title[i])), covers.sum += covers.squares.back();
    for (const Draft& draft : drafts_) {
      auto& bits = covers.lines.emplace_back();
      for (const DraftLine& line : draft.lines) {
        const Pairs& text = pairs_.of(*line.line);
        std::uint64_t of_line = 0;
        for (std::size_t i = 0; i < covers.squares.size(); ++i)
          if (std::binary_search(text.begin(), text.end(), title[i])) of_line |= std::uint64_t{1} << i;
        bits.push_back(of_line);
      }
    }
    return covers;
  }

  /// The part of a title's words that stands in lines of a draft, 0 to 1.
  double part(std::size_t head, std::size_t draft, std::size_t begin, std::size_t end) const {
    if (head == kNone) return 0;
    const Covers& covers = covers_[head];
    std::uint64_t bits = 0;
    for (std::size_t i = begin; i < end; ++i) bits |= covers.lines[draft][i];
    double both = 0;
    for (std::size_t i = 0; i < covers.squares.size(); ++i)
      if (bits >> i & 1) both += covers.squares[i];
    return covers.sum > 0 ? both / covers.sum : 0;
  }

  void place_over_texts() {
    const double own = env("J_OWN", 0.15), in_order = env("J_ORD", 0.2), least = env("J_LEAST", 0.05), lead = env("J_LEAD", 0.05);
    std::vector<std::vector<double>> gain(heads_.size(), std::vector<double>(bodies_.size()));
    for (std::size_t h = 0; h < heads_.size(); ++h) {
      const bool last = h + 1 == heads_.size() || heads_[h + 1].draft != heads_[h].draft;
      for (std::size_t b = 0; b < bodies_.size(); ++b) {
        const Body& body = bodies_[b];
        double& g = gain[h][b] = part(h, body.draft, body.begin, body.end);
        if (body.draft == heads_[h].draft) g += last ? own + (heads_[h].picture ? 2 : 0) : in_order;
        else g += (drafts_[body.draft].lines[body.begin].role == Role::lead && body.begin == 0 ? lead : 0) - least + (is_near(h, body) && body.begin == 0 ? env("J_NEAR", 0.1) : 0);
      }
    }
    const std::vector<std::size_t> paired = best_assignment(gain);
    for (std::size_t h = 0; h < heads_.size(); ++h)
      if (paired[h] < bodies_.size()) bodies_[paired[h]].head = h, placed_[h] = true;
  }

  /// Whether nothing but text without a title stands between the head and the text.
  bool is_near(std::size_t h, const Body& body) const {
    const std::size_t d = heads_[h].draft;
    if (body.draft < d) return false;
    return std::none_of(heads_.begin(), heads_.end(), [&](const Head& other) { return other.draft > d && other.draft <= body.draft; });
  }

  /// What a line says of an article that begins with it: those before have ended, or an author is named.
  double begins(const Body& body, std::size_t at) const {
    const Lines& lines = drafts_[body.draft].lines;
    const DraftLine &line = lines[at], &before = lines[at - 1];
    double sum = 0;
    if (before.role == Role::tail || before.line->tailed) sum += env("J_TAIL", 0.05);
    if (is_picture(before.role)) sum += env("J_PIC", 0);
    if (line.role == Role::byline) sum += env("J_BY", 0.1);
    return sum;
  }

  /// Whether another article may begin at a line: running text behind what has an end.
  bool may_cut(const Body& body, std::size_t at) const {
    const Lines& lines = drafts_[body.draft].lines;
    const DraftLine &line = lines[at], &before = lines[at - 1];
    const bool byline = line.role == Role::byline && at + 1 < body.end && is_text(lines[at + 1].role) && !breaks_off(before);
    if (byline) return true;
    if (!is_text(line.role) || line.glued || before.role == Role::byline || before.role == Role::crosshead) return false;
    if (line.line->shape == Shape::fragment) return false;
    return !breaks_off(before);
  }

  double shared(const Body& body, std::size_t at) {
    const Lines& lines = drafts_[body.draft].lines;
    std::vector<Pairs> before, behind;
    for (std::size_t i = at > body.begin + kAround ? at - kAround : body.begin; i < at; ++i) before.push_back(pairs_.of(*lines[i].line));
    for (std::size_t i = at; i < body.end && i < at + kAround; ++i) behind.push_back(pairs_.of(*lines[i].line));
    return cohesion_->between(united(before), united(behind));
  }

  struct Cut {
    double gain = 0;
    std::size_t head = 0, body = 0, at = 0;
    bool before = false;  ///< the title stands over what is before the cut
  };

  /// A title without a text whose words speak for one inside of an article.
  void cut_texts() {
    const double least = env("J_CUT", 0.2), alike = env("J_ALIKE", 1.0);
    for (;;) {
      Cut best;
      for (std::size_t h = 0; h < heads_.size(); ++h) {
        if (placed_[h]) continue;
        for (std::size_t b = 0; b < bodies_.size(); ++b) {
          const Body& body = bodies_[b];
          const double whole = part(body.head, body.draft, body.begin, body.end);
          for (std::size_t at = body.begin + 1; at < body.end; ++at) {
            if (!may_cut(body, at)) continue;
            const double behind = part(h, body.draft, at, body.end) + part(body.head, body.draft, body.begin, at);
            const double before = part(h, body.draft, body.begin, at) + part(body.head, body.draft, at, body.end);
            double gain = std::max(behind, before) - whole - least + begins(body, at);
            gain += heads_[h].draft == body.draft ? env("J_SAME", 0.1) : is_near(h, body) ? env("J_CNEAR", 0.05) : 0;
            if (heads_[h].draft == body.draft && body.head != kNone && heads_[body.head].draft == body.draft) gain += (before > behind) == (h < body.head) ? env("J_SEQ", 0.05) : 0;
            if (gain <= best.gain) continue;
            gain -= alike * shared(body, at);
            if (gain > best.gain) best = {gain, h, b, at, before > behind};
          }
        }
      }
      if (best.gain <= 0) return;
      Body& body = bodies_[best.body];
      Body rest = body;
      rest.begin = body.end = best.at;
      if (!best.before) rest.head = best.head;
      else body.head = best.head;
      if (getenv("J_DEBUG")) fprintf(stderr, "cut d%zu line %zu gain %.3f head d%zu %zu\n", body.draft, best.at, best.gain, heads_[best.head].draft, heads_[best.head].title);
      placed_[best.head] = true;
      bodies_.insert(bodies_.begin() + offset(best.body + 1), rest);
    }
  }

  void rebuild() {
    std::vector<Draft> result;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      Lines& lines = drafts_[d].lines;
      std::size_t end = 0;
      for (std::size_t h = 0; h < heads_.size(); ++h) {
        if (heads_[h].draft != d) continue;
        end = heads_[h].end;
        if (!placed_[h]) result.push_back({lines_of(heads_[h]), {}});
      }
      bool any = false;
      for (const Body& body : bodies_) {
        if (body.draft != d) continue;
        Draft draft;
        if (body.head != kNone) draft.lines = lines_of(heads_[body.head]);
        const std::size_t begin = draft.lines.size();
        draft.lines.insert(draft.lines.end(), lines.begin() + offset(body.begin), lines.begin() + offset(body.end));
        Role& first = draft.lines[begin].role;
        if (begin > 0)
          for (std::size_t i = begin; i < draft.lines.size() && is_over_text(draft.lines[i].role); ++i)
            if (draft.lines[i].role == Role::title || draft.lines[i].role == Role::kicker) draft.lines[i].role = draft.lines[i].line->depth > 0 ? Role::crosshead : Role::subtitle;
        if (begin > 0 && first == Role::orphan) first = Role::body;
        if (begin == 0 && (first == Role::body || first == Role::report)) first = Role::orphan;
        if (!any) draft.flags = drafts_[d].flags;
        any = true;
        result.push_back(std::move(draft));
      }
      if (!any && end < lines.size()) result.push_back({Lines(lines.begin() + offset(end), lines.end()), drafts_[d].flags});
    }
    drafts_ = std::move(result);
  }

  Lines lines_of(const Head& head) const {
    const Lines& all = drafts_[head.draft].lines;
    Lines lines(all.begin() + offset(head.begin), all.begin() + offset(head.end));
    lines[head.title - head.begin].role = Role::title;
    return lines;
  }

  std::vector<Draft>& drafts_;
  LinePairs& pairs_;
  std::vector<Head> heads_;
  std::vector<bool> placed_;
  std::vector<Body> bodies_;
  std::vector<Covers> covers_;
  const Cohesion* cohesion_ = nullptr;
  int depth_ = 0;         ///< of the marks of titles
  bool deeper_ = false;   ///< headings have other ones
  std::size_t rows_ = 0, loose_ = 0;
};

}  // namespace

void deal_titles(std::vector<Draft>& drafts, LinePairs& pairs) { TitleDealer(drafts, pairs).run(); }

}  // namespace jianbao
