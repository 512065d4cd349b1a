#include "split/regroup.h"

#include <algorithm>
#include <iterator>

#include "split/draft_ends.h"
#include "split/draft_labels.h"
#include "split/rows.h"

namespace jianbao {
namespace {

/// What two reports of one article share at least (Cohesion): of eleven datelines without a title on the pages at hand five
/// further reports shared 0.08 to 0.14, one 0.04, and five articles of their own at most 0.06.
constexpr double kSameMatter = 0.075;

class Regrouper {
 public:
  Regrouper(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs) : drafts_(drafts), page_(page), pairs_(pairs) {}

  void run() {
    mend_rows(drafts_);
    return_numbers();
    join_reports();
    join_over_captions();
  }

 private:
  /// 三、港区内禁止明火作业。确 behind 二、…: a line over a title, with the number that comes next in the text before, is the end of that text.
  void return_numbers() {
    for (std::size_t d = 1; d < drafts_.size(); ++d) {
      auto& lines = drafts_[d].lines;
      const Line& first = *lines.front().line;
      if (lines.size() < 2 || !first.label || first.shape != Shape::label_title || first.depth > 0 || !is_headline(lines.front().role) || !is_headline(lines[1].role)) continue;
      const DraftLabels before(drafts_[d - 1], page_);
      if (!is_article(drafts_[d - 1]) || !before.lead_to(*first.label, before.lines())) continue;
      drafts_[d - 1].lines.push_back({lines.front().line, Role::body});
      lines.erase(lines.begin());
    }
  }

  /// A dateline without a title begins an article of its own, or a further report under the title before: then both speak of
  /// the same.
  void join_reports() {
    const auto may_be_report = [&](std::size_t d) { return drafts_[d].role() == Role::lead && (is_article(drafts_[d - 1]) || drafts_[d - 1].role() == Role::caption); };
    bool any = false;
    for (std::size_t d = 1; d < drafts_.size() && !any; ++d) any = may_be_report(d);
    if (!any) return;
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

  /// A character or two that are no words, as OCR sees them in a picture or a rule.
  static bool is_scrap(const Draft& draft) {
    constexpr std::uint32_t kMost = 2;
    const Line& line = *draft.lines.front().line;
    return draft.lines.size() == 1 && line.chars <= kMost && (line.shape == Shape::folio || line.shape == Shape::ornament);
  }

  /// A picture, the heading of a column or a scrap between a title and its text: the text comes back to the title.
  void join_over_captions() {
    set_pictures_apart();
    for (std::size_t d = 2; d < drafts_.size(); ++d) {
      const Draft& between = drafts_[d - 1];
      const bool aside = between.role() == Role::caption || is_scrap(between) || std::all_of(between.lines.begin(), between.lines.end(), [](const DraftLine& l) { return l.role == Role::notice_heading; });
      if (!aside || !is_head(drafts_[d - 2]) || !begins_in_text(drafts_[d])) continue;
      auto& lines = drafts_[d - 2].lines;
      for (DraftLine& line : lines)
        if (line.role == Role::caption) line.role = Role::subtitle;
      lines.insert(lines.end(), drafts_[d].lines.begin(), drafts_[d].lines.end());
      drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(d));
    }
  }

  /// Titles and what belongs to them, without a text; a last line of words may have seemed to be the text of a picture.
  static bool is_head(const Draft& draft) {
    const auto of_head = [](const DraftLine& line) { return is_headline(line.role) || line.role == Role::byline || (line.role == Role::caption && line.line->shape == Shape::brief); };
    return is_headline(draft.role()) && std::all_of(draft.lines.begin(), draft.lines.end(), of_head);
  }

  static bool has_title(const Draft& draft) {
    return is_article(draft) && std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return line.role == Role::title; });
  }

  Pairs pairs_of(const Draft& draft) { return united(pairs_of_lines(draft, pairs_)); }

  std::vector<Draft>& drafts_;
  const Page& page_;
  LinePairs& pairs_;
};

}  // namespace

void regroup(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs) { Regrouper(drafts, page, pairs).run(); }

}  // namespace jianbao
