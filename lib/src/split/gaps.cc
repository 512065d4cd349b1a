#include "split/gaps.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "numbering/numbering.h"
#include "numbering/numbering_glyphs.h"
#include "split/draft_ends.h"
#include "split/draft_labels.h"
#include "split/join_odds.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// Numbered lines of one style that count on, with what belongs to each.
struct Run {
  std::size_t draft = 0, from = 0, to = 0;  // lines
  LabelMatch first;
  int last = 0;
};

/// Where numbers are missing: between two lines of a draft. `to` is its number of lines where none comes behind.
struct Gap {
  std::size_t draft = 0, from = 0, to = 0;
  std::string_view style;
  int first = 0, last = 0;  ///< that are missing; last: 0 at the end of a draft
};

class GapFiller {
 public:
  GapFiller(std::vector<Draft>& drafts, const Page& page, const Rules& rules, LinePairs& pairs, std::vector<Join>* joins, Sentences sentences)
      : drafts_(drafts), page_(page), rules_(rules), pairs_(pairs), joins_(joins), sentences_(sentences) {}

  void run() {
    constexpr int kMost = 40;  // more pieces no page is torn in
    for (int n = 0; n < kMost && fill_one(); ++n) {}
  }

 private:
  using Labels = std::vector<const LabelMatch*>;  // by line; null where it has none

  std::string_view text(const DraftLine& line) const { return page_.view(line.line->span); }

  void read_labels() {
    labels_.clear();
    labels_.reserve(drafts_.size());
    for (const Draft& draft : drafts_) {
      labels_.emplace_back(draft.lines.size());
      if (!is_article(draft)) continue;
      for (std::size_t i = 0; i < draft.lines.size(); ++i)
        if (const auto& label = draft.lines[i].line->label; label && label->strong && is_numbered(draft.lines[i])) labels_.back()[i] = &*label;
    }
  }

  /// Text, and headings that have a number, damaged or not.
  bool may_move(const DraftLine& line) const {
    return is_text(line.role) || ((line.role == Role::crosshead || line.role == Role::title) && (is_numbered(line) || may_be_label(text(line), rules_)));
  }

  std::vector<Run> find_runs() const {
    std::vector<Run> runs;
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      for (std::size_t i = 0; i < labels_[d].size();) {
        if (!labels_[d][i]) {
          ++i;
          continue;
        }
        runs.push_back(run_from(d, i));
        i = next_of(d, i, runs.back().to, runs.back().first.rank);
      }
    return runs;
  }

  /// Where what moves ends: text without a number that stands behind the run in a strange article is that one's, where a paragraph has
  /// ended before it.
  std::size_t end_of(const Run& run, const Gap& gap) const {
    if (run.from == 0 || run.draft == gap.draft) return run.to;
    const auto& lines = drafts_[run.draft].lines;
    std::size_t end = run.to;
    while (end > run.from + 1 && !is_numbered(lines[end - 1]) && !may_be_label(text(lines[end - 1]), rules_)) --end;
    while (end < run.to && (lines[end - 1].line->open || fold(last_char(text(lines[end - 1]))) == U'：')) ++end;
    return end;
  }

  /// The next numbered line inside of a run, or where it ends: a run of a higher rank holds others.
  std::size_t next_of(std::size_t draft, std::size_t from, std::size_t to, int rank) const {
    for (std::size_t i = from + 1; i < to; ++i)
      if (labels_[draft][i] && labels_[draft][i]->rank > rank && rank < kArticleRank) return i;
    return to;
  }

  Run run_from(std::size_t draft, std::size_t from) const {
    Run run{draft, from, from + 1, *labels_[draft][from], labels_[draft][from]->number};
    const auto& lines = drafts_[draft].lines;
    for (; run.to < lines.size() && may_move(lines[run.to]); ++run.to) {
      const LabelMatch* const label = labels_[draft][run.to];
      if (!label || label->rank > run.first.rank) continue;
      if (label->style != run.first.style || label->number != run.last + 1) break;
      run.last = label->number;
    }
    return run;
  }

