#include "stitch.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "assignment.h"
#include "chars.h"
#include "continuation.h"
#include "draft_labels.h"
#include "draft_pairs.h"
#include "end_shares.h"
#include "join_odds.h"
#include "rows.h"
#include "sections.h"
#include "shape_tables.h"

namespace jianbao {
namespace {

constexpr double kLeastOdds = 0.15;  // natural logarithm of the odds from which on a join is made: more likely than not
constexpr double kLeastToCut = 0.85;  // where the tail has to be cut off an article first, which a wrong join would harm as well: 70 to 30

/// What two reports of one article share at least (Cohesion): of eleven datelines without a title on the pages at hand five
/// further reports shared 0.08 to 0.14, one 0.04, and five articles of their own at most 0.06.
constexpr double kSameMatter = 0.075;

constexpr double kFigureTorn = 3.5;  // digits on both sides of a tear say as much as a word across it that is so much more likely

constexpr std::uint32_t kShortest = 8;  // characters of a line that breaks off; a shorter one is a name or an item
constexpr std::uint32_t kFullLine = 14;  // a line of a column has so many at least: text that breaks off mostly fills one

constexpr std::size_t kMostPieces = 400, kMostLines = 4000;  // a page with more is no newspaper page; its pieces stay as they are

/// A run of lines that may be a tail: an orphan, or the end of a draft from one of its paragraphs on.
struct Tail {
  std::size_t head = 0, draft = 0, from = 0;  // head: its draft among the heads; from: index of its first line
};

class Stitcher {
 public:
  Stitcher(std::vector<Draft>& drafts, const Page& page, const Rules& rules, std::vector<Join>* joins)
      : drafts_(drafts), page_(page), rules_(rules), joins_(joins) {}

  void run() {
    mend_rows(drafts_, pairs_);
    join_reports();
    find_heads();
    for (const std::size_t head : heads_) labels_.emplace_back(drafts_[head], page_, rules_);
    find_tails();
    if (!heads_.empty() && !tails_.empty()) pair();
    cut_strange_sections(drafts_, page_, pairs_);
    flag();
  }

 private:
  std::string_view text(const DraftLine& line) const { return page_.view(line.line->span); }

  /// A line of running text breaks off.
  static bool breaks_off(const DraftLine& last) {
    const Shape shape = last.line->shape;
    const bool prose = shape == Shape::prose || shape == Shape::fragment || shape == Shape::dateline || shape == Shape::label ||
                       shape == Shape::label_title || shape == Shape::turn;
    return is_text(last.role) && prose && last.line->open && !last.line->tailed && last.line->chars >= kShortest;
  }
  static bool breaks_off(const Draft& draft) { return breaks_off(draft.lines.back()); }

  /// A dateline without a title begins an article of its own, or a further report under the title before: then both speak of
  /// the same.
  void join_reports() {
    const auto may_be_report = [&](std::size_t d) { return drafts_[d].role() == Role::lead && (is_article(drafts_[d - 1]) || drafts_[d - 1].role() == Role::caption); };
    bool any = false;
    for (std::size_t d = 1; d < drafts_.size() && !any; ++d) any = may_be_report(d);
    if (!any) return join_over_captions();
    std::vector<Pairs> pairs;
    for (const Draft& draft : drafts_) pairs.push_back(is_article(draft) ? pairs_of(draft) : Pairs{});
    const Cohesion page(pairs, pairs_.numbers());
    std::vector<Draft> joined;
    std::vector<std::size_t> first;  // of the drafts that each became part of
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      std::size_t owner = joined.size();  // the article before, a picture between or not
      while (owner > 0 && (owner == joined.size() || joined[owner].role() == Role::caption)) --owner;
      const bool report = d > 0 && drafts_[d].role() == Role::lead && has_title(joined[owner]) && page.between(pairs[d], pairs[first[owner]]) >= kSameMatter;
      if (report) {
        joined[owner].lines.insert(joined[owner].lines.end(), drafts_[d].lines.begin(), drafts_[d].lines.end());
      } else {
        joined.push_back(std::move(drafts_[d]));
        first.push_back(d);
      }
    }
    drafts_ = std::move(joined);
    join_over_captions();
  }

