#include "split/join_evidence.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "clean/continuation.h"
#include "split/draft_ends.h"
#include "split/draft_pairs.h"
#include "split/end_shares.h"
#include "split/tail_shares.h"
#include "tables/tables.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::uint32_t kScrap = 6;  // characters of a line that is hardly a sentence
constexpr std::uint32_t kFewest = 3;   // characters of a head; one of fewer says no more, and may be a speck
constexpr double kBothOpen = 2;      // Sign::quotes where the tail closes what the head opens: that proves more than an end that fits nothing disproves

/// Sign::follows is a natural logarithm; what is less or more likely says no more.
constexpr double kStep = 0.1733, kLeastFollows = -4, kMostFollows = 10;

/// What the last line of a head shows by itself; looked at once, and not for every tail.
struct HeadSigns {
  bool open, is_signed;
  char32_t last;
  Evidence always, in_sentence;  ///< what is known with every tail, and with one that may go on in its sentence
};

/// What a tail shows by itself; looked at once, and not for every head.
struct TailSigns {
  bool orphan;       ///< a piece without a title as a whole
  bool seam;         ///< cleaning joined it to the line before it
  bool numbered;     ///< begins with a number
  bool strange;      ///< is_strange()
  bool enters_page;  ///< a piece that begins on another page
  bool speaks;       ///< somebody speaks in it
  char32_t first;
  Evidence always, in_sentence;  ///< what is known with every head, and with one whose sentence it may go on in

  /// What it goes on in is told by the number.
  bool counted() const { return numbered && !seam; }
};

/// -1: only the other; 1: only the head.
double preference(double with_head, double with_other) {
  constexpr double kByChance = 0.03;  // what two strange pieces share
  return (with_head - with_other) / (with_head + with_other + kByChance);
}

/// Where a string stands in texts, and how often what is on the other side of the tear stands beside it there.
struct Beside {
  std::size_t all = 0, same = 0;

  double share() const { return static_cast<double>(same) / static_cast<double>(all + 1); }
};

class EvidenceFinder {
 public:
  EvidenceFinder(const std::vector<Draft>& drafts, const TornEnds& torn, const Page& page, const Rules& rules, LinePairs& pairs, const Seams& seams, bool explained)
      : drafts_(drafts), torn_(torn), page_(page), rules_(rules), pairs_(pairs), seams_(seams), explained_(explained) {}

  Seen run() {
    read_ends();
    Seen seen = find_candidates();
    std::vector<bool> wanted(torn_.tails.size());
    for (const auto& of_head : seen)
      for (const SeenTail& tail : of_head) wanted[tail.number] = true;
    if (std::find(wanted.begin(), wanted.end(), true) == wanted.end()) return seen;
    compare_words(seen, wanted);
    const std::vector<bool> none(torn_.tails.size());
    for (auto& of_head : seen) compare(torn_, of_head, none);
    return seen;
  }

 private:
  Evidence evidence() const { return Evidence(explained_); }

  std::string_view text(const DraftLine& line) const { return page_.view(line.line->span); }
  const Draft& draft_of(std::size_t article) const { return drafts_[torn_.articles[article]]; }
  const DraftLine& begin_of(const TornTail& tail) const { return draft_of(tail.article).lines[tail.from]; }

  /// What heads and tails show by themselves.
  void read_ends() {
    const auto heads_that = [&](auto are) { return static_cast<double>(std::count_if(torn_.heads.begin(), torn_.heads.end(), are)); };
    const auto grown = [](double count) { return 1 + std::log(std::max(count, 1.0)); };
    const double insides = heads_that([](const TornHead& head) { return head.inside(); });
    inside_ = grown(insides);
    stub_ = grown(heads_that([](const TornHead& head) { return head.stub; }));
    seam_ = grown(heads_that([](const TornHead& head) { return head.where == TornHead::Where::seam; }));
    ragged_ = std::log(1 + insides);
    const double broken = heads_that([](const TornHead& head) { return head.where == TornHead::Where::end && is_open(head); });
    broken_ = std::log(1 + broken), broken_at_end_ = std::log(std::max(broken, 1.0));
    for (const std::size_t draft : torn_.articles) leaves_page_.push_back(ends_.leaves_page(drafts_, draft));
    head_signs_.reserve(torn_.heads.size()), seam_heads_.reserve(torn_.heads.size());
    for (const TornHead& head : torn_.heads) {
      seam_heads_.push_back(seam_head(text(head.end), rules_));
      head_signs_.push_back(signs_of(head, seam_heads_.back()));
    }
    marked_ = std::count_if(torn_.tails.begin(), torn_.tails.end(), [&](const TornTail& tail) { return begins_with_mark(text(begin_of(tail))); });
    tail_signs_.reserve(torn_.tails.size()), seam_tails_.reserve(torn_.tails.size());
    for (const TornTail& tail : torn_.tails) {
      seam_tails_.push_back(seam_tail(text(begin_of(tail)), rules_));
      tail_signs_.push_back(signs_of(tail, seam_tails_.back()));
    }
    tail_rows_.reserve(torn_.tails.size());
    for (const TornTail& tail : torn_.tails) tail_rows_.push_back(rows_behind(is_numbered(begin_of(tail)) ? std::string_view() : text(begin_of(tail))));
  }