  /// Lines of a draft with a label of this style, in order.
  std::vector<std::size_t> lines_of(std::size_t draft, std::string_view style) const {
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < labels_[draft].size(); ++i)
      if (labels_[draft][i] && labels_[draft][i]->style == style) lines.push_back(i);
    return lines;
  }

  bool may_be(const DraftLine& line, std::string_view style, int number) const {
    const auto suspects = NumberingGlyphs::of(rules_).suspects(text(line));
    return std::any_of(suspects.begin(), suspects.end(), [&](const Suspect& s) { return s.style->id == style && (s.values.empty() || s.may_be(number)); });
  }

  /// Whether one of the numbers may stand in the gap, misread.
  bool is_misread(const Gap& gap, int number) const {
    for (std::size_t i = gap.from + 1; i < gap.to; ++i)
      if (!labels_[gap.draft][i] && may_be(drafts_[gap.draft].lines[i], gap.style, number)) return true;
    return false;
  }

  /// Whether a division of the gap begins with text that has no label: the first article's is lost.
  bool has_lost(const Gap& gap) const {
    const auto& lines = drafts_[gap.draft].lines;
    for (std::size_t i = gap.from + 1; i + 1 < gap.to; ++i) {
      const LabelMatch* const label = labels_[gap.draft][i];
      if (label && label->rank < kArticleRank && is_text(lines[i + 1].role) && !labels_[gap.draft][i + 1]) return true;
    }
    return false;
  }

  /// The gaps of a draft whose numbers count on before or behind them.
  std::vector<Gap> gaps_of(std::size_t draft, std::string_view style) const {
    constexpr std::size_t kLeast = 3;  // numbers of the style, where its articles do not tell as those of a division do
    const std::vector<std::size_t> lines = lines_of(draft, style);
    std::vector<Gap> gaps;
    const bool division = !lines.empty() && labels_[draft][lines.front()]->rank < kArticleRank;
    if (lines.size() < (division ? 2 : kLeast)) return gaps;
    const auto number = [&](std::size_t i) { return labels_[draft][lines[i]]->number; };
    const auto counts_on = [&](std::size_t i) { return i + 1 < lines.size() && number(i + 1) == number(i) + 1; };
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      const bool twice = i > 0 && number(i) == number(i - 1);  // then it is the next one, misread
      const bool sound = division || (i > 0 && counts_on(i - 1)) || counts_on(i + 1);
      if (sound && !twice && number(i + 1) > number(i) + 1) gaps.push_back({draft, lines[i], lines[i + 1], style, number(i) + 1, number(i + 1) - 1});
    }
    if (counts_on(lines.size() - 2) && labels_[draft][lines.back()]->rank == kArticleRank) gaps.push_back({draft, lines.back(), drafts_[draft].lines.size(), style, number(lines.size() - 1) + 1, 0});
    return gaps;
  }

  /// 二 四 三 五: two neighbours changed places, which is how it was printed: columns do not part so.
  bool are_swapped(const Run& run, const Gap& gap) const {
    if (gap.last == 0) return false;
    const std::vector<std::size_t> lines = lines_of(gap.draft, gap.style);
    const auto at = std::find(lines.begin(), lines.end(), run.from);
    if (at == lines.end()) return false;
    const auto step = at - std::find(lines.begin(), lines.end(), gap.to);
    const auto unit = [&](std::size_t line) { return labels_[gap.draft][line]->number; };
    return (step == 1 && unit(gap.to) == run.last + 1) || (step == -2 && at + 1 != lines.end() && unit(*(at + 1)) == run.first.number - 1);
  }

  /// Whether the run is just what is missing.
  bool fits(const Run& run, const Gap& gap) const {
    if (run.draft == gap.draft && run.from >= gap.from && run.from < gap.to) return false;
    if (run.draft == gap.draft && are_swapped(run, gap)) return false;
    if (gap.last > 0) {
      if (run.first.number != gap.first || run.last != gap.last) return false;
      for (int n = gap.first; n <= gap.last; ++n)
        if (is_misread(gap, n)) return false;
      return true;
    }
    const bool known = is_misread(gap, gap.first) || has_lost(gap);
    return run.first.number == gap.first + known;
  }

  /// Whether the run goes on with what stands before it in its draft, or before what stands behind it.
  bool is_in_place(const Run& run) const {
    const std::vector<std::size_t> lines = lines_of(run.draft, run.first.style);
    const auto at = std::find(lines.begin(), lines.end(), run.from);
    const auto number = [&](std::size_t line) { return labels_[run.draft][line]->number; };
    if (run.first.number == 1) return true;
    if (at != lines.begin() && number(*std::prev(at)) == run.first.number - 1) return true;
    const auto behind = std::find_if(at, lines.end(), [&](std::size_t line) { return line >= run.to; });
    return behind != lines.end() && number(*behind) == run.last + 1;
  }

  /// What is in the run shares more with what stands before it.
  bool is_of_its_draft(const Run& run, const Gap& gap) {
    constexpr std::size_t kTelling = 30;  // pairs: fewer share nothing by chance
    if (run.draft == gap.draft) return false;
    const auto pairs = [&](std::size_t draft, std::size_t from, std::size_t to) {
      std::vector<PairView> lines;
      for (std::size_t i = from; i < to; ++i) lines.push_back(pairs_.of(*drafts_[draft].lines[i].line));
      return united(lines);
    };
    std::vector<Pairs> parts = {pairs(run.draft, run.from, run.to), pairs(run.draft, 0, run.from)};
    if (parts[0].size() < kTelling || parts[1].size() < kTelling) return false;
    parts.push_back(pairs(gap.draft, 0, drafts_[gap.draft].lines.size()));
    const Cohesion cohesion(parts, pairs_.numbers());
    return cohesion.between(parts[0], parts[1]) > cohesion.between(parts[0], parts[2]);
  }

  bool fill_one() {
    read_labels();
    std::vector<Run> runs = find_runs();
    std::erase_if(runs, [&](const Run& run) { return is_in_place(run); });
    std::map<std::string_view, std::vector<Gap>> gaps;  // by style
    std::vector<std::pair<const Run*, Gap>> fitting;
    for (const Run& run : runs) {
      const auto [of_style, is_new] = gaps.try_emplace(run.first.style);
      for (std::size_t d = 0; is_new && d < drafts_.size(); ++d)
        for (Gap& gap : gaps_of(d, run.first.style)) of_style->second.push_back(gap);
      for (const Gap& gap : of_style->second)
        if (fits(run, gap)) fitting.emplace_back(&run, gap);
    }
    for (const auto& [run, gap] : fitting) {
      const auto count = std::count_if(fitting.begin(), fitting.end(), [&, run = run, &gap = gap](const auto& other) {
        return other.first == run || (other.second.draft == gap.draft && other.second.from == gap.from);
      });
      if (count > 1 || is_of_its_draft(*run, gap)) continue;
      Run moving = *run;
      moving.to = end_of(moving, gap);
      if (const auto place = place_in(moving, gap); place && !(sentences_ == Sentences::whole && parts_sentence(moving, gap.draft, *place))) {
        move(moving, gap.draft, *place);
        return true;
      }
    }
    return false;
  }

  /// Text that breaks off would stand before the run, and before the run, what heads it and the items above now stands what may be its rest.
  bool parts_sentence(const Run& run, std::size_t draft, std::size_t place) const {
    const auto& from = drafts_[run.draft].lines;
    std::size_t begin = run.from;
    while (begin > 0 && is_numbered(from[begin - 1])) --begin;
    const DraftLine& last = drafts_[draft].lines[place - 1];
    return (breaks_off(last) || is_torn_article(last, text(last))) && begin > 0 && is_text(from[begin - 1].role);
  }

  /// For a division, the gap that its first article leaves; nothing where it has none or that has no gap.
  std::optional<Gap> gap_of_articles(const Run& run, const Gap& gap) const {
    for (std::size_t i = run.from + 1; i < run.to; ++i) {
      const LabelMatch* const label = labels_[run.draft][i];
      for (Gap inner : gaps_of(gap.draft, "article")) {
        if (inner.from < gap.from || inner.from >= gap.to) continue;
        inner.to = std::min(inner.to, gap.to);
        if (label ? label->style == inner.style && label->number == inner.first : may_be(drafts_[run.draft].lines[i], inner.style, inner.first)) return inner;
      }
      if (label) break;
    }
    return {};
  }

  /// Before which line of the gap's draft the run belongs. A division ends before an article that is not missing there.
  std::optional<std::size_t> place_in(Run& run, const Gap& gap) const {
    if (run.first.rank >= kArticleRank) return place_between(run, gap, false);
    const auto inner = gap_of_articles(run, gap);
    if (!inner) return {};
    for (std::size_t i = run.from + 1; i < run.to; ++i)
      if (const LabelMatch* const label = labels_[run.draft][i]; label && label->style == inner->style && inner->last > 0 && label->number > inner->last) run.to = i;
    return place_between(run, *inner, true);
  }

  std::size_t place_between(const Run& run, const Gap& gap, bool division) const {
    const auto& lines = drafts_[gap.draft].lines;
    const Labels& labels = labels_[gap.draft];
    if (drafts_[run.draft].lines[run.to - 1].line->open)
      for (std::size_t i = gap.from + 1; i < gap.to; ++i)
        if (labels[i] && labels[i]->number == 1) {
          if (fold(last_char(text(lines[i - 1]))) != U'：') return i;  // a list that nothing leads to
          break;
        }
    std::size_t place = gap.to;
    while (place > gap.from + 1 && !is_text(lines[place - 1].role) && lines[place - 1].role != Role::crosshead) --place;  // who signs, a picture
    while (!division && place > gap.from + 1 && labels[place - 1] && labels[place - 1]->rank < run.first.rank) --place;  // what heads the next
    return place;
  }

  void move(const Run& run, std::size_t draft, std::size_t place) {
    auto& from = drafts_[run.draft].lines;
    const auto begin = from.begin() + static_cast<std::ptrdiff_t>(run.from), end = from.begin() + static_cast<std::ptrdiff_t>(run.to);
    std::vector<DraftLine> lines(begin, end);
    from.erase(begin, end);
    if (run.draft == draft && place >= run.to) place -= lines.size();
    for (DraftLine& line : lines)
      if (line.role != Role::crosshead) line.role = line.line->shape == Shape::label_title ? Role::crosshead : Role::body;
    if (run.from == 0 && !from.empty() && is_text(from.front().role)) from.front().role = Role::orphan;
    auto& to = drafts_[draft].lines;
    explain(to[place - 1], lines.front());
    if (place < to.size()) explain(lines.back(), to[place]);
    to.insert(to.begin() + static_cast<std::ptrdiff_t>(place), lines.begin(), lines.end());
    auto& flags = drafts_[draft].flags;
    if (flags.empty()) flags.emplace_back("stitched");
    if (from.empty()) drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(run.draft));
  }

  void explain(const DraftLine& head, const DraftLine& tail) {
    if (!joins_) return;
    const double weight = weight_of(Sign::numbers).join;
    joins_->push_back({page_.source_of(head.line->span), page_.source_of(tail.line->span), last_chars(text(head)), first_chars(text(tail)), weight, true,
                       {{kSignNames[static_cast<std::size_t>(Sign::numbers)], 1, weight}}});
  }

  std::vector<Draft>& drafts_;
  const Page& page_;
  const Rules& rules_;
  LinePairs& pairs_;
  std::vector<Join>* joins_;
  Sentences sentences_;
  std::vector<Labels> labels_;  // by draft
};

}  // namespace

void fill_gaps(std::vector<Draft>& drafts, const Page& page, const Rules& rules, LinePairs& pairs, std::vector<Join>* joins, Sentences sentences) {
  GapFiller(drafts, page, rules, pairs, joins, sentences).run();
}

}  // namespace jianbao
