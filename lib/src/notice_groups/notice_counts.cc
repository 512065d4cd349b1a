#include "notice_groups/notice_counts.h"

#include <algorithm>
#include <cstddef>

#include "names/persons.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "notice_groups/notice_continuation.h"
#include "notice_parts/notice_party_words.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// What a numbered paragraph says of itself.
class CountJudge : GroupJudge {
 public:
  explicit CountJudge(const GroupState& state) : GroupJudge(state) {}

  bool begins(std::string_view text) const {
    const std::string_view title = state_.pending.empty() ? state_.shared : state_.pending.back();
    const std::size_t kind = state_.kind_of_title(title).kind;
    const bool losses = kinds_.is_loss(kind);
    if (state_.is_loss(text) || (begins_with_person(text) && ends_in_loss())) return true;
    if (losses) return !state_.subject_of(text).empty();
    if (voids_deed(text, title) || corrects_anew(text)) return true;
    if (!goes_on_list() && !read_addressees(text, rules_).empty() && is_notice_text(text, rules_)) return true;
    if (kind != KindTable::kNone && kinds_.declares(kind) && declares_new(text)) return true;
    return !open_.pieces.empty() && article_.blocks[open_.pieces.front().block].label && begins_new(text, state_);
  }

 private:
  /// …判决：一、…；⏎二、李四承担…: the open notice breaks off in a list.
  bool goes_on_list() const { return !open_.pieces.empty() && fold(last_char(open_.pieces.back().text)) == U'；'; }

  /// 2.李四遗失湘（2018）…号不动产权证书，…: under its heading the registry tells of one owner's deed, or says all that is to be said of
  /// it; rows of deeds that a line leads to (下列…：) say nothing of their own.
  bool voids_deed(std::string_view text, std::string_view title) const {
    const std::size_t heading = state_.kind_of_title(title).kind;
    if (heading == KindTable::kNone || kinds_.kinds[heading] != kRegistry) return false;
    const auto leads = [&](const NoticePiece& p) { return ends_in_colon(p.text) || party_words(rules_).followings.any_in(p.text); };
    if (std::any_of(open_.pieces.begin(), open_.pieces.end(), leads)) return false;
    return !state_.subject_of(text).empty() || (state_.kind_of_text(text).kind == heading && state_.kind_of_text(text).weight >= kClear);
  }

  /// ②本报昨日3版《…》所配照片误为…: the newspaper puts another page right; ②“甲”应为“乙” goes on with the one before.
  bool corrects_anew(std::string_view text) const {
    if (party_words(rules_).papers.prefix_of(text) == 0) return false;
    const KindScore mine = state_.kind_of_text(text);
    return mine.kind != KindTable::kNone && kinds_.kinds[mine.kind] == kCorrection && mine.weight >= kClear;
  }

  static constexpr std::string_view kCorrection = "correction";
  static constexpr std::string_view kRegistry = "void_registry_notice";
  static constexpr std::size_t kShortName = 6, kLongName = 9;  // bytes of a person's name
  bool begins_with_person(std::string_view text) const { return is_person(text.substr(0, kLongName), rules_) || is_person(text.substr(0, kShortName), rules_); }

  /// ①李四学生证；②…；③…，以上均声明作废: the last of those that are counted says what happened to the things of all.
  bool ends_in_loss() const {
    std::size_t last = state_.block;
    while (last + 1 < article_.blocks.size() && article_.blocks[last + 1].label) ++last;
    const std::size_t kind = kind_of({}, article_.view(article_.blocks[last]), kinds_).kind;
    return kinds_.is_loss(kind) && is_circled_digit(first_char(state_.line(state_.block)));
  }

  /// 2.某合作社经成员大会决议解散，…: an organisation of its own that says what such notices say.
  bool declares_new(std::string_view text) const {
    const KindScore mine = state_.kind_of_text(text);
    if (mine.weight < kClear || !kinds_.declares(mine.kind) || !is_stop(last_char(trim(text)))) return false;
    const auto subject = state_.subject_of(text);
    return !subject.empty() && subject.front().organization && !state_.any_named(subject);
  }
};

}  // namespace

bool begins_numbered(std::string_view text, const GroupState& state) { return CountJudge(state).begins(text); }

}  // namespace jianbao
