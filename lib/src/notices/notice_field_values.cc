#include "notices/notice_field_values.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "fields/dates.h"
#include "fields/money.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_court_words.h"
#include "notice_parts/notice_dates.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_reading.h"
#include "tables/pattern_set.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestValue = 240;     // bytes
constexpr std::size_t kLongestRemark = 30;    // bytes of brackets behind a name: （存续）

/// Up to a space that a label follows (联系人：钟先生 电话：…), without a bracket at the end.
std::string_view name_value(std::string_view value, const Rules& rules) {
  value = trim(value);
  if (is_organisation(value, rules) && value.find("、") == kNone) return value;  // 天衡（临沅）律师事务所
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t place = at;
    const char32_t c = fold(next_char(value, at));
    if (c == U'（' || is_opening(c) || (is_space(c) && count_chars(value.substr(0, place)) >= 2) || c == U'、') return trim(value.substr(0, place));
  }
  return value;
}

/// Without the label of the next field: 地址：紫山路118号 联系人：….
std::string_view without_label(std::string_view value, char32_t behind) {
  if (fold(behind) != U'：') return value;
  for (std::size_t at = value.size(); at > 0;) {
    at = before(value, at);
    if (is_space(char_at(value, at))) return trim(value.substr(0, at));
  }
  return value;
}

/// 乙有限公司|最高投标限价：: a name without the label of the next line, whose end was lost; `behind`: what follows the value.
std::string_view firm_before_label(std::string_view value, char32_t behind, const Rules& rules) {
  const std::size_t end = fold(behind) == U'：' ? organisation_end(value, 0, rules) : kNone;
  return end == kNone ? value : value.substr(0, end);
}

/// 农村公路养护工程|（二标段）: behind the brackets that say which part of the work is meant; `end` where none follow.
std::size_t behind_section(std::string_view text, std::size_t end, const CourtWords& words) {
  constexpr std::string_view kClose = "）";
  if (end >= text.size() || fold(char_at(text, end)) != U'（') return end;
  const std::size_t close = skip_remark(text, end, kLongestRemark);
  const std::string_view remark = text.substr(end, close - end);
  return words.works.find(remark) > kClose.size() && remark.ends_with(kClose) ? close : end;
}

/// A number with the unit behind it: 18652.30平方米.
std::optional<FieldValue> with_unit(std::string_view text, const Pattern::Capture& capture) {
  constexpr int kLongestUnit = 4;  // characters
  std::size_t end = skip_spaces(text, capture.end);
  for (int n = 0; n < kLongestUnit && end < text.size() && (is_han(char_at(text, end)) || char_at(text, end) == U'㎡'); ++n) next_char(text, end);
  const bool whole = end == text.size() || !is_han(char_at(text, end));
  if (whole) end = skip_digits(text, end);  // 1米58
  return std::string(text.substr(capture.begin, (whole ? end : capture.end) - capture.begin));
}

/// Behind a mark or a word that stands between two names of a list; `at` where there is none.
std::size_t behind_joint(std::string_view text, std::size_t at, const Rules& rules) {
  std::size_t behind = at;
  if (at < text.size() && fold(next_char(text, behind)) == U'、') return behind;
  return at + party_words(rules).joints.prefix_of(text.substr(at));
}

/// Where the organisation ends that begins at `begin`, before a joint or a mark: of 甲公司和乙公司 the first; kNone where none does.
std::size_t member_end(std::string_view text, std::size_t begin, const Rules& rules) {
  constexpr std::size_t kLongest = 150;  // bytes
  for (std::size_t at = begin; at - begin < kLongest;) {
    const bool ends = at == text.size() || !is_han(char_at(text, at)) || behind_joint(text, at, rules) > at;
    if (ends && at > begin && is_organisation(text.substr(begin, at - begin), rules)) return behind_partner(text, at, party_words(rules));
    if (at == text.size()) break;
    const char32_t c = fold(next_char(text, at));
    if (is_stop(c) || c == U'，' || c == U'；' || c == U'、') break;
  }
  return kNone;
}

/// The organisations of the list that begins there: 甲公司（存续）、乙公司和丙公司; nothing where it begins with none.
std::optional<FieldValue> names_value(std::string_view text, std::size_t at, const Rules& rules) {
  std::vector<std::string> names;
  for (std::size_t end = member_end(text, at, rules); end != kNone; end = member_end(text, at, rules)) {
    if (party_words(rules).pronouns.prefix_of(text.substr(at, end - at)) > 0) break;  // 存续公司
    names.emplace_back(trim(text.substr(at, end - at)));
    at = skip_remark(text, end, kLongestRemark);
    const std::size_t behind = behind_joint(text, at, rules);
    if (behind == at) break;
    at = behind;
  }
  if (names.empty()) return {};
  return names;
}

