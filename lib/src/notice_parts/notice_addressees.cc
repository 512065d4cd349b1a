#include "notice_parts/notice_addressees.h"

#include <algorithm>

#include "fields/identifiers.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_lines.h"
#include "notice_parts/notice_loser_names.h"
#include "notice_parts/notice_party_at.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_party_words.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestList = 400;  // bytes

/// 约翰 of JOHN（约翰）, the identity number behind a name: what brackets say of it.
std::string_view without_remarks(std::string_view part) {
  std::size_t at = 0;
  while (at < part.size() && fold(char_at(part, at)) != U'（') next_char(part, at);
  return trim(part.substr(0, at));
}

/// Two to ten Han that could stand in a name.
bool is_han_name(std::string_view part, const Rules& rules) {
  constexpr std::size_t kLeast = 2, kMost = 10;  // characters
  const PartyWords& words = rules.tables().compiled<PartyWords>();
  const std::size_t n = count_chars(part);
  if (is_sounded(part, rules)) return true;  // 其其格 begins as other words do
  return n >= kLeast && n <= kMost && all_han(part) && !words.pronouns.prefix_of(part) && !words.skips.prefix_of(part) && !words.callings.any_in(part);
}

/// 甲公司等37户企业（名单见…）, 张三及其家属: without what stands for those that are not named.
std::string_view without_others(std::string_view part, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  for (std::size_t at = 0; at < part.size(); next_char(part, at)) {
    if (at == 0) continue;
    const std::string_view rest = part.substr(at);
    const std::size_t et = words.ets.prefix_of(rest);
    if (const char32_t count = char_at(rest, et); et > 0 && et < rest.size() && (is_digit(count) || is_cn_numeral(count))) return part.substr(0, at);
    if (const std::size_t joint = words.joints.prefix_of(rest); joint && joint + words.companions.prefix_of(rest.substr(joint)) == rest.size() && rest.size() > joint) return part.substr(0, at);
  }
  return part;
}

/// 占庆华同志: the person alone.
std::string_view without_title(std::string_view part, const Rules& rules) {
  const std::string_view bare = trim(part.substr(0, part.size() - party_words(rules).titles.suffix_of(part)));
  return is_person(bare, rules) || is_han_name(bare, rules) ? bare : part;  // of a surname that no table has, too
}

/// 李四（身份证号…）之妻王五: the relative, behind what brackets say of the other; the same text where nothing of the kind stands in it.
std::string_view behind_kin(std::string_view part, const Rules& rules) {
  constexpr std::string_view kClose = "）";
  const std::size_t close = part.find(kClose);
  if (close == std::string_view::npos) return part;
  const std::string_view rest = part.substr(close + kClose.size());
  const std::string_view name = rest.substr(party_words(rules).kin.prefix_of(rest));
  return name.size() < rest.size() && (is_person(name, rules) || is_sounded(name, rules)) ? name : part;
}

std::vector<Party> read_part(std::string_view part, const Rules& rules) {
  part = behind_kin(part, rules);
  part = without_title(without_others(part, rules), rules);
  if (auto known = read_parties(part, rules); !known.empty()) return known;
  const PartyWords& words = rules.tables().compiled<PartyWords>();
  const std::string_view name = without_remarks(part);
  if (is_latin_name(name)) return {{std::string(name), words.foreign_firms.suffix_of(name) > 0}};
  if (!is_han_name(name, rules)) return {};
  return {{plain_name(name), organisation_suffix(name, rules) > 0 || begins_with_place(name, rules)}};
}

}  // namespace

bool speaks_to(std::string_view text, const Rules& rules) {
  const std::string_view sentence = text.substr(0, std::min(text.find("。"), kLongestList));
  const PartyWords& words = rules.tables().compiled<PartyWords>();
  return words.openings.prefix_of(text) > 0 || words.addresses.any_in(sentence);
}

std::vector<Party> read_called(std::string_view names, const Rules& rules) {
  if (names.size() > kLongestList || is_notice_row(std::string(names) + "：", rules)) return {};  // 批准日期：…
  std::vector<Party> parties;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t place = at;
    const char32_t c = at < names.size() ? fold(next_char(names, at)) : U'、';
    if (place == names.size()) ++at;
    depth += c == U'（' ? 1 : c == U'）' && depth > 0 ? -1 : 0;
    const bool inside_latin = c == U'，' && is_letter(last_char(names.substr(0, place))) && is_space(char_at(names, at));  // X CO, LTD
    if (depth > 0 || (c != U'、' && c != U'，' && c != U'；' && c != '\n') || inside_latin) continue;
    const std::string_view part = trim(names.substr(begin, place - begin));
    begin = at;
    if (part.empty()) continue;
    auto more = read_part(part, rules);
    if (more.empty()) return {};
    parties.insert(parties.end(), more.begin(), more.end());
  }
  return parties;
}

bool speaks_of_itself(std::string_view text, const Rules& rules) {
  for (std::size_t at = 0; at < text.size(); next_char(text, at))
    if (names_itself(text.substr(at), rules)) return true;
  return false;
}

bool calls_with_comma(std::string_view names, std::string_view text, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  if (!words.openings.prefix_of(text) || !words.addresses.any_in(text.substr(0, std::min(text.find("。"), kLongestList)))) return false;
  const auto is_called = [&](std::string_view part) { return !words.leads.prefix_of(part) && (is_person(part, rules) || is_organisation(part, rules)); };
  const std::vector<std::string_view> parts = parts_of(names);
  return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) { return is_called(trim(part)); });
}

std::string_view behind_case(std::string_view text) {
  const auto number = case_number_at(text, 0);
  return number ? trim(text.substr(number->end)) : text;
}

bool calls_somebody(std::string_view text, const Rules& rules) {
  text = behind_case(text);
  const std::size_t colon = text.substr(0, kLongestList).find("：");
  return colon != std::string_view::npos && speaks_to(trim(text.substr(colon + 3)), rules) && !read_called(trim(text.substr(0, colon)), rules).empty();
}

}  // namespace jianbao
