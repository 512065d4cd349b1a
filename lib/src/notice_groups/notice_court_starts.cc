// Further notices of courts in a paragraph: behind who signs the one before, whom the court calls, or a case of its own.
#include <algorithm>

#include "fields/dates.h"
#include "fields/identifiers.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_addressees.h"
#include "notice_parts/notice_courts.h"
#include "notice_parts/notice_party_names.h"
#include "notice_groups/notice_start_walk.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = StartWalk::kNone;

/// Where the notice of a court begins.
class CourtStart {
 public:
  explicit CourtStart(StartWalk& walk) : walk_(walk), text_(walk.text), rules_(walk.rules), signs_(walk.signs) {}

  void begin(std::size_t at) {
    std::size_t end = at;
    while (end > 0 && is_space(char_at(text_, before(text_, end)))) end = before(text_, end);
    const char32_t mark = end > 0 ? fold(char_at(text_, before(text_, end))) : U'\0';
    if (is_stop(mark)) return another_case(at);
    if (mark != U'：' && mark != U'；') return opening(at);  // OCR takes the one for the other
    end = before(text_, end);
    if (const std::size_t names = behind_lost_stop(end); mark == U'：' && names != kNone) return walk_.begin_at(names);
    std::size_t begin = walk_.behind_mark(end, U"。！");
    if (begin == kNone) return;
    const std::size_t stop = begin;
    if (const auto date = find_last_date(text_.substr(begin, end - begin))) begin += date->end;
    while (begin < end && is_space(char_at(text_, begin))) next_char(text_, begin);
    begin += signature_length(text_.substr(begin, end - begin));
    const std::string_view names = behind_case(text_.substr(begin, end - begin));
    if (mark == U'；' && !(may_be_names(names) && is_person(names, rules_))) return;
    const bool called = is_named(without_remark(last_part(names)), rules_) || !read_called(names, rules_).empty();
    if (called || (may_be_names(names) && is_signature_of_court(text_.substr(stop, begin - stop)))) walk_.begin_at(begin);
  }

  /// …视为送达。（临沅市人民法院）王五：…: brackets that sign end a notice whatever follows.
  void closed(std::size_t open) {
    std::size_t at = open;
    while (at < text_.size() && at - open < StartWalk::kLookBack && fold(char_at(text_, at)) != U'）') next_char(text_, at);
    const std::string_view name = text_.substr(open, at - open);
    if (at >= text_.size() || !is_organisation(name, rules_) || !names_court(name, rules_)) return;
    next_char(text_, at);
    while (at < text_.size() && (is_space(char_at(text_, at)) || is_stop(char_at(text_, at)))) next_char(text_, at);
    walk_.begin_at(at);
  }

  /// A sentence behind the signature of another notice: …申报债权。棠江市中级人民法院 本院根据…的申请，.
  void opening(std::size_t at) {
    if (begin_declared(walk_, at)) return;
    if (at > walk_.last() && signs_.selves.find(text_, at) && is_signed_before(at)) return walk_.begin_at(at);
    std::size_t stop = walk_.behind_mark(at, U"。！");
    if (stop == kNone || stop >= at) return;
    stop = skip_spaces(text_, stop);
    if (const auto number = case_number_at(text_, stop)) stop = skip_spaces(text_, number->end);  // …申报债权。（2025）湘0399破2号 棠江市人民法院 …
    stop += place_mark(text_.substr(stop), rules_);
    const std::size_t end = organisation_end(text_.substr(0, at), stop, rules_);
    if (end == kNone || skip_spaces(text_, end) != at) return;
    const std::string_view name = text_.substr(stop, end - stop);
    if (!is_organisation(name, rules_) || !names_court(name, rules_)) return;
    const auto date = parse_date(text_, at);
    if (!date || is_comma(char_at(text_, date->end))) walk_.begin_at(at);  // 2024年4月8日，本院根据…
    else if (const auto& openings = signs_.openings; std::any_of(openings.begin(), openings.end(), [&](const Pattern& pattern) { return pattern.matches(text_, date->end); })) walk_.begin_at(date->end);
  }

  /// …缺席判决。李四|向本院提出申请，要求宣告王五死亡: behind what the court told somebody whoever applies to it begins a case of another.
  void application(std::size_t at) {
    const std::size_t stop = walk_.behind_mark(at, U"。！");
    if (stop == kNone || stop <= walk_.last() || !calls_somebody(text_.substr(walk_.last()), rules_)) return;
    if (is_named(without_remark(text_.substr(stop, at - stop)), rules_)) walk_.begin_at(stop);
  }

  /// Another court begins to speak: …公开拍卖。嘉渠市中级人民法院将于….
  void speaker(std::size_t at, std::size_t end) {
    const std::size_t begin = walk_.behind_mark(at, U"。！");
    std::size_t name = at;  // the name ends before the verb
    while (name < end && !is_organisation(text_.substr(begin == kNone ? 0 : begin, name - (begin == kNone ? 0 : begin)), rules_)) next_char(text_, name);
    if (begin != kNone && name < end) walk_.begin_at(begin);
  }

 private:
  /// …上诉于甲省高级人民法院乙县人民法院|申请人…: the name of a court that ends at `at` signs, for no word before it says that it is one to go to.
  bool is_signed_before(std::size_t at) const {
    constexpr std::size_t kReach = 150;  // bytes
    std::size_t begin = at;
    while (begin > walk_.last() && at - begin < kReach && !ends_part(char_at(text_, before(text_, begin)))) begin = before(text_, begin);
    const std::string_view part = trim(text_.substr(begin, at - begin));
    if (!names_court(part, rules_)) return false;
    const std::size_t first = court_end(part, 0, rules_);
    const bool alone = first == kNone || first == part.size();
    return !alone || !goes_elsewhere(part, rules_);
  }

