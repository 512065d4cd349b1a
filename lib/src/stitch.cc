#include "stitch.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "assignment.h"
#include "chars.h"
#include "continuation.h"
#include "draft_ends.h"
#include "draft_labels.h"
#include "draft_pairs.h"
#include "end_shares.h"
#include "join_odds.h"
#include "regroup.h"
#include "sections.h"
#include "shape_tables.h"

namespace jianbao {
namespace {

constexpr double kLeastOdds = 0.15;  // natural logarithm of the odds from which on a join is made: more likely than not
constexpr double kLeastToCut = 0.85;  // where the tail has to be cut off an article first, which a wrong join would harm as well: 70 to 30

constexpr std::uint32_t kFullLine = 14;  // a line of a column has so many at least: text that breaks off mostly fills one

constexpr std::size_t kMostPieces = 400, kMostLines = 4000;  // a page with more is no newspaper page; its pieces stay as they are

/// An article, and the line that its text may break off with: its last one, or where a sentence ends with that and a headline
/// without a mark follows, this line: a paragraph that was torn near its begin looks like one.
struct Head {
  std::size_t draft = 0;
  DraftLine end{};
  bool headline = false;  ///< `end` is the first line of the next draft
};

/// A run of lines that may be a tail: an orphan, or the end of a draft from one of its paragraphs on.
struct Tail {
  std::size_t head = 0, draft = 0, from = 0;  // head: its draft among the heads; from: index of its first line
};

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// What becomes of a draft where pieces are joined.
struct Link {
  std::size_t next = kNone;      ///< the draft that it goes on in
  bool inside_sentence = false;  ///< in the middle of a sentence
  std::size_t taken = 0;         ///< lines that another took from its begin
};

class Stitcher {
 public:
  Stitcher(std::vector<Draft>& drafts, const Page& page, const Rules& rules, std::vector<Join>* joins)
      : drafts_(drafts), page_(page), rules_(rules), joins_(joins) {}

  void run() {
    regroup(drafts_, pairs_);
    find_heads();
    for (const Head& head : heads_) labels_.emplace_back(drafts_[head.draft], page_, rules_);
    find_tails();
    if (!heads_.empty() && !tails_.empty()) pair();
    cut_strange_sections(drafts_, page_, pairs_);
    flag();
  }

 private:
  std::string_view text(const DraftLine& line) const { return page_.view(line.line->span); }

  /// A picture with paragraphs behind its text, which are another's.
  static bool has_strange_text(const Draft& draft) {
    const bool picture = draft.role() == Role::caption || draft.role() == Role::credit;
    return picture && std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return is_text(line.role); });
  }

