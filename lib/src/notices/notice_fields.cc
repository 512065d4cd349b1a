#include "notices/notice_fields.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "fields/dates.h"
#include "fields/identifiers.h"
#include "fields/money.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_kind.h"
#include "notices/notice_party_names.h"
#include "notices/notice_party_words.h"
#include "notices/notice_reading.h"
#include "tables/pattern_set.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "tables/word_list.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kReadOn = 6000;          // bytes; what stands further behind is a table
constexpr std::size_t kLongestValue = 240;     // bytes
constexpr double kMostDays = 1100;
constexpr std::string_view kCorps = "兵", kArmy = "军";  // courts of no province have these in the numbers of their cases

enum class Type {
  text, name, joined, names, people, date, time, money, moneys, number, days, until, end, measure,
  court, thing, work, works, road, room, page, firm, party
};

struct FieldTable {
  explicit FieldTable(const Rules::Tables& tables) {
    const Table& table = tables.table("notice_fields");
    const std::vector<std::string>& kinds = tables.compiled<KindTable>().kinds;
    of_kind.resize(kinds.size());
    for (const Table::Row& row : table.rows()) {
      const std::vector<std::string> names = split_cell(table.cell(row, "kinds"));
      for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        if (applies(names, kinds[kind])) of_kind[kind].push_back(static_cast<std::uint32_t>(rows.size()));
      rows.push_back({table.cell(row, "field"), type_of(table.cell(row, "type"), row.place), Pattern(table.cell(row, "pattern"), row.place)});
    }
    const Table& periods = tables.table("notice_deadlines");
    for (const Table::Row& row : periods.rows()) {
      if (periods.cell(row, "rank") == "none") {
        no_deadlines.add(periods.cell(row, "pattern"), row.place);
        continue;
      }
      deadlines.add(periods.cell(row, "pattern"), row.place);
      ranks.push_back(std::atoi(std::string(periods.cell(row, "rank")).c_str()));
    }
  }

  static Type type_of(std::string_view name, const std::string& place) {
    static constexpr std::string_view kNames[] = {
        "text",  "name", "joined",  "names", "people", "date", "time",  "money", "moneys", "number", "days", "until",
        "end",   "measure", "court", "thing", "work",   "works", "road", "room",  "page",   "firm",   "party"};
    const auto found = std::find(std::begin(kNames), std::end(kNames), name);
    if (found == std::end(kNames)) throw RulesError(place + ": unknown type '" + std::string(name) + "'");
    return static_cast<Type>(found - std::begin(kNames));
  }

  static bool applies(const std::vector<std::string>& names, std::string_view kind) {
    return names.front() == "*" || std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return name == kind || (name.ends_with('*') && kind.starts_with(name.substr(0, name.size() - 1)));
    });
  }

  struct Row {
    std::string field;
    Type type;
    Pattern pattern;
  };
  std::vector<Row> rows;
  std::vector<std::vector<std::uint32_t>> of_kind;  ///< by kind, the numbers of its rows
  PatternSet no_deadlines, deadlines;
  std::vector<int> ranks;
};

struct CourtWords {
  explicit CourtWords(const Rules::Tables& tables) {
    const Table& table = tables.table("notice_court_words");
    for (const Table::Row& row : table.rows()) {
      const std::string& use = table.cell(row, "use");
      for (std::string& word : split_cell(table.cell(row, "words"))) {
        if (use == "court") courts.add(word), names.push_back(word);
        else if (use == "elsewhere") elsewhere.add(word);
        else if (use == "limit") limits.add(word);
        else if (use == "inside") inside.add(word);
        else if (use == "contract") contracts.push_back(word);
        else if (use == "province") provinces.add(word), abbreviations.push_back(table.cell(row, "id"));
        else if (use == "case-label") case_labels.push_back(word);
        else if (use == "code") codes.add(word);
        else if (use == "realm") realms.add(word);
        else if (use == "works") works.add(word);
        else if (use == "room") rooms.add(word);
        else if (use == "road") roads.add(word);
        else if (use == "no-road") no_roads.add(word);
        else if (use == "code-part") code_parts.push_back(word);
        else throw RulesError(row.place + ": unknown use '" + use + "'");
      }
    }
  }
  SuffixIndex courts, elsewhere, limits, realms, works, rooms, roads, no_roads;
  PrefixIndex codes, inside;
  std::vector<std::string> code_parts, contracts, case_labels;
  WordList provinces;
  std::vector<std::string> abbreviations;  ///< of each of them
  std::vector<std::string> names;
};

