#include "notice_parts/notice_signature.h"

#include <utility>

#include "fields/identifiers.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_scan.h"
#include "notice_signs/notice_words.h"
#include "notice_parts/notice_addressees.h"
#include "notice_parts/notice_courts.h"
#include "notice_parts/notice_dates.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_run_in.h"
#include "notice_parts/notice_signatories.h"
#include "notice_parts/notice_thing.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestSignature = 240;  // bytes; two companies and a date

bool is_short_name(std::string_view text, const Rules& rules) {
  const std::size_t n = count_chars(text);
  return n >= 2 && n <= 4 && could_be_given_name(text, rules);
}

/// 李四率全家叩谢: what is said behind a person's name.
std::string_view without_farewell(std::string_view text, const Rules& rules) {
  const WordList& farewells = party_words(rules).farewells;
  std::string_view rest = text;
  while (const std::size_t farewell = farewells.suffix_of(rest)) rest = trim(rest.substr(0, rest.size() - farewell));
  const std::string_view name = without_role(rest, rules);
  return rest.size() < text.size() && (!read_names(name, rules).empty() || !read_signatories(name, rules).empty()) ? name : text;
}

/// 甲公司（统一社会信用代码：9133…）: a signature that says the number of who signs.
std::string_view without_code(std::string_view text, const Rules& rules) {
  const std::size_t open = fold(last_char(text)) == U'）' ? last_bracket(text) : kNone;
  if (open == kNone) return text;
  const std::string_view name = trim(text.substr(0, open)), inside = text.substr(open);
  std::size_t begin = 0, end = inside.size();
  while (begin < end && !is_digit(char_at(inside, begin))) next_char(inside, begin);
  while (end > begin && !is_digit(char_at(inside, before(inside, end))) && !is_letter(char_at(inside, before(inside, end)))) end = before(inside, end);
  return is_credit_code_shape(inside.substr(begin, end - begin)) && is_firm(name, rules) ? name : text;
}

/// Where the first legal form ends; 0 where none stands there.
std::size_t first_form_end(std::string_view text, const Rules& rules) {
  const WordList& forms = party_words(rules).legal_forms;
  std::size_t end = 0;
  forms.each_in(text, [&](std::size_t at, std::size_t form) { return end = at + forms[form].size(), true; });
  return end;
}

/// 甲公司　联系电话：0596-6538102, 甲公司24小时热线：…: a signature that says how to reach who signs.
std::string_view without_contact(std::string_view text, const Rules& rules) {
  const NoticeWords& words = rules.tables().compiled<NoticeWords>();
  const std::size_t firm = first_form_end(text, rules);
  if (firm > 0 && words.is_contact_line(text.substr(firm)) && is_firm(text.substr(0, firm), rules)) return text.substr(0, firm);
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t place = at;
    if (!is_space(next_char(text, at)) || !words.is_contact_line(text.substr(at))) continue;
    const std::size_t role = party_words(rules).witnesses.prefix_of(text.substr(trim(text.substr(0, at)).size()));
    if (role > 0) return text;
    const std::string_view rest = trim(text.substr(0, place));
    return is_signing_name(rest, rules) ? rest : text;
  }
  return text;
}

/// 某律师事务所　李律师: without whom to ask.
std::string_view without_titled(std::string_view line, const Rules& rules) {
  for (std::size_t at = line.size(); (at = skip_han_back(line, at)) > 0;) {
    const std::size_t behind = at;
    at = before(line, at);
    if (!is_space(char_at(line, at))) return line;
    return is_titled(line.substr(behind), rules) ? trim(line.substr(0, at)) : line;
  }
  return line;
}

