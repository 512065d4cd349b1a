#include "notice_groups/notice_continuation.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_scan.h"
#include "notice_signs/phones.h"
#include "notice_parts/notice_addressees.h"
#include "notice_groups/notice_ads.h"
#include "notice_parts/notice_courts.h"
#include "notice_groups/notice_group_rows.h"
#include "notice_groups/notice_settle.h"
#include "notice_parts/notice_named_parties.h"
#include "notice_parts/notice_party_at.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_reading.h"
#include "notice_parts/notice_tail.h"
#include "notice_groups/notice_titles.h"
#include "text/chars.h"

namespace jianbao {
namespace {

bool may_come_from_court(std::string_view kind) { return is_court_kind(kind) || kind == "liquidator_tender"; }

/// What a text says beside what the open notice has said.
class ContinuationJudge : GroupJudge {
 public:
  explicit ContinuationJudge(const GroupState& state) : GroupJudge(state) {}

  bool goes_on(std::string_view text, const std::optional<Signature>& signature, bool item) const {
    if (signature) return !(state_.signed_off && !signature->names.empty() && signature->date && state_.has_date());
    if (goes_on_labelled(text) || goes_on_with_name(text) || goes_on_with_figures(text)) return true;
    if (ends_in_colon(open_.pieces.back().text) && opens_case(text, rules_)) return true;  // whom the court calls, whatever runs on behind the case
    if (item) return goes_on_with_contact(text) || goes_on_told();
    if (state_.columns_of(text) > 0 || goes_on_heads(text)) return true;
    if (state_.is_complete() && stands_over_case(text)) return false;
    if (is_loss_row(text, state_)) return false;
    if (is_in_brackets(text) && !state_.signed_off) return true;
    if (ends_in_colon(open_.pieces.back().text)) return true;  // 各位股东：
    if (goes_on_list(text, state_)) return true;
    if (open_.pieces.size() == 1 && behind_case(open_.pieces.front().text).empty()) return true;  // （2024）湘0399民初87号 over the addressees
    if (open_.pieces.size() == 1 && is_note(open_.pieces.front())) return true;
    if (state_.is_closing_line(text) || words_.is_contact_line(text)) return true;
    if (state_.run_in_of(text)) return false;
    if (goes_on_labels(text)) return true;
    if (state_.signed_off && !state_.has_date() && words_.is_labelled(text)) return true;  // 某支行, 机构编码：…: what looks like a signature heads a list
    if (read_before_text(open_, rules_) == open_.pieces.size()) return true;  // who signs, and no text yet
    if (state_.signed_off || begins_another(text) || (state_.is_closed() && (begins_dated_loss(text) || !is_counted_or_labelled(text)))) return false;
    if (is_next_ad(text, state_)) return false;
    return !waits_for(text, state_);
  }

  /// A sentence with a loser or addressees of its own, behind a notice that is complete.
  bool begins_new(std::string_view text) const {
    if (calls_somebody(text, rules_) || (!read_addressees(text, rules_).empty() && is_notice_text(text, rules_))) return true;
    const KindScore mine = state_.kind_of_text(text);
    if (is_next_sought(text) || is_next_loss(text) || loses_of_another(text)) return true;
    if (mine.weight < kClear || (state_.subject_of(text).empty() && !names_itself(text, rules_)) || !state_.is_complete()) return false;
    return is_notice_text(text, rules_) || is_twin(text) || declares_likewise(text) || (!speaks_for(mine.kind) && !words_.is_labelled(text));  // 第二名：乙公司，投标报价：…
  }

 private:
  bool begins_another(std::string_view text) const { return begins_new(text) || is_other_case(text) || is_other_matter(text) || corrects(text) || corrects_another_issue(text) || (state_.is_complete() && begins_with_court(text)); }

  /// 本报11月26日3版《…》一文中，“…”应为“…”: whatever stands before it, and be it a heading that nobody can read.
  bool corrects(std::string_view text) const {
    const auto is_correction = [&](std::size_t kind) { return kind != KindTable::kNone && kinds_.kinds[kind] == "correction"; };
    const WordList& papers = party_words(rules_).papers;
    if (papers.prefix_of(open_.pieces.front().text) > 0 && papers.prefix_of(text) == 0 && names_itself(text, rules_) && is_correction(state_.kind_of_text(text).kind) && state_.is_complete()) return true;  // 本公司…拍卖公告，…更正为…: a firm's own
    return is_correction(state_.kind_of_text(text).kind) && !is_correction(kind_of({}, open_.pieces.front().text, kinds_).kind) && !is_correction(state_.kind_of_title(open_.title).kind) && is_notice_text(text, rules_);
  }