std::string_view clip(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

bool is_number(char32_t c) { return is_digit(c) || is_cn_numeral(c); }

/// A number of hours or minutes, in digits or Han; moves `at` behind it. Negative where there is none.
int read_small_number(std::string_view text, std::size_t& at) {
  constexpr int kLongest = 3;  // characters: 三十五
  const std::size_t begin = at;
  for (int n = 0; n < kLongest && at < text.size() && is_number(char_at(text, at)); ++n) next_char(text, at);
  const auto number = parse_numeral(text.substr(begin, at - begin));
  return number && *number < 100 ? static_cast<int>(*number) : -1;
}

/// Behind a remark in brackets that stands right behind a date: （星期二）.
std::size_t behind_remark(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 30;  // bytes
  if (fold(char_at(text, at)) != U'（') return at;
  for (std::size_t end = at; end < text.size() && end - at < kLongest;)
    if (fold(next_char(text, end)) == U'）') return end;
  return at;
}

/// Hours and minutes behind a date: 9时30分, 9:30, 14点, 上午九时半; empty where there is none.
std::string read_clock(std::string_view text, std::size_t at) {
  constexpr int kMostWords = 7;  // characters between date and hour: 星期二上午, a space
  bool afternoon = false, clock = false;
  int hour = -1, minute = 0;
  at = behind_remark(text, at);
  for (int n = 0; n < kMostWords && at < text.size() && hour < 0; ++n) {
    const char32_t c = char_at(text, at);
    std::size_t behind = at;
    if (is_number(c)) {
      hour = read_small_number(text, behind);
      const char32_t unit = behind < text.size() ? fold(next_char(text, behind)) : 0;
      clock = hour >= 0 && (unit == U'时' || unit == U'：' || unit == U'点' || unit == U'∶');
      if (!clock && is_digit(c)) return {};  // 至6月30日 names no hour
      if (!clock) hour = -1, behind = at, next_char(text, behind);
    } else {
      if (!is_han(c) && !is_space(c)) return {};
      next_char(text, behind);
      afternoon = afternoon || c == U'下' || c == U'晚';
    }
    at = behind;
  }
  if (!clock) return {};
  if (afternoon && hour < 12) hour += 12;
  if (at < text.size() && is_number(char_at(text, at))) minute = read_small_number(text, at);
  else if (char_at(text, at) == U'半') minute = 30;
  if (hour > 24 || minute < 0 || minute > 59) return {};
  const auto two = [](int n) { return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; };
  return "T" + two(hour) + ':' + two(minute);
}

std::optional<FieldValue> date_value(std::string_view text, std::size_t begin, std::string_view issue, bool clock) {
  auto match = parse_date(text, begin);
  if (!match) return {};
  complete_year(match->date, issue);
  return match->date.iso() + (clock ? read_clock(text, match->end) : std::string());
}

/// The day alone (24日) that ends a range which began in that month.
std::optional<Date> day_at(std::string_view text, std::size_t& at, Date date) {
  std::size_t end = at;
  while (end < text.size() && is_number(char_at(text, end)) && end - at < 10) next_char(text, end);
  const auto day = parse_numeral(text.substr(at, end - at));
  if (!day || *day < 1 || *day > 31 || char_at(text, end) != U'日') return {};
  date.day = static_cast<int>(*day);
  next_char(text, end);
  at = end;
  return date;
}

/// The end of the range that begins with the date at `begin`: …至24日, …—18:00; nothing where it is none, or where what ends it can't be read.
std::optional<FieldValue> range_value(std::string_view text, std::size_t begin, std::string_view issue) {
  constexpr int kReach = 16;  // characters of the clock and a remark behind the first date
  const auto first = parse_date(text, begin);
  if (!first) return {};
  Date date = first->date;
  complete_year(date, issue);
  std::size_t at = behind_remark(text, first->end);
  bool joined = false;
  for (int n = 0; n < kReach && at < text.size() && !joined; ++n) {
    const char32_t c = next_char(text, at);
    joined = c == U'至' || c == U'到' || c == U'—' || c == U'–' || c == U'-' || c == U'－' || c == U'~' || c == U'～';
    if (!joined && (fold(c) == U'，' || fold(c) == U'；' || is_stop(c))) return {};
  }
  if (!joined) return {};
  while (at < text.size() && (char_at(text, at) == U'—' || char_at(text, at) == U'-' || is_space(char_at(text, at)))) next_char(text, at);
  if (const auto last = parse_date(text, at)) {
    Date until = last->date;
    if (until.year == 0) until.year = date.year + (date.year > 0 && until.month < date.month ? 1 : 0);
    return until.iso() + read_clock(text, last->end);
  }
  if (const auto day = day_at(text, at, date)) return day->day > date.day ? std::optional<FieldValue>(day->iso() + read_clock(text, at)) : std::nullopt;
  if (const std::string clock = read_clock(text, at); !clock.empty()) return date.iso() + clock;
  return {};
}

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

/// A number with the unit behind it: 18652.30平方米.
std::optional<FieldValue> with_unit(std::string_view text, const Pattern::Capture& capture) {
  constexpr int kLongestUnit = 4;  // characters
  std::size_t end = skip_spaces(text, capture.end);
  for (int n = 0; n < kLongestUnit && end < text.size() && (is_han(char_at(text, end)) || char_at(text, end) == U'㎡'); ++n) next_char(text, end);
  const bool whole = end == text.size() || !is_han(char_at(text, end));
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
    const std::size_t behind = behind_remark(text, end);
    at = behind_joint(text, behind, rules);
    if (at == behind) break;
  }
  if (names.empty()) return {};
  return names;
}