  void find_heads() {
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (!is_article(drafts_[d]) && !has_strange_text(drafts_[d])) continue;
      const bool headline = !breaks_off(drafts_[d]) && d + 1 < drafts_.size() && headline_may_be_text(drafts_[d + 1]);
      heads_.push_back({d, headline ? drafts_[d + 1].lines.front() : drafts_[d].lines.back(), headline});
    }
  }

  /// The draft begins with a line that may be the end of the text before: what stands behind that can begin an article.
  static bool headline_may_be_text(const Draft& draft) {
    if (draft.lines.size() < 2 || !may_be_text(draft.lines.front())) return false;
    return is_headline(draft.lines[1].role) || draft.lines[1].role == Role::caption;
  }

  /// The draft has one line of a headline, without a mark, which may be where a text goes on.
  static bool title_may_be_text(const Draft& draft) {
    const DraftLine& first = draft.lines.front();
    return is_headline(first.role) && first.line->depth == 0 && (draft.lines.size() == 1 || is_text(draft.lines[1].role));
  }

  bool is_open(const Head& head) const { return head.headline || breaks_off(drafts_[head.draft]); }

  void find_tails() {
    const bool any_open = std::any_of(heads_.begin(), heads_.end(), [&](const Head& head) { return is_open(head); });
    for (std::size_t h = 0; h < heads_.size(); ++h) {
      const Draft& draft = drafts_[heads_[h].draft];
      if (draft.role() == Role::orphan || (any_open && title_may_be_text(draft))) tails_.push_back({h, heads_[h].draft, 0});
      add_splits(h, any_open);
    }
  }

  /// Every paragraph behind what may be the end of an article may be where a strange tail begins, where an article breaks off;
  /// a numbered one also where none does.
  void add_splits(std::size_t h, bool any_open) {
    const auto& lines = drafts_[heads_[h].draft].lines;
    for (std::size_t i = lines.size(); i-- > 1;) {
      const bool paragraph = lines[i].role == Role::body || lines[i].role == Role::report;
      if (!paragraph || !may_end(lines[i - 1])) continue;
      const bool may_be = is_numbered(lines[i]) ? !is_heading(lines[i - 1]) && is_others(h, i) : any_open && goes_on(lines[i]);
      if (may_be) tails_.push_back({h, heads_[h].draft, i});
    }
  }

  /// Whether the number of a line comes behind the last one of another article, and not behind those before it.
  bool is_others(std::size_t h, std::size_t line) const {
    for (std::size_t head = 0; head < heads_.size(); ++head)
      if (head != h && numbers_between(head, {h, heads_[h].draft, line}) > 0) return true;
    return false;
  }

  /// A line that may go on in the middle of a sentence: no verse, row or answer.
  static bool goes_on(const DraftLine& line) { return line.line->shape == Shape::prose || line.line->shape == Shape::fragment; }

  /// Something strange may stand behind the line: it is no text that breaks off.
  bool may_end(const DraftLine& line) const { return !breaks_off(line) || is_closing(last_char(text(line))); }

  /// A line that a text belongs to.
  static bool is_heading(const DraftLine& line) {
    return is_headline(line.role) || line.role == Role::note || line.role == Role::byline || line.role == Role::crosshead;
  }

  /// 1: the first number in the tail comes behind the last one of the head, and not behind what stands before the tail; -1:
  /// the other way round.
  int numbers_between(std::size_t head, const Tail& tail) const {
    const LabelMatch* const label = labels_[tail.head].first_from(tail.from);
    if (!label) return 0;
    return labels_[head].lead_to(*label, labels_[head].lines()) - labels_[tail.head].lead_to(*label, tail.from);
  }

  /// What a piece shares with each head, the one it shares most with, and the most it shares with any other.
  struct Shared {
    explicit Shared(std::size_t heads) : with(heads) {}

    void add(std::size_t head, double shared) {
      with[head] = shared;
      if (shared > most) second = std::max(most, 0.0), most = shared, best = head;
      else second = std::max(second, shared);
    }
    double most_but(std::size_t head) const { return best == head ? second : std::max(most, 0.0); }

    std::vector<double> with;
    std::size_t best = 0;
    double most = -1, second = 0;
  };

  /// The same of a whole tail, and of its first line by itself.
  struct Shares {
    Shared tail;
    std::vector<double> line;  // by head
    double host = 0, line_host = 0;  // what it shares with what stands before it in its draft
    std::size_t pairs = 0;
  };

  Shares shares_of(const Tail& tail, const Ends& ends, const EndShares& end_shares) const {
    Shares shares{Shared(heads_.size()), std::vector<double>(heads_.size()), ends.before(tail.from), ends.line_before(tail.from), ends.pairs(tail.from)};
    for (std::size_t h = 0; h < heads_.size(); ++h) {
      if (h == tail.head) continue;
      shares.tail.add(h, end_shares.with(h, tail.from));
      shares.line[h] = end_shares.line_with(h, tail.from);
    }
    return shares;
  }

  /// What each tail shares with the articles of the page.
  std::vector<Shares> all_shares() {
    std::vector<std::vector<Pairs>> lines;
    std::vector<Pairs> articles;
    for (const Head& head : heads_) {
      lines.push_back(pairs_of_lines(drafts_[head.draft], pairs_));
      articles.push_back(united(lines.back()));
    }
    index_.emplace(articles, pairs_.numbers());
    std::vector<Shares> shares;
    for (std::size_t t = 0; t < tails_.size();) {
      const std::size_t head = tails_[t].head;
      const Ends ends(lines[head], index_->cohesion());
      const EndShares end_shares(ends, lines[head], *index_);
      for (; t < tails_.size() && tails_[t].head == head; ++t) shares.push_back(shares_of(tails_[t], ends, end_shares));
    }
    return shares;
  }

  /// -1: only the other; 1: only the head.
  static double preference(double with_head, double with_other) {
    constexpr double kByChance = 0.03;  // what two strange pieces share
    return (with_head - with_other) / (with_head + with_other + kByChance);
  }

  /// What speaks for the tail as the rest of the head; nothing where it cannot be that.
  std::optional<Evidence> evidence(std::size_t head, std::size_t number, const Shares& shares) const {
    const Tail& tail = tails_[number];
    const Head& of = heads_[head];
    const Draft &draft = drafts_[of.draft], &other = drafts_[tail.draft];
    const DraftLine& begin = other.lines[tail.from];
    const bool open = is_open(of), orphan = tail.from == 0;
    if (head == tail.head || !(of.headline || is_text(of.end.role))) return {};
    const int numbers = numbers_between(head, tail);
    if (is_numbered(begin) ? open || numbers <= 0 : !orphan && !open) return {};  // a number goes on in no sentence
    if (ends_.leaves_page(draft)) return {};
    const SeamHead& before = seam_heads_[head];
    const SeamTail& behind = seam_tails_[number];
    const bool jump = orphan && tail.draft > 0 && ends_.jumps(draft, drafts_[tail.draft - 1]);
    Evidence seen;
    seen[Sign::any] = 1;
    seen[Sign::closed] = !open;
    seen[Sign::jump] = jump;
    seen[Sign::ended] = !jump && ends_.is_signed(of.end);
    seen[Sign::headline] = of.headline;
    seen[Sign::orphan] = orphan && other.role() == Role::orphan;
    seen[Sign::titled] = orphan && other.role() != Role::orphan;
    seen[Sign::headless] = !orphan && other.role() == Role::orphan;
    seen[Sign::bare] = !orphan && is_heading(other.lines[tail.from - 1]);
    seen[Sign::numbers] = numbers;
    if (open && !is_numbered(begin)) {
      seen[Sign::unfinished] = before.unfinished;
      seen[Sign::spaced] = is_spaced(text(of.end));
      seen[Sign::short_head] = of.end.line->chars < kFullLine;
      seen[Sign::begins] = figure_torn(before, behind) ? 0 : behind.begins;
      seen[Sign::says] = behind.says;
      seen[Sign::short_word] = behind.edge.next_word == 1;
      seen[Sign::long_word] = behind.edge.next_word >= 3;
      seen[Sign::word_torn] = figure_torn(before, behind) ? kFigureTorn : word_torn(before.edge, behind.edge);
      seen[Sign::pair_known] = index_->cohesion().knows(pairs_.numbers().find(last_char(text(of.end)), first_char(text(begin))));
      seen[Sign::quotes] = quotes_between(before, behind);
    }
    seen[Sign::prefers] = preference(shares.tail.with[head], orphan ? shares.tail.most_but(head) : shares.host);
    if (!orphan) seen[Sign::line_prefers] = preference(shares.line[head], shares.line_host);
    if (!orphan) seen[Sign::length] = std::log(1.0 + static_cast<double>(shares.pairs));
    return seen;
  }

  double least(const Tail& tail) const { return tail.from == 0 && drafts_[tail.draft].role() == Role::orphan ? kLeastOdds : kLeastToCut; }

  /// Logarithms of the odds of each tail against no tail at all and every other tail of the same head; less what a join must have.
  std::vector<double> gains(const std::vector<std::optional<Evidence>>& seen) const {
    double all = 1;
    for (const auto& evidence : seen) all += evidence ? std::exp(odds_of(*evidence)) : 0;
    std::vector<double> gain(seen.size());
    for (std::size_t t = 0; t < seen.size(); ++t) {
      if (!seen[t]) continue;
      const double odds = odds_of(*seen[t]);
      gain[t] = odds - std::log(std::max(all - std::exp(odds), 1.0)) - least(tails_[t]);
    }
    return gain;
  }

  void pair() {
    if (heads_.size() * tails_.size() > kMostPieces * kMostPieces / 4) return;
    std::vector<std::vector<std::optional<Evidence>>> seen(heads_.size());
    std::vector<std::vector<double>> gain;
    const std::vector<Shares> shares = all_shares();
    for (const Head& head : heads_) seam_heads_.push_back(seam_head(text(head.end), rules_));
    for (const Tail& tail : tails_) seam_tails_.push_back(seam_tail(text(drafts_[tail.draft].lines[tail.from]), rules_));
    for (std::size_t t = 0; t < tails_.size(); ++t)
      for (std::size_t h = 0; h < heads_.size(); ++h) seen[h].push_back(evidence(h, t, shares[t]));
    for (const auto& of_head : seen) gain.push_back(gains(of_head));
    const std::vector<std::size_t> paired = best_assignment(gain);
    if (joins_) explain(seen, gain, paired);
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t h = 0; h < paired.size(); ++h)
      if (paired[h] < tails_.size()) order.emplace_back(gain[h][paired[h]], h);
    std::sort(order.rbegin(), order.rend());
    links_.assign(drafts_.size(), {});
    for (const auto& [score, h] : order) join(heads_[h], tails_[paired[h]]);
    assemble();
  }

  void explain(const std::vector<std::vector<std::optional<Evidence>>>& seen, const std::vector<std::vector<double>>& gain,
               const std::vector<std::size_t>& paired) {
    for (std::size_t h = 0; h < heads_.size(); ++h)
      for (std::size_t t = 0; t < tails_.size(); ++t) {
        if (!seen[h][t]) continue;
        const Span end = heads_[h].end.line->span;
        const Span begin = drafts_[tails_[t].draft].lines[tails_[t].from].line->span;
        Join join{page_.source_of(end), page_.source_of(begin), last_chars(page_.view(end)), first_chars(page_.view(begin)),
                  gain[h][t] + least(tails_[t]), paired[h] == t, {}};
        for (std::size_t i = 0; i < kSigns; ++i)
          if (const auto sign = static_cast<Sign>(i); (*seen[h][t])[sign] != 0)
            join.signs.push_back({kSignNames[i], (*seen[h][t])[sign], weight_of(sign)});
        joins_->push_back(std::move(join));
      }
  }

  static constexpr int kShown = 12;  // characters on each side of a join that explanations show

  static std::string last_chars(std::string_view text) {
    std::size_t from = text.size();
    for (int n = 0; n < kShown && from > 0; ++n) from = before(text, from);
    return std::string(text.substr(from));
  }

  static std::string first_chars(std::string_view text) {
    std::size_t to = 0;
    for (int n = 0; n < kShown && to < text.size(); ++n) next_char(text, to);
    return std::string(text.substr(0, to));
  }

  /// Note that `tail` follows `head`; a tail inside of a draft is cut off first. No article may come to follow itself.
  void join(const Head& head, const Tail& tail) {
    if (head.headline && !may_take_headline(head)) return;
    std::size_t draft = tail.draft;
    if (tail.from > 0) {
      auto& lines = drafts_[draft].lines;
      const std::size_t from = tail.from - links_[draft].taken;
      if (from >= lines.size() || links_[draft].next != kNone) return;  // cut off already, by a stronger join
      Draft rest;
      rest.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end());
      lines.resize(from);
      drafts_.push_back(std::move(rest));
      links_.emplace_back();
      draft = drafts_.size() - 1;
    }
    for (std::size_t d = draft; d != kNone; d = links_[d].next)
      if (d == head.draft) return;
    if (head.headline) take_headline(head);
    links_[head.draft].next = draft;
    links_[head.draft].inside_sentence = is_open(head) && !ends_.ends_with_note(drafts_[head.draft]);
  }

  /// The next draft still begins with it and has more, and the text before still ends where it did.
  bool may_take_headline(const Head& head) const {
    const auto& lines = drafts_[head.draft + 1].lines;
    return lines.size() > 1 && lines.front().line == head.end.line && drafts_[head.draft].lines.back().line + 1 == head.end.line;
  }

  /// The headline is the end of the text before it; what is under it is the title then.
  void take_headline(const Head& head) {
    auto& lines = drafts_[head.draft + 1].lines;
    lines.erase(lines.begin());
    ++links_[head.draft + 1].taken;
    if (lines.front().role == Role::subtitle) lines.front().role = Role::title;
    drafts_[head.draft].lines.push_back({head.end.line, Role::body});
  }

  void assemble() {
    std::vector<bool> is_rest(drafts_.size());
    for (const Link& link : links_)
      if (link.next != kNone) is_rest[link.next] = true;
    std::vector<Draft> whole;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (is_rest[d]) continue;
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
    for (Draft& draft : drafts_) {
      if (!is_article(draft)) continue;
      const bool stitched = !draft.flags.empty();
      if ((breaks_off(draft) && !ends_.ends_with_note(draft) && !ends_.ends_with_credit(draft.lines.back())) || (!stitched && ends_.leaves_page(draft))) draft.flags.emplace_back("truncated");
      if (draft.role() == Role::orphan || (!stitched && ends_.comes_from_page(draft))) draft.flags.emplace_back("headless");
    }
  }

  std::vector<Draft>& drafts_;
  const Page& page_;
  const Rules& rules_;
  DraftEnds ends_{page_, rules_};
  std::vector<Join>* joins_;
  LinePairs pairs_{page_};
  std::optional<ArticleIndex> index_;
  std::vector<Head> heads_;
  std::vector<Link> links_;  ///< by draft
  std::vector<Tail> tails_;
  std::vector<DraftLabels> labels_;  ///< by head
  std::vector<SeamHead> seam_heads_;
  std::vector<SeamTail> seam_tails_;
};

}  // namespace

void stitch(std::vector<Draft>& drafts, const Page& page, const Rules& rules, std::vector<Join>* joins) {
  std::size_t lines = 0;
  for (const Draft& draft : drafts) lines += draft.lines.size();
  if (drafts.size() <= kMostPieces && lines <= kMostLines) Stitcher(drafts, page, rules, joins).run();
}

}  // namespace jianbao