  /// 本报11月12日A02版《…》…应为…, and below it 11月13日A02版…: what was wrong in another issue.
  bool corrects_another_issue(std::string_view text) const {
    const std::string_view open = open_.pieces.front().text;
    const auto issue = [&](std::string_view correction) {
      const std::string_view behind = correction.substr(party_words(rules_).papers.prefix_of(correction));
      const auto date = parse_date(behind);
      return date && date->begin == 0 && kinds_.kinds[kind_of({}, correction, kinds_).kind] == "correction" ? date : std::nullopt;
    };
    const bool both = kind_of({}, open, kinds_).weight > 0 && kind_of({}, text, kinds_).weight > 0 && is_stop(last_char(open_.pieces.back().text));
    return both && issue(open) && issue(text);
  }

  /// 2024年5月6日，李四遗失学生证，…: a loss with its day before it, no row that is counted.
  bool begins_dated_loss(std::string_view text) const {
    const auto date = parse_date(text);
    return date && date->begin == 0 && state_.is_loss(text);
  }

  /// （2024年5月6日某县人大常委会会议通过）, 甬市监罚字〔2024〕9号, 2025年5月1日: what stands between a heading and its text.
  bool is_note(const NoticePiece& piece) const { return (!piece.signature && is_in_brackets(piece.text)) || leads_notice(piece.text, rules_); }

  /// （截至2024年9月20日　金额单位：万元）
  static bool is_in_brackets(std::string_view text) { return fold(first_char(text)) == U'（' && fold(last_char(text)) == U'）'; }

  /// 某公司城关营业部⏎自2003年9月8日起迁至…: a name alone can be no notice; what stands before no name goes on with it.
  bool goes_on_with_name(std::string_view text) const {
    return open_.pieces.size() == 1 && is_organisation(open_.pieces.front().text, rules_) && !names_court(open_.pieces.front().text, rules_) &&
           party_words(rules_).cuts_at(text, 0) && state_.subject_of(text).empty();
  }

  /// …核准号J5632，⏎开户行：某支行，声明作废。…: what a label says of the thing, behind a comma.
  bool goes_on_labelled(std::string_view text) const {
    if (fold(last_char(open_.pieces.back().text)) != U'，') return false;
    const PrefixIndex& numbers = rules_.tables().compiled<ItemWords>().numbers;
    const std::size_t label = numbers.find(text).bytes;
    return words_.is_labelled(text) || (label > 0 && label < text.size() && fold(char_at(text, label)) == U'：');
  }

  /// （票号：31300051 2268⏎7104，票面金额…: what breaks off inside of brackets goes on with figures; and figures alone are a cell.
  bool goes_on_with_figures(std::string_view text) const {
    if (!is_digit(first_char(text))) return false;
    if (text.find_first_not_of("0123456789.,") == std::string_view::npos) return true;
    const std::string_view open = open_.pieces.back().text;
    return is_digit(last_char(open)) && opens_bracket(open);
  }

  /// A bracket is left open at the end.
  static bool opens_bracket(std::string_view text) {
    int depth = 0;
    for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
      const char32_t c = fold(next_char(text, at));
      depth += c == U'（' ? 1 : c == U'）' ? -1 : 0;
    }
    return depth > 0;
  }

  /// 李四：…判决主文：⏎一、…: what somebody is told goes on with a list.
  bool goes_on_told() const { return ends_in_colon(open_.pieces.back().text) && calls_somebody(open_.pieces.front().text, rules_); }

  /// 序号　借款人　担保人⏎本金　利息: heads of a table below others.
  bool goes_on_heads(std::string_view text) const {
    const auto& columns = rules_.tables().compiled<ColumnTable>();
    return is_head_line(text, columns) && is_head_line(open_.pieces.back().text, columns);
  }

  /// 联系电话：…: behind a notice that has not told yet how to reach whom it goes on with that, whatever stands before it.
  bool goes_on_with_contact(std::string_view text) const {
    constexpr std::size_t kReach = 8;  // pieces
    if (!words_.is_contact_line(text)) return false;
    return std::none_of(open_.pieces.end() - static_cast<std::ptrdiff_t>(std::min(kReach, open_.pieces.size())), open_.pieces.end(), [&](const NoticePiece& p) { return ends_with_phone(p.text, rules_); });
  }

  /// 获取文件时间： of 获取文件时间：6月12日: a label that names nobody; 0 where the text begins with none.
  std::size_t label_length(std::string_view text) const {
    constexpr std::size_t kLeast = 2, kMost = 12;  // characters
    const std::size_t end = skip_han(text, 0, text.size());
    const std::string_view label = text.substr(0, end);
    const std::size_t chars = count_chars(label);
    if (chars < kLeast || chars > kMost || end >= text.size() || fold(char_at(text, end)) != U'：') return 0;
    return is_person(label, rules_) || is_organisation(label, rules_) || is_notice_heading(label, rules_) ? 0 : end;
  }