/// The amounts of the sentence from there on: 分别为700万元和300万元.
std::optional<FieldValue> moneys_value(std::string_view text, std::size_t at) {
  std::vector<double> amounts;
  while (at < text.size() && !is_stop(char_at(text, at))) {
    if (const auto money = is_number(char_at(text, at)) ? parse_money(text, at) : std::nullopt) amounts.push_back(money->value), at = std::max(at + 1, money->end);
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

/// Whether a value is what its type asks for; of several places the first that is counts.
bool is_such(Type type, std::string_view value, const Rules& rules) {
  constexpr std::string_view kAt = "在", kComma = "，";
  const CourtWords& words = rules.tables().compiled<CourtWords>();
  switch (type) {
    case Type::court: return words.courts.find(value) > 0 && is_organisation(value, rules);
    case Type::thing: return !is_organisation(value, rules);
    case Type::work: return words.realms.find(value) == 0;  // 乡镇|建设
    case Type::works: return words.works.find(value) > 0 && words.works.find(value) < value.size();
    case Type::road: return is_road(value, words);
    case Type::room: return words.rooms.find(value) > 0 && value.find(kAt) == kNone && value.find(kComma) == kNone;
    case Type::page: return is_letter(first_char(value));
    case Type::firm: return is_party(value, rules) && is_organisation(value, rules);
    case Type::party: return is_party(value, rules);
    default: return true;
  }
}

/// 未经许可…，经某人民法院判决: types for which the first place that has such a value is looked for.
bool is_picky(Type type) { return type == Type::court || (type >= Type::works && type <= Type::party); }

std::optional<FieldValue> value_of(const FieldTable::Row& row, std::string_view text, const Pattern::Capture& capture, std::string_view issue, const Rules& rules) {
  const std::string_view value = without_end_of_bracket(without_label(trim(text.substr(capture.begin, capture.end - capture.begin)), char_at(text, capture.end)));
  switch (row.type) {
    case Type::date: return date_value(text, capture.begin, issue, false);
    case Type::time: return date_value(text, capture.begin, issue, true);
    case Type::end: return range_value(text, capture.begin, issue);
    case Type::until: {
      auto until = range_value(text, capture.begin, issue);
      return until ? until : date_value(text, capture.begin, issue, true);
    }
    case Type::measure: return with_unit(text, capture);
    case Type::names: {
      auto names = names_value(text, capture.begin, rules);
      if (!names && party_words(rules).pronouns.prefix_of(value) == 0 && is_organisation(value, rules)) names = std::vector{std::string(value)};  // 合并后|甲公司|存续
      return names;
    }
    case Type::joined: return joined_value(value, rules);
    case Type::people: return people_value(row.pattern, text, rules);
    case Type::moneys: return moneys_value(text, capture.begin);
    case Type::money:
      if (const auto money = parse_money(text, capture.begin)) return money->value;
      return {};
    case Type::number:
    case Type::days:
      if (const auto number = parse_numeral(value)) return static_cast<double>(*number);
      return {};
    case Type::name: {
      const std::size_t partner = behind_partner(text, capture.end, party_words(rules));  // 甲中心（有限合伙）
      const std::string_view name = partner > capture.end ? trim(text.substr(capture.begin, partner - capture.begin)) : name_value(value, rules);
      if (name.empty()) return {};
      return std::string(name);
    }
    case Type::party: {
      auto names = is_party(value, rules) ? joined_value(value, rules) : std::nullopt;
      return names;
    }
    default:
      if (!is_such(row.type, value, rules)) return {};
  }
  if (value.empty() || value.size() > kLongestValue) return {};
  return std::string(value);
}

/// The organisation's name that ends at `end`: back to a mark or a word that names do not hold.
std::string_view name_before(std::string_view text, std::size_t end, std::size_t least, const CourtWords& words) {
  std::size_t begin = end;
  while (begin > 0) {
    const std::size_t previous = before(text, begin);
    const char32_t c = char_at(text, previous);
    if (!is_han(c)) break;
    const std::size_t limit = end - begin >= least ? words.limits.find(text.substr(0, begin)) : 0;
    if (limit > 0 && !words.inside.find(text, begin - limit)) break;
    begin = previous;
  }
  return text.substr(begin, end - begin);
}

bool is_labelled(std::string_view text, std::size_t end, const PrefixIndex& labels) {
  std::size_t begin = end;
  for (int n = 0; n < 8 && begin > 0; ++n) {
    begin = before(text, begin);
    if (const auto label = labels.find(text, begin); label && begin + label.bytes == end) return true;
  }
  return false;
}

/// （2019）流借字第0317号 counts a contract of credit, no case.
bool names_contract(std::string_view number, const Rules& rules) {
  const std::vector<std::string>& words = rules.tables().compiled<CourtWords>().contracts;
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return number.find(word) != kNone; });
}

