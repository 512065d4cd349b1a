#include "split/torn_ends.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "clean/continuation.h"
#include "names/persons.h"
#include "notice_signs/phones.h"
#include "split/draft_ends.h"
#include "split/draft_pairs.h"
#include "split/deal.h"
#include "split/speaker.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

/// A line that may go on in the middle of a sentence: no verse, row or answer.
bool goes_on(const DraftLine& line) {
  const Shape shape = line.line->shape;
  return shape == Shape::prose || shape == Shape::fragment || (shape == Shape::brief && !line.line->open);
}

/// A line of a picture, a notice or a box of furniture that may be another's: a paragraph behind its own text.
bool may_be_strange(const Draft& draft, std::size_t i) {
  return i > 0 && !is_article(draft) && reads_on(draft.lines[i]) && draft.lines[i - 1].role != Role::notice_heading && draft.lines[i - 1].role != Role::fixture;
}

/// Running text, not a title with a number, which has no end mark either; an article of a law that is no title breaks off like text.
bool may_break_inside(const DraftLine& line) {
  const bool numbered = line.line->shape == Shape::label || line.line->shape == Shape::label_title;
  return breaks_off(line) && (!numbered || (begins_law_article(*line.line) && line.line->shape == Shape::label));
}

/// A full line without a mark, which looks like a headline by itself, stands among text: above a number or a heading it may break off.
bool breaks_before(const std::vector<DraftLine>& lines, std::size_t i) {
  const DraftLine& line = lines[i - 1];
  const bool words = line.line->shape == Shape::brief || line.line->shape == Shape::deck;
  return words && is_text(line.role) && line.line->open && !line.line->tailed && line.line->depth == 0 && line.line->chars >= kFullLine && (lines[i].line->label || lines[i].role == Role::crosshead);
}

/// Text may break off behind the character: no ⑦ of a series, no bullet.
bool may_go_on(char32_t last) {
  const char32_t c = fold(last);
  return is_han(c) || is_digit(c) || is_letter(c) || c == U'，' || c == U'、' || is_opening(c);
}

/// The draft has one line of a headline, without a mark, which may be where a text goes on.
bool title_may_be_text(const Draft& draft) {
  const DraftLine& first = draft.lines.front();
  return is_headline(first.role) && first.line->depth == 0 && (draft.lines.size() == 1 || is_text(draft.lines[1].role));
}

constexpr std::uint32_t kShortestSource = 2;  // characters of what signs: 本报 is mostly where 本报讯 was torn

/// A heading with no text under it may be text itself, and so may a line that seemed to sign and is no name: 按照交, （十.
bool may_be_stub(const DraftLine& last) {
  const Shape shape = last.line->shape;
  const bool words = shape == Shape::brief || shape == Shape::brief_act || shape == Shape::tiny || shape == Shape::aside;
  const bool signs = last.role == Role::tail && (words || (shape == Shape::tail && last.line->chars <= kShortestSource));
  return is_text(last.role) || ((last.role == Role::crosshead || signs) && last.line->depth == 0);
}

/// A single character that is no Han, as OCR reads dirt.
bool is_speck(std::string_view text) { return count_chars(text) == 1 && !is_han(first_char(text)); }

/// The last lines are all short and have no end: verse, or a list.
bool is_verse(const Draft& draft) {
  constexpr std::size_t kLeast = 3;  // lines
  if (draft.lines.size() < kLeast) return false;
  return std::all_of(draft.lines.end() - kLeast, draft.lines.end(), [](const DraftLine& line) { return is_text(line.role) && line.line->open && line.line->chars < kFullLine; });
}

/// The whole text of a title is no tail that got under it. A line or two may be: a picture has a title alone.
bool leaves_titles(const std::vector<DraftLine>& lines, std::size_t from) {
  constexpr std::size_t kFew = 3;
  return lines.size() - from > kFew && std::none_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(from), [](const DraftLine& line) { return is_text(line.role); });
}

/// Who signs has ended an article, and so has what the page says of itself.
bool signs(const DraftLine& line) { return line.role == Role::tail || line.line->shape == Shape::tail || line.line->shape == Shape::staff; }

/// 西津大桥建成, between an article and what is none.
bool is_line_alone(const Draft& draft) {
  const Line& line = *draft.lines.front().line;
  return draft.lines.size() == 1 && draft.role() == Role::caption && line.shape == Shape::brief && line.depth == 0 && line.open && !line.tailed;
}