/// The amounts of the sentence from there on: 分别为700万元和300万元.
std::optional<FieldValue> moneys_value(std::string_view text, std::size_t at) {
  std::vector<double> amounts;
  while (at < text.size() && !is_stop(char_at(text, at))) {
    if (const auto money = is_digit(char_at(text, at)) || is_cn_numeral(char_at(text, at)) ? parse_money(text, at) : std::nullopt) amounts.push_back(money->value), at = std::max(at + 1, money->end);
    else next_char(text, at);
  }
  if (amounts.empty()) return {};
  return amounts;
}

/// 李四、王五: several names, each cleaned.
std::optional<FieldValue> joined_value(std::string_view value, const Rules& rules) {
  std::string names;
  for (const std::string_view part : parts_of(value))
    if (const std::string_view name = name_value(part, rules); !name.empty()) names.append(names.empty() ? "" : "、").append(name);
  if (names.empty()) return {};
  return names;
}

/// The persons at all places that the pattern finds: 任命张三为局长；李四、王五为副局长.
std::optional<FieldValue> people_value(const Pattern& pattern, std::string_view text, const Rules& rules) {
  std::vector<std::string> people;
  std::string joined(text);  // each may stand on a line of its own
  std::erase(joined, '\n');
  text = joined = tighten(joined);
  Pattern::Match match;
  for (std::size_t from = 0, begin = 0; find_pattern(pattern, text, from, begin, match);) {
    next_char(text, from = begin);
    for (const Pattern::Capture& capture : match.captures)
      for (const std::string_view name : parts_of(trim(text.substr(capture.begin, capture.end - capture.begin))))
        if (is_person(trim(name), rules) && std::find(people.begin(), people.end(), plain_name(trim(name))) == people.end()) people.push_back(plain_name(trim(name)));
  }
  if (people.empty()) return {};
  return people;
}

/// 5000元）: without the end of brackets that the value does not begin.
std::string_view without_end_of_bracket(std::string_view value) {
  if (value.empty() || fold(last_char(value)) != U'）' || value.find("（") != kNone || value.find('(') != kNone) return value;
  return trim(value.substr(0, before(value, value.size())));
}

/// G107, S319线K12+300: a road that is called by a letter and a number.
bool is_numbered_road(std::string_view value) { return is_letter(first_char(value)) && is_digit(last_char(value)); }

/// 人民路（建设街至文庙街段）, G107线K1896+200至K1898路段: a road, or the part of one that is closed.
bool is_road(std::string_view value, const CourtWords& words) {
  const bool remark = fold(last_char(value)) == U'）';
  const std::size_t open = remark ? value.rfind("（") : kNone;
  if (open != kNone) value = value.substr(0, open);
  if (value.find("，") != kNone || value.find("、") == 0 || words.no_roads.find(value) == value.size()) return false;
  return is_numbered_road(value) || words.roads.find(value) > 0;
}

/// Persons and organisations, and nothing that only stands for one.
bool is_party(std::string_view value, const Rules& rules) {
  const std::vector<std::string_view> parts = parts_of(value);
  return !value.empty() && std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return party_words(rules).pronouns.prefix_of(part) == 0 && (is_person(part, rules) || is_organisation(part, rules));
  });
}

/// 城关镇河道治理工程, not 该项目, nor one that another clause leads to.
bool is_named_work(std::string_view value, const CourtWords& words) {
  for (std::size_t at = 0; at < value.size();)
    if (const char32_t c = fold(next_char(value, at)); c == U'，' || c == U'：' || c == U'；') return false;
  const std::size_t end = words.works.find(value);
  return end > 0 && end < value.size() && !words.no_works.find(value);
}

/// 李四, 高女士: a person's name, or a surname before a title.
bool is_called_person(std::string_view value, const Rules& rules) {
  const std::size_t title = party_words(rules).titles.suffix_of(value);
  const std::string_view name = value.substr(0, value.size() - title);
  return is_person(name, rules) || (title > 0 && !name.empty() && surname_length(name, rules) == name.size());
}

/// 公告”中，联系电话“87651234: what stands in the last quotes where the value begins inside of others.
std::string_view behind_other_quotes(std::string_view value) {
  constexpr std::string_view kOpen = "“", kClose = "”";
  const std::size_t close = value.find(kClose), open = value.rfind(kOpen);
  return close != kNone && open != kNone && close < value.find(kOpen) && value.find(kClose, open) == kNone ? value.substr(open + kOpen.size()) : value;
}

/// 以下线路, 下列区域: leads to what is meant, and is none of it.
bool leads_on(std::string_view value, const Rules& rules) {
  constexpr std::size_t kLongest = 6;  // characters
  return party_words(rules).followings.prefix_of(value) > 0 && count_chars(value) <= kLongest;
}