/// （2023）湘0603民初2301号至2312号: behind the last number of a range that begins with the one that ends at `end`.
std::size_t range_end(std::string_view text, std::size_t end) {
  std::size_t at = end;
  if (at >= text.size() || std::u32string_view(U"至-—－~～").find(next_char(text, at)) == std::u32string_view::npos) return end;
  const std::size_t digits = at;
  while (at < text.size() && is_digit(char_at(text, at))) next_char(text, at);
  return at > digits && at < text.size() && next_char(text, at) == U'号' ? at : end;
}

/// …第31号、第32号: behind the further numbers of cases that are told together, each in short.
std::size_t list_end(std::string_view text, std::size_t end) {
  constexpr std::string_view kMark = "、", kSerial = "第";
  for (std::size_t at = end; text.substr(at).starts_with(kMark); end = at) {
    at += kMark.size();
    if (text.substr(at).starts_with(kSerial)) at += kSerial.size();
    const std::size_t digits = at;
    while (at < text.size() && is_digit(char_at(text, at))) next_char(text, at);
    if (at == digits || at >= text.size() || next_char(text, at) != U'号') break;
  }
  return end;
}

/// Rows that give a case's number each (…，案号：甲；…，案号：乙): none is the notice's.
bool lists_cases(std::string_view text, const Rules& rules) {
  std::string_view first;
  for (const std::string& label : rules.tables().compiled<CourtWords>().case_labels)
    for (std::size_t at = text.find(label); at != kNone; at = text.find(label, at + label.size())) {
      std::size_t begin = at + label.size();
      if (fold(char_at(text, begin)) == U'：') next_char(text, begin);
      const auto number = case_number_at(text, begin);
      if (!number) continue;
      const std::string_view code = text.substr(begin, number->end - begin);
      if (!first.empty() && code != first) return true;
      first = code;
    }
  return false;
}

