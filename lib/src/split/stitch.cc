#include "split/stitch.h"

#include <algorithm>
#include <utility>

#include "split/ads.h"
#include "split/deal.h"
#include "split/deal_notices.h"
#include "split/draft_ends.h"
#include "split/draft_labels.h"
#include "split/draft_pairs.h"
#include "split/gaps.h"
#include "split/join_evidence.h"
#include "split/join_pairing.h"
#include "split/late_titles.h"
#include "split/own_sections.h"
#include "split/tables_apart.h"
#include "split/pictures.h"
#include "split/regroup.h"
#include "split/sections.h"
#include "split/torn_ends.h"

namespace jianbao {
namespace {

constexpr std::size_t kMostPieces = 400, kMostLines = 4000;  // a page with more is no newspaper page; its pieces stay as they are

/// Natural logarithm of how much better the odds must be among what others have left. On four pages with 933 tears, several on each, 52.4 of 100
/// rests come back with it and 5.9 wrongly; 54.1 and 9.4 with 0, 49.3 and 7.0 where nothing is joined then.
constexpr double kMoreLeftBehind = 2;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// The draft that one goes on in.
struct Link {
  std::size_t next = kNone;
  bool inside_sentence = false;
};

class Stitcher {
 public:
  Stitcher(std::vector<Draft>& drafts, const Page& page, const Rules& rules, LinePairs& pairs, Seams& seams, std::vector<Join>* joins)
      : drafts_(drafts), page_(page), rules_(rules), joins_(joins), pairs_(pairs), seams_(seams) {}

  void run() {
    take_pictures_out(drafts_);
    regroup(drafts_, page_, pairs_);
    raise_titles(drafts_, page_);
    cut_at_jumps();
    set_tables_apart(drafts_, page_, pairs_, rules_);
    fill_gaps(drafts_, page_, rules_, pairs_, joins_, Sentences::whole);
    seams_.open(drafts_);
    if (stitch_ends(find_torn_ends(drafts_, page_, rules_, seams_), 0)) stitch_ends(find_ends_left_behind(drafts_, page_, rules_, seams_), kMoreLeftBehind);
    seams_.close(drafts_);
    take_own_sections(drafts_, pairs_);
    fill_gaps(drafts_, page_, rules_, pairs_, joins_, Sentences::torn);
    rejoin_over_pictures(drafts_, pairs_);
    join_under_titles(drafts_, page_, rules_);
    raise_kindred_titles(drafts_, pairs_);
    deal_titles(drafts_, page_, pairs_, rules_);
    deal_notices(drafts_, page_, rules_);
    cut_strange_sections(drafts_, page_, pairs_, rules_);
    take_ads_out(drafts_, page_, rules_);
    flag();
  }

 private:
  /// （下转第三版）: what an article goes on with is not right below, so that a text there is the rest of another, and a heading its title.
  /// （上接第1版） behind a text begins the rest of another, below its title or without, and so does （上接本版左上） behind what has ended.
  void cut_at_jumps() {
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      auto& lines = drafts_[d].lines;
      const auto is_others = [&](std::size_t i) {
        const bool is_rest = is_text(lines[i].role) && lines[i].line->shape == Shape::prose;
        if ((is_rest || may_be_title(lines, i)) && !lines[i].line->resumes && ends_.leaves_page(lines[i - 1])) return true;
        if (is_text(lines[i].role) && lines[i].line->resumes && !breaks_off(lines[i - 1]) && !ends_.leaves_here(lines[i - 1])) return true;
        const std::size_t text = may_be_title(lines, i) ? i + 1 : i;
        return is_text(lines[i - 1].role) && is_text(lines[text].role) && lines[text].line->from_page;
      };
      std::size_t at = 1;
      while (at < lines.size() && !is_others(at)) ++at;
      if (at >= lines.size() || !is_article(drafts_[d])) continue;
      Draft rest;
      rest.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end());
      rest.lines.front().role = may_be_title(rest.lines, 0) ? Role::title : Role::orphan;
      lines.resize(at);
      drafts_.insert(drafts_.begin() + static_cast<std::ptrdiff_t>(d) + 1, std::move(rest));
    }
  }