  /// 本报讯（记者　方小禾）, 本报讯（通讯员　方, （五）, 【提醒】
  bool is_begun(const DraftLine& end) const {
    const std::string_view line = text(end);
    if (end.line->label && end.line->label->length == line.size()) return true;
    if (end.line->shape == Shape::box_label) return true;
    return end.line->shape == Shape::dateline && line.find("，") == std::string_view::npos && line.find("。") == std::string_view::npos;
  }

  HeadSigns signs_of(const TornHead& head, const SeamHead& before) const {
    const std::string_view end = text(head.end);
    const std::size_t label = head.end.line->label ? head.end.line->label->length : 0;  // a wide space stands behind it: 第五条　…
    const bool begun = is_begun(head.end);
    HeadSigns signs{is_open(head), ends_.is_signed(head.end), last_char(end), evidence(), evidence()};
    signs.always.add(Sign::any, 1);
    signs.always.add(Sign::headline, head.headline());
    signs.always.add(Sign::stub, head.stub ? stub_ : 0);
    signs.always.add(Sign::inside, head.inside() ? inside_ : 0);
    Evidence& sentence = signs.in_sentence;
    sentence.add(Sign::begun, begun);
    sentence.add(Sign::spaced, !begun && is_spaced(end.substr(label)));
    sentence.add(Sign::short_head, head.end.line->chars < kFullLine);
    sentence.add(Sign::running, !head.stub && end.find("，") != std::string_view::npos);
    sentence.add(Sign::stopped, end.find("。") != std::string_view::npos);
    sentence.add(Sign::head_length, std::log(1.0 + std::max(head.end.line->chars, kFewest)) - 3);
    sentence.add(Sign::bracketed, fold(signs.last) == U'）' && !begun);
    sentence.add(Sign::unfinished, before.unfinished || head.paused);
    return signs;
  }

  TailSigns signs_of(const TornTail& tail, const SeamTail& behind) const {
    const Draft& draft = draft_of(tail.article);
    const auto& lines = draft.lines;
    const bool whole = tail.from == 0, orphan = whole && draft.role() == Role::orphan;
    const bool seam = !whole && lines[tail.from].glued && seams_.between(lines[tail.from - 1].line, lines[tail.from].line);
    const Line& begin = *lines[tail.from].line;
    TailSigns signs{orphan, seam, is_numbered(lines[tail.from]), is_strange(draft, tail.from), orphan && ends_.enters_page(drafts_, torn_.articles[tail.article]), torn_.speaks(tail), first_char(page_.view(begin.span)), evidence(), evidence()};
    signs.always.add(Sign::titled, whole && !orphan);
    signs.always.add(Sign::headless, !whole && !seam && draft.role() == Role::orphan);
    signs.always.add(Sign::bare, !whole && is_over_text(lines[tail.from - 1]));
    Evidence& sentence = signs.in_sentence;
    sentence.add(Sign::says, behind.says);
    sentence.add(Sign::short_word, behind.edge.next_word == 1);
    sentence.add(Sign::long_word, behind.edge.next_word >= 3);
    sentence.add(Sign::scrap, begin.chars <= kScrap && !begin.open);
    return signs;
  }

  /// What stands on both sides of a seam.
  bool is_own(const TornHead& head, const TornTail& tail) const {
    return head.where == TornHead::Where::seam && head.article == tail.article && head.lines == tail.from;
  }