/// 某登记中心（0906-7823690）, 某供电公司 95598: without the number at which to reach the organisation that signs.
std::string_view without_phone(std::string_view line, const Rules& rules) {
  constexpr std::size_t kLeastDigits = 5, kLeastGlued = 7;
  std::size_t at = line.size(), digits = 0;
  const bool bracket = fold(last_char(line)) == U'）';
  if (bracket) at = before(line, at);
  while (at > 0) {
    const char32_t c = char_at(line, before(line, at));
    if (!is_digit(c) && std::u32string_view(U"-—－/、").find(c) == std::u32string_view::npos) break;
    digits += is_digit(c);
    at = before(line, at);
  }
  if (digits < kLeastDigits || at == 0) return line;
  if (const std::string_view whole = line.substr(0, at), name = without_titled(whole, rules); !bracket && name.size() < whole.size() && is_organisation(name, rules))
    return name;  // 某律师事务所　李律师13900000000
  const char32_t mark = fold(char_at(line, before(line, at)));
  const bool glued = !bracket && is_han(mark) && digits >= kLeastGlued && !parse_date(line, at);  // 好运来超市6092277
  if (!glued && (bracket ? mark != U'（' : !is_space(mark))) return line;
  const std::string_view name = glued ? line.substr(0, at) : trim(line.substr(0, before(line, at)));
  return is_organisation(name, rules) ? name : line;
}

bool is_of_year(char32_t c) { return is_digit(c) || is_cn_numeral(c) || is_letter(c); }

constexpr std::size_t kMostYear = 5;  // characters

/// 研G@二@, 一OO、: what is left of a year that is all that stands before 年.
bool is_damaged_year(std::string_view text) {
  std::size_t chars = 0, known = 0;
  for (std::size_t at = 0; at < text.size() && chars <= kMostYear; ++chars) {
    const char32_t c = next_char(text, at);
    if (is_space(c)) return false;
    known += is_of_year(c);
  }
  return known > 0 && chars <= kMostYear;
}

/// A date at the end of a line in which OCR lost the day or the year: …人民法院2024年3月？日, 一OO二年五月二二日, and 研G@二@年六月十日 on a line of
/// its own; taken off, for who signs can be read even where the day cannot.
std::string_view without_damaged_date(std::string_view line) {
  constexpr std::size_t kMostMonth = 4, kMostDay = 4, kLeastYear = 2;  // characters
  if (!ends_day(last_char(line))) return line;
  if (const auto date = date_at_end(line)) {
    const char32_t c = date->begin > 0 ? char_at(line, before(line, date->begin)) : 0;
    if (c != U'年' && !is_cn_numeral(c) && !is_digit(c) && !is_letter(c)) return line;
  }
  std::size_t at = before(line, line.size());
  for (const auto& [unit, most] : {std::pair{U'月', kMostDay}, std::pair{U'年', kMostMonth}}) {
    std::size_t n = 0;
    do {
      if (at == 0 || n++ > most) return line;
      at = before(line, at);
    } while (char_at(line, at) != unit);
  }
  if (is_damaged_year(line.substr(0, at))) return {};
  std::size_t n = 0;
  for (; at > 0 && n < kMostYear && is_of_year(char_at(line, before(line, at))); ++n) at = before(line, at);
  return n >= kLeastYear ? trim(line.substr(0, at)) : line;
}

/// Takes off the date that a line ends or begins with.
std::string_view without_date(std::string_view line, std::optional<Date>& taken) {
  if (const std::size_t open = bracket_at_end(line); open != kNone) {  // 某人民法院（2025年10月21日）
    const std::string_view inside = without_brackets(line.substr(open));
    if (const auto date = parse_date(inside); date && date->end == inside.size()) {
      taken = date->date;
      line = trim(line.substr(0, open));
    }
  }
  if (const auto date = date_at_end(trim(line))) {
    taken = date->date;
    return trim(trim(line).substr(0, date->begin));
  }
  const auto first = parse_date(line);
  if (!first) return line;
  taken = first->date;
  return trim(line.substr(first->end));
}

}  // namespace

