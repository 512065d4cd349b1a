#include "split/stitch.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "clean/continuation.h"
#include "notice_signs/phones.h"
#include "split/ads.h"
#include "split/assignment.h"
#include "split/deal.h"
#include "split/draft_ends.h"
#include "split/draft_labels.h"
#include "split/draft_pairs.h"
#include "split/end_shares.h"
#include "split/gaps.h"
#include "split/join_odds.h"
#include "split/own_sections.h"
#include "split/pictures.h"
#include "split/regroup.h"
#include "split/sections.h"
#include "split/speaker.h"
#include "tables/tables.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

constexpr double kLeastOdds = 0;  // natural logarithm of the odds from which on a join is made: 50 to 50
constexpr double kLeastToCut = 0.9;  // where a tail has to be cut off an article first, which a wrong join would harm as well: 71 to 29

constexpr double kLeastMore = 0.2;   // more than that for what is paired when others have been

constexpr std::uint32_t kFullLine = 14;  // a line of a column has so many at least: text that breaks off mostly fills one

constexpr std::uint32_t kScrap = 6;  // characters of a line that is hardly a sentence

constexpr std::size_t kMostPieces = 400, kMostLines = 4000;  // a page with more is no newspaper page; its pieces stay as they are

/// Where the text of an article may break off: at its end, inside of it where a sentence has no end or cleaning made a seam, or behind
/// it, in the headline of the next: a paragraph that was torn near its begin looks like a line of one.
struct Head {
  enum class Where { end, inside, seam, headline };

  std::size_t article = 0;
  std::size_t lines = 0;  ///< of the article, before the tear
  DraftLine end{};        ///< the last line before the tear; that of a headline is one of the next draft
  Where where = Where::end;
  bool stub = false;      ///< an article ends with a few words that are no sentence
  bool item = false;      ///< or with an item that has no end mark, as those before it have
  bool paused = false;    ///< or behind a semicolon, where a sentence or a list goes on

  bool inside() const { return where == Where::inside; }
  bool headline() const { return where == Where::headline; }
};