  /// Sign::headline_kin of a line with each tail.
  std::vector<double> kin_of(const Line& line) {
    const Cohesion& cohesion = index_->cohesion();
    std::vector<double> kin(torn_.tails.size());
    double all = 0;
    const PairView read = pairs_.with_characters(line);
    Pairs pairs(read.begin(), read.end());
    std::sort(pairs.begin(), pairs.end());  // so that the last digit is no matter of where they stand
    for (const PairNumber pair : pairs) {
      if (pair >= cohesion.pairs()) continue;  // of a draft that is no article
      all += cohesion.square(pair);
      for (const auto& [article, last_line] : index_->places_of(pair)) {
        const std::size_t behind_last = end_but(line, draft_of(article), last_line, pair);
        for (std::size_t t = first_tails_[article]; t < torn_.tails.size() && torn_.tails[t].article == article; ++t)
          if (torn_.tails[t].from < behind_last) kin[t] += cohesion.square(pair);
      }
    }
    if (all > 0) std::for_each(kin.begin(), kin.end(), [&](double& shared) { shared /= all; });
    return kin;
  }

  /// One behind the draft's last line that has the pair, which is `last`; or behind the one before that has it, where that is the line itself.
  std::size_t end_but(const Line& line, const Draft& draft, std::size_t last, PairNumber pair) {
    if (draft.lines[last].line != &line) return last + 1;
    const auto has = [&](const Line& before) {
      const PairView all = pairs_.with_characters(before);
      return std::find(all.begin(), all.end(), pair) != all.end();
    };
    while (last > 0 && !has(*draft.lines[last - 1].line)) --last;
    return last;
  }

  /// The words on both sides of the tear, where a sentence breaks off and text goes on.
  void add_sentence(std::size_t number_of_head, std::size_t number, const WordRows& rows, Evidence& seen) const {
    const TornHead& head = torn_.heads[number_of_head];
    const TornTail& tail = torn_.tails[number];
    const DraftLine& begin = begin_of(tail);
    const HeadSigns& end = head_signs_[number_of_head];
    const SeamHead& before = seam_heads_[number_of_head];
    const SeamTail& behind = seam_tails_[number];
    seen.add(end.in_sentence);
    seen.add(tail_signs_[number].in_sentence);
    const double figure = begin.line->connected ? 0 : figure_torn(before, behind);
    if (figure > 0) seen.add(Sign::figure_torn, figure);
    seen.add(Sign::begins, figure > 0 ? std::min(behind.begins, 0.0) : behind.begins);  // a digit would speak for a begin
    if (marked_ == 1 && !is_pause(fold(end.last)) && begins_with_stop(text(begin))) seen.add(Sign::hanging, 1);
    if (!begin.line->connected && figure == 0) seen.add(Sign::word_torn, word_torn(before, behind));  // …点只 | 不过，…
    seen.add(Sign::follows, std::clamp(kStep * rows.gain_before(tail_rows_[number]), kLeastFollows, kMostFollows));
    if (index_->cohesion().knows(pairs_.numbers().find(end.last, tail_signs_[number].first))) {
      seen.add(Sign::pair_known, 1);
      seen.add(Sign::string_known, string_known(head, tail));
    }
    const int quotes = quotes_between(before, behind);
    if (quotes != 0) seen.add(Sign::quotes, quotes > 0 ? kBothOpen : quotes);
  }

  /// Sign::string_known: 乌拉勒克 | 镇农机手, where 乌拉勒克 stands before 镇 wherever else it stands; the same from the other side.
  double string_known(const TornHead& head, const TornTail& tail) const {
    constexpr std::size_t kLongest = 4;  // characters
    const std::string_view end = text(head.end), begin = text(begin_of(tail));
    const std::size_t last = before(end, end.size());
    std::size_t first = 0;
    next_char(begin, first);
    double known = 0;
    std::size_t left = last, right = first;
    for (std::size_t chars = 2; chars <= kLongest && left > 0 && right < begin.size(); ++chars) {
      left = before(end, left), next_char(begin, right);
      const Beside behind = beside(head, tail, end.substr(left), {}, begin.substr(0, first)), ahead = beside(head, tail, begin.substr(0, right), end.substr(last), {});
      if (behind.all == 0 && ahead.all == 0) break;
      known = std::max({known, behind.share() * static_cast<double>(chars - 2), ahead.share() * static_cast<double>(chars - 2)});
    }
    return known;
  }

  /// The pair that a string begins with; kNone where that is not of Han.
  PairNumber first_pair(std::string_view string) const {
    std::size_t second = 0;
    const char32_t c = next_char(string, second);
    return second < string.size() ? pairs_.numbers().find(c, char_at(string, second)) : PairNumbers::kNone;
  }