/// A line that a text belongs to.
bool is_heading(const DraftLine& line) {
  return is_headline(line.role) || line.role == Role::note || line.role == Role::byline || line.role == Role::crosshead;
}

class EndFinder {
 public:
  EndFinder(const std::vector<Draft>& drafts, const Page& page, const Rules& rules, const Seams& seams, bool left_behind)
      : drafts_(drafts), page_(page), rules_(rules), seams_(seams), regions_(are_regions(drafts)), left_behind_(left_behind) {}

  TornEnds run() {
    find_articles();
    find_heads();
    forget_lost_quotes();
    if (left_behind_) std::erase_if(found_.heads, [](const TornHead& head) { return !is_open(head); });
    if (found_.heads.empty()) return {};
    read_speakers();
    find_tails();
    return std::move(found_);
  }

 private:
  std::string_view text(const DraftLine& line) const { return page_.view(line.line->span); }

  /// A line of that kind which does not begin as what stands by itself does (●本人于…, 本报记者 …), and is not read across columns.
  bool is_rest_in(const Draft& draft, std::size_t i) const {
    constexpr double kMostly = 2;  // natural logarithm of the odds that a paragraph begins so
    const std::string_view line = text(draft.lines[i]);
    return may_be_strange(draft, i) && begin_odds(line, rules_) < kMostly && line.find("   ") == std::string_view::npos;
  }

  bool has_strange_text(const Draft& draft) const {
    for (std::size_t i = 1; i < draft.lines.size(); ++i)
      if (is_rest_in(draft, i)) return true;
    return false;
  }

  void find_articles() {
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      if (is_article(drafts_[d]) || has_strange_text(drafts_[d])) found_.articles.push_back(d);
    for (const std::size_t draft : found_.articles) found_.labels.emplace_back(drafts_[draft], page_);
  }

  void read_speakers() {
    for (const std::size_t draft : found_.articles) {
      found_.speakers.emplace_back().reserve(drafts_[draft].lines.size());
      for (const DraftLine& line : drafts_[draft].lines) found_.speakers.back().push_back(is_text(line.role) ? turn_of(text(line)) : std::string_view{});
    }
  }

  const Draft& draft_of(std::size_t article) const { return drafts_[found_.articles[article]]; }

  void find_heads() {
    for (std::size_t a = 0; a < found_.articles.size(); ++a) {
      const auto& lines = draft_of(a).lines;
      for (std::size_t i = left_behind_ ? lines.size() : 1; i < lines.size(); ++i)
        if (is_seam(lines, i)) found_.heads.push_back({a, i, lines[i - 1], TornHead::Where::seam});
        else if ((may_break_inside(lines[i - 1]) || breaks_before(lines, i)) && !lines[i].glued) found_.heads.push_back({a, i, lines[i - 1], TornHead::Where::inside});
      found_.heads.push_back({a, lines.size(), lines.back(), TornHead::Where::end, is_stub(draft_of(a)), found_.labels[a].ends_in_item(draft_of(a)), is_paused(lines.back()), found_.labels[a].ends_in_heading(), is_quoting(lines.back())});
      if (!left_behind_ && (!is_open(found_.heads.back()) || found_.heads.back().stub)) add_headline_heads(a);
    }
  }

  /// Whether cleaning joined the line to the one before.
  bool is_seam(const std::vector<DraftLine>& lines, std::size_t i) const { return lines[i].glued && seams_.between(lines[i - 1].line, lines[i].line); }

  /// The next draft begins with lines that may be the end of this one; what stands behind them can begin an article. A line alone without a mark, which
  /// was taken for a picture's text, may be one, too.
  void add_headline_heads(std::size_t article) {
    constexpr std::size_t kMost = 2;  // lines: a crosshead, and the text under it
    if (found_.articles[article] + 1 == drafts_.size()) return;
    const auto& next = drafts_[found_.articles[article] + 1].lines;
    if (is_line_alone(drafts_[found_.articles[article] + 1])) found_.heads.push_back({article, draft_of(article).lines.size(), next.front(), TornHead::Where::headline});
    for (std::size_t n = 1; n <= kMost && n < next.size() && is_headline(next[n - 1].role) && next[n - 1].line->depth == 0; ++n)
      if (may_be_text(next[n - 1]) && !is_speck(text(next[n - 1])) && may_go_on(last_char(text(next[n - 1]))) && (is_headline(next[n].role) || next[n].role == Role::caption))
        found_.heads.push_back({article, draft_of(article).lines.size(), next[n - 1], TornHead::Where::headline});
  }