/// 候车厅, 城南公园东门: a place, no day and nothing that somebody does there.
bool is_spot(std::string_view value, const CourtWords& words) {
  constexpr std::size_t kLongest = 24;  // characters
  constexpr std::string_view kNever[] = {"在", "，", "。", "、"};
  const auto holds = [&](std::string_view word) { return value.find(word) != kNone; };
  return count_chars(value) <= kLongest && std::none_of(std::begin(kNever), std::end(kNever), holds) && !words.no_spots.find(value) && !parse_date(value);
}

/// Whether a value is what its type asks for; of several places the first that is counts.
bool is_such(FieldType type, std::string_view value, const Rules& rules) {
  constexpr std::string_view kAt = "在", kComma = "，";
  const CourtWords& words = court_words(rules);
  switch (type) {
    case FieldType::court: return words.courts.find(value) > 0 && is_organisation(value, rules);
    case FieldType::thing: return !is_organisation(value, rules);
    case FieldType::work: return words.realms.find(value) == 0;  // 乡镇|建设
    case FieldType::works: return is_named_work(value, words);
    case FieldType::road: return is_road(value, words);
    case FieldType::room: return words.rooms.find(value) > 0 && value.find(kAt) == kNone && value.find(kComma) == kNone;
    case FieldType::spot: return is_spot(value, words);
    case FieldType::page: return is_letter(first_char(value));
    case FieldType::firm: return is_party(value, rules) && is_organisation(value, rules);
    case FieldType::party: return is_party(value, rules);
    case FieldType::person: return is_called_person(value, rules);
    case FieldType::text: return !leads_on(value, rules);
    default: return true;
  }
}

}  // namespace

FieldType field_type(std::string_view name, const std::string& place) {
  static constexpr std::string_view kNames[] = {
      "text",  "name", "joined",  "names", "people", "date", "time",  "money", "moneys", "number", "days", "until",
      "end",   "measure", "court", "thing", "work",   "works", "road", "room",  "page",   "firm",   "party", "person", "spot"};
  const auto found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found == std::end(kNames)) throw RulesError(place + ": unknown type '" + std::string(name) + "'");
  return static_cast<FieldType>(found - std::begin(kNames));
}

bool is_picky(FieldType type) { return type == FieldType::court || (type >= FieldType::works && type <= FieldType::spot); }

std::optional<FieldValue> read_value(FieldType type, const Pattern& pattern, std::string_view text, const Pattern::Capture& capture, std::string_view issue,
                                     const Rules& rules) {
  const std::string_view value = behind_other_quotes(without_end_of_bracket(without_label(trim(text.substr(capture.begin, capture.end - capture.begin)), char_at(text, capture.end))));
  switch (type) {
    case FieldType::date: return read_day(text, capture.begin, issue, false);
    case FieldType::time: return read_day(text, capture.begin, issue, true);
    case FieldType::end: return read_range_end(text, capture.begin, issue);
    case FieldType::until: {
      auto until = read_range_end(text, capture.begin, issue);
      return until ? until : read_day(text, capture.begin, issue, true);
    }
    case FieldType::measure: return with_unit(text, capture);
    case FieldType::names: {
      auto names = names_value(text, capture.begin, rules);
      if (!names && party_words(rules).pronouns.prefix_of(value) == 0 && is_organisation(value, rules)) names = std::vector{std::string(value)};  // 合并后|甲公司|存续
      return names;
    }
    case FieldType::joined: return joined_value(value, rules);
    case FieldType::people: return people_value(pattern, text, rules);
    case FieldType::moneys: return moneys_value(text, capture.begin);
    case FieldType::money:
      if (const auto money = parse_money(text, capture.begin)) return money->value;
      return {};
    case FieldType::number:
    case FieldType::days:
      if (const auto number = parse_numeral(value)) return static_cast<double>(*number);
      return {};
    case FieldType::name: {
      const std::size_t partner = behind_partner(text, capture.end, party_words(rules));  // 甲中心（有限合伙）
      const std::string_view name = partner > capture.end ? trim(text.substr(capture.begin, partner - capture.begin)) : name_value(firm_before_label(value, char_at(text, capture.end), rules), rules);
      if (name.empty()) return {};
      return std::string(name);
    }
    case FieldType::works:
      if (!is_such(type, value, rules)) return {};
      if (const std::size_t end = behind_section(text, capture.end, court_words(rules)); end > capture.end) return std::string(value).append(text, capture.end, end - capture.end);
      break;
    case FieldType::party: return is_party(value, rules) ? joined_value(value, rules) : std::nullopt;
    default:
      if (!is_such(type, value, rules)) return {};
  }
  if (value.empty() || value.size() > kLongestValue) return {};
  return std::string(value);
}

}  // namespace jianbao
