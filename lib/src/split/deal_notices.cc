#include "split/deal_notices.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "notice_signs/notice_kind.h"

namespace jianbao {
namespace {

using Lines = std::vector<DraftLine>;

constexpr std::size_t kMostHeadings = 8;
constexpr double kClearly = 2;  // by how much a text speaks louder for one heading than for any other

bool is_heading(const DraftLine& line) { return line.line->shape == Shape::notice_heading; }

bool has_headings_only(const Draft& draft) { return std::all_of(draft.lines.begin(), draft.lines.end(), is_heading); }

class NoticeDealer {
 public:
  NoticeDealer(std::vector<Draft>& drafts, const Page& page, const Rules& rules) : drafts_(drafts), page_(page), table_(rules.tables().compiled<KindTable>()) {}

  void run() {
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      std::size_t end = d;  // drafts of headings alone, and the one with their texts
      while (end < drafts_.size() && has_headings_only(drafts_[end])) ++end;
      if (end == drafts_.size() || !is_heading(drafts_[end].lines.front())) continue;
      Lines lines;
      for (std::size_t i = d; i <= end; ++i) lines.insert(lines.end(), drafts_[i].lines.begin(), drafts_[i].lines.end());
      std::vector<Draft> dealt = deal(lines);
      if (dealt.empty()) continue;
      const std::size_t count = dealt.size();
      const auto place = drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(d), drafts_.begin() + static_cast<std::ptrdiff_t>(end) + 1);
      drafts_.insert(place, std::make_move_iterator(dealt.begin()), std::make_move_iterator(dealt.end()));
      d += count - 1;
    }
  }

 private:
  std::string_view text(const DraftLine& line) const { return page_.view(line.line->span); }

  /// The heading that a text speaks for; their number where it speaks for none, or for several alike.
  std::size_t heading_of(const DraftLine& line, const Lines& lines, std::size_t headings) const {
    if (kind_of({}, text(line), table_).kind == KindTable::kNone) return headings;
    std::vector<double> weights;
    for (std::size_t h = 0; h < headings; ++h) {
      const bool named = kind_of_heading(text(lines[h]), table_).kind != KindTable::kNone;
      weights.push_back(named ? kind_of(text(lines[h]), text(line), table_).weight : 0);
    }
    const auto best = std::max_element(weights.begin(), weights.end());
    const double least = *best - kClearly;
    const bool clear = *best > 0 && std::count_if(weights.begin(), weights.end(), [&](double weight) { return weight > least; }) == 1;
    return clear ? static_cast<std::size_t>(best - weights.begin()) : headings;
  }

  /// Each heading with the lines of its text; nothing where they do not come out even.
  std::vector<Draft> deal(const Lines& lines) const {
    const auto headings = static_cast<std::size_t>(std::find_if_not(lines.begin(), lines.end(), is_heading) - lines.begin());
    if (headings < 2 || headings > kMostHeadings || headings == lines.size()) return {};
    std::vector<Draft> dealt;
    std::vector<bool> used(headings);
    std::size_t current = headings;
    for (std::size_t i = headings; i < lines.size(); ++i) {
      const std::size_t heading = is_heading(lines[i]) ? headings : heading_of(lines[i], lines, headings);
      if (heading < headings && heading != current) {
        if (used[heading]) return {};
        used[heading] = true;
        current = heading;
        dealt.emplace_back();
        dealt.back().lines.push_back(lines[heading]);
        dealt.back().lines.back().role = Role::notice_heading;
        dealt.back().flags.emplace_back("stitched");
      }
      if (current == headings) return {};  // a text before any that speaks
      dealt.back().lines.push_back(lines[i]);
    }
    if (dealt.size() != headings || std::any_of(dealt.begin(), dealt.end(), [&](const Draft& draft) { return is_signed_by_another(draft, dealt); })) return {};
    return dealt;
  }

  /// Somebody signs whom the text of another names: lines were read in a wrong order, and who belongs where is for their reader to say.
  bool is_signed_by_another(const Draft& draft, const std::vector<Draft>& dealt) const {
    const auto names = [&](const Draft& other, std::string_view name) {
      return std::any_of(other.lines.begin(), other.lines.end(), [&](const DraftLine& line) { return text(line).size() > name.size() && text(line).find(name) != std::string_view::npos; });
    };
    return std::any_of(draft.lines.begin(), draft.lines.end(), [&](const DraftLine& line) {
      const bool signs = line.line->shape == Shape::name || line.line->shape == Shape::organisation || line.line->shape == Shape::tiny;
      return signs && !names(draft, text(line)) && std::any_of(dealt.begin(), dealt.end(), [&](const Draft& other) { return names(other, text(line)); });
    });
  }

  std::vector<Draft>& drafts_;
  const Page& page_;
  const KindTable& table_;
};

}  // namespace

void deal_notices(std::vector<Draft>& drafts, const Page& page, const Rules& rules) { NoticeDealer(drafts, page, rules).run(); }

}  // namespace jianbao