  /// A short line over a text, or one that was taken for a section's heading; a number is one of the article above.
  static bool may_be_title(const std::vector<DraftLine>& lines, std::size_t i) {
    return i + 1 < lines.size() && is_brief(lines[i].line->shape) && (lines[i].role == Role::crosshead || (is_text(lines[i].role) && is_text(lines[i + 1].role)));
  }

  /// Returns whether anything was joined. `more`: than the usual odds.
  bool stitch_ends(const TornEnds& ends, double more) {
    if (ends.heads.empty() || ends.tails.empty() || ends.heads.size() * ends.tails.size() > kMostPieces * kMostPieces / 4) return false;
    Seen seen = find_evidence(drafts_, ends, page_, rules_, pairs_, seams_, joins_ != nullptr);
    std::vector<bool> alone;
    std::vector<const Line*> begins;
    for (const TornTail& tail : ends.tails) {
      const Draft& draft = drafts_[ends.articles[tail.article]];
      alone.push_back(tail.from == 0 ? draft.role() == Role::orphan : is_strange(draft, tail.from));  // below a notice's date it is nothing of the notice
      begins.push_back(draft.lines[tail.from].line);
    }
    const JoinPairing pairing(ends, seen, std::move(alone), more);
    if (joins_) explain(ends, seen, begins, pairing);
    links_.assign(drafts_.size(), {});
    const std::vector<std::size_t> joined = pairing.heads();
    for (const std::size_t h : joined) join(ends.heads[h], ends.articles[ends.heads[h].article], begins[pairing.tail_of(h)]);
    assemble();
    return !joined.empty();
  }

  void explain(const TornEnds& ends, const Seen& seen, const std::vector<const Line*>& begins, const JoinPairing& pairing) {
    for (std::size_t h = 0; h < ends.heads.size(); ++h)
      for (const SeenTail& tail : seen[h]) {
        const std::size_t t = tail.number;
        const Span end = ends.heads[h].end.line->span, begin = begins[t]->span;
        Join join{page_.source_of(end), page_.source_of(begin), last_chars(page_.view(end)), first_chars(page_.view(begin)), pairing.odds(h, t), pairing.tail_of(h) == t, {}};
        Evidence all = tail.evidence;
        all.add(Sign::rivals, tail.rivals);
        all.add(Sign::passed, tail.passed);
        for (std::size_t i = 0; i < kSigns; ++i)
          if (all.values()[i] != 0) join.signs.push_back({kSignNames[i], all.values()[i], kSignWeights[i].join});
        joins_->push_back(std::move(join));
      }
  }

  /// Note that `tail` follows `head`; what stands before the tail or behind the head is cut off first. No article may come to
  /// follow itself, and none goes on in two.
  void join(const TornHead& head, std::size_t article, const Line* tail) {
    Place end = place_of(head.end.line);
    if (head.headline() ? end.draft != article + 1 || links_[article].next != kNone : links_[end.draft].next != kNone && end.line + 1 == drafts_[end.draft].lines.size()) return;
    const Place begin = place_of(tail);
    if (seams_.between(head.end.line, tail) && begin.draft == end.draft) return;  // as it is
    if (begin.draft == end.draft && begin.line <= end.line) return;
    const std::size_t behind = begin.draft == end.draft ? begin.line : drafts_[end.draft].lines.size();
    if (head.headline() && end.line + 1 == behind && drafts_[article + 1].role() != Role::caption) return;  // nothing would be left under the title
    const std::size_t rest = begin.line > 0 ? cut(begin) : begin.draft;
    if (std::any_of(links_.begin(), links_.end(), [&](const Link& link) { return link.next == rest; })) return;  // it has a head
    for (std::size_t d = rest; d != kNone; d = links_[d].next)
      if (d == (head.headline() ? article : end.draft)) return;
    if (head.headline()) {
      take_headline(article, end.line + 1);
      end.draft = article;
    } else if (end.line + 1 < drafts_[end.draft].lines.size()) {
      const std::size_t behind_it = cut({end.draft, end.line + 1});
      if (is_all_that_moved(drafts_[rest], drafts_[behind_it])) links_[rest] = {behind_it, false};
    }
    links_[end.draft] = {rest, is_open(head) && !is_numbered(drafts_[rest].lines.front()) && !ends_.ends_with_note(drafts_[end.draft])};
  }