  bool has_pair(const DraftLine& line, PairNumber pair) const {
    const PairView all = pairs_.of(*line.line);
    return std::find(all.begin(), all.end(), pair) != all.end();
  }

  /// In both articles, but for the tear itself: where a string stands, and where it stands behind `ahead` and before `behind`.
  Beside beside(const TornHead& head, const TornTail& tail, std::string_view string, std::string_view ahead, std::string_view behind) const {
    Beside found;
    const PairNumber first = first_pair(string);
    for (const std::size_t article : {head.article, tail.article})
      for (const DraftLine& line : draft_of(article).lines) {
        if (first != PairNumbers::kNone && !has_pair(line, first)) continue;  // nearly all lines
        const std::string_view in = text(line);
        for (std::size_t at = in.find(string); at != std::string_view::npos; at = in.find(string, at + string.size())) {
          const std::size_t to = at + string.size();
          if ((line.line == head.end.line && to == in.size()) || (line.line == begin_of(tail).line && at == 0)) continue;
          ++found.all;
          found.same += in.substr(0, at).ends_with(ahead) && in.substr(to).starts_with(behind);
        }
      }
    return found;
  }

  /// What the tail is about, beside the head's article, all others, and where it stands now.
  void add_matter(const TornHead& head, const TornTail& tail, const TailSigns& signs, const TailShares& shares, Evidence& seen) const {
    const bool whole = tail.from == 0;
    if (is_own(head, tail)) {
      seen.add(Sign::prefers, preference(shares.host.tail, shares.most_but(head.article)));
      return;
    }
    const TailShares::Share &with = shares.with[head.article], &host = shares.host;
    const double with_others = shares.most_but(head.article);
    seen.add(Sign::prefers, preference(with.tail, whole ? with_others : host.tail));
    if (whole) return;
    seen.add(Sign::line_prefers, preference(with.line, host.line));
    seen.add(Sign::others, preference(with.tail, with_others));
    if (signs.seam) return;
    if (shares.follows_text) seen.add(Sign::late, preference(with.before, host.before));
    seen.add(Sign::length, shares.length);
  }

  /// What the ends say by themselves of each head and each tail that may be its rest.
  Seen find_candidates() const {
    Seen seen(torn_.heads.size());
    for (std::size_t h = 0; h < torn_.heads.size(); ++h) {
      if (h > 0) seen[h].reserve(seen[h - 1].size());  // most heads have about as many
      for (std::size_t t = 0; t < torn_.tails.size(); ++t) add_candidate(h, t, seen[h]);
    }
    return seen;
  }

  /// Adds the tail, and what the ends say of it; nothing where it cannot be the rest of the head.
  void add_candidate(std::size_t number_of_head, std::size_t number, std::vector<SeenTail>& tails) const {
    const TornHead& head = torn_.heads[number_of_head];
    const TornTail& tail = torn_.tails[number];
    const TailSigns& signs = tail_signs_[number];
    const bool counted = signs.counted(), open = counted ? !head.may_count_on() : head_signs_[number_of_head].open, whole = tail.from == 0, orphan = signs.orphan, seam = signs.seam;
    const bool stays = is_own(head, tail);
    if ((head.article == tail.article && !stays) || !(head.headline() || head.stub || is_text(head.end.role))) return;
    if (counted ? open : !orphan && !open) return;  // a number goes on in no sentence
    const int numbers = torn_.numbers_between(head.article, head.lines, tail);
    if (counted && numbers <= 0) return;
    if (head.quoting && quotes_between(seam_heads_[number_of_head], seam_tails_[number]) <= 0) return;
    const bool jump = orphan && ends_.jumps(head.end, drafts_, torn_.articles[tail.article]);
    if (leaves_page_[head.article]) return;
    if (head.paused && whole && !orphan) return;  // what a colon announces is no title
    const bool enters = !jump && signs.enters_page;  // its head is mostly on another page
    const bool alone = (orphan && !enters) || seam || signs.strange, compared = open && !counted;
    tails.push_back({number, counted, stays, alone, compared, head_signs_[number_of_head].always});  // filled in place
    Evidence& seen = tails.back().evidence;
    seen.add(signs.always);
    if (!compared) seen.add(counted ? Sign::counted : Sign::closed, 1);
    if (jump) seen.add(Sign::jump, 1);
    else if (head_signs_[number_of_head].is_signed) seen.add(Sign::ended, 1);
    if (stays) seen.add(Sign::seam, seam_);
    else if (numbers != 0) seen.add(Sign::numbers, numbers < 0 ? numbers : head.headline() ? 0 : tail.nearness());  // what a headline ends is another text than its numbers
    if (alone) seen.add(Sign::orphan, 1);
    if (compared && !stays) {
      seen.add(Sign::broken, head.where == TornHead::Where::end ? broken_at_end_ : broken_);
      seen.add(Sign::ragged, ragged_);
    }
    if (signs.speaks && torn_.speaks_with(head, tail)) seen.add(Sign::speakers, 1);
  }

