#include "split/deal.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <utility>

#include "split/draft_ends.h"
#include "split/segments.h"
#include "tables/tables.h"

namespace jianbao {
namespace {

using Lines = std::vector<DraftLine>;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// What speaks for a text as that of a title, against the part of the title's words that stand in it. Chosen on pages of OCR by region;
// none is sharp.
constexpr double kWords = 5;          ///< all words of the title
constexpr double kPlaced = 0.6;       ///< any text: a title mostly has one
constexpr double kUntitled = -1.2;    ///< a text without a title
constexpr double kInOrder = 0.5;      ///< the texts before it are those of the titles before
constexpr double kCut = -1.2;         ///< nothing says that a text begins
constexpr double kDraft = 0.5;        ///< it was no part of the one before
constexpr double kLead = 1.2;         ///< it begins as texts begin: with a dateline, a byline, whom a letter is for, when a law was passed
constexpr double kLeadInside = -1;    ///< one stands inside
constexpr double kTailInside = -0.8;  ///< an end
constexpr double kShared = -4;        ///< what both sides of a cut share (Cohesion)
constexpr double kDocument = 1.5;     ///< a document under its title; taken off where one of the two is none
constexpr double kMixed = -2;         ///< numbered lines behind running text, or the other way round

constexpr std::size_t kMostTitles = 6, kMostCuts = 60;  ///< of a row

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
  bool behind_title = false;
  for (const Draft& draft : drafts) {
    if (!has_running_text(draft)) continue;
    for (const DraftLine& line : draft.lines) {
      const bool title = line.line->depth == depth && (is_over_text(line.role) || line.role == Role::crosshead);
      if (title && behind_title) return true;
      behind_title = title || (behind_title && is_over_text(line.role));
    }
    if (behind_title && is_over_text_alone(draft)) return true;
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

/// Titles in a row, and the texts behind them up to the next one.
struct Band {
  std::size_t first_head = 0, heads = 0, first_text = 0, texts = 0;
};

class TitleDealer {
 public:
  TitleDealer(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs, const Rules& rules, int depth)
      : drafts_(drafts), page_(page), pairs_(pairs), telling_(rules.tables().compiled<Telling>()), depth_(depth) {}

  void run() {
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      if (has_running_text(drafts_[d])) read_draft(d);
    const Cohesion cohesion(pairs_of_page(), pairs_.numbers(), &telling_);
    for (const Band& band : bands_)
      if (band.heads > 1 && band.heads <= kMostTitles && band.texts > 0) deal(band, cohesion);
    rebuild();
  }

 private:
  /// A title with the lines that belong to it: column and kicker above, subtitle and byline below.
  struct Head {
    std::size_t draft = 0;
    Lines lines = {};
    std::size_t title = 0;  ///< its line
    std::vector<double> words = {};  ///< what each pair of the title weighs; 1 all together
    Pairs pairs = {};
  };

  /// A line of the texts of a band.
  struct TextLine {
    DraftLine line;
    std::size_t draft;
    bool begins_draft;
  };

  bool is_title(const DraftLine& line) const {
    return line.line->depth == depth_ && (line.role == Role::title || line.role == Role::subtitle || line.role == Role::crosshead);
  }
  std::string_view text(const DraftLine& line) const { return page_.view(line.line->span); }

  /// The titles that the draft begins with, and the text under them. Lines without the marks of titles over a text may be its
  /// title as well as the last lines of a head that came out apart from it.
  void read_draft(std::size_t d) {
    const Lines& lines = drafts_[d].lines;
    std::size_t end = 0, titles = 0;
    while (end < lines.size() && (is_over_text(lines[end].role) || is_title(lines[end]))) titles += is_title(lines[end++]);
    if (titles == 0) end = 0;
    const bool text = std::any_of(lines.begin() + offset(end), lines.end(), [](const DraftLine& line) { return is_text(line.role); });
    if (end < lines.size() && !text) return;  // a picture under its title
    if (titles > 0) add_heads(d, end);
    if (end == lines.size() || bands_.empty()) return;
    if (bands_.back().texts++ == 0) bands_.back().first_text = texts_.size();
    texts_.push_back({d, end});
  }

  void add_heads(std::size_t d, std::size_t end) {
    if (bands_.empty() || bands_.back().texts > 0) bands_.push_back({heads_.size(), 0, 0, 0});
    const std::size_t of_draft = heads_.size();
    for (std::size_t i = 0; i < end; ++i) {
      const DraftLine& line = drafts_[d].lines[i];
      const bool opens = heads_.size() == of_draft || (is_title(line) && has_title(heads_.back())) ||
                         (has_title(heads_.back()) && (line.role == Role::column || line.role == Role::kicker));
      if (opens) heads_.push_back({d}), ++bands_.back().heads;
      if (is_title(line)) heads_.back().title = heads_.back().lines.size();
      heads_.back().lines.push_back(line);
    }
    if (!has_title(heads_.back()) && heads_.size() > of_draft + 1) {  // what stands behind the last title belongs to it
      Lines rest = std::move(heads_.back().lines);
      heads_.pop_back(), --bands_.back().heads;
      heads_.back().lines.insert(heads_.back().lines.end(), rest.begin(), rest.end());
    }
  }

  bool has_title(const Head& head) const { return std::any_of(head.lines.begin(), head.lines.end(), [&](const DraftLine& line) { return is_title(line); }); }

  std::vector<Pairs> pairs_of_page() {
    std::vector<Pairs> pairs;
    for (const Draft& draft : drafts_)
      for (const DraftLine& line : draft.lines) pairs.push_back(pairs_of(line));
    return pairs;
  }
  Pairs pairs_of(const DraftLine& line) { return pairs_.numbers().with_characters(text(line)); }

  void weigh_words(Head& head, const Cohesion& cohesion) {
    constexpr std::size_t kMost = 64;  // bits
    head.pairs = pairs_of(head.lines[head.title]);
    head.pairs.resize(std::min(head.pairs.size(), kMost));
    double all = 0;
    for (const PairNumber pair : head.pairs) all += cohesion.square(pair);
    for (const PairNumber pair : head.pairs) head.words.push_back(all > 0 ? cohesion.square(pair) / all : 0);
  }

  static std::uint64_t said_in(const Pairs& title, const Pairs& text) {
    std::uint64_t said = 0;
    for (std::size_t i = 0; i < title.size(); ++i)
      if (std::binary_search(text.begin(), text.end(), title[i])) said |= std::uint64_t{1} << i;
    return said;
  }

  /// The lines of a band's texts, and where another text may begin.
  struct Run {
    std::vector<TextLine> lines;
    std::vector<Pairs> pairs;
    std::vector<std::size_t> cuts;            ///< line numbers, the first and the end among them
    std::vector<double> cut_gain;             ///< of a text that begins there
    std::vector<std::vector<std::uint64_t>> said;  ///< by title and line
    std::vector<std::size_t> leads, tails, numbered;  ///< how many stand before a line
  };

  static bool begins_text(const TextLine& line) {
    const Shape shape = line.line.line->shape;
    return line.line.role == Role::lead || line.line.role == Role::byline || shape == Shape::document_note || shape == Shape::dateline || shape == Shape::byline;
  }
  static bool ends_text(const TextLine& line) { return line.line.line->tailed || line.line.role == Role::tail; }

  /// Whether another article may begin at a line: its text or its byline, behind what has an end.
  static bool may_cut(const Run& run, std::size_t at) {
    const DraftLine &line = run.lines[at].line, &before = run.lines[at - 1].line;
    if (line.role == Role::lead) return true;
    if (line.glued || breaks_off(before) || line.line->shape == Shape::fragment) return false;
    if (run.lines[at].begins_draft) return true;
    if (is_over_text(before.role) || before.role == Role::crosshead) return false;
    if (begins_text(run.lines[at])) return at + 1 < run.lines.size();
    if (is_numbered(line)) return false;
    return is_text(line.role);
  }

  Run read_run(const Band& band, const Cohesion& cohesion) {
    Run run;
    for (std::size_t t = band.first_text; t < band.first_text + band.texts; ++t)
      for (std::size_t i = texts_[t].from; i < drafts_[texts_[t].draft].lines.size(); ++i)
        run.lines.push_back({drafts_[texts_[t].draft].lines[i], texts_[t].draft, i == texts_[t].from});
    const auto count = [&](auto is) {
      std::vector<std::size_t> counts{0};
      for (const TextLine& line : run.lines) counts.push_back(counts.back() + is(line));
      return counts;
    };
    run.leads = count(begins_text), run.tails = count(ends_text), run.numbered = count([](const TextLine& line) { return is_numbered(line.line); });
    for (const TextLine& line : run.lines) run.pairs.push_back(pairs_of(line.line));
    for (std::size_t h = band.first_head; h < band.first_head + band.heads; ++h) {
      run.said.emplace_back();
      for (const Pairs& line : run.pairs) run.said.back().push_back(said_in(heads_[h].pairs, line));
    }
    for (std::size_t at = 0; at < run.lines.size(); ++at) {
      if (at > 0 && !may_cut(run, at)) continue;
      run.cuts.push_back(at);
      double gain = begins_text(run.lines[at]) ? kLead : 0;
      if (at > 0) gain += (run.lines[at].begins_draft ? kDraft : kCut) + kShared * shared(run, at, cohesion);
      run.cut_gain.push_back(gain);
    }
    run.cuts.push_back(run.lines.size());
    return run;
  }

  /// What the lines on both sides of a cut share.
  static double shared(const Run& run, std::size_t at, const Cohesion& cohesion) {
    constexpr std::size_t kAround = 3;  // lines
    const auto pairs = [&](std::size_t begin, std::size_t end) { return united({run.pairs.begin() + offset(begin), run.pairs.begin() + offset(end)}); };
    return cohesion.between(pairs(std::max(kAround, at) - kAround, at), pairs(at, std::min(run.lines.size(), at + kAround)));
  }

  void deal(const Band& band, const Cohesion& cohesion) {
    for (std::size_t h = band.first_head; h < band.first_head + band.heads; ++h) weigh_words(heads_[h], cohesion);
    const Run run = read_run(band, cohesion);
    if (run.cuts.size() > kMostCuts) return;
    const auto gain = [&](std::size_t title, std::size_t begin, std::size_t end) { return worth(band, run, title, begin, end); };
    dealt_.push_back({&band, best_segments(run.cuts.size(), band.heads, gain, kInOrder), run});
  }

  double worth(const Band& band, const Run& run, std::size_t title, std::size_t begin_cut, std::size_t end_cut) const {
    const std::size_t begin = run.cuts[begin_cut], end = run.cuts[end_cut];
    double sum = run.cut_gain[begin_cut];
    sum += kLeadInside * static_cast<double>(run.leads[end] - run.leads[begin + 1]);
    sum += kTailInside * static_cast<double>(run.tails[end - 1] - run.tails[begin]);
    const std::size_t numbered = run.numbered[end] - run.numbered[begin];
    const bool document = numbered >= 3 && numbered * 3 >= end - begin;
    if (title == band.heads) return sum + kUntitled;
    const Head& head = heads_[band.first_head + title];
    std::uint64_t said = 0;
    for (std::size_t i = begin; i < end; ++i) said |= run.said[title][i];
    for (std::size_t i = 0; i < head.words.size(); ++i)
      if (said >> i & 1) sum += kWords * head.words[i];
    if (head.lines[head.title].line->shape == Shape::document_title) sum += document ? kDocument : -kDocument;
    return sum + kPlaced;
  }

  struct Dealt {
    const Band* band;
    std::vector<Segment> segments;
    Run run;
  };

  void rebuild() {
    std::vector<std::vector<Draft>> instead(drafts_.size());
    std::vector<bool> taken(drafts_.size());
    for (const Dealt& dealt : dealt_) put_out(dealt, instead, taken);
    std::vector<Draft> drafts;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      for (Draft& draft : instead[d]) drafts.push_back(std::move(draft));
      if (!taken[d]) drafts.push_back(std::move(drafts_[d]));
    }
    drafts_ = std::move(drafts);
  }

  void put_out(const Dealt& dealt, std::vector<std::vector<Draft>>& instead, std::vector<bool>& taken) {
    const Band& band = *dealt.band;
    std::vector<bool> placed(band.heads);
    for (std::size_t h = band.first_head; h < band.first_head + band.heads; ++h) taken[heads_[h].draft] = true;
    for (const Segment& segment : dealt.segments)
      if (segment.title < band.heads) placed[segment.title] = true;
    for (std::size_t h = 0; h < band.heads; ++h)
      if (!placed[h]) instead[heads_[band.first_head + h].draft].push_back({titled(heads_[band.first_head + h].lines, heads_[band.first_head + h].title), {}});
    for (const Segment& segment : dealt.segments) {
      const std::size_t begin = dealt.run.cuts[segment.begin], end = dealt.run.cuts[segment.end];
      Lines text;
      for (std::size_t i = begin; i < end; ++i) text.push_back(dealt.run.lines[i].line), taken[dealt.run.lines[i].draft] = true;
      const std::size_t draft = dealt.run.lines[begin].draft;
      Draft made;
      if (segment.title < band.heads) {
        const Head& head = heads_[band.first_head + segment.title];
        made.lines = titled(head.lines, head.title);
        put_under_title(text);
        if (head.draft != draft || segment.title + 1 != band.heads || begin > 0) made.flags.emplace_back("stitched");
      } else if (text.front().role == Role::body || text.front().role == Role::report) {
        text.front().role = Role::orphan;
      }
      if (dealt.run.lines[begin].begins_draft && !drafts_[draft].flags.empty()) made.flags = drafts_[draft].flags;
      made.lines.insert(made.lines.end(), text.begin(), text.end());
      instead[draft].push_back(std::move(made));
    }
  }

  static Lines titled(Lines lines, std::size_t title) {
    lines[title].role = Role::title;
    return lines;
  }

  static void put_under_title(Lines& text) {
    for (DraftLine& line : text) {
      if (!is_over_text(line.role)) break;
      if (line.role == Role::title || line.role == Role::kicker) line.role = line.line->depth > 0 ? Role::crosshead : Role::subtitle;
    }
    if (text.front().role == Role::orphan) text.front().role = Role::body;
  }

  /// Where the text of a draft begins, behind its titles.
  struct Text {
    std::size_t draft, from;
  };

  std::vector<Draft>& drafts_;
  const Page& page_;
  LinePairs& pairs_;
  const Telling& telling_;
  int depth_;
  std::vector<Head> heads_;
  std::vector<Text> texts_;
  std::vector<Band> bands_;
  std::vector<Dealt> dealt_;
};

}  // namespace

bool are_regions(const std::vector<Draft>& drafts) { return read_marks(drafts).depth > 0; }

void deal_titles(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs, const Rules& rules) {
  const TitleMarks marks = read_marks(drafts);
  if (marks.depth == 0 || !are_titles_apart(drafts, marks.depth)) return;
  if (marks.of_titles_only) cut_at_titles(drafts, marks.depth);
  TitleDealer(drafts, page, pairs, rules, marks.depth).run();
}

}  // namespace jianbao