  /// A picture between a byline and its text is no part of the head: it becomes a draft of its own.
  void set_pictures_apart() {
    const auto is_picture = [](const DraftLine& line) { return line.role == Role::caption || line.role == Role::credit; };
    for (std::size_t d = 0; d + 1 < drafts_.size(); ++d) {
      auto& lines = drafts_[d].lines;
      const auto picture = std::find_if(lines.begin(), lines.end(), is_picture);
      if (picture == lines.begin() || picture == lines.end() || std::prev(picture)->role != Role::byline) continue;
      if (!std::all_of(picture, lines.end(), is_picture) || !begins_in_text(drafts_[d + 1])) continue;
      Draft apart;
      apart.lines.assign(picture, lines.end());
      lines.erase(picture, lines.end());
      drafts_.insert(drafts_.begin() + static_cast<std::ptrdiff_t>(++d), std::move(apart));
    }
  }

  static bool begins_in_text(const Draft& draft) { return draft.role() == Role::lead || draft.role() == Role::orphan; }

  /// A picture or the heading of a column between a title and its text: the text comes back to the title.
  void join_over_captions() {
    set_pictures_apart();
    for (std::size_t d = 2; d < drafts_.size(); ++d) {
      const Draft& between = drafts_[d - 1];
      const bool aside = between.role() == Role::caption || std::all_of(between.lines.begin(), between.lines.end(), [](const DraftLine& l) { return l.role == Role::notice_heading; });
      if (!aside || !is_head(drafts_[d - 2]) || !begins_in_text(drafts_[d])) continue;
      drafts_[d - 2].lines.insert(drafts_[d - 2].lines.end(), drafts_[d].lines.begin(), drafts_[d].lines.end());
      drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(d));
    }
  }

  /// Titles and what belongs to them, without a text.
  static bool is_head(const Draft& draft) {
    const auto of_head = [](const DraftLine& line) {
      return line.role == Role::column || line.role == Role::kicker || line.role == Role::title || line.role == Role::subtitle || line.role == Role::byline;
    };
    return std::all_of(draft.lines.begin(), draft.lines.end(), of_head);
  }