  /// 项目名称：…, 招标人：某医院, 获取文件时间：…: a list of labels goes on with the next, though one of them looks like who signs.
  bool goes_on_labels(std::string_view text) const {
    constexpr std::size_t kFew = 2;  // pieces that make a list
    if (open_.pieces.size() < kFew || state_.has_date() || label_length(text) == 0) return false;
    return std::all_of(open_.pieces.end() - kFew, open_.pieces.end(), [&](const NoticePiece& p) { return label_length(p.text) > 0; });
  }

  /// （2024）湘0399民初87号 alone on its line, over what it counts; what a court signs behind it ends the notice before. 李四之妻王五： over what the
  /// court tells, whoever is called so.
  bool stands_over_case(std::string_view text) const {
    const bool calls = ends_in_colon(text) && !words_.is_labelled(text);
    if (!calls && !behind_case(text).empty()) return false;
    for (std::size_t next = state_.block + 1; next < article_.blocks.size(); ++next) {
      const std::string_view below = state_.line(next);
      if (!below.empty()) return calls ? opens_case(below, rules_) || calls_somebody(std::string(text).append(below), rules_) : !read_signature(below, rules_);
    }
    return false;
  }

  /// 甲学校本学期起搬到…, below 乙公司自5月1日起迁至…: a firm of its own that dissolves, moves or is renamed as another one does above.
  bool declares_likewise(std::string_view text) const {
    const KindScore mine = state_.kind_of_text(text);
    if (words_.continues(text) || !kinds_.declares(mine.kind) || mine.kind != kind_of({}, open_.pieces.front().text, kinds_).kind) return false;
    const auto subject = state_.subject_of(text), other = read_subject(open_.pieces.front().text, rules_);
    return !subject.empty() && subject.front().organization && !other.empty() && other.front().organization && !state_.any_named(subject);
  }

  /// The title of the open notice or one of its last pieces speaks for that kind.
  bool speaks_for(std::size_t kind) const {
    constexpr std::size_t kReach = 3;  // pieces
    const std::size_t first = open_.pieces.size() - std::min(kReach, open_.pieces.size());
    const bool titled = open_.pieces.size() > 1 && state_.kind_of_title(open_.title).kind == kind;
    return titled || std::any_of(open_.pieces.begin() + static_cast<std::ptrdiff_t>(first), open_.pieces.end(), [&](const NoticePiece& p) { return kind_of({}, p.text, kinds_).kind == kind; });
  }

  /// A loss with a loser of its own behind a line that says what happened to whom, too, without a mark at its end.
  bool is_next_loss(std::string_view text) const {
    const std::string_view open = open_.pieces.front().text;
    if (open_.pieces.size() > 1) return false;
    if (loses_plainly(open) && loses_plainly(text)) return !state_.any_named(state_.subject_of(text));
    if (!is_han(last_char(open)) || kind_of({}, open, kinds_).weight < kClear) return false;
    const KindScore mine = state_.kind_of_text(text);
    const bool begun = words_.ends_with_closing(open) && mine.weight >= kClear && kinds_.is_loss(mine.kind);
    if (!begun && !state_.is_loss(text)) return false;
    const auto subject = state_.subject_of(text);
    if (subject.empty()) return begun && words_.ends_with_closing(text) && !words_.continues(text);  // 湘L12345号车行驶证遗失，声明作废
    return !state_.any_named(subject) && !read_subject(open, rules_).empty();
  }

  /// 李四遗失学生证: who, the act and a thing, under a heading of losses.
  bool loses_plainly(std::string_view text) const {
    const std::size_t act = party_words(rules_).losses.first_in(text);
    std::size_t end = 0, head = 0;
    if (act >= text.size() || !kinds_.is_loss(state_.kind_of_title(open_.title).kind) || read_subject(text, rules_, &end).empty() || end > act) return false;
    return static_cast<bool>(rules_.tables().compiled<ItemWords>().heads.search(text, act, head));
  }

  /// 遗失2023年10月8日核发的某公司营业执照，…: a loss that names its loser only where the thing is told, and nobody of the open notice.
  bool loses_of_another(std::string_view text) const {
    const bool lost = static_cast<bool>(rules_.tables().compiled<ItemWords>().lost.find(text));
    if (!state_.is_complete() || !(lost ? is_notice_text(text, rules_) : state_.subject_of(text).empty() && state_.is_loss(text))) return false;
    const auto losers = read_named("loser", text, rules_);
    return !losers.empty() && !state_.any_named(losers);
  }

  /// Another person is sought, another thing was found, or another line is cut off: each paragraph says what, and how to reach whom or when.
  bool is_next_sought(std::string_view text) const {
    const std::string_view open = open_.pieces.front().text;
    const KindScore mine = state_.kind_of_text(text);
    if (mine.weight < kClear || open_.pieces.size() > 1 || !state_.is_complete() || mine.kind != kind_of({}, open, kinds_).kind) return false;
    const std::string& kind = kinds_.kinds[mine.kind];
    if (kind == "missing_person" || (kind == "found_property" && tells_find(open) && tells_find(text))) return !find_phones(open, rules_).empty() && !find_phones(text, rules_).empty();
    return kind == "outage" && parse_date(open) && parse_date(text);
  }