  /// The rest is one paragraph without a number, and behind the one that broke off the article counts on: 第三条 below a torn 第二条.
  static bool is_all_that_moved(const Draft& rest, const Draft& behind) {
    return rest.lines.size() == 1 && !is_numbered(rest.lines.front()) && is_numbered(behind.lines.front());
  }

  struct Place {
    std::size_t draft = 0, line = 0;
  };

  Place place_of(const Line* line) const {
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      for (std::size_t i = 0; i < drafts_[d].lines.size(); ++i)
        if (drafts_[d].lines[i].line == line) return {d, i};
    return {kNone, 0};
  }

  /// The draft from a line on becomes one of its own, which goes on where the whole did.
  std::size_t cut(Place at) {
    auto& lines = drafts_[at.draft].lines;
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(at.line);
    Draft rest;
    rest.lines.assign(begin, lines.end());
    for (DraftLine& line : rest.lines)
      if (!is_text(line.role) && reads_on(line)) line.role = Role::body;
    lines.erase(begin, lines.end());
    DraftLine& first = rest.lines.front();
    first.glued = false;
    if (is_text(first.role)) first.role = first.line->shape == Shape::caption ? Role::caption : Role::orphan;
    drafts_.push_back(std::move(rest));
    links_.push_back(std::exchange(links_[at.draft], {}));
    return drafts_.size() - 1;
  }

  /// The first lines of the next draft are the end of the text before it; what is under them is the title then.
  void take_headline(std::size_t draft, std::size_t lines) {
    auto& next = drafts_[draft + 1].lines;
    for (std::size_t i = 0; i < lines; ++i) drafts_[draft].lines.push_back({next[i].line, i + 1 < lines ? Role::crosshead : Role::body});
    next.erase(next.begin(), next.begin() + static_cast<std::ptrdiff_t>(lines));
    if (!next.empty() && next.front().role == Role::subtitle) next.front().role = Role::title;
  }

  void assemble() {
    std::vector<bool> is_rest(drafts_.size());
    for (const Link& link : links_)
      if (link.next != kNone) is_rest[link.next] = true;
    std::vector<Draft> whole;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (is_rest[d] || drafts_[d].lines.empty()) continue;
      Draft& draft = drafts_[d];
      for (std::size_t last = d; links_[last].next != kNone; last = links_[last].next) append(draft, drafts_[links_[last].next], links_[last].inside_sentence);
      whole.push_back(std::move(draft));
    }
    drafts_ = std::move(whole);
  }

  static void append(Draft& head, Draft& tail, bool inside_sentence) {
    tail.lines.front().role = Role::body;
    tail.lines.front().glued = inside_sentence;
    head.lines.insert(head.lines.end(), tail.lines.begin(), tail.lines.end());
    if (head.flags.empty()) head.flags.emplace_back("stitched");
  }

  void flag() {
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      Draft& draft = drafts_[d];
      if (!is_article(draft)) continue;
      const bool stitched = !draft.flags.empty();
      if ((breaks_off(draft) && !is_ad(draft, page_, rules_) && !ends_.ends_with_note(draft) && !ends_.ends_with_credit(draft.lines.back())) || (!stitched && ends_.leaves_page(drafts_, d))) draft.flags.emplace_back("truncated");
      if (draft.role() == Role::orphan || (!stitched && ends_.comes_from_page(draft))) draft.flags.emplace_back("headless");
    }
  }

  std::vector<Draft>& drafts_;
  const Page& page_;
  const Rules& rules_;
  DraftEnds ends_{page_, rules_};
  std::vector<Join>* joins_;
  LinePairs& pairs_;
  Seams& seams_;
  std::vector<Link> links_;  ///< by draft
};

}  // namespace

void stitch(std::vector<Draft>& drafts, const Page& page, const Rules& rules, LinePairs& pairs, Seams& seams, std::vector<Join>* joins) {
  std::size_t lines = 0;
  for (const Draft& draft : drafts) lines += draft.lines.size();
  if (drafts.size() <= kMostPieces && lines <= kMostLines) Stitcher(drafts, page, rules, pairs, seams, joins).run();
}

}  // namespace jianbao