  static bool has_title(const Draft& draft) {
    return is_article(draft) && std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return line.role == Role::title; });
  }

  Pairs pairs_of(const Draft& draft) { return united(pairs_of_lines(draft, pairs_)); }

  /// A picture with paragraphs behind its text, which are another's.
  static bool has_strange_text(const Draft& draft) {
    const bool picture = draft.role() == Role::caption || draft.role() == Role::credit;
    return picture && std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return is_text(line.role); });
  }

  void find_heads() {
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      if (is_article(drafts_[d]) || has_strange_text(drafts_[d])) heads_.push_back(d);
  }

  void find_tails() {
    const bool any_open = std::any_of(heads_.begin(), heads_.end(), [&](std::size_t d) { return breaks_off(drafts_[d]); });
    for (std::size_t h = 0; h < heads_.size(); ++h) {
      if (drafts_[heads_[h]].role() == Role::orphan) tails_.push_back({h, heads_[h], 0});
      add_splits(h, any_open);
    }
  }

  /// Every paragraph behind what may be the end of an article may be where a strange tail begins, where an article breaks off;
  /// a numbered one also where none does.
  void add_splits(std::size_t h, bool any_open) {
    const auto& lines = drafts_[heads_[h]].lines;
    for (std::size_t i = lines.size(); i-- > 1;) {
      const bool paragraph = lines[i].role == Role::body || lines[i].role == Role::report;
      if (paragraph && may_end(lines[i - 1]) && (is_numbered(lines[i]) ? is_others(h, i) : any_open && goes_on(lines[i]))) tails_.push_back({h, heads_[h], i});
    }
  }

  /// Whether the number of a line comes behind the last one of another article, and not behind those before it.
  bool is_others(std::size_t h, std::size_t line) const {
    for (std::size_t head = 0; head < heads_.size(); ++head)
      if (head != h && numbers_between(head, {h, heads_[h], line}) > 0) return true;
    return false;
  }

  /// A line that may go on in the middle of a sentence: no verse, row or answer.
  static bool goes_on(const DraftLine& line) { return line.line->shape == Shape::prose || line.line->shape == Shape::fragment; }

  /// An article may end with the line: it is no heading, and no text that breaks off.
  bool may_end(const DraftLine& line) const {
    switch (line.role) {
      case Role::column: case Role::kicker: case Role::title: case Role::subtitle: case Role::note: case Role::byline: case Role::crosshead: return false;
      default: return !breaks_off(line) || is_closing(last_char(text(line)));
    }
  }

  /// Whether the end of a draft has a word of a list of words.tsv.
  bool says(const Draft& draft, std::string_view list) const {
    constexpr std::size_t kReach = 60;  // bytes
    const std::string_view last = text(draft.lines.back());
    const std::string_view end = last.substr(last.size() - std::min(last.size(), kReach));
    const auto& words = rules_.tables().compiled<WordTable>().list(list);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return end.find(word) != std::string_view::npos; });
  }

  bool jumps_to(const Draft& head, std::size_t tail_draft) const {
    return says(head, "jump_out") && tail_draft > 0 && says(drafts_[tail_draft - 1], "jump_in");
  }

  /// The rest is on another page: 下转第3版.
  bool leaves_page(const Draft& head) const { return says(head, "jump_out") && !says(head, "this_page"); }

  /// （上接第1版）持续加大投入: the text begins on another page.
  bool comes_from_page(const Draft& draft) const {
    const auto first = std::find_if(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return is_text(line.role); });
    if (first == draft.lines.end()) return false;
    std::string_view begin = text(*first);
    if (fold(first_char(begin)) != U'（') return false;
    begin.remove_prefix(begin.front() == '(' ? 1 : 3);
    const auto& words = rules_.tables().compiled<WordTable>().list("jump_in");
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return begin.starts_with(word); });
  }

  /// An author, agency or credit behind a finished sentence has ended the article: in brackets, or …收割晚稻。某社供图.
  bool is_signed(const DraftLine& end) const {
    if (end.line->tailed || end.line->shape == Shape::tail) return true;
    const std::string_view last = text(end);
    const std::size_t open = std::max(last.rfind("（") + 1, last.rfind('(') + 1);
    if (fold(last_char(last)) == U'）') return open > 1 && is_stop(char_at(last, before(last, open - 1)));
    return ends_with_credit(last);
  }

  bool ends_with_credit(std::string_view line) const {
    constexpr std::size_t kLongest = 12;  // characters
    const std::size_t stop = line.rfind("。");
    if (stop == std::string_view::npos || count_chars(line.substr(stop)) > kLongest + 1) return false;
    const auto& words = rules_.tables().compiled<WordTable>().list("picture");
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return line.ends_with(word); });
  }

  /// Behind its last mark the line has a wide space or a dash, as rows and credits have, and those who are quoted: …”——领队 某某.
  static bool is_spaced(std::string_view line) {
    for (std::size_t at = line.size(); at > 0;) {
      const char32_t c = fold(char_at(line, at = before(line, at)));
      if (c == U'\u3000' || c == U'—') return true;
      if (c == '-' && at > 0 && is_closing(char_at(line, before(line, at)))) return true;
      if (is_stop(c) || c == U'，' || c == U'、' || c == U'；' || c == U'：') return false;
    }
    return false;
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
    for (const std::size_t head : heads_) {
      lines.push_back(pairs_of_lines(drafts_[head], pairs_));
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
    const Draft &draft = drafts_[heads_[head]], &other = drafts_[tail.draft];
    const DraftLine &end = draft.lines.back(), &begin = other.lines[tail.from];
    const bool open = breaks_off(draft), orphan = tail.from == 0;
    if (head == tail.head || !is_text(end.role)) return {};
    const int numbers = numbers_between(head, tail);
    if (is_numbered(begin) ? open || numbers <= 0 : !orphan && !open) return {};  // a number goes on in no sentence
    if (leaves_page(draft)) return {};
    const SeamHead& before = seam_heads_[head];
    const SeamTail& behind = seam_tails_[number];
    const bool jump = orphan && jumps_to(draft, tail.draft);
    Evidence seen;
    seen[Sign::any] = 1;
    seen[Sign::closed] = !open;
    seen[Sign::jump] = jump;
    seen[Sign::ended] = !jump && is_signed(end);
    seen[Sign::orphan] = orphan;
    seen[Sign::headless] = !orphan && other.role() == Role::orphan;
    seen[Sign::numbers] = numbers;
    if (open && !is_numbered(begin)) {
      seen[Sign::unfinished] = before.unfinished;
      seen[Sign::spaced] = is_spaced(text(end));
      seen[Sign::short_head] = end.line->chars < kFullLine;
      seen[Sign::begins] = figure_torn(before, behind) ? 0 : behind.begins;
      seen[Sign::says] = behind.says;
      seen[Sign::short_word] = behind.edge.next_word == 1;
      seen[Sign::long_word] = behind.edge.next_word >= 3;
      seen[Sign::word_torn] = figure_torn(before, behind) ? kFigureTorn : word_torn(before.edge, behind.edge);
      seen[Sign::pair_known] = index_->cohesion().knows(pairs_.numbers().find(last_char(text(end)), first_char(text(begin))));
      seen[Sign::quotes] = quotes_between(before, behind);
    }
    seen[Sign::prefers] = preference(shares.tail.with[head], orphan ? shares.tail.most_but(head) : shares.host);
    if (!orphan) seen[Sign::line_prefers] = preference(shares.line[head], shares.line_host);
    if (!orphan) seen[Sign::length] = std::log(1.0 + static_cast<double>(shares.pairs));
    return seen;
  }

  static double least(const Tail& tail) { return tail.from == 0 ? kLeastOdds : kLeastToCut; }

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
    for (const std::size_t head : heads_) seam_heads_.push_back(seam_head(text(drafts_[head].lines.back()), rules_));
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
    next_.assign(drafts_.size(), kNone);
    for (const auto& [score, h] : order) join(heads_[h], tails_[paired[h]]);
    assemble();
  }

  void explain(const std::vector<std::vector<std::optional<Evidence>>>& seen, const std::vector<std::vector<double>>& gain,
               const std::vector<std::size_t>& paired) {
    for (std::size_t h = 0; h < heads_.size(); ++h)
      for (std::size_t t = 0; t < tails_.size(); ++t) {
        if (!seen[h][t]) continue;
        const Span end = drafts_[heads_[h]].lines.back().line->span;
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
  void join(std::size_t head, const Tail& tail) {
    std::size_t draft = tail.draft;
    if (tail.from > 0) {
      if (tail.from >= drafts_[draft].lines.size() || next_[draft] != kNone) return;  // cut off already, by a stronger join
      Draft rest;
      auto& lines = drafts_[draft].lines;
      rest.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(tail.from), lines.end());
      lines.resize(tail.from);
      drafts_.push_back(std::move(rest));
      next_.push_back(kNone);
      draft = drafts_.size() - 1;
    }
    for (std::size_t d = draft; d != kNone; d = next_[d])
      if (d == head) return;
    next_[head] = draft;
  }

  void assemble() {
    std::vector<bool> taken(drafts_.size());
    for (const std::size_t d : next_)
      if (d != kNone) taken[d] = true;
    std::vector<Draft> whole;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (taken[d]) continue;
      Draft& draft = drafts_[d];
      for (std::size_t n = next_[d]; n != kNone; n = next_[n]) append(draft, drafts_[n]);
      whole.push_back(std::move(draft));
    }
    drafts_ = std::move(whole);
  }

  void append(Draft& head, Draft& tail) {
    tail.lines.front().role = Role::body;
    tail.lines.front().glued = breaks_off(head) && !ends_with_jump(head);
    head.lines.insert(head.lines.end(), tail.lines.begin(), tail.lines.end());
    if (head.flags.empty()) head.flags.emplace_back("stitched");
  }

  bool ends_with_jump(const Draft& draft) const {
    const std::string_view last = text(draft.lines.back());
    return last.size() > 3 && (last.ends_with("）") || last.ends_with(')'));
  }

  void flag() {
    for (Draft& draft : drafts_) {
      if (!is_article(draft)) continue;
      const bool stitched = !draft.flags.empty();
      if ((breaks_off(draft) && !ends_with_jump(draft) && !ends_with_credit(text(draft.lines.back()))) || (!stitched && leaves_page(draft))) draft.flags.emplace_back("truncated");
      if (draft.role() == Role::orphan || (!stitched && comes_from_page(draft))) draft.flags.emplace_back("headless");
    }
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::vector<Draft>& drafts_;
  const Page& page_;
  const Rules& rules_;
  std::vector<Join>* joins_;
  LinePairs pairs_{page_};
  std::optional<ArticleIndex> index_;
  std::vector<std::size_t> heads_, next_;
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