/// A damaged label: a part of one stands right before.
bool holds_part(std::string_view text, std::size_t end, const std::vector<std::string>& parts) {
  const std::string_view tail = text.substr(end > 18 ? end - 18 : 0, std::min<std::size_t>(end, 18));
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) { return tail.find(part) != kNone; });
}

}  // namespace

std::vector<std::pair<std::string, FieldValue>> read_fields(std::string_view kind, std::string_view text, const TextSigns& signs, std::string_view issue,
                                                            const Rules& rules) {
  const FieldTable& table = rules.tables().compiled<FieldTable>();
  std::vector<std::pair<std::string, FieldValue>> fields;
  text = clip(text, kReadOn);
  Pattern::Match match;
  for (const std::uint32_t number : table.of_kind[rules.tables().compiled<KindTable>().find(kind)]) {
    const FieldTable::Row& row = table.rows[number];
    if (!row.pattern.may_match(signs)) continue;
    if (std::any_of(fields.begin(), fields.end(), [&](const auto& f) { return f.first == row.field; })) continue;
    const bool is_case = row.field == "case_number";
    const std::size_t before_it = fields.size();
    for (std::size_t from = 0, begin = 0; find_pattern(row.pattern, text, from, begin, match); next_char(text, from = begin)) {
      if (is_case && (names_contract(text.substr(begin, match.end - begin), rules) || lists_cases(text, rules))) break;
      for (Pattern::Capture capture : match.captures) {
        if (is_case) capture.end = list_end(text, range_end(text, capture.end));
        if (auto value = value_of(row, text, capture, issue, rules)) fields.emplace_back(row.field, std::move(*value));
      }
      if (!is_picky(row.type) || fields.size() > before_it) break;  // 未经许可…，经某人民法院判决: of several places the first that names one
    }
  }
  return fields;
}

std::optional<double> read_deadline(std::string_view text, const TextSigns& signs, const Rules& rules) {
  const FieldTable& table = rules.tables().compiled<FieldTable>();
  text = clip(text, kReadOn);
  std::optional<double> best;
  int best_rank = 99;
  std::optional<std::vector<Span>> payments;  // numbers that are no period of the notice's; looked for where a period was found
  const auto is_payment = [&](const Pattern::Capture& number) {
    if (!payments) {
      payments.emplace();
      table.no_deadlines.scan(text, [&](std::size_t, std::size_t, const Pattern::Match& match) {
        if (!match.captures.empty()) payments->push_back({match.captures.front().begin, match.captures.front().end});
        return false;
      });
    }
    return std::find(payments->begin(), payments->end(), Span{number.begin, number.end}) != payments->end();
  };
  const auto wanted = [&](std::size_t number) { return table.ranks[number] < best_rank && table.deadlines[number].may_match(signs); };
  table.deadlines.scan_for(text, wanted, [&](std::size_t number, std::size_t, const Pattern::Match& match) {
    if (match.captures.empty() || is_payment(match.captures.front())) return false;
    const Pattern::Capture& capture = match.captures.front();
    const auto days = parse_numeral(text.substr(capture.begin, capture.end - capture.begin));
    if (!days || *days <= 0 || static_cast<double>(*days) > kMostDays) return false;
    best = static_cast<double>(*days);
    best_rank = table.ranks[number];
    return best_rank == 0;
  });
  return best;
}