  /// Adds what the words of the candidates say, at the tear and in the articles on both sides. `wanted`: the tails among them.
  void compare_words(Seen& seen, const std::vector<bool>& wanted) {
    const std::vector<ArticlePairs> articles = pairs_of_articles(drafts_, torn_, pairs_);
    index_.emplace(articles, pairs_.numbers(), rules_.tables().compiled<Telling>());
    const std::vector<TailShares> shares = find_shares(drafts_, torn_, articles, *index_, wanted);
    find_first_tails();
    for (std::size_t h = 0; h < torn_.heads.size(); ++h) {
      if (seen[h].empty()) continue;
      const TornHead& head = torn_.heads[h];
      const std::vector<double> kin = head.headline() ? kin_of(*head.end.line) : std::vector<double>{};
      const WordRows rows = rows_before(is_open(head) ? text(head.end) : std::string_view());
      for (SeenTail& tail : seen[h]) {
        if (head.headline()) tail.evidence.add(Sign::headline_kin, kin[tail.number]);
        if (tail.compared && !tail_signs_[tail.number].numbered) add_sentence(h, tail.number, rows, tail.evidence);
        add_matter(head, torn_.tails[tail.number], tail_signs_[tail.number], shares[tail.number], tail.evidence);
      }
    }
  }

  void find_first_tails() {
    for (std::size_t article = 0, t = 0; article < torn_.articles.size(); ++article) {
      while (t < torn_.tails.size() && torn_.tails[t].article < article) ++t;
      first_tails_.push_back(t);
    }
  }

  const std::vector<Draft>& drafts_;
  const TornEnds& torn_;
  const Page& page_;
  const Rules& rules_;
  LinePairs& pairs_;
  const Seams& seams_;
  const bool explained_;
  DraftEnds ends_{page_, rules_};
  std::optional<ArticleIndex> index_;
  double inside_ = 0, stub_ = 0, seam_ = 0, ragged_ = 0;  ///< Sign::inside, Sign::stub, Sign::seam and Sign::ragged on this page
  double broken_ = 0, broken_at_end_ = 0;                 ///< Sign::broken, of a head inside of an article and at its end
  std::vector<std::size_t> first_tails_;                  ///< by article: its first tail, or the next one's
  std::ptrdiff_t marked_ = 0;  ///< tails that begin with a mark; where OCR sets several before lines, they tell nothing
  std::vector<bool> leaves_page_;  ///< by article
  std::vector<HeadSigns> head_signs_;
  std::vector<TailSigns> tail_signs_;
  std::vector<SeamHead> seam_heads_;
  std::vector<SeamTail> seam_tails_;
  std::vector<RowsBehind> tail_rows_;  ///< without words where no sentence can go across the tear
};

}  // namespace

void compare(const TornEnds& ends, std::vector<SeenTail>& seen, const std::vector<bool>& taken) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t count = 0, last = kNone;  // articles; tails stand by article
  bool any_alone = false;
  for (const SeenTail& tail : seen) {
    if (taken[tail.number]) continue;
    count += std::exchange(last, ends.tails[tail.number].article) != ends.tails[tail.number].article;
    any_alone |= tail.alone;
  }
  const double rivals = std::log(std::max(static_cast<double>(count), 1.0));
  for (SeenTail& tail : seen)
    if (tail.compared) tail.rivals = rivals, tail.passed = any_alone && !tail.alone;
}

Seen find_evidence(const std::vector<Draft>& drafts, const TornEnds& ends, const Page& page, const Rules& rules, LinePairs& pairs, const Seams& seams, bool explained) {
  return EvidenceFinder(drafts, ends, page, rules, pairs, seams, explained).run();
}

}  // namespace jianbao