/// A run of lines that may be a tail: an article as a whole, or from one of its paragraphs on.
struct Tail {
  std::size_t article = 0, from = 0;  // from: index of its first line
};

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// What the last line of a head shows by itself; looked at once, and not for every tail.
struct HeadSigns {
  bool is_signed, spaced, running, stopped;
  char32_t last;
};

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
    regroup(drafts_, pairs_);
    fill_gaps(drafts_, page_, rules_, pairs_, joins_, Sentences::whole);
    seams_.open(drafts_);
    regions_ = are_regions(drafts_);
    find_articles();
    find_heads();
    find_tails();
    if (!heads_.empty() && !tails_.empty()) pair();
    seams_.close(drafts_);
    take_own_sections(drafts_, pairs_);
    fill_gaps(drafts_, page_, rules_, pairs_, joins_, Sentences::torn);
    rejoin_over_pictures(drafts_, pairs_);
    deal_titles(drafts_, page_, pairs_, rules_);
    cut_strange_sections(drafts_, page_, pairs_, rules_);
    take_ads_out(drafts_, page_, rules_);
    flag();
  }

 private:
  std::string_view text(const DraftLine& line) const { return page_.view(line.line->span); }

  /// Running text, whatever a notice or a box of furniture made of it.
  static bool reads_on(const DraftLine& line) {
    return is_text(line.role) || ((line.role == Role::notice_more || line.role == Role::fixture_body) && goes_on(line));
  }

  /// A line of a picture, a notice or a box of furniture that may be another's: a paragraph behind its own text.
  static bool may_be_strange(const Draft& draft, std::size_t i) {
    return i > 0 && !is_article(draft) && reads_on(draft.lines[i]) && draft.lines[i - 1].role != Role::notice_heading && draft.lines[i - 1].role != Role::fixture;
  }

  static bool has_strange_text(const Draft& draft) {
    for (std::size_t i = 1; i < draft.lines.size(); ++i)
      if (may_be_strange(draft, i)) return true;
    return false;
  }

  /// What stands behind a picture and its credit, or behind the end of a notice, is not about it, and so stands alone.
  bool is_strange(const Tail& tail) const {
    return may_be_strange(draft_of(tail.article), tail.from) && !reads_on(draft_of(tail.article).lines[tail.from - 1]);
  }

  void find_articles() {
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      if (is_article(drafts_[d]) || has_strange_text(drafts_[d])) articles_.push_back(d);
    for (const std::size_t draft : articles_) {
      labels_.emplace_back(drafts_[draft]);
      speakers_.emplace_back();
      for (const DraftLine& line : drafts_[draft].lines) speakers_.back().push_back(is_text(line.role) ? speaker_of(text(line)) : std::string_view{});
    }
  }

  Draft& draft_of(std::size_t article) { return drafts_[articles_[article]]; }
  const Draft& draft_of(std::size_t article) const { return drafts_[articles_[article]]; }

  void find_heads() {
    for (std::size_t a = 0; a < articles_.size(); ++a) {
      const auto& lines = draft_of(a).lines;
      for (std::size_t i = 1; i < lines.size(); ++i)
        if (is_seam(lines, i)) heads_.push_back({a, i, lines[i - 1], Head::Where::seam});
        else if ((may_break_inside(lines[i - 1]) || breaks_before(lines, i)) && !lines[i].glued) heads_.push_back({a, i, lines[i - 1], Head::Where::inside});
      heads_.push_back({a, lines.size(), lines.back(), Head::Where::end, is_stub(draft_of(a)), labels_[a].ends_in_item(draft_of(a)), is_paused(lines.back())});
      if (!is_open(heads_.back()) || heads_.back().stub) add_headline_heads(a);
    }
    const auto count = [&](auto is) { return 1 + std::log(std::max(static_cast<double>(std::count_if(heads_.begin(), heads_.end(), is)), 1.0)); };
    inside_ = count([](const Head& head) { return head.inside(); });
    stub_ = count([](const Head& head) { return head.stub; });
    seam_ = count([](const Head& head) { return head.where == Head::Where::seam; });
  }

  /// Whether cleaning joined the line to the one before.
  bool is_seam(const std::vector<DraftLine>& lines, std::size_t i) const { return lines[i].glued && seams_.between(lines[i - 1].line, lines[i].line); }
  bool is_seam(const Tail& tail) const { return tail.from > 0 && is_seam(draft_of(tail.article).lines, tail.from); }

  /// 。他说: a mark that ends or parts sentences, and no other behind it, as OCR reads specks.
  static bool begins_with_stop(std::string_view text) {
    std::size_t at = 0;
    const char32_t first = fold(next_char(text, at));
    if (!is_stop(first) && first != U'，' && first != U'、' && first != U'；') return false;
    return at == text.size() || is_han(char_at(text, at)) || is_digit(char_at(text, at)) || is_opening(char_at(text, at));
  }

  /// Running text, not a title with a number, which has no end mark either.
  static bool may_break_inside(const DraftLine& line) {
    return breaks_off(line) && line.line->shape != Shape::label && line.line->shape != Shape::label_title;
  }

  /// A full line without a mark, which looks like a headline by itself, stands among text: above a number or a heading it may break off.
  static bool breaks_before(const std::vector<DraftLine>& lines, std::size_t i) {
    const DraftLine& line = lines[i - 1];
    const bool words = line.line->shape == Shape::brief || line.line->shape == Shape::deck;
    return words && is_text(line.role) && line.line->open && !line.line->tailed && line.line->depth == 0 && line.line->chars >= kFullLine && (lines[i].line->label || lines[i].role == Role::crosshead);
  }

  /// Text may break off behind the character: no ⑦ of a series, no bullet.
  static bool may_go_on(char32_t last) {
    const char32_t c = fold(last);
    return is_han(c) || is_digit(c) || is_letter(c) || c == U'，' || c == U'、' || is_opening(c);
  }

  /// The next draft begins with lines that may be the end of this one; what stands behind them can begin an article.
  void add_headline_heads(std::size_t article) {
    constexpr std::size_t kMost = 2;  // lines: a crosshead, and the text under it
    if (articles_[article] + 1 == drafts_.size()) return;
    const auto& next = drafts_[articles_[article] + 1].lines;
    for (std::size_t n = 1; n <= kMost && n < next.size() && is_headline(next[n - 1].role) && next[n - 1].line->depth == 0; ++n)
      if (may_be_text(next[n - 1]) && may_go_on(last_char(text(next[n - 1]))) && (is_headline(next[n].role) || next[n].role == Role::caption))
        heads_.push_back({article, draft_of(article).lines.size(), next[n - 1], Head::Where::headline});
  }

  /// The draft has one line of a headline, without a mark, which may be where a text goes on.
  static bool title_may_be_text(const Draft& draft) {
    const DraftLine& first = draft.lines.front();
    return is_headline(first.role) && first.line->depth == 0 && (draft.lines.size() == 1 || is_text(draft.lines[1].role));
  }

  static bool is_open(const Head& head) { return head.where != Head::Where::end || head.stub || head.item || head.paused || breaks_off(head.end); }

  bool is_paused(const DraftLine& last) const {
    return is_text(last.role) && last.line->depth == 0 && !last.line->tailed && fold(last_char(text(last))) == U'；';
  }

  /// A heading with no text under it may be text itself, and so may a line that seemed to sign and is no name.
  static bool may_be_stub(const DraftLine& last) {
    const bool signs = last.role == Role::tail && last.line->shape == Shape::brief;
    return is_text(last.role) || ((last.role == Role::crosshead || signs) && last.line->depth == 0);
  }

  /// The last lines are all short and have no end: verse, or a list.
  static bool is_verse(const Draft& draft) {
    constexpr std::size_t kLeast = 3;  // lines
    if (draft.lines.size() < kLeast) return false;
    return std::all_of(draft.lines.end() - kLeast, draft.lines.end(), [](const DraftLine& line) { return is_text(line.role) && line.line->open && line.line->chars < kFullLine; });
  }

  /// The last line of the text is so short that it looks like a headline, but no text stands under it: it was torn near the begin
  /// of a paragraph.
  bool is_stub(const Draft& draft) const {
    const DraftLine& last = draft.lines.back();
    if (draft.lines.size() == 1 || !may_be_stub(last) || breaks_off(last) || is_verse(draft)) return false;
    const Shape shape = last.line->shape;
    const bool words = goes_on(last) || shape == Shape::brief || shape == Shape::brief_act || shape == Shape::brief_unmarked || shape == Shape::tiny || shape == Shape::deck || shape == Shape::dateline;
    return words && last.line->open && !last.line->tailed && !last.line->label && !is_closing(last_char(text(last))) && !ends_with_phone(text(last), rules_);
  }

  void find_tails() {
    const bool any_open = std::any_of(heads_.begin(), heads_.end(), is_open);
    for (std::size_t a = 0; a < articles_.size(); ++a) {
      if (draft_of(a).role() == Role::orphan || (any_open && title_may_be_text(draft_of(a)))) tails_.push_back({a, 0});
      add_splits(a, any_open);
    }
  }

  /// Every paragraph behind what may be the end of an article may be where a strange tail begins, where an article breaks off;
  /// a numbered one also where none does.
  void add_splits(std::size_t article, bool any_open) {
    const auto& lines = draft_of(article).lines;
    const bool strange = has_strange_text(draft_of(article));
    for (std::size_t i = lines.size(); i-- > 1;) {
      if (lines[i].line->open && begins_with_field(text(lines[i]))) continue;  // 开放时间：9:30—20:00
      const bool paragraph = lines[i].role == Role::body || lines[i].role == Role::report || may_be_strange(draft_of(article), i);
      if (is_seam(lines, i)) {
        tails_.push_back({article, i});
        continue;
      }
      if (!paragraph || !may_end(lines[i - 1]) || (leaves_titles(lines, i) && !strange && !signs(lines[i - 1]) && !is_strange_rest(lines[i]))) continue;
      const bool may_be = is_numbered(lines[i]) ? !is_heading(lines[i - 1]) && is_others({article, i}) : any_open && goes_on(lines[i]);
      if (may_be) tails_.push_back({article, i});
    }
  }

  /// The whole text of a title is no tail that got under it. A line or two may be: a picture has a title alone.
  static bool leaves_titles(const std::vector<DraftLine>& lines, std::size_t from) {
    constexpr std::size_t kFew = 3;
    return lines.size() - from > kFew && std::none_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(from), [](const DraftLine& line) { return is_text(line.role); });
  }

  /// Of regions that were put out one behind the other a column may have come under any title: it begins as texts go on.
  bool is_strange_rest(const DraftLine& begin) const { return regions_ && begin_odds(text(begin), rules_) < 0; }

  /// Whether the number that the tail begins with comes behind the last one of another article, and not behind those before it.
  bool is_others(const Tail& tail) const {
    for (std::size_t a = 0; a < articles_.size(); ++a)
      if (a != tail.article && numbers_between(a, labels_[a].lines(), tail) > 0) return true;
    return false;
  }

  /// A line that may go on in the middle of a sentence: no verse, row or answer.
  static bool goes_on(const DraftLine& line) {
    const Shape shape = line.line->shape;
    return shape == Shape::prose || shape == Shape::fragment || (shape == Shape::brief && !line.line->open);
  }

  /// Something strange may stand behind the line: it is no text that breaks off.
  bool may_end(const DraftLine& line) const { return !breaks_off(line) || line.line->shape == Shape::label_title || is_closing(last_char(text(line))); }

  /// Who signs has ended an article.
  static bool signs(const DraftLine& line) { return line.role == Role::tail || line.line->shape == Shape::tail; }

  /// A line that a text belongs to.
  static bool is_heading(const DraftLine& line) {
    return is_headline(line.role) || line.role == Role::note || line.role == Role::byline || line.role == Role::crosshead;
  }

  /// 1: the first number in the tail comes behind the last one of the first lines of an article, and not behind what stands
  /// before the tail; -1: the other way round.
  int numbers_between(std::size_t article, std::size_t lines, const Tail& tail) const {
    const LabelMatch* const label = labels_[tail.article].first_from(tail.from);
    if (!label) return 0;
    return labels_[article].lead_to(*label, lines) - labels_[tail.article].lead_to(*label, tail.from);
  }

  /// Whether one who speaks in the tail speaks before the end of the head, too, and none who does speaks before the tail where it stands.
  bool speaks_with(const Head& head, const Tail& tail) const {
    const auto &own = speakers_[head.article], &other = speakers_[tail.article];
    const auto speaks = [](const std::vector<std::string_view>& all, std::size_t end, std::string_view who) { return std::find(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(end), who) != all.begin() + static_cast<std::ptrdiff_t>(end); };
    bool shared = false;
    for (std::size_t i = tail.from; i < other.size(); ++i) {
      if (other[i].empty()) continue;
      if (speaks(other, tail.from, other[i])) return false;
      shared |= speaks(own, head.headline() ? own.size() : head.lines, other[i]);
    }
    return shared;
  }

  /// What a piece shares with each article, the one it shares most with, and the most it shares with any other.
  struct Shared {
    explicit Shared(std::size_t articles) : with(articles) {}

    void add(std::size_t article, double shared) {
      with[article] = shared;
      if (shared > most) second = std::max(most, 0.0), most = shared, best = article;
      else second = std::max(second, shared);
    }
    double most_but(std::size_t article) const { return best == article ? second : std::max(most, 0.0); }

    std::vector<double> with;
    std::size_t best = 0;
    double most = -1, second = 0;
  };

  /// The same of a whole tail, and of its first line by itself.
  struct Shares {
    Shared tail;
    std::vector<double> line;  // by article
    std::vector<double> before;  // the same of the line before it; empty where that is no text
    double host = 0, line_host = 0, before_host = 0;  // what each shares with what stands before it in its draft
    std::size_t pairs = 0;
  };

  Shares shares_of(const Tail& tail, const Ends& ends, const EndShares& end_shares) const {
    Shares shares{Shared(articles_.size()), std::vector<double>(articles_.size()), {}, ends.before(tail.from), ends.line_before(tail.from), 0, ends.pairs(tail.from)};
    const bool follows_text = tail.from > 1 && is_text(draft_of(tail.article).lines[tail.from - 1].role);
    if (follows_text) {
      shares.before.resize(articles_.size());
      shares.before_host = ends.line_before(tail.from - 1);
    }
    for (std::size_t a = 0; a < articles_.size(); ++a) {
      if (a == tail.article) continue;
      shares.tail.add(a, end_shares.with(a, tail.from));
      shares.line[a] = end_shares.line_with(a, tail.from);
      if (follows_text) shares.before[a] = end_shares.line_with(a, tail.from - 1);
    }
    return shares;
  }

  /// What each tail shares with the articles of the page.
  std::vector<Shares> all_shares() {
    std::vector<std::vector<PairView>> lines;
    std::vector<Pairs> articles;
    for (const std::size_t draft : articles_) {
      lines.emplace_back();
      for (const DraftLine& line : drafts_[draft].lines) lines.back().push_back(pairs_.with_characters(*line.line));
      articles.push_back(united(lines.back()));
    }
    index_.emplace(articles, pairs_.numbers(), rules_.tables().compiled<Telling>());
    std::vector<Shares> shares;
    shares.reserve(tails_.size());
    Ends ends(index_->cohesion());
    EndShares end_shares(ends, *index_);
    for (std::size_t t = 0; t < tails_.size();) {
      const std::size_t article = tails_[t].article;
      ends.read(lines[article]);
      end_shares.read(lines[article]);
      for (; t < tails_.size() && tails_[t].article == article; ++t) shares.push_back(shares_of(tails_[t], ends, end_shares));
    }
    return shares;
  }

  /// -1: only the other; 1: only the head.
  static double preference(double with_head, double with_other) {
    constexpr double kByChance = 0.03;  // what two strange pieces share
    return (with_head - with_other) / (with_head + with_other + kByChance);
  }

  /// What speaks for the tail as the rest of the head; nothing where it cannot be that.
  std::optional<Evidence> evidence(std::size_t number_of_head, std::size_t number, const Shares& shares) const {
    const Head& head = heads_[number_of_head];
    const Tail& tail = tails_[number];
    const Draft &draft = draft_of(head.article), &other = draft_of(tail.article);
    const DraftLine& begin = other.lines[tail.from];
    const bool open = is_open(head) && !(head.paused && is_numbered(begin)), whole = tail.from == 0, orphan = whole && other.role() == Role::orphan;
    const bool stays = is_own(head, tail), seam = is_seam(tail);
    if ((head.article == tail.article && !stays) || !(head.headline() || head.stub || is_text(head.end.role))) return {};
    const int numbers = numbers_between(head.article, head.lines, tail);
    if (is_numbered(begin) && !seam ? open || numbers <= 0 : !orphan && !open) return {};  // a number goes on in no sentence
    const bool jump = orphan && head.where == Head::Where::end && articles_[tail.article] > 0 && ends_.jumps(draft, drafts_[articles_[tail.article] - 1]);
    if (leaves_page_[head.article] || (orphan && !jump && ends_.enters_page(drafts_, articles_[tail.article]))) return {};
    const HeadSigns& end = head_signs_[number_of_head];
    const SeamHead& before = seam_heads_[number_of_head];
    const SeamTail& behind = seam_tails_[number];
    Evidence seen;
    seen[Sign::any] = 1;
    seen[Sign::closed] = !open;
    seen[Sign::jump] = jump;
    seen[Sign::ended] = !jump && end.is_signed;
    seen[Sign::stub] = head.stub ? stub_ : 0;
    seen[Sign::headline] = head.headline();
    seen[Sign::inside] = head.inside() ? inside_ : 0;
    seen[Sign::seam] = stays ? seam_ : 0;
    seen[Sign::orphan] = orphan || seam || is_strange(tail);
    seen[Sign::titled] = whole && !orphan;
    seen[Sign::headless] = !whole && !seam && other.role() == Role::orphan;
    seen[Sign::bare] = !whole && is_heading(other.lines[tail.from - 1]) && !signs(other.lines[tail.from - 1]);
    seen[Sign::numbers] = stays ? 0 : head.headline() ? std::min(numbers, 0) : numbers;  // what a headline ends is another text than its numbers
    if (open && !is_numbered(begin)) {
      seen[Sign::spaced] = end.spaced;
      seen[Sign::short_head] = head.end.line->chars < kFullLine;
      seen[Sign::running] = end.running && !head.stub;
      seen[Sign::stopped] = end.stopped;
      seen[Sign::head_length] = std::log(1.0 + head.end.line->chars) - 3;
      seen[Sign::begins] = figure_torn(before, behind) ? 0 : behind.begins;
      seen[Sign::hanging] = hanging_ == 1 && begins_with_stop(text(begin));
      seen[Sign::says] = behind.says;
      seen[Sign::short_word] = behind.edge.next_word == 1;
      seen[Sign::long_word] = behind.edge.next_word >= 3;
      seen[Sign::scrap] = begin.line->chars <= kScrap && !begin.line->open;
      seen[Sign::word_torn] = figure_torn(before, behind) ? kFigureTorn : word_torn(before.edge, behind.edge);
      seen[Sign::pair_known] = index_->cohesion().knows(pairs_.numbers().find(end.last, first_char(text(begin))));
      seen[Sign::bracketed] = fold(end.last) == U'）';
      seen[Sign::unfinished] = before.unfinished || head.paused;
      seen[Sign::quotes] = quotes_between(before, behind);
    }
    seen[Sign::speakers] = speaks_with(head, tail);
    seen[Sign::prefers] = preference(stays ? shares.host : shares.tail.with[head.article], whole || stays ? shares.tail.most_but(head.article) : shares.host);
    if (stays) return seen;
    if (!whole) seen[Sign::line_prefers] = preference(shares.line[head.article], shares.line_host);
    const bool cut_by_matter = !whole && !seam && !is_numbered(begin);  // a number tells by itself where a tail begins
    if (cut_by_matter && !shares.before.empty()) seen[Sign::late] = preference(shares.before[head.article], shares.before_host);
    if (!whole) seen[Sign::others] = preference(shares.tail.with[head.article], shares.tail.most_but(head.article));
    if (cut_by_matter) seen[Sign::length] = std::log(1.0 + static_cast<double>(shares.pairs));
    return seen;
  }

  /// What the tails that may be a head's, and are not taken, say of one another.
  void compare(std::vector<std::optional<Evidence>>& tails, const std::vector<bool>& taken) const {
    std::size_t count = 0, last = kNone;  // articles; tails stand by article
    bool any_alone = false;
    for (std::size_t t = 0; t < tails.size(); ++t) {
      if (!tails[t] || taken[t]) continue;
      count += std::exchange(last, tails_[t].article) != tails_[t].article;
      any_alone |= (*tails[t])[Sign::orphan] > 0;
    }
    for (auto& seen : tails) {
      if (!seen || (*seen)[Sign::closed] > 0) continue;
      (*seen)[Sign::rivals] = std::log(std::max(static_cast<double>(count), 1.0));
      (*seen)[Sign::passed] = any_alone && (*seen)[Sign::orphan] == 0;
    }
  }

  /// What stands on both sides of a seam.
  bool is_own(const Head& head, const Tail& tail) const {
    return head.where == Head::Where::seam && head.article == tail.article && head.lines == tail.from;
  }

  double least(const Tail& tail) const { return tail.from == 0 && draft_of(tail.article).role() == Role::orphan ? kLeastOdds : kLeastToCut; }

  using Seen = std::vector<std::vector<std::optional<Evidence>>>;  ///< by head and tail

  /// Logarithms of the odds that a head goes on in a tail against all else that the two could do: the head in no tail or one of another
  /// article, the tail behind another head; less what a join must have. What cleaning joined to another line competes as far as it is likely to be free,
  /// and what belongs to another head not at all.
  std::vector<std::vector<double>> gains(const Seen& seen, const std::vector<std::size_t>& heads, const std::vector<double>& held, const std::vector<bool>& taken) const {
    std::vector<std::vector<double>> weights(heads.size(), std::vector<double>(tails_.size()));
    std::vector<double> of_tail(tails_.size());  // all of its weights
    for (std::size_t i = 0; i < heads.size(); ++i)
      for (std::size_t t = 0; t < tails_.size(); ++t) {
        const auto& evidence = seen[heads[i]][t];
        if (!evidence || taken[t]) continue;
        weights[i][t] = std::exp(odds_of(*evidence)) / ((*evidence)[Sign::seam] > 0 ? 1 : 1 + held[t]);
        of_tail[t] += weights[i][t];
      }
    std::vector<std::vector<double>> gain(heads.size(), std::vector<double>(tails_.size()));
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const double of_head = std::accumulate(weights[i].begin(), weights[i].end(), 1.0);
      std::vector<double> of_article(articles_.size());  // whose tail it is, is one question, and where to cut another
      for (std::size_t t = 0; t < tails_.size(); ++t) of_article[tails_[t].article] += weights[i][t];
      for (std::size_t t = 0; t < tails_.size(); ++t) {
        if (!seen[heads[i]][t] || taken[t]) continue;
        const double others = of_head - of_article[tails_[t].article] + of_tail[t] - weights[i][t];
        gain[i][t] = odds_of(*seen[heads[i]][t]) - std::log(std::max(others, 1.0)) - least(tails_[t]);
      }
    }
    return gain;
  }

  void pair() {
    if (heads_.size() * tails_.size() > kMostPieces * kMostPieces / 4) return;
    Seen seen(heads_.size());
    const std::vector<Shares> shares = all_shares();
    for (const std::size_t draft : articles_) leaves_page_.push_back(ends_.leaves_page(drafts_[draft]));
    for (const Head& head : heads_) {
      const std::string_view end = text(head.end);
      head_signs_.push_back({ends_.is_signed(head.end), is_spaced(end), end.find("，") != std::string_view::npos, end.find("。") != std::string_view::npos, last_char(end)});
      seam_heads_.push_back(seam_head(end, rules_));
    }
    hanging_ = std::count_if(tails_.begin(), tails_.end(), [&](const Tail& tail) { return begins_with_stop(text(draft_of(tail.article).lines[tail.from])); });
    for (const Tail& tail : tails_) seam_tails_.push_back(seam_tail(text(draft_of(tail.article).lines[tail.from]), rules_));
    for (std::size_t h = 0; h < heads_.size(); ++h) {
      seen[h].reserve(tails_.size());
      for (std::size_t t = 0; t < tails_.size(); ++t) seen[h].push_back(evidence(h, t, shares[t]));
    }
    std::vector<bool> taken(tails_.size());
    for (auto& of_head : seen) compare(of_head, taken);
    std::vector<double> held(tails_.size());  // by what stands before it, where cleaning joined the two: the odds
    for (const auto& of_head : seen)
      for (std::size_t t = 0; t < tails_.size(); ++t)
        if (of_head[t] && (*of_head[t])[Sign::seam] > 0) held[t] = std::exp(odds_of(*of_head[t]));
    std::vector<std::size_t> heads(heads_.size());
    std::iota(heads.begin(), heads.end(), std::size_t{0});
    std::vector<std::vector<double>> gain = gains(seen, heads, held, taken);
    std::vector<std::size_t> paired = best_assignment(gain);
    pair_rest(seen, held, taken, gain, paired);
    if (joins_) explain(seen, gain, paired);
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t h = 0; h < paired.size(); ++h)
      if (paired[h] < tails_.size()) order.emplace_back(gain[h][paired[h]], h);
    std::sort(order.rbegin(), order.rend());
    links_.assign(drafts_.size(), {});
    std::vector<const Line*> begins;
    for (const Tail& tail : tails_) begins.push_back(draft_of(tail.article).lines[tail.from].line);
    for (const auto& [score, h] : order) join(heads_[h], begins[paired[h]]);
    assemble();
  }

  /// What found its head no longer competes for others: the heads and tails that are left are paired again.
  void pair_rest(Seen& seen, const std::vector<double>& held, std::vector<bool>& taken,
                 std::vector<std::vector<double>>& gain, std::vector<std::size_t>& paired) const {
    constexpr int kMost = 3;  // times; no page of ours took more
    bool found = true;
    for (int n = 0; n < kMost && found; ++n) {
      for (const std::size_t t : paired)
        if (t < taken.size()) taken[t] = true;
      std::vector<std::size_t> left;  // heads
      for (std::size_t h = 0; h < paired.size(); ++h)
        if (paired[h] >= taken.size()) {
          compare(seen[h], taken);
          left.push_back(h);
        }
      std::vector<std::vector<double>> rest = gains(seen, left, held, taken);
      for (auto& of_head : rest)
        for (double& odds : of_head) odds -= kLeastMore;
      const std::vector<std::size_t> more = best_assignment(rest);
      found = false;
      for (std::size_t i = 0; i < left.size(); ++i) {
        gain[left[i]] = rest[i];
        if (more[i] < taken.size()) paired[left[i]] = more[i], found = true;
      }
    }
  }

  void explain(const Seen& seen, const std::vector<std::vector<double>>& gain,
               const std::vector<std::size_t>& paired) {
    for (std::size_t h = 0; h < heads_.size(); ++h)
      for (std::size_t t = 0; t < tails_.size(); ++t) {
        if (!seen[h][t]) continue;
        const Span end = heads_[h].end.line->span;
        const Span begin = draft_of(tails_[t].article).lines[tails_[t].from].line->span;
        Join join{page_.source_of(end), page_.source_of(begin), last_chars(page_.view(end)), first_chars(page_.view(begin)),
                  gain[h][t] + least(tails_[t]), paired[h] == t, {}};
        for (std::size_t i = 0; i < kSigns; ++i)
          if (const auto sign = static_cast<Sign>(i); (*seen[h][t])[sign] != 0)
            join.signs.push_back({kSignNames[i], (*seen[h][t])[sign], weight_of(sign)});
        joins_->push_back(std::move(join));
      }
  }

  /// Note that `tail` follows `head`; what stands before the tail or behind the head is cut off first. No article may come to
  /// follow itself, and none goes on in two.
  void join(const Head& head, const Line* tail) {
    const std::size_t article = articles_[head.article];
    Place end = place_of(head.end.line);
    if (head.headline() ? end.draft != article + 1 || links_[article].next != kNone : links_[end.draft].next != kNone && end.line + 1 == drafts_[end.draft].lines.size()) return;
    const Place begin = place_of(tail);
    if (seams_.between(head.end.line, tail) && begin.draft == end.draft) return;  // as it is
    if (begin.draft == end.draft && begin.line <= end.line) return;
    const std::size_t rest = begin.line > 0 ? cut(begin) : begin.draft;
    for (std::size_t d = rest; d != kNone; d = links_[d].next)
      if (d == (head.headline() ? article : end.draft)) return;
    if (head.headline()) {
      take_headline(article, end.line + 1);
      end.draft = article;
    } else if (end.line + 1 < drafts_[end.draft].lines.size()) {
      cut({end.draft, end.line + 1});
    }
    links_[end.draft] = {rest, is_open(head) && !ends_.ends_with_note(drafts_[end.draft])};
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
    if (next.front().role == Role::subtitle) next.front().role = Role::title;
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
  LinePairs& pairs_;
  Seams& seams_;
  std::optional<ArticleIndex> index_;
  std::vector<std::size_t> articles_;  ///< drafts
  std::vector<Head> heads_;
  std::vector<Link> links_;  ///< by draft
  std::vector<Tail> tails_;
  std::vector<DraftLabels> labels_;  ///< by article
  std::vector<std::vector<std::string_view>> speakers_;  ///< by article and line; empty where nobody speaks
  double inside_ = 0, stub_ = 0, seam_ = 0;  ///< Sign::inside, Sign::stub and Sign::seam on this page
  std::ptrdiff_t hanging_ = 0;  ///< tails that begin with a stop; where OCR sets several before lines, they tell nothing
  bool regions_ = false;     ///< are_regions()
  std::vector<bool> leaves_page_;  ///< by article
  std::vector<HeadSigns> head_signs_;
  std::vector<SeamHead> seam_heads_;
  std::vector<SeamTail> seam_tails_;
};

}  // namespace

void stitch(std::vector<Draft>& drafts, const Page& page, const Rules& rules, LinePairs& pairs, Seams& seams, std::vector<Join>* joins) {
  std::size_t lines = 0;
  for (const Draft& draft : drafts) lines += draft.lines.size();
  if (drafts.size() <= kMostPieces && lines <= kMostLines) Stitcher(drafts, page, rules, pairs, seams, joins).run();
}

}  // namespace jianbao
