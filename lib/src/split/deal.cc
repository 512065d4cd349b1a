#include "split/deal.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <utility>

#include "split/draft_ends.h"
#include "split/draft_labels.h"
#include "split/plain_rows.h"
#include "split/region_kickers.h"
#include "split/segments.h"
#include "split/text_run.h"
#include "split/title_bands.h"
#include "split/title_marks.h"
#include "tables/tables.h"

namespace jianbao {
namespace {

using Lines = std::vector<DraftLine>;

// What speaks for a text as that of a title, against the part of the title's words that stand in it. Chosen on pages of OCR by region;
// none is sharp.
constexpr double kWords = 8;          ///< all words of the title
constexpr double kCommonWords = 1.6;  ///< what a title of common words lacks: the weight of so many pairs that stand in one line alone
constexpr double kPlaced = 1.0;       ///< any text: a title mostly has one
constexpr double kUnmarked = -1;      ///< the same of a line without marks, where each marked title has its text
constexpr double kCarried = -0.5;     ///< of a title of the row above, which found none there
constexpr double kUntitled = -0.3;    ///< a text without a title
constexpr double kInOrder = 0.4;      ///< the texts before it are those of the titles before
constexpr double kCut = -1.2;         ///< nothing says that a text begins
constexpr double kDraft = 0.5;        ///< it was no part of the one before
constexpr double kLead = 1.6;         ///< it begins as texts begin: with a dateline, whom a letter is for, when a law was passed
constexpr double kLeadInside = -1.5;  ///< such a line stands inside
constexpr double kByline = 1;         ///< it begins with a byline
constexpr double kBylineInside = -0.5;
constexpr double kFiguresChange = 0.8;  ///< between a table and text
constexpr double kFiguresInside = -1;   ///< between two rows of a table
constexpr double kTailInside = -0.8;  ///< an end
constexpr double kShared = -4;        ///< what both sides of a cut share (Cohesion)
constexpr double kSurelySeveral = 1.2;  ///< that titles share a text among them, where it shows no beginnings: less changed no page of 46, and parted headlines of two lines
constexpr double kDocument = 1.5;     ///< a document under its title; taken off where one of the two is none

constexpr std::size_t kMostTitles = 6, kMostCuts = 60, kMostLines = 500;  ///< of a row: one with more is dealt by nobody

std::ptrdiff_t offset(std::size_t n) { return static_cast<std::ptrdiff_t>(n); }

/// Which pairs of a title stand in each line, as bits. `pairs`: of the page.
std::vector<std::uint64_t> said_in(const std::vector<Pairs>& lines, const Pairs& title, std::size_t pairs) {
  std::vector<std::uint64_t> bits(pairs), said;
  for (std::size_t i = 0; i < title.size(); ++i) bits[title[i]] = std::uint64_t{1} << i;
  for (const Pairs& line : lines) said.push_back(std::accumulate(line.begin(), line.end(), std::uint64_t{0}, [&](std::uint64_t all, PairNumber pair) { return all | bits[pair]; }));
  return said;
}

/// A line that, alone between titles, is no text of the one before it: it belongs over the next.
bool may_be_head(const DraftLine& line) {
  constexpr std::uint32_t kLongest = 30;  // characters
  return line.line->open && line.line->chars <= kLongest && !line.line->label && line.line->depth == 0;
}

class TitleDealer {
 public:
  TitleDealer(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs, const Rules& rules, const TitleMarks& marks)
      : drafts_(drafts), page_(page), pairs_(pairs), rules_(rules), telling_(rules.tables().compiled<Telling>()), depth_(marks.depth), of_titles_only_(marks.of_titles_only) {}

