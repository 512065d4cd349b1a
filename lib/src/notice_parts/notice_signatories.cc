#include "notice_parts/notice_signatories.h"

#include <vector>

#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_reading.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// A telephone number stands in it.
bool holds_phone(std::string_view text) {
  constexpr std::size_t kLeast = 7;  // digits, joints between them
  std::size_t digits = 0;
  for (const char c : text) {
    digits = is_ascii_digit(static_cast<unsigned char>(c)) ? digits + 1 : c == '-' ? digits : 0;
    if (digits >= kLeast) return true;
  }
  return false;
}

bool signs(std::string_view text, const Rules& rules) { return is_person(text, rules) && !is_titled(text, rules); }

/// 县民政局　县人力资源和社会保障局: two names side by side; a space of OCR inside of one leaves no name before it.
bool holds_several(std::string_view text, const Rules& rules) {
  constexpr std::size_t kLeast = 5;  // characters
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t place = at;
    if (!is_space(next_char(text, at))) continue;
    const std::string_view rest = trim(text.substr(at));
    if (count_chars(rest) >= kLeast && is_organisation(text.substr(0, place), rules) && is_organisation(rest, rules)) return true;
  }
  return false;
}

/// 甲有限公司乙有限公司: firms whose line ends were lost, each of which ends with its legal form; one part where nothing is glued.
std::vector<std::string_view> glued_firms(std::string_view text, const Rules& rules) {
  const WordList& forms = party_words(rules).legal_forms;
  std::vector<std::string_view> firms;
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = skip_spaces(text, at)) < text.size();) {
    next_char(text, at);
    if (at == text.size() || forms.suffix_of(text.substr(begin, at - begin)) == 0) continue;
    const std::string_view rest = text.substr(at);
    if (forms.suffix_of(rest) == 0 || !is_firm(text.substr(begin, at - begin), rules) || !is_firm(rest, rules)) continue;
    firms.push_back(text.substr(begin, at - begin));
    begin = at;
  }
  firms.push_back(text.substr(begin));
  return firms;
}

/// 律师：李四, 代理机构：…
bool is_witness(std::string_view line, const Rules& rules) {
  const std::size_t role = party_words(rules).witnesses.prefix_of(line);
  return role > 0 && fold(char_at(line, role)) == U'：' && is_signing_name(trim(line.substr(skip_colon(line, role))), rules);
}

/// 李四律师　王五律师: a line of lawyers below their firm.
bool are_witnesses(std::string_view line, const Rules& rules) {
  const WordList& witnesses = party_words(rules).witnesses;
  std::size_t begin = 0, names = 0;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t place = at = skip_han(line, at, line.size());
    const char32_t c = at < line.size() ? next_char(line, at) : U' ';
    if (place == line.size()) ++at;
    if (!is_space(c) && c != U'、') continue;
    if (const std::string_view part = trim(line.substr(begin, place - begin)); !part.empty()) {
      const std::size_t role = witnesses.suffix_of(part);
      if (role == 0 || !is_person(part.substr(0, part.size() - role), rules)) return false;
      ++names;
    }
    begin = at;
  }
  return names > 0;
}

}  // namespace

std::string_view without_role(std::string_view text, const Rules& rules) {
  const std::size_t role = party_words(rules).roles.prefix_of(text);
  if (role == 0) return text;
  const std::string_view rest = trim(text.substr(role));
  if (rest.empty()) return text;
  constexpr std::size_t kShortest = 6;  // bytes of a role that needs no space: 患者家属李四, not 妻李四
  if ((role >= kShortest || is_space(char_at(text, role))) && is_person(rest, rules)) return rest;  // 患者之子　李四
  if (fold(first_char(rest)) != U'：') return text;
  return trim(without_first(rest));
}

bool is_firm(std::string_view text, const Rules& rules) {
  return is_organisation(text, rules) && !find_date(text) && !holds_phone(text) && !party_words(rules).deeds.any_in(text);  // 甲银行已将下列债权转让给乙公司
}

bool is_titled(std::string_view text, const Rules& rules) {
  const std::size_t title = party_words(rules).titles.suffix_of(text);
  const std::string_view bare = trim(text.substr(0, text.size() - title));
  return title > 0 && !bare.empty() && surname_length(bare, rules) == bare.size();
}

bool is_signing_name(std::string_view text, const Rules& rules) { return signs(text, rules) || is_firm(text, rules); }

bool names_witnesses(std::string_view line, const Rules& rules) { return is_witness(line, rules) || are_witnesses(line, rules); }

std::string read_signatories(std::string_view text, const Rules& rules) {
  text = trim(text);
  if (signs(text, rules)) return plain_name(text);
  if (is_titled(text, rules)) return {};
  if (is_firm(text, rules) && !holds_several(text, rules)) {
    std::string firms;
    for (const std::string_view firm : glued_firms(text, rules)) firms.append(firms.empty() ? "" : "、").append(tighten(firm));  // 某县人 民法院
    return firms;
  }
  std::string all;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    at = skip_han(text, at, text.size());
    const char32_t c = at < text.size() ? char_at(text, at) : U'、';
    if (c != U'、' && !is_space(c) && fold(c) != U'，' && c != '\n') {
      next_char(text, at);
      continue;
    }
    const std::string_view part = without_role(trim(text.substr(begin, at - begin)), rules);  // 子：张大　女：张小
    if (!part.empty()) {
      const std::size_t role = party_words(rules).witnesses.suffix_of(part);
      const std::string_view firm = part.substr(0, part.size() - role);
      if (role > 0 && all.empty() && is_organisation(firm, rules)) return std::string(firm);  // 某律师事务所律师 李四
      if (!all.empty() && role == part.size() && is_signing_name(trim(text.substr(at)), rules)) return all;  // 某律师事务所　律师　李四
      if (!all.empty() && is_witness(part, rules)) return text.substr(at).find("：") == kNone ? all : std::string();  // 某律师事务所　律师：李四
      if (all.empty() && at < text.size() && all_han(part) && party_words(rules).dwellings.suffix_of(part) && is_person(trim(text.substr(at)), rules)) {  // 云台县解放路　李四
        next_char(text, at);
        begin = at;
        continue;
      }
      const bool beside = !all.empty() && is_sounded(part, rules);  // 李四　阿依古丽
      if (!is_signing_name(part, rules) && !beside) return {};
      all += (all.empty() ? "" : "、") + (is_person(part, rules) || beside ? plain_name(part) : std::string(part));
    }
    if (at == text.size()) break;
    next_char(text, at);
    begin = at;
  }
  return all;
}

}  // namespace jianbao
