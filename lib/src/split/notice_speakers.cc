#include "split/notice_speakers.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "fields/dates.h"
#include "names/organisations.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_lines.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// How a notice calls who speaks in it.
struct SelfWords {
  explicit SelfWords(const Rules::Tables& tables) : selves(tables.compiled<WordTable>().beginnings("self")) {}
  PrefixIndex selves;
};

/// The lines [begin, end) between a heading and the next.
struct Stretch {
  std::size_t begin = 0, end = 0;
  bool headed = false;  ///< a heading stands over it
  bool empty() const { return begin == end; }
  bool operator==(const Stretch&) const = default;
};

class NoticeSpeakers {
 public:
  NoticeSpeakers(const Page& page, const Rules& rules, const std::vector<Line>& lines)
      : page_(page), rules_(rules), lines_(lines), selves_(rules.tables().compiled<SelfWords>().selves), kinds_(rules.tables().compiled<KindTable>()) {}

  std::vector<int> run() {
    parted_ = are_parted();
    signed_below_ = are_signed_below();
    std::vector<int> weights(lines_.size());
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i)
      if (may_head(i)) weights[i] = weigh(i, weights);
    follow_page(weights);
    return weights;
  }

 private:
  static constexpr int kClear = kClearSpeaker;
  static constexpr int kStrong = 3, kFair = 2, kSlight = 1;
  static constexpr std::size_t kReach = 60;  // lines of a notice
  static constexpr std::string_view kStop = "。";

  std::string_view view(std::size_t i) const { return page_.view(lines_[i].span); }
  bool is_any_heading(std::size_t i) const { return jianbao::is_any_heading(page_, lines_[i], rules_); }

  /// What belongs to the page, or to an article of another kind.
  static bool is_no_notice(Shape shape) {
    switch (shape) {
      case Shape::folio: case Shape::paper: case Shape::staff: case Shape::ornament: case Shape::imprint: case Shape::weather: case Shape::index:
      case Shape::dateline: case Shape::byline: case Shape::caption: case Shape::credit: return true;
      default: return false;
    }
  }

  /// An empty line before nearly each line says nothing.
  bool are_parted() const {
    const auto blank = static_cast<std::size_t>(std::count_if(lines_.begin(), lines_.end(), [](const Line& line) { return line.blank_before; }));
    return 8 * blank >= 7 * lines_.size();
  }

  /// 云溪县人民法院⏎2025年4月9日: some notices of the page end with who signs them.
  bool are_signed_below() const {
    for (std::size_t i = 1; i + 1 < lines_.size(); ++i)
      if (lines_[i].shape == Shape::organisation && lines_[i + 1].shape == Shape::date) return true;
    return false;
  }

  bool names_organisation(std::size_t i) const {
    return lines_[i].shape == Shape::organisation || (lines_[i].depth > 0 && lines_[i].shape == Shape::brief_marked && is_organisation(view(i), rules_));
  }

  /// Below the name a heading, or a few words that may be one: 施工公告.
  bool may_stand_below(std::size_t i) const {
    constexpr std::uint32_t kFew = 8;  // characters
    return is_any_heading(i + 1) || (lines_[i + 1].shape == Shape::brief_act && lines_[i + 1].chars <= kFew && all_han(view(i + 1)));
  }

  /// An organisation right above a heading that names nobody; of headings in a row the first is a column's.
  bool may_head(std::size_t i) const {
    if (!names_organisation(i) || !lines_[i].more.empty() || lines_[i + 1].beside || !may_stand_below(i)) return false;
    if (i + 2 < lines_.size() && is_any_heading(i + 2)) return false;
    return organisation_end(view(i + 1), 0, rules_) == std::string_view::npos;
  }

  /// A line that a notice does not go beyond: a heading, or one that may be.
  bool bounds(std::size_t i) const {
    const Line& line = lines_[i];
    if (is_any_heading(i) || is_no_notice(line.shape) || line.shape == Shape::brief_act || line.depth > 0) return true;
    return (line.shape == Shape::brief || line.shape == Shape::tiny) && line.open && is_topic_heading(view(i), rules_);
  }

  Stretch above(std::size_t i) const {
    Stretch found{i, i, false};
    while (found.begin > 0 && i - found.begin < kReach && !bounds(found.begin - 1)) --found.begin;
    found.headed = found.begin > 0 && !is_no_notice(lines_[found.begin - 1].shape);
    return found;
  }

  /// Without the name over the next heading, which may be its first line.
  Stretch below(std::size_t i) const {
    Stretch found{i + 2, i + 2, true};
    while (found.end < lines_.size() && found.end - i < kReach && !bounds(found.end)) ++found.end;
    if (found.end < lines_.size() && found.end > found.begin && may_head(found.end - 1)) --found.end;
    return found;
  }

  /// Who signs there: a line of its own below the text, or a name behind the last sentence.
  std::string_view signer(const Stretch& stretch) const {
    for (std::size_t i = stretch.end; i > stretch.begin + 1; --i) {
      switch (lines_[i - 1].shape) {
        case Shape::date: continue;
        case Shape::organisation: case Shape::name: case Shape::signature: return view(i - 1);
        default: break;
      }
      return name_behind(view(i - 1));
    }
    return stretch.empty() ? std::string_view() : name_behind(view(stretch.begin));
  }

  /// …逾期视为送达。云溪县人民法院: the organisation behind the last sentence.
  std::string_view name_behind(std::string_view text) const {
    const std::size_t stop = text.rfind(kStop);
    if (stop == std::string_view::npos) return {};
    const std::string_view last = trim(text.substr(stop + kStop.size()));
    const std::size_t end = organisation_end(last, 0, rules_);
    const bool signs = end != std::string_view::npos && (end == last.size() || whole_date(trim(last.substr(end))));
    return signs ? last.substr(0, end) : std::string_view();
  }

  /// 临沅市人民法院 of 临沅市云溪区人民法院: the same, or what print or OCR left of it.
  static bool resemble(std::string_view one, std::string_view other) {
    if (one.size() > other.size()) std::swap(one, other);
    std::size_t at = 0;
    for (std::size_t i = 0; i < other.size() && at < one.size();) {
      std::size_t next = at;
      if (next_char(other, i) == next_char(one, next)) at = next;
    }
    return at == one.size();
  }

  bool mentions(const Stretch& stretch, std::string_view name) const {
    for (std::size_t i = stretch.begin; i < stretch.end; ++i)
      if (view(i).find(name) != std::string_view::npos) return true;
    return false;
  }

  enum class Self { none, fits, differs };

  /// 我校…, 本公司…: whether who speaks there may be called `name`. 本单位 may be anybody.
  Self self_of(const Stretch& stretch, std::string_view name) const {
    Self self = Self::none;
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      const std::string_view text = view(i);
      for (std::size_t at = 0; at < text.size();) {
        const auto hit = selves_.search(text, at, at);
        if (!hit) break;
        std::size_t behind = at;
        next_char(text, behind);
        const std::string_view what = text.substr(behind, at + hit.bytes - behind);
        at += hit.bytes;
        if (name.find(what) != std::string_view::npos) return Self::fits;
        self = Self::differs;
      }
    }
    return self;
  }

  /// How sure a text names by itself who acts in it: the loser of what was lost, or an organisation that one of its first clauses begins with, most
  /// where the text makes known what that does with itself (减少注册资本).
  int names_party(const Stretch& stretch) const {
    if (stretch.empty()) return 0;
    if (!party_ || party_->first != stretch) party_.emplace(stretch, read_party(stretch));
    return party_->second;
  }

  int read_party(const Stretch& stretch) const {
    const std::size_t last = kind_of({}, view(stretch.end - 1), kinds_).kind;
    if (kinds_.is_loss(last)) return kFair;
    const std::string_view text = view(stretch.begin);
    constexpr std::size_t kClauses = 3;
    std::size_t at = bullet_length(text);
    for (std::size_t n = 0; n < kClauses && at < text.size(); ++n) {
      if (selves_.find(text, at)) return 0;  // 我院名称变更为某医院: no name begins so
      if (organisation_end(text, at, rules_) != std::string_view::npos) {
        const std::size_t told = stretch.end - stretch.begin == 1 ? last : kind_of({}, text, kinds_).kind;
        return told != KindTable::kNone && kinds_.declares(told) ? kStrong : kSlight;
      }
      while (at < text.size() && fold(char_at(text, at)) != U'，') next_char(text, at);
      if (at < text.size()) next_char(text, at);
    }
    return 0;
  }

  bool ends_with_date(const Stretch& stretch) const { return !stretch.empty() && lines_[stretch.end - 1].shape == Shape::date; }

  /// The organisation in the heading over a stretch, or above it, where that was found to be its first line.
  std::string_view header(const Stretch& stretch, const std::vector<int>& weights) const {
    if (!stretch.headed) return {};
    const std::size_t heading = stretch.begin - 1;
    if (heading > 0 && weights[heading - 1] >= kClear) return view(heading - 1);
    const std::size_t end = organisation_end(view(heading), 0, rules_);
    return end == std::string_view::npos ? std::string_view() : view(heading).substr(0, end);
  }

  /// What the notice above says: more than 0 where `name` does not sign it.
  int weigh_above(const Stretch& text, std::string_view name, const std::vector<int>& weights) const {
    if (text.empty() || (!text.headed && !tells(text))) return kStrong;  // nothing that it could sign
    const std::string_view head = header(text, weights), other = signer(text);
    if (mentions(text, name) || (!head.empty() && resemble(head, name))) return -kStrong;
    if (!head.empty() || !other.empty()) return kStrong;
    const int day = ends_with_date(text) ? kFair : 0;  // who signs mostly stands above the day
    const int party = names_party(text);
    if (party == kStrong) return day + party;
    switch (self_of(text, name)) {
      case Self::fits: return day + party - kStrong;
      case Self::differs: return day + std::max(party, kSlight);
      default: return day + (party > 0 ? party : -kFair);
    }
  }

  /// Some line of it reads as a notice.
  bool tells(const Stretch& stretch) const {
    for (std::size_t i = stretch.begin; i < stretch.end; ++i)
      if (is_notice_text(view(i), rules_)) return true;
    return false;
  }

  /// What the notice below says: more than 0 where it lacks somebody to speak in it.
  int weigh_below(const Stretch& text, std::string_view name) const {
    if (text.empty()) return 0;
    const std::string_view other = signer(text);
    if (!other.empty()) return resemble(other, name) ? 0 : -kStrong;
    if (mentions(text, name)) return kFair;
    const int party = names_party(text);
    if (party == kStrong) return -party;
    switch (self_of(text, name)) {
      case Self::fits: return kStrong - party;
      case Self::differs: return -kFair;
      default: return party > 0 ? -party : kSlight;
    }
  }

  /// Of which of the two notices somebody so called speaks: a supplier of electricity of 停电, a court of none of 减资.
  int weigh_kinds(const Stretch& over, const Stretch& under, std::string_view name) const {
    std::vector<std::size_t> kinds;  // that such a speaker has
    kinds_.speaker_words.each_in(name, [&](std::size_t, std::size_t word) {
      const auto& row = kinds_.speakers[kinds_.speaker_of[word]].kinds;
      kinds.insert(kinds.end(), row.begin(), row.end());
      return false;
    });
    if (kinds.empty()) return 0;
    const auto speaks = [&](const Stretch& stretch) { return std::find(kinds.begin(), kinds.end(), kind(stretch)) != kinds.end(); };
    const bool above = speaks(over);  // first, as it was below the name before
    return kFair * (speaks(under) - above);
  }

  std::size_t kind(const Stretch& stretch) const {
    if (!kind_ || kind_->first != stretch) kind_.emplace(stretch, read_kind(stretch));
    return kind_->second;
  }

  std::size_t read_kind(const Stretch& stretch) const {
    constexpr std::size_t kRead = 1500;  // bytes
    std::string text;
    for (std::size_t i = stretch.begin; i < stretch.end && text.size() < kRead; ++i) text += view(i);
    return kind_of(stretch.headed && stretch.begin > 0 ? view(stretch.begin - 1) : std::string_view(), text, kinds_).kind;
  }

  /// Marks and empty lines set a heading off from what stands above it.
  int weigh_print(std::size_t i) const {
    const Line &line = lines_[i], &heading = lines_[i + 1];
    if (line.depth > 0) return kStrong;
    const int marks = heading.depth > 0 ? -kSlight : 0;
    if (parted_ || line.blank_before == heading.blank_before) return marks;
    return marks + (line.blank_before ? kFair : -kFair);
  }

  int weigh(std::size_t i, const std::vector<int>& weights) const {
    const std::string_view name = view(i);
    const Stretch over = above(i), under = below(i);
    int weight = weigh_above(over, name, weights) + weigh_below(under, name) + weigh_print(i) - (signed_below_ ? kSlight : 0);
    if (std::abs(weight) < kClear + kFair) weight += weigh_kinds(over, under, name);  // else nothing is left to tell
    return weight == 0 ? kSlight : weight;  // undecided, and yet one of those that follow the page
  }

  /// The notices of a page are set alike: what is undecided goes with the others where those agree.
  void follow_page(std::vector<int>& weights) const {
    const auto heads = std::count_if(weights.begin(), weights.end(), [](int w) { return w >= kClear; });
    const auto signs = std::count_if(weights.begin(), weights.end(), [](int w) { return w <= -kClear; });
    if ((heads > 0) == (signs > 0)) return;
    for (int& weight : weights)
      if (weight != 0 && std::abs(weight) < kClear) weight = heads > 0 ? kClear : -kClear;
  }

  const Page& page_;
  const Rules& rules_;
  const std::vector<Line>& lines_;
  const PrefixIndex& selves_;
  const KindTable& kinds_;
  bool parted_ = false, signed_below_ = false;
  mutable std::optional<std::pair<Stretch, int>> party_;  ///< of the last stretch asked for: what is below one name is above the next
  mutable std::optional<std::pair<Stretch, std::size_t>> kind_;
};

}  // namespace

bool is_any_heading(const Page& page, const Line& line, const Rules& rules) {
  if (line.shape == Shape::notice_heading) return true;
  return (line.shape == Shape::document_title || line.shape == Shape::brief_act) && is_notice_heading(text_of(page, line), rules);
}

std::vector<int> weigh_speakers(const Page& page, const Rules& rules, const std::vector<Line>& lines) { return NoticeSpeakers(page, rules, lines).run(); }

}  // namespace jianbao