namespace {

constexpr std::size_t kCodeLength = 18;

/// The end of the digits and letters behind a space at `at`; `at` where there are none.
std::size_t behind_gap(std::string_view text, std::size_t at) {
  const std::size_t begin = skip_spaces(text, at);
  std::size_t end = begin;
  while (begin > at && end < text.size() && (is_digit(char_at(text, end)) || is_letter(char_at(text, end)))) next_char(text, end);
  return end > begin ? end : at;
}

}  // namespace

std::optional<std::string> read_credit_code(std::string_view text, const Rules& rules) {
  const CourtWords& words = rules.tables().compiled<CourtWords>();
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t place = at;
    if (!is_digit(next_char(text, at))) continue;
    std::size_t end = place;
    while (end < text.size() && (is_digit(char_at(text, end)) || is_letter(char_at(text, end)))) next_char(text, end);
    std::string code = to_ascii(text.substr(place, end - place));
    if (const std::size_t rest = behind_gap(text, end); code.size() < kCodeLength && rest > end) {  // 91350299M A2Y3…: a line's end went through
      if (const std::string joined = code + to_ascii(text.substr(skip_spaces(text, end), rest - skip_spaces(text, end))); is_credit_code_shape(joined))
        code = joined, end = rest;
    }
    std::size_t before_it = place;
    while (before_it > 0 && (fold(char_at(text, before(text, before_it))) == U'：' || is_space(char_at(text, before(text, before_it)))))
      before_it = before(text, before_it);
    at = std::max(end, at);
    if (code.size() != kCodeLength || char_at(text, end) == '-') continue;  // …-L02: a part of another number
    // 甲公司（9113…）: nothing else of that shape stands in brackets behind a name
    const bool bracketed = before_it > 0 && fold(char_at(text, before(text, before_it))) == U'（' && is_credit_code_shape(code) && !is_identity_number_shape(code);
    if (bracketed || is_labelled(text, before_it, words.codes) || (credit_code_checks(code) && !is_identity_number_shape(code)) || holds_part(text, before_it, words.code_parts)) return code;
  }
  return {};
}

std::string with_province(std::string number, std::string_view context, const Rules& rules) {
  const CourtWords& words = rules.tables().compiled<CourtWords>();
  std::size_t at = 0;
  while (at < number.size() && fold(char_at(number, at)) != U'）') next_char(number, at);
  if (at >= number.size()) return number;
  next_char(number, at);
  std::size_t behind = at;
  if (at >= number.size() || !is_han(next_char(number, behind)) || !is_digit(char_at(number, behind))) return number;  // （2006）云民二初字第138号: no province
  const std::string_view printed = std::string_view(number).substr(at, behind - at);
  if (printed == kCorps || printed == kArmy) return number;
  if (std::find(words.abbreviations.begin(), words.abbreviations.end(), printed) != words.abbreviations.end()) return number;
  std::optional<std::size_t> named;
  bool one = true;
  words.provinces.each_in(context, [&](std::size_t, std::size_t province) {
    one = one && (!named || *named == province);
    named = province;
    return !one;
  });
  if (named && one) number.replace(at, behind - at, words.abbreviations[*named]);
  return number;
}

bool names_court(std::string_view name, const Rules& rules) { return rules.tables().compiled<CourtWords>().courts.find(name) > 0; }

std::string read_court(std::string_view title, std::string_view signatory, std::string_view text, const Rules& rules) {
  const CourtWords& words = rules.tables().compiled<CourtWords>();
  if (words.courts.find(signatory)) return std::string(signatory);
  for (const std::string_view place : {title, signatory, text}) {
    for (const std::string& court : words.names) {
      for (std::size_t at = place.find(court); at != kNone; at = place.find(court, at + court.size())) {
        const std::string_view name = name_before(place, at + court.size(), court.size(), words);
        const std::size_t begin = static_cast<std::size_t>(name.data() - place.data());
        if (name.size() > court.size() && !words.elsewhere.find(place.substr(0, begin))) return std::string(name);
      }
    }
  }
  return {};
}

}  // namespace jianbao