std::string_view without_case(std::string_view text, const Rules& rules) {
  const std::string_view rest = behind_case(text);
  return rest.size() < text.size() && names_court(rest, rules) ? rest : text;
}

std::string_view without_brackets(std::string_view line) {
  if (fold(first_char(line)) != U'（' || fold(last_char(line)) != U'）') return line;
  return trim(without_last(without_first(line)));
}

std::size_t bracket_at_end(std::string_view line) {
  if (fold(last_char(line)) != U'）') return kNone;
  int depth = 0;
  for (std::size_t at = line.size(); (at = skip_han_back(line, at)) > 0;) {
    at = before(line, at);
    const char32_t c = fold(char_at(line, at));
    depth += c == U'）' ? 1 : c == U'（' ? -1 : 0;
    if (depth == 0) return at > 0 ? at : kNone;
  }
  return kNone;
}

std::string_view without_damaged_role(std::string_view line, bool dated, const Rules& rules) {
  constexpr std::size_t kRole = 9;  // bytes: two characters and 人
  const NoticeWords& words = rules.tables().compiled<NoticeWords>();
  if (line.size() <= kRole || char_at(line, kRole - 3) != U'人' || fold(char_at(line, kRole)) != U'：') return line;
  if (words.is_contact_line(line) || words.is_labelled(line) || party_words(rules).witnesses.prefix_of(line)) return line;
  const std::string_view rest = trim(line.substr(skip_colon(line, kRole)));
  if (dated) return is_person(rest, rules) ? rest : line;
  const auto date = date_at_end(rest);
  return date && is_person(trim(rest.substr(0, date->begin)), rules) ? rest : line;
}

std::optional<Signature> read_signature(std::string_view line, const Rules& rules) {
  line = trim(line);
  if (ends_day(last_char(line)))
    if (const auto day = whole_date(line)) return Signature{{}, day};  // 中華民國101年6月18日
  if (const std::string_view dated = without_damaged_date(line); dated.size() < line.size()) {
    if (dated.empty()) return Signature{};
    line = dated;
  }
  line = without_case(without_damaged_role(line, false, rules), rules);
  if (const std::string_view inside = without_brackets(line); inside.size() < line.size()) {
    auto signature = read_signature(inside, rules);  // who or when, but no person: （张三） has written or drawn something
    return signature && (signature->date || is_organisation(signature->names, rules)) ? signature : std::nullopt;
  }
  if (const std::size_t closing = party_words(rules).closings.prefix_of(line); closing && closing < line.size())
    line.remove_prefix(closing);
  line = without_phone(trim(line), rules);
  line.remove_prefix(place_mark(line, rules));
  const std::string_view bare = without_role(line, rules);
  if (bare.size() < line.size() && party_words(rules).inviters.prefix_of(line) && without_contact(bare, rules).size() < bare.size())
    return {};  // 招标人：某局　联系人：…: whom to ask, no signature
  const bool labelled = bare.size() < line.size() && line.find("：") != kNone;  // 声明人：占海燕: whoever that may be
  line = bare;
  if (line.empty() || line.size() > kLongestSignature || plate_length(line) > 0) return {};  // 湘L3A456轿车　停放于某停车场
  line = without_stop(line);
  Signature signature;
  line = without_date(line, signature.date);
  if (line.empty()) return signature.date ? std::optional(signature) : std::nullopt;
  if (names_witnesses(line, rules)) return signature;
  line = without_code(without_contact(without_farewell(without_role(line, rules), rules), rules), rules);
  signature.names = read_signatories(line, rules);
  if (signature.names.empty() && labelled && is_short_name(line, rules)) signature.names = plain_name(line);
  if (signature.names.empty() || party_words(rules).losses.any_in(signature.names)) return {};  // 李四遗失驾驶证
  if (run_in_heading(line, rules) > 0) return {};  // 股权转让公告 李四将所|持…: what ends as names do
  return signature;
}

}  // namespace jianbao