  /// …视为送达张三：, …乙县人民法院李四、王五：: where whom the court calls begin behind words that end a notice, though the stop was lost; kNone where nothing
  /// of the kind stands before the colon at `end`.
  std::size_t behind_lost_stop(std::size_t end) const {
    constexpr std::size_t kReach = 180;  // bytes
    std::size_t begin = end, parts = 0;
    while (begin > walk_.last() && end - begin < kReach) {
      const std::size_t previous = before(text_, begin);
      const char32_t c = fold(char_at(text_, previous));
      if (is_stop(c) || (c == U'，' && ++parts > 0)) break;
      begin = previous;
    }
    const std::string_view lead = text_.substr(begin, end - begin);
    for (std::size_t at = lead.size(); at > 0;) {
      at = before(lead, at);
      const std::string_view names = lead.substr(at);
      const bool signed_off = names_court(lead.substr(0, at), rules_) && is_signed_before(begin + at);
      if (signed_off && (is_sounded(without_remark(names), rules_) || is_latin_name(without_remark(names)))) return begin + at;
      if (!(signed_off || signs_.ends.find(lead.substr(0, at))) || !is_named(without_remark(last_part(names)), rules_)) continue;
      const std::vector<std::string_view> all = parts_of(names);
      if (std::all_of(all.begin(), all.end(), [&](std::string_view name) { return is_named(without_remark(trim(name)), rules_); })) return begin + at;
    }
    return kNone;
  }

  static bool ends_part(char32_t c) {
    c = fold(c);
    return c == U'，' || c == U'；' || is_stop(c);
  }

  /// …视为送达。本院受理申请人李四申请宣告王五死亡一案。: behind what the court told somebody it speaks of a case that opens with itself.
  void another_case(std::size_t at) {
    if (at <= walk_.last() || !calls_somebody(text_.substr(walk_.last()), rules_)) return;
    if (std::any_of(signs_.cases.begin(), signs_.cases.end(), [&](const Pattern& pattern) { return pattern.matches(text_, at); })) walk_.begin_at(at);
  }

  /// 清江市双合粮油有限公司、受建平: Han and the marks between names; OCR may have taken a surname for something else.
  static bool may_be_names(std::string_view text) {
    constexpr std::size_t kLongest = 120;  // bytes
    for (std::size_t at = 0; at < text.size();)
      if (const char32_t c = next_char(text, at); !is_han(c) && c != U'、' && c != U'·' && !is_space(c)) return false;
    return !text.empty() && text.size() <= kLongest;
  }

  /// 清江市桥北区人民法院2025年4月7日
  bool is_signature_of_court(std::string_view text) const {
    const auto date = find_last_date(text);
    const std::string_view name = trim(text.substr(0, date ? date->begin : text.size()));
    return is_organisation(name, rules_) && names_court(name, rules_);
  }

  /// Bytes of the last notice's signature that stands before the addressees: 临沅市人民法院 刘强、王芳：本院受理….
  std::size_t signature_length(std::string_view names) const {
    const std::size_t name = place_mark(names, rules_);
    std::size_t at = name;
    while (at < names.size() && !is_space(char_at(names, at)) && fold(char_at(names, at)) != U'（') next_char(names, at);
    if (at == names.size() || !is_space(char_at(names, at))) {  // 甲县人民法院李四（LI SI）: spaces in brackets part no names
      if (const std::size_t court = court_before_party(names, name)) return court;
      const std::size_t end = organisation_end(names, name, rules_);
      return end != kNone && end < names.size() && names_court(names.substr(name, end - name), rules_) ? end : 0;
    }
    if (!is_organisation(names.substr(name, at - name), rules_)) return 0;
    at = skip_spaces(names, at);
    return at;
  }

  /// 某县人民法院某板材有限公司: where the court ends that signs the last notice, 0 where none stands before the addressee.
  std::size_t court_before_party(std::string_view names, std::size_t begin) const {
    const std::size_t end = court_end(names, begin, rules_);
    return end < names.size() && is_named(without_remark(last_part(names.substr(end))), rules_) ? end : 0;
  }

  /// 陈思宇（现住澳大利亚墨尔本）
  static std::string_view without_remark(std::string_view name) {
    if (fold(last_char(name)) != U'）') return name;
    const std::size_t open = last_bracket(name);
    return open > 0 ? name.substr(0, open) : name;
  }

  static std::string_view last_part(std::string_view names) {
    std::size_t at = names.size();
    int depth = 0;  // of brackets, in which marks part no names: 甲有限公司（JIA CO LTD）
    while (at > 0) {
      const std::size_t previous = before(names, at);
      const char32_t c = fold(char_at(names, previous));
      depth += c == U'）' ? 1 : c == U'（' ? -1 : 0;
      if (depth <= 0 && (c == U'、' || c == U'，' || is_space(c))) break;
      at = previous;
    }
    return names.substr(at);
  }

  StartWalk& walk_;
  const std::string_view text_;
  const Rules& rules_;
  const StartSigns& signs_;
};

}  // namespace

void begin_court_notice(StartWalk& walk, std::size_t at) { CourtStart(walk).begin(at); }
void begin_behind_brackets(StartWalk& walk, std::size_t open) { CourtStart(walk).closed(open); }
void begin_opening(StartWalk& walk, std::size_t at) { CourtStart(walk).opening(at); }
void begin_application(StartWalk& walk, std::size_t at) { CourtStart(walk).application(at); }
void begin_speaker(StartWalk& walk, std::size_t at, std::size_t end) { CourtStart(walk).speaker(at, end); }

}  // namespace jianbao