  /// 拾到钱包一个, not 请拾到者….
  bool tells_find(std::string_view text) const {
    const ItemWords& words = rules_.tables().compiled<ItemWords>();
    std::size_t at = 0;
    const auto find = words.finds.search(text, 0, at);
    return find && !words.finders.find(text, at + find.bytes);
  }

  /// Of the same kind as the open notice, and each says by itself who speaks and ends with how to reach whom, or a date.
  bool is_twin(std::string_view text) const {
    const std::string_view open = open_.pieces.front().text;
    if (words_.continues(text)) return false;
    if (state_.kind_of_text(text).kind != kind_of({}, open, kinds_).kind && !read_tail(open, rules_).signature.date) return false;
    if (!has_number_or_date(open_.pieces.back().text) || !(has_number_or_date(text) || leads_on(text))) return false;
    std::size_t end = 0;
    const auto mine = read_subject(text, rules_, &end), other = read_subject(open, rules_);
    if (words_.is_contact_line(text.substr(end))) return false;  // 甲银行联系人：…
    return !mine.empty() && mine.front().organization && !other.empty() && !state_.any_named(mine);
  }

  /// …公开拍卖：1.…；: the rest of its list, and how to reach whom, stand below.
  static bool leads_on(std::string_view text) {
    const char32_t last = fold(last_char(text));
    return last == U'：' || last == U'；';
  }

  bool has_number_or_date(std::string_view text) const {
    return !find_phones(text, rules_).empty() || read_tail(text, rules_).signature.date;
  }

  /// Another case of the same court: it opens as their notices do, and nobody it concerns has been named before.
  bool is_other_case(std::string_view text) const {
    if (!state_.is_complete() || !opens_court_notice(text, rules_)) return false;
    const KindScore mine = kind_of({}, text, kinds_), open = kind_of({}, open_.pieces.front().text, kinds_);
    if (mine.weight < kClear || open.weight < kClear || !may_come_from_court(kinds_.kinds[mine.kind]) || !may_come_from_court(kinds_.kinds[open.kind])) return false;
    const std::string tight = tighten(text);
    const auto parties = read_party_column(kinds_.parties[mine.kind], {Subject(tight, rules_), text, {}, {}}, rules_);
    return mine.kind != open.kind ? !state_.any_named(parties) : !parties.empty() && !state_.any_named(parties);
  }

  /// Another matter: a paragraph that speaks for a kind of its own, behind a notice that is complete. Under a heading of its own a
  /// notice has several paragraphs, under a banner or none it rarely has.
  bool is_other_matter(std::string_view text) const {
    constexpr double kLeast = 5, kLeastTitled = 14, kLeastNamed = 9;  // weight
    if (!state_.is_complete() || words_.continues(text)) return false;
    const KindScore mine = state_.kind_of_text(text);
    if (mine.weight < kLeast || mine.kind == kind_of({}, open_.pieces.back().text, kinds_).kind) return false;
    const KindScore heading = state_.kind_of_title(open_.title);
    const bool titled = heading.kind != KindTable::kNone && !words_.is_banner(open_.title);
    const std::size_t open = titled ? heading.kind : kind_of({}, open_.pieces.front().text, kinds_).kind;
    if (mine.kind == open) return false;
    if (!titled || mine.weight >= kLeastTitled) return true;
    const auto subject = mine.weight >= kLeastNamed ? state_.subject_of(text) : std::vector<Party>{};
    return !subject.empty() && !state_.any_named(subject);
  }

  /// 岷阳市江源区人民法院受理…: the court itself is the first word.
  bool begins_with_court(std::string_view text) const {
    const std::size_t end = organisation_end(text, 0, rules_);
    return end != std::string_view::npos && end < text.size() && names_court(text.substr(0, end), rules_);
  }

  /// 债务人：…, 1 李平 …: a row of a list that the notice announced.
  static bool is_counted_or_labelled(std::string_view text) {
    std::size_t at = 0;
    if (is_digit(char_at(text, 0))) return true;
    for (int n = 0; n < 8 && at < text.size(); ++n)
      if (fold(next_char(text, at)) == U'：') return true;
    return false;
  }
};

}  // namespace

bool goes_on_with_open(std::string_view text, const std::optional<Signature>& signature, bool item, const GroupState& state) {
  return ContinuationJudge(state).goes_on(text, signature, item);
}

bool begins_new(std::string_view text, const GroupState& state) { return ContinuationJudge(state).begins_new(text); }

}  // namespace jianbao