  bool is_paused(const DraftLine& last) const {
    const char32_t mark = fold(last_char(text(last)));
    return is_text(last.role) && last.line->depth == 0 && !last.line->tailed && !is_torn_article(last, text(last)) && (mark == U'；' || mark == U'：');
  }

  /// Where OCR lost marks, several paragraphs have one without the other; only of two can that be said to be the tear.
  void forget_lost_quotes() {
    if (std::none_of(found_.heads.begin(), found_.heads.end(), [](const TornHead& head) { return head.quoting; })) return;
    std::size_t unpaired = 0;
    for (const std::size_t draft : found_.articles)
      for (const DraftLine& line : drafts_[draft].lines) unpaired += is_text(line.role) && has_half_quotation(text(line));
    if (unpaired == 2) return;
    for (TornHead& head : found_.heads) head.quoting = false;
  }

  bool is_quoting(const DraftLine& last) const {
    return is_text(last.role) && last.line->depth == 0 && !last.line->open && leaves_quote_open(text(last));
  }

  /// The last line of the text is so short that it looks like a headline, but no text stands under it: it was torn near the begin
  /// of a paragraph.
  bool is_stub(const Draft& draft) const {
    constexpr Shape kFewWords[] = {Shape::brief, Shape::brief_act, Shape::brief_unmarked, Shape::tiny, Shape::deck, Shape::dateline, Shape::turn, Shape::name, Shape::tail};
    const DraftLine& last = draft.lines.back();
    if (draft.lines.size() == 1 || !may_be_stub(last) || breaks_off(last) || is_verse(draft)) return false;
    if (draft.lines[draft.lines.size() - 2].line->shape == Shape::row) return false;  // what is said of a table
    const Shape shape = last.line->shape;
    const bool words = goes_on(last) || std::find(std::begin(kFewWords), std::end(kFewWords), shape) != std::end(kFewWords) || (shape == Shape::aside && leaves_pair_open(text(last)));
    if (last.role == Role::tail && (is_speck(text(last)) || is_person(text(last), rules_))) return false;
    if (shape == Shape::box_label || is_torn_article(last, text(last))) return true;  // 【提醒】 heads what is not there
    return words && last.line->open && !last.line->tailed && !last.line->label && !is_closing(last_char(text(last))) && !ends_with_phone(text(last), rules_);
  }

  void find_tails() {
    const bool any_open = std::any_of(found_.heads.begin(), found_.heads.end(), is_open);
    for (std::size_t a = 0; a < found_.articles.size(); ++a) {
      const bool orphan = draft_of(a).role() == Role::orphan;
      if (orphan || (!left_behind_ && any_open && title_may_be_text(draft_of(a)))) found_.tails.push_back(tail_at(a, 0));
      if (left_behind_ && draft_of(a).flags.empty()) continue;
      add_splits(a, any_open);
    }
  }

  TornTail tail_at(std::size_t article, std::size_t from) const {
    const DraftLabels& labels = found_.labels[article];
    TornTail tail{article, from, {}, labels.unnumbered_from(from)};
    for (const LabelMatch* const label : labels.firsts_from(from)) tail.numbers.push_back({label, labels.lead_to(*label, from)});
    return tail;
  }

  /// Every paragraph behind what may be the end of an article may be where a strange tail begins, where an article breaks off;
  /// a numbered one also where none does.
  void add_splits(std::size_t article, bool any_open) {
    const auto& lines = draft_of(article).lines;
    const bool strange = has_strange_text(draft_of(article));
    for (std::size_t i = lines.size(); i-- > 1;) {
      if (lines[i].line->open && begins_with_field(text(lines[i]))) continue;  // 开放时间：9:30—20:00
      const bool paragraph = lines[i].role == Role::body || lines[i].role == Role::report || is_rest_in(draft_of(article), i);
      if (is_seam(lines, i)) {
        found_.tails.push_back(tail_at(article, i));
        continue;
      }
      if (!paragraph || !may_end(lines[i - 1]) || (leaves_titles(lines, i) && !strange && !signs(lines[i - 1]) && !is_strange_rest(lines[i]))) continue;
      const bool numbered = is_numbered(lines[i]);
      if (numbered ? is_heading(lines[i - 1]) : !any_open || !goes_on(lines[i])) continue;
      TornTail tail = tail_at(article, i);
      if (numbered && !is_others(tail)) continue;
      forget_units_behind(article, i);
      found_.tails.push_back(std::move(tail));
    }
  }

