#include "split/own_sections.h"

#include <algorithm>
#include <optional>

#include "split/cohesion.h"
#include "split/kinship.h"

namespace jianbao {
namespace {

/// What a section shares with its article at least (Cohesion), and how often as much as with any other, where the article has headings
/// like its own and where it has none. Of 23 sections behind 2,500 tears 16 do, of 380 articles one.
constexpr double kLeast = 0.012, kLeastAlone = 0.02, kMoreThanOthers = 1.2;
/// Of what is torn in the first paragraph of a feature on a sample page, its next section shares .015 with that paragraph, and .007 with any other article;
/// 1,500 tears of further pages come out the same with it as without.
constexpr double kLeastNearlyAlone = 0.013, kFarMoreThanOthers = 2;
/// The same where nobody has signed the article, and it or the section has further headings: of 15 sections that no tear is near ten share
/// as much, of 170 articles two, which share three times as much with another.
constexpr double kLeastOfHeaded = 0.019, kPartOfOthers = 0.5;
constexpr double kLeastReported = 0.016;  // with a report that is not torn: of what follows one in 90 pages, the article of its own that shares most has .015
constexpr std::uint32_t kLongestHeading = 14;  // characters

class SectionTaker {
 public:
  SectionTaker(std::vector<Draft>& drafts, LinePairs& pairs) : drafts_(drafts), pairs_(pairs) {}

  void run() {
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      while (const auto section = section_behind(d)) d = take(d, *section);
  }

 private:
  static bool is_torn(const Draft& draft) { return is_article(draft) && std::find(draft.flags.begin(), draft.flags.end(), "stitched") != draft.flags.end(); }

  static bool has_crossheads(const Draft& draft) {
    return std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return line.role == Role::crosshead; });
  }

  /// A report with its dateline, which nobody has signed at its end.
  static bool is_unsigned_report(const Draft& draft) {
    const auto is_lead = [](const DraftLine& line) { return line.role == Role::lead; };
    return is_unsigned(draft) && std::any_of(draft.lines.begin(), draft.lines.end(), is_lead);
  }

  /// Text that nobody has signed at its end.
  static bool is_unsigned(const Draft& draft) {
    const DraftLine& last = draft.lines.back();
    return is_article(draft) && is_text(last.role) && !last.line->tailed && !last.line->open;
  }

  static bool is_numbered_text(const Draft& draft) {
    return std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return line.line->shape == Shape::label_title; });
  }

  /// A short title by itself over running text that says neither where nor when it was written. One that looks like a title by its words, as
  /// 相关链接：… does, is none of a section, nor is one over items that are listed or signed.
  static bool may_be_section(const Draft& draft) {
    if (!is_article(draft) || draft.lines.size() < 2 || draft.role() != Role::title) return false;
    if (draft.lines[0].line->shape == Shape::brief_marked && draft.lines[0].line->depth == 0) return false;
    const bool items = std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return line.line->listed || line.line->tailed; });
    return !items && draft.lines[0].line->chars <= kLongestHeading && is_text(draft.lines[1].role) && draft.lines[1].line->shape == Shape::prose;
  }

  std::optional<std::size_t> section_behind(std::size_t draft) {
    if (!(is_torn(drafts_[draft]) || is_unsigned(drafts_[draft])) || is_numbered_text(drafts_[draft])) return {};
    const auto behind = printed_behind(drafts_, draft);
    if (behind && may_be_section(drafts_[*behind]) && speaks_of(*behind, draft)) return behind;
    return {};
  }

  bool speaks_of(std::size_t section, std::size_t draft) {
    const bool torn = is_torn(drafts_[draft]), reported = torn || is_unsigned_report(drafts_[draft]);
    const bool has_headings = has_crossheads(drafts_[draft]) || (!torn && has_crossheads(drafts_[section]));
    if (!reported && !has_headings) return false;
    if (!page_) page_.emplace(drafts_, pairs_);
    const Kinship kin = page_->between(section, draft);
    if (has_headings && kin.own >= kLeastOfHeaded && kin.own >= kPartOfOthers * kin.others) return true;
    if (!reported || kin.own < (has_headings ? kLeast : torn ? least_alone(kin) : kLeastReported)) return false;
    return kin.own >= kMoreThanOthers * kin.others || (!torn && kin.own >= kLeastReported && are_others_signed(section, draft) && kin.own >= kPartOfOthers * signed_kin(section, draft).others);
  }

  /// Of a torn article without headings: less is enough where no other shares half as much.
  static double least_alone(const Kinship& kin) { return kin.own >= kFarMoreThanOthers * kin.others ? kLeastNearlyAlone : kLeastAlone; }

  /// Whether nearly all else on the page tells who wrote it, or has a column's name: what does not hardly stands by itself. Of 16 short titles behind
  /// a report all eight sections share kLeastReported with it or more, and the eight articles less; three sections share more with others, which are sections, too, or
  /// hardly twice as much.
  bool are_others_signed(std::size_t section, std::size_t draft) const {
    constexpr std::ptrdiff_t kFewest = 5, kUnsigned = 1;
    std::ptrdiff_t articles = 0, without = 0;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (d == section || d == draft || !is_article(drafts_[d])) continue;
      ++articles;
      without += std::none_of(drafts_[d].lines.begin(), drafts_[d].lines.end(), tells_whose);
    }
    return articles >= kFewest && without <= kUnsigned;
  }

  /// Another section that follows may share more with one than the report that both belong to.
  Kinship signed_kin(std::size_t section, std::size_t draft) const {
    return page_->between(section, draft, [&](std::size_t d) { return std::any_of(drafts_[d].lines.begin(), drafts_[d].lines.end(), tells_whose); });
  }

  static bool tells_whose(const DraftLine& line) {
    return line.role == Role::lead || line.role == Role::byline || line.role == Role::tail || line.role == Role::column || line.role == Role::kicker || line.line->tailed;
  }

  /// Where the draft stands when it has taken the section.
  std::size_t take(std::size_t draft, std::size_t section) {
    auto& lines = drafts_[section].lines;
    lines.front().role = Role::crosshead;
    drafts_[draft].lines.insert(drafts_[draft].lines.end(), lines.begin(), lines.end());
    drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(section));
    page_.reset();
    return section < draft ? draft - 1 : draft;
  }

  std::vector<Draft>& drafts_;
  LinePairs& pairs_;
  std::optional<PageKinship> page_;  ///< of the drafts as they are
};

}  // namespace

void take_own_sections(std::vector<Draft>& drafts, LinePairs& pairs) { SectionTaker(drafts, pairs).run(); }

}  // namespace jianbao