  void run() {
    std::stable_sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) { return a.lines.front().line->span.begin < b.lines.front().line->span.begin; });
    if (of_titles_only_) rejoin_at_headings(drafts_, depth_);
    if (depth_ > 0) give_kickers_below(drafts_, depth_);
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      if (has_running_text(drafts_[d])) read_draft(d);
    const Cohesion cohesion(pairs_of_page(), pairs_.numbers(), &telling_);
    std::vector<std::vector<Draft>> instead(drafts_.size());
    std::vector<bool> taken(drafts_.size());
    for (std::size_t b = 0; b < bands_.size(); ++b)
      if (is_row(bands_[b])) deal(b, cohesion, instead, taken);
    std::vector<Draft> drafts;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      for (Draft& draft : instead[d]) drafts.push_back(std::move(draft));
      if (!taken[d]) drafts.push_back(std::move(drafts_[d]));
    }
    drafts_ = std::move(drafts);
  }

 private:
  bool is_title(const DraftLine& line) const { return has_marks_of_title(line, depth_); }
  std::string_view text(const DraftLine& line) const { return page_.view(line.line->span); }
  Pairs pairs_of(const DraftLine& line) {
    const PairView pairs = pairs_.with_characters(*line.line);
    return {pairs.begin(), pairs.end()};
  }

  /// The titles that the draft begins with, and the text under them. Lines without the marks of titles over a text may be its
  /// title as well as the last lines of a head that came out apart from it.
  void read_draft(std::size_t d) {
    const Lines& lines = drafts_[d].lines;
    std::size_t end = 0, titles = 0;
    const auto is_between = [&](std::size_t i) { return titles > 0 && may_be_head(lines[i]) && (i + 1 < lines.size() ? is_title(lines[i + 1]) : next_is_title(d)); };
    while (end < lines.size() && (is_over_text(lines[end].role) || is_title(lines[end]) || is_between(end))) titles += is_title(lines[end++]);
    if (titles == 0) end = 0;
    if (depth_ == 0 && titles == 0 && is_over_text(lines.front().role)) bands_.emplace_back();  // the row ends at a title that stands alone
    const bool text = std::any_of(lines.begin() + offset(end), lines.end(), [](const DraftLine& line) { return is_text(line.role); });
    if (end < lines.size() && !text) return;  // a picture under its title
    if (titles > 0) add_heads(d, end);
    if (end < lines.size() && !bands_.empty()) bands_.back().texts.emplace_back(d, end);
  }

  /// Whether the next draft with running text begins with a title.
  bool next_is_title(std::size_t d) const {
    while (++d < drafts_.size() && !has_running_text(drafts_[d])) {}
    if (d == drafts_.size()) return false;
    const auto& lines = drafts_[d].lines;
    const auto first = std::find_if(lines.begin(), lines.end(), [&](const DraftLine& line) { return is_title(line) || !is_over_text(line.role); });
    return first != lines.end() && is_title(*first);
  }

  void add_heads(std::size_t d, std::size_t end) {
    if (bands_.empty() || !bands_.back().texts.empty()) bands_.emplace_back();
    Band& band = bands_.back();
    for (std::size_t i = 0; i < end; ++i) {
      const DraftLine& line = drafts_[d].lines[i];
      const bool marked = is_title(line);
      if (marked) band.titles.insert(band.titles.begin() + offset(count_marked(band)), {band.heads.size(), Title::Kind::marked});
      else if (may_be_title(line)) band.titles.push_back({band.heads.size(), Title::Kind::unmarked});
      band.heads.push_back({line, d, kNoPlace});
    }
  }

  /// A line of running words without marks, which the layout took for one over a title.
  static bool may_be_title(const DraftLine& line) {
    constexpr std::uint32_t kShortest = 8;  // characters
    const bool over = line.role == Role::kicker || line.role == Role::title || is_text(line.role);
    return over && line.line->depth == 0 && line.line->chars >= kShortest;
  }

  /// Several titles, or one apart from what stands below.
  static bool is_row(const Band& band) {
    if (band.texts.empty() || band.titles.empty() || band.titles.size() > kMostTitles) return false;
    return band.titles.size() > 1 || band.texts.front().first != band.heads.back().draft;
  }

  std::vector<Pairs> pairs_of_page() {
    std::vector<Pairs> pairs;
    for (const Draft& draft : drafts_)
      for (const DraftLine& line : draft.lines) pairs.push_back(pairs_of(line));
    return pairs;
  }

  void weigh_words(const Band& band, Title& title, const Cohesion& cohesion) {
    constexpr std::size_t kMost = 64;  // bits
    title.pairs = pairs_of(band.heads[title.head].line);  // single Han, which tell less, last
    title.pairs.resize(std::min(title.pairs.size(), kMost));
    double all = kCommonWords * cohesion.rarest();
    for (const PairNumber pair : title.pairs) all += cohesion.square(pair);
    for (const PairNumber pair : title.pairs) title.words.push_back(all > 0 ? cohesion.square(pair) / all : 0);
  }

  TextRun read_run(const Band& band, const Cohesion& cohesion) {
    TextRun run;
    for (const auto& [draft, from] : band.texts)
      for (std::size_t i = from; i < drafts_[draft].lines.size(); ++i) run.lines.push_back(read_line(drafts_[draft].lines[i], draft, i == from, page_, rules_));
    set_bylines_apart(run);
    const auto count = [&](auto is) {
      std::vector<std::size_t> counts{0};
      for (std::size_t i = 0; i < run.lines.size(); ++i) counts.push_back(counts.back() + is(i));
      return counts;
    };
    run.leads = count([&](std::size_t i) { return begins_text(run, i) && !is_introduced(run, i); });
    run.bylines = count([&](std::size_t i) { return is_byline(run.lines[i]) && !is_introduced(run, i); });
    run.tails = count([&](std::size_t i) { return ends_text(run.lines[i]); });
    run.numbered = count([&](std::size_t i) { return is_numbered(run.lines[i].line); });
    for (const TextRun::At& at : run.lines) run.pairs.push_back(pairs_of(at.line));
    for (const Title& title : band.titles) run.said.push_back(said_in(run.pairs, title.pairs, pairs_.numbers().size()));
    for (std::size_t at = 0; at < run.lines.size(); ++at) {
      if (at > 0 && !may_cut(run, at)) continue;
      run.cuts.push_back(at);
      double gain = begins_text(run, at) && !ends_document(run, at) ? kLead : is_byline(run.lines[at]) ? kByline + (ends_numbers(run, at) ? kDocument : 0) : 0;
      if (at > 0) gain += (run.lines[at].begins_draft ? kDraft : kCut) + by_figures(run, at) + kShared * shared(run, at, cohesion);
      run.cut_gain.push_back(gain);
    }
    run.cuts.push_back(run.lines.size());
    return run;
  }

  /// A table and the text beside it are two texts, two rows of a table one.
  static double by_figures(const TextRun& run, std::size_t at) {
    const bool before = run.lines[at - 1].figures, here = run.lines[at].figures;
    return before != here ? kFiguresChange : before ? kFiguresInside : 0;
  }

  /// What the lines on both sides of a cut share.
  static double shared(const TextRun& run, std::size_t at, const Cohesion& cohesion) {
    constexpr std::size_t kAround = 3;  // lines
    const auto pairs = [&](std::size_t begin, std::size_t end) { return united({run.pairs.begin() + offset(begin), run.pairs.begin() + offset(end)}); };
    return cohesion.between(pairs(std::max(kAround, at) - kAround, at), pairs(at, std::min(run.lines.size(), at + kAround)));
  }

  /// （2024年5月8日…通过） above the text of another: it stands under the title of its law.
  void take_note(Band& band) {
    auto& [draft, from] = band.texts.front();
    const Lines& lines = drafts_[draft].lines;
    if (lines[from].line->shape != Shape::document_note || from + 1 >= lines.size() || is_numbered(lines[from + 1])) return;
    const auto title = std::find_if(band.titles.begin(), band.titles.end(), [&](const Title& t) { return is_document(band, t); });
    if (title == band.titles.end() || band.titles.size() < 2) return;
    const std::size_t below = title->head + 1;
    band.heads.insert(band.heads.begin() + offset(below), {lines[from], draft, kNoPlace});
    band.heads[below].line.role = Role::note;
    for (Title& other : band.titles) other.head += other.head >= below;
    ++from;
  }

  void deal(std::size_t number, const Cohesion& cohesion, std::vector<std::vector<Draft>>& instead, std::vector<bool>& taken) {
    Band& band = bands_[number];
    take_note(band);
    for (Title& title : band.titles) weigh_words(band, title, cohesion);
    const TextRun run = read_run(band, cohesion);
    Places places(band.titles.size(), kNoPlace);
    if (run.cuts.size() > kMostCuts || run.lines.size() > kMostLines) {
      give_heads(band, places);
      put_out_lone(number, places, Title::Kind::carried, instead);
      return;
    }
    const std::vector<Segment> segments = best(band, run);
    if (!of_titles_only_ && !are_several_texts(band, run, segments) && !lacks_title(number + 1, cohesion)) return put_out_carried(band, instead, taken);
    for (std::size_t s = 0; s < segments.size(); ++s)
      if (segments[s].title < places.size()) places[segments[s].title] = s;
    give_heads(band, places);
    if (depth_ > 0) give_kickers_of_row(band);
    give_kickers(band, run, segments, places);
    put_out(band, run, segments, places, instead, taken);
    put_out_lone(number, places, Title::Kind::carried, instead);
    put_out_lone(number, places, Title::Kind::marked, instead);
  }

  /// Whether the titles of a band are those of several texts, and not several lines over one: so many texts begin with a dateline or a byline, or
  /// each title speaks so much more for its own; no document's title stands under that of a report.
  static bool are_several_texts(const Band& band, const TextRun& run, const std::vector<Segment>& segments) {
    constexpr std::size_t kSeveral = 2;
    const std::size_t marked = count_marked(band);
    if (marked < kSeveral || count_beginnings(run) >= kSeveral) return true;
    const auto documents = std::count_if(band.titles.begin(), band.titles.begin() + offset(marked), [&](const Title& title) { return is_document(band, title); });
    if (documents > 0 && documents < offset(marked)) return true;
    double several = 0, one = worth(band, run, kNoPlace, 0, run.cuts.size() - 1);
    for (const Segment& segment : segments) several += worth(band, run, segment.title, segment.begin, segment.end);
    for (std::size_t title = 0; title < band.titles.size(); ++title) one = std::max(one, worth(band, run, title, 0, run.cuts.size() - 1));
    return several >= one + kSurelySeveral;
  }

  static bool is_document(const Band& band, const Title& title) { return band.heads[title.head].line.line->shape == Shape::document_title; }

  /// More texts begin in a band than it has titles: one of a row above may be missing there.
  bool lacks_title(std::size_t number, const Cohesion& cohesion) {
    return number < bands_.size() && bands_[number].titles.size() <= kMostTitles && count_beginnings(read_run(bands_[number], cohesion)) > count_marked(bands_[number]);
  }

  /// What was carried into a band whose lines stay as they are: each title with its lines stands alone.
  static void put_out_carried(const Band& band, std::vector<std::vector<Draft>>& instead, const std::vector<bool>& taken) {
    for (const Title& title : band.titles) {
      if (title.kind != Title::Kind::carried) continue;
      const HeadLine& head = band.heads[title.head];
      Draft alone;
      for (const HeadLine& line : band.heads) {
        if (!taken[line.draft] || line.title != head.title) continue;
        alone.lines.push_back(line.line);
        if (&line == &head) alone.lines.back().role = Role::title;
      }
      put_first(instead[head.draft], std::move(alone));
    }
  }

  static bool is_beginning(const TextRun& run, std::size_t i) {
    if (is_introduced(run, i)) return false;
    return begins_text(run, i) || (is_byline(run.lines[i]) && !(i + 1 < run.lines.size() && begins_text(run, i + 1)));
  }

  /// Of the texts of a run that show where they begin, by a dateline or a byline; a byline and a dateline under it begin one. What stands before such
  /// a line and ends there is one as well.
  static std::size_t count_beginnings(const TextRun& run) {
    std::size_t count = 0;
    bool ends_first = false;
    for (std::size_t i = 0; i < run.lines.size(); ++i) {
      if (!is_beginning(run, i)) continue;
      ends_first = ends_first || (count == 0 && i > 0 && ends_text(run.lines[i - 1]));
      ++count;
    }
    return count + ends_first;
  }

  /// Lines without marks are titles of texts that are left where each marked title has one.
  static std::vector<Segment> best(const Band& band, const TextRun& run) {
    const std::size_t marked = count_marked(band);
    const auto all_placed = [&](const std::vector<Segment>& segments) { return count_titled(segments, marked) == marked; };
    std::vector<Segment> segments = best(band, run, marked);
    if (marked == band.titles.size() || !has_untitled(segments) || !all_placed(segments)) return segments;
    std::vector<Segment> more = best(band, run, band.titles.size());
    return all_placed(more) ? more : segments;
  }

  static bool has_untitled(const std::vector<Segment>& segments) {
    return std::any_of(segments.begin(), segments.end(), [](const Segment& segment) { return segment.title == kNoPlace; });
  }

  /// How many of the first titles have a text.
  static std::size_t count_titled(const std::vector<Segment>& segments, std::size_t titles) {
    return static_cast<std::size_t>(std::count_if(segments.begin(), segments.end(), [&](const Segment& segment) { return segment.title < titles; }));
  }

  static std::vector<Segment> best(const Band& band, const TextRun& run, std::size_t titles) {
    const auto gain = [&](std::size_t title, std::size_t begin, std::size_t end) { return worth(band, run, title < titles ? title : kNoPlace, begin, end); };
    std::vector<Segment> segments = best_segments(run.cuts.size(), titles, gain, count_marked(band), kInOrder);
    for (Segment& segment : segments)
      if (segment.title == titles) segment.title = kNoPlace;
    return segments;
  }

  static double worth(const Band& band, const TextRun& run, std::size_t number, std::size_t begin_cut, std::size_t end_cut) {
    const std::size_t begin = run.cuts[begin_cut], end = run.cuts[end_cut];
    double sum = run.cut_gain[begin_cut];
    sum += kLeadInside * static_cast<double>(run.leads[end] - run.leads[begin + 1]);
    sum += kBylineInside * static_cast<double>(run.bylines[end] - run.bylines[begin + 1]);
    sum += kTailInside * static_cast<double>(run.tails[end - 1] - run.tails[begin]);
    if (number == kNoPlace) return sum + kUntitled;
    const Title& title = band.titles[number];
    std::uint64_t said = 0;
    for (std::size_t i = begin; i < end; ++i) said |= run.said[number][i];
    for (std::size_t i = 0; i < title.words.size(); ++i)
      if (said >> i & 1) sum += kWords * title.words[i];
    const std::size_t numbered = run.numbered[end] - run.numbered[begin];
    const bool document = (numbered >= 3 && numbered * 3 >= end - begin) || run.lines[begin].line.line->shape == Shape::document_note;
    if (is_document(band, title)) sum += document ? kDocument : -kDocument;
    return sum + (title.kind == Title::Kind::marked ? kPlaced : title.kind == Title::Kind::carried ? kCarried : kUnmarked);
  }

  void put_out(const Band& band, const TextRun& run, const std::vector<Segment>& segments, const Places& places, std::vector<std::vector<Draft>>& instead, std::vector<bool>& taken) {
    for (const HeadLine& head : band.heads) taken[head.draft] = true;
    for (const TextRun::At& at : run.lines) taken[at.draft] = true;
    Lines bylines = run.bylines_apart;
    for (const Segment& segment : segments) {
      const std::size_t begin = run.cuts[segment.begin], end = run.cuts[segment.end], draft = run.lines[begin].draft;
      Lines text;
      for (std::size_t i = begin; i < end; ++i) text.push_back(run.lines[i].line);
      Draft made;
      if (segment.title < places.size()) {
        made.lines = lines_of(band, segment.title);
        put_under_title(text);
        take_byline(bylines, made.lines, text);
        const bool in_place = begin == 0 && segment.title + 1 == count_marked(band) && band.heads[band.titles[segment.title].head].draft == draft;
        if (!in_place) made.flags.emplace_back("stitched");
      } else if (text.front().role == Role::body || text.front().role == Role::report) {
        text.front().role = Role::orphan;
      }
      if (run.lines[begin].begins_draft && !drafts_[draft].flags.empty()) made.flags = drafts_[draft].flags;
      made.lines.insert(made.lines.end(), text.begin(), text.end());
      if (&segment == &segments.back()) made.lines.insert(made.lines.end(), bylines.rbegin(), bylines.rend());
      instead[draft].push_back(std::move(made));
    }
  }

  /// The first text without a dateline and a byline has the one that stood apart.
  static void take_byline(Lines& bylines, Lines& over, const Lines& text) {
    const auto is = [](const DraftLine& line) { return line.role == Role::byline || line.line->shape == Shape::byline; };
    if (bylines.empty() || text.front().role == Role::lead || is(text.front()) || std::any_of(over.begin(), over.end(), is)) return;
    over.push_back(bylines.back());
    over.back().role = Role::byline;
    bylines.pop_back();
  }

  /// Titles that found no text here may have theirs in the next row; what found none there either stands alone.
  void put_out_lone(std::size_t number, const Places& places, Title::Kind kind, std::vector<std::vector<Draft>>& instead) {
    const Band& band = bands_[number];
    for (std::size_t t = 0; t < places.size(); ++t) {
      if (places[t] != kNoPlace || band.titles[t].kind != kind) continue;
      if (kind == Title::Kind::marked && depth_ > 0 && number + 1 < bands_.size() && takes_more(bands_[number + 1])) carry(band, t, bands_[number + 1]);
      else put_first(instead[band.heads[band.titles[t].head].draft], {lines_of(band, t), {}});
    }
  }

  static bool takes_more(const Band& band) { return !band.texts.empty() && band.titles.size() < kMostTitles; }

  static void put_first(std::vector<Draft>& drafts, Draft draft) { drafts.insert(drafts.begin(), std::move(draft)); }

  static void carry(const Band& from, std::size_t title, Band& to) {
    for (std::size_t h = 0; h < from.heads.size(); ++h) {
      if (from.heads[h].title != title) continue;
      if (h == from.titles[title].head) to.titles.insert(to.titles.begin(), {to.heads.size(), Title::Kind::carried});
      to.heads.push_back(from.heads[h]);
      to.heads.back().carried = true;
    }
  }

  /// A line over one title whose words speak for the text of another is over that.
  void give_kickers(Band& band, const TextRun& run, const std::vector<Segment>& segments, const Places& places) {
    constexpr double kSurer = 0.2;  // of the pairs of the line
    for (std::size_t h = 0; h < band.heads.size(); ++h) {
      HeadLine& head = band.heads[h];
      if (head.line.role != Role::kicker || is_shown_title(band, h)) continue;
      const PairView pairs = pairs_.of(*head.line.line);
      const auto said = [&](std::size_t title) {
        if (places[title] == kNoPlace) return 0.0;
        Pairs text;
        const Segment& segment = segments[places[title]];
        for (std::size_t i = run.cuts[segment.begin]; i < run.cuts[segment.end]; ++i) {
          const PairView line = pairs_.of(*run.lines[i].line.line);
          text.insert(text.end(), line.begin(), line.end());
        }
        std::sort(text.begin(), text.end());
        return part_in(pairs, text);
      };
      double least = said(head.title) + kSurer;
      for (std::size_t t = 0; t < places.size(); ++t)
        if (const double part = said(t); part > least) least = part, head.title = t;
    }
  }

  static void put_under_title(Lines& text) {
    for (DraftLine& line : text) {
      if (!is_over_text(line.role)) break;
      if (line.role == Role::title || line.role == Role::kicker) line.role = line.line->depth > 0 ? Role::crosshead : Role::subtitle;
    }
    if (text.front().role == Role::orphan) text.front().role = Role::body;
  }

  std::vector<Draft>& drafts_;
  const Page& page_;
  LinePairs& pairs_;
  const Rules& rules_;
  const Telling& telling_;
  int depth_;
  bool of_titles_only_;
  std::vector<Band> bands_;
};

}  // namespace

bool are_regions(const std::vector<Draft>& drafts) { return read_title_marks(drafts).depth > 0; }

void deal_titles(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs, const Rules& rules) {
  const TitleMarks marks = read_title_marks(drafts);
  if (marks.depth == 0) deal_plain_rows(drafts, pairs);
  if (!are_titles_apart(drafts, marks.depth)) return;
  if (marks.of_titles_only || marks.depth == 0) cut_at_titles(drafts, marks.depth);
  TitleDealer(drafts, page, pairs, rules, marks).run();
}

}  // namespace jianbao