  /// （一）…（二）… 第十一条: the units of a document that stand one behind the other have come together.
  void forget_units_behind(std::size_t article, std::size_t begin) {
    if (found_.tails.empty() || found_.tails.back().article != article || found_.tails.back().from < begin) return;
    const auto first = draft_of(article).lines.begin();
    if (std::all_of(first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(found_.tails.back().from) + 1, is_numbered)) found_.tails.pop_back();
  }

  /// Of regions that were put out one behind the other a column may have come under any title: it begins as texts go on.
  bool is_strange_rest(const DraftLine& begin) const { return regions_ && begin_odds(text(begin), rules_) < 0; }

  /// Whether the number that the tail begins with comes behind the last one of another article, and not behind those before it.
  bool is_others(const TornTail& tail) const {
    for (std::size_t a = 0; a < found_.articles.size(); ++a)
      if (a != tail.article && found_.labels[a].may_lead() && found_.numbers_between(a, found_.labels[a].lines(), tail) > 0) return true;
    return false;
  }

  /// Something strange may stand behind the line: it is no text that breaks off.
  bool may_end(const DraftLine& line) const { return !breaks_off(line) || line.line->shape == Shape::label_title || is_closing(last_char(text(line))); }

  const std::vector<Draft>& drafts_;
  const Page& page_;
  const Rules& rules_;
  const Seams& seams_;
  const bool regions_;      ///< are_regions()
  const bool left_behind_;  ///< only ends that are still open, and what others have left, are looked for
  TornEnds found_;
};

}  // namespace

bool reads_on(const DraftLine& line) {
  return is_text(line.role) || ((line.role == Role::notice_more || line.role == Role::fixture_body) && goes_on(line));
}

bool begins_with_mark(std::string_view text) {
  const char32_t first = fold(first_char(text));
  return is_stop(first) || is_pause(first) || is_closing(first);
}

bool begins_with_stop(std::string_view text) {
  std::size_t at = 0;
  const char32_t first = fold(next_char(text, at));
  if (!is_stop(first) && !is_pause(first)) return false;
  return at == text.size() || is_han(char_at(text, at)) || is_digit(char_at(text, at)) || is_opening(char_at(text, at));
}

bool is_open(const TornHead& head) { return head.where != TornHead::Where::end || head.stub || head.item || head.paused || head.quoting || breaks_off(head.end); }

bool is_strange(const Draft& draft, std::size_t from) { return may_be_strange(draft, from) && !reads_on(draft.lines[from - 1]); }

bool is_over_text(const DraftLine& line) { return is_heading(line) && !signs(line); }

int TornEnds::numbers_between(std::size_t article, std::size_t lines, const TornTail& tail) const {
  for (const auto& [label, there] : tail.numbers) {
    const bool here = labels[article].lead_to(*label, lines);
    if (here && !there) return labels[tail.article].nearly_lead_to(*label, tail.from) ? 0 : 1;
    if (there && !here) return -1;
  }
  return 0;
}

bool TornEnds::speaks(const TornTail& tail) const {
  const auto& all = speakers[tail.article];
  return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(std::min(tail.from, all.size())), all.end(), [](std::string_view who) { return !who.empty(); });
}

bool TornEnds::speaks_with(const TornHead& head, const TornTail& tail) const {
  const auto &own = speakers[head.article], &other = speakers[tail.article];
  const auto speaks = [](const std::vector<std::string_view>& all, std::size_t end, std::string_view who) { return std::find(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(end), who) != all.begin() + static_cast<std::ptrdiff_t>(end); };
  bool shared = false;
  for (std::size_t i = tail.from; i < other.size(); ++i) {
    if (other[i].empty()) continue;
    if (speaks(other, tail.from, other[i])) return false;
    shared |= speaks(own, head.headline() ? own.size() : head.lines, other[i]);
  }
  return shared;
}

TornEnds find_torn_ends(const std::vector<Draft>& drafts, const Page& page, const Rules& rules, const Seams& seams) {
  return EndFinder(drafts, page, rules, seams, false).run();
}

TornEnds find_ends_left_behind(const std::vector<Draft>& drafts, const Page& page, const Rules& rules, const Seams& seams) {
  return EndFinder(drafts, page, rules, seams, true).run();
}

}  // namespace jianbao
