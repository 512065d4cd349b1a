#include "notices/notice_tail.h"

#include "fields/identifiers.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_words.h"
#include "notice_signs/phones.h"
#include "notices/notice_addressees.h"
#include "notices/notice_courts.h"
#include "notices/notice_party_words.h"
#include "notices/notice_reading.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestSignature = 240;  // bytes; two companies and a date
constexpr int kTailLines = 5;

std::string_view without_role(std::string_view text, const Rules& rules) {
  const std::size_t role = rules.tables().compiled<PartyWords>().roles.prefix_of(text);
  if (role == 0) return text;
  const std::string_view rest = trim(text.substr(role));
  if (rest.empty()) return text;
  constexpr std::size_t kShortest = 6;  // bytes of a role that needs no space: 患者家属李四, not 妻李四
  if ((role >= kShortest || is_space(char_at(text, role))) && is_person(rest, rules)) return rest;  // 患者之子　李四
  if (fold(first_char(rest)) != U'：') return text;
  return trim(rest.substr(first_char(rest) == ':' ? 1 : 3));
}

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

/// A name; 拍卖会定于12月1日9时举行 ends like one, and so does what begins 电话0692-7123456　….
bool is_firm(std::string_view text, const Rules& rules) { return is_organisation(text, rules) && !find_date(text) && !holds_phone(text); }

/// 张经理, 李女士: whom to ask; who signs gives the whole name.
bool is_titled(std::string_view text, const Rules& rules) {
  const std::size_t title = rules.tables().compiled<PartyWords>().titles.suffix_of(text);
  const std::string_view bare = trim(text.substr(0, text.size() - title));
  return title > 0 && !bare.empty() && surname_length(bare, rules) == bare.size();
}

bool signs(std::string_view text, const Rules& rules) { return is_person(text, rules) && !is_titled(text, rules); }

bool is_name(std::string_view text, const Rules& rules) { return signs(text, rules) || is_firm(text, rules); }

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
  const WordList& forms = rules.tables().compiled<PartyWords>().legal_forms;
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

bool is_short_name(std::string_view text, const Rules& rules) {
  const std::size_t n = count_chars(text);
  return n >= 2 && n <= 4 && could_be_given_name(text, rules);
}

/// 律师：李四, 代理机构：…: stands among the signatures of a notice and signs nothing.
bool is_witness(std::string_view line, const Rules& rules) {
  const std::size_t role = rules.tables().compiled<PartyWords>().witnesses.prefix_of(line);
  return role > 0 && fold(char_at(line, role)) == U'：' && is_name(trim(line.substr(role + (line[role] == ':' ? 1 : 3))), rules);
}

/// 李四律师　王五律师: a line of lawyers below their firm.
bool are_witnesses(std::string_view line, const Rules& rules) {
  const WordList& witnesses = rules.tables().compiled<PartyWords>().witnesses;
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

std::string read_signatories(std::string_view text, const Rules& rules);

/// 李四率全家叩谢: what is said behind a person's name.
std::string_view without_farewell(std::string_view text, const Rules& rules) {
  const WordList& farewells = rules.tables().compiled<PartyWords>().farewells;
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

/// Where the first name ends that ends with a legal form; 0 where none does.
std::size_t first_firm_end(std::string_view text, const Rules& rules) {
  const WordList& forms = rules.tables().compiled<PartyWords>().legal_forms;
  std::size_t end = 0;
  forms.each_in(text, [&](std::size_t at, std::size_t form) { return end = at + forms[form].size(), true; });
  return end > 0 && is_firm(text.substr(0, end), rules) ? end : 0;
}

/// 甲公司　联系电话：0596-6538102, 甲公司24小时热线：…: a signature that says how to reach who signs.
std::string_view without_contact(std::string_view text, const Rules& rules) {
  const NoticeWords& words = rules.tables().compiled<NoticeWords>();
  if (const std::size_t firm = first_firm_end(text, rules); firm > 0 && words.is_contact_line(text.substr(firm))) return text.substr(0, firm);
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t place = at;
    if (!is_space(next_char(text, at)) || !words.is_contact_line(text.substr(at))) continue;
    const std::size_t role = rules.tables().compiled<PartyWords>().witnesses.prefix_of(text.substr(trim(text.substr(0, at)).size()));
    if (role > 0) return text;
    const std::string_view rest = trim(text.substr(0, place));
    return is_name(rest, rules) ? rest : text;
  }
  return text;
}

/// 联系电话：0596-6538102 on a line of its own, between two that sign.
bool is_phone_line(std::string_view line, const Rules& rules) {
  constexpr std::size_t kLongest = 30;  // characters
  return count_chars(line) <= kLongest && rules.tables().compiled<NoticeWords>().is_contact_line(line) && line.find("：") == line.rfind("：") &&
         !find_phones(line, rules).empty();
}

/// The names that make up the whole text, joined by 、; empty where something else stands there too.
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
      const std::size_t role = rules.tables().compiled<PartyWords>().witnesses.suffix_of(part);
      const std::string_view firm = part.substr(0, part.size() - role);
      if (role > 0 && all.empty() && is_organisation(firm, rules)) return std::string(firm);  // 某律师事务所律师 李四
      if (!all.empty() && role == part.size() && is_name(trim(text.substr(at)), rules)) return all;  // 某律师事务所　律师　李四
      if (!all.empty() && is_witness(part, rules)) return text.substr(at).find("：") == kNone ? all : std::string();  // 某律师事务所　律师：李四
      const bool beside = !all.empty() && is_sounded(part, rules);  // 李四　阿依古丽
      if (!is_name(part, rules) && !beside) return {};
      all += (all.empty() ? "" : "、") + (is_person(part, rules) || beside ? plain_name(part) : std::string(part));
    }
    if (at == text.size()) break;
    next_char(text, at);
    begin = at;
  }
  return all;
}

/// （临沅市云溪区人民法院）: a signature in brackets; the line itself where it is none.
std::string_view without_brackets(std::string_view line) {
  if (fold(first_char(line)) != U'（' || fold(last_char(line)) != U'）') return line;
  const std::size_t width = line.front() == '(' ? 1 : 3;
  return trim(line.substr(width, before(line, line.size()) - width));
}

/// Where the brackets open that a line ends with, for what is signed without a stop: …来院领取（临沅市人民法院）; kNone where none do.
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

/// Behind the last sentence of a line, or behind 特此公告 without a stop; kNone where the line is one sentence.
std::size_t last_piece(std::string_view line) {
  for (std::size_t at = line.size(); (at = skip_han_back(line, at)) > 0;) {
    const std::size_t behind = at;
    at = before(line, at);
    if (is_stop(char_at(line, at))) return behind;
  }
  return kNone;
}

std::size_t behind_closing(std::string_view line, const Rules& rules) {
  const WordList& closings = rules.tables().compiled<PartyWords>().closings;
  const std::vector<WordList::Place> places = closings.last_in(line);
  return places.empty() ? kNone : places.front().at + closings[places.front().number].size();
}

/// Behind the last space that follows a number: 电话：0574-63123456 慈溪市鸿运制衣厂.
std::size_t behind_number(std::string_view line) {
  for (std::size_t at = line.size(); (at = skip_han_back(line, at)) > 0;) {
    const std::size_t behind = at;
    at = before(line, at);
    if (is_space(char_at(line, at)) && at > 0 && is_digit(char_at(line, before(line, at)))) return behind;
  }
  return kNone;
}

/// Behind the number of a house that the last Han of a line follow: …滨江路118号|云台县某拍卖有限公司; kNone where none do.
std::size_t behind_house(std::string_view line) {
  std::size_t at = line.size();
  while ((at = skip_han_back(line, at)) > 0 && is_han(char_at(line, before(line, at)))) at = before(line, at);
  if (at == 0 || at >= line.size() || !is_digit(char_at(line, before(line, at)))) return kNone;
  return std::u32string_view(U"号室楼层栋幢").find(next_char(line, at)) != std::u32string_view::npos ? at : kNone;
}

/// Behind a telephone number that the name follows at once: 服务热线：95598江州供电公司; kNone where something else stands there.
std::size_t behind_phone(std::string_view line, const Rules& rules) {
  constexpr std::size_t kLeastDigits = 5;
  const std::string_view whole = line;
  if (const auto date = find_last_date(line); date && date->end == line.size()) line = trim(line.substr(0, date->begin));
  if (const std::size_t house = behind_house(line); house != kNone && line.size() < whole.size() && is_organisation(line.substr(house), rules)) return house;
  std::size_t at = line.size();
  while ((at = skip_han_back(line, at)) > 0 && is_han(char_at(line, before(line, at)))) at = before(line, at);
  const std::size_t name = at;
  if (at > 0 && fold(char_at(line, before(line, at))) == U'，') at = before(line, at);  // 电话7822874，某自然资源局
  std::size_t digits = 0;
  while (digits < at && is_ascii_digit(static_cast<unsigned char>(line[at - digits - 1]))) ++digits;
  return name < line.size() && digits >= kLeastDigits && is_organisation(line.substr(name), rules) ? name : kNone;
}

/// A court in brackets is nothing but the signature, whatever stands before it.
std::size_t bracketed_court(std::string_view line, const Rules& rules) {
  const std::size_t open = bracket_at_end(line);
  if (open == kNone) return kNone;
  const std::string_view name = without_brackets(line.substr(open));
  return is_organisation(name, rules) && names_court(name, rules) ? open : kNone;
}

bool may_end_date(char32_t last) { return last == U'日' || last == U'号' || is_digit(last); }

}  // namespace

std::size_t court_end(std::string_view text, std::size_t begin, const Rules& rules) {
  constexpr std::size_t kLongest = 90;  // bytes
  for (std::size_t end = begin; end < text.size() && end - begin < kLongest;) {
    next_char(text, end);
    const std::string_view name = text.substr(begin, end - begin);
    if (is_organisation(name, rules) && names_court(name, rules)) return end;
  }
  return kNone;
}

std::size_t place_mark(std::string_view text, const Rules& rules) {
  constexpr std::size_t kLongest = 5;  // characters: 内蒙古, 黑龙江
  std::size_t at = 0;
  if (text.empty() || std::u32string_view(U"[［〔【〖").find(next_char(text, at)) == std::u32string_view::npos) return 0;
  const std::size_t begin = at;
  while (at < text.size() && is_han(char_at(text, at))) next_char(text, at);
  const std::size_t n = count_chars(text.substr(begin, at - begin));
  if (n < 2 || n > kLongest || at >= text.size() || !is_closing(next_char(text, at))) return 0;
  at = skip_spaces(text, at);
  return court_end(text, at, rules) != kNone ? at : 0;
}

namespace {

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
  constexpr std::size_t kLeastDigits = 5;
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
  if (bracket ? mark != U'（' : !is_space(mark)) return line;
  const std::string_view name = trim(line.substr(0, before(line, at)));
  return is_organisation(name, rules) ? name : line;
}

}  // namespace

/// （2024）湘0691民特203号　云溪县人民法院: without the number of the case before the court.
static std::string_view without_case(std::string_view text, const Rules& rules) {
  const std::string_view rest = behind_case(text);
  return rest.size() < text.size() && names_court(rest, rules) ? rest : text;
}

/// A date at the end of a line in which OCR lost the day or the year: …人民法院2024年3月？日, 一OO二年五月二二日; taken off, for who signs
/// can be read even where the day cannot.
static std::string_view without_damaged_date(std::string_view line) {
  constexpr std::size_t kMostYear = 5, kMostMonth = 4, kMostDay = 4, kLeastYear = 2;  // characters
  if (last_char(line) != U'日') return line;
  if (const auto date = find_last_date(line); date && date->end == line.size()) {
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
  std::size_t n = 0;
  for (; at > 0 && n < kMostYear; ++n) {
    const char32_t c = char_at(line, before(line, at));
    if (!is_digit(c) && !is_cn_numeral(c) && !is_letter(c)) break;
    at = before(line, at);
  }
  return n >= kLeastYear ? trim(line.substr(0, at)) : line;
}

/// 致菊人：李四2024年6月13日: whatever OCR made of what he is, who stands so before a date signs. `dated`: it stands below.
static std::string_view without_damaged_role(std::string_view line, bool dated, const Rules& rules) {
  constexpr std::size_t kRole = 9;  // bytes: two characters and 人
  const NoticeWords& words = rules.tables().compiled<NoticeWords>();
  if (line.size() <= kRole || char_at(line, kRole - 3) != U'人' || fold(char_at(line, kRole)) != U'：') return line;
  if (words.is_contact_line(line) || words.is_labelled(line) || rules.tables().compiled<PartyWords>().witnesses.prefix_of(line)) return line;
  const std::string_view rest = trim(line.substr(kRole + (line[kRole] == ':' ? 1 : 3)));
  if (dated) return is_person(rest, rules) ? rest : line;
  const auto date = find_last_date(rest);
  return date && date->end == rest.size() && is_person(trim(rest.substr(0, date->begin)), rules) ? rest : line;
}

std::optional<Signature> read_signature(std::string_view line, const Rules& rules) {
  line = trim(line);
  if (const std::string_view dated = without_damaged_date(line); dated.size() < line.size()) {
    if (dated.empty()) return Signature{};
    line = dated;
  }
  line = without_damaged_role(line, false, rules);
  if (const std::string_view inside = without_brackets(line); inside.size() < line.size()) {
    auto signature = read_signature(inside, rules);  // who or when, but no person: （张三） has written or drawn something
    return signature && (signature->date || is_organisation(signature->names, rules)) ? signature : std::nullopt;
  }
  if (const std::size_t closing = rules.tables().compiled<PartyWords>().closings.prefix_of(line); closing && closing < line.size())
    line.remove_prefix(closing);
  line = without_phone(trim(line), rules);
  line.remove_prefix(place_mark(line, rules));
  const std::string_view bare = without_role(line, rules);
  if (bare.size() < line.size() && rules.tables().compiled<PartyWords>().inviters.prefix_of(line) && without_contact(bare, rules).size() < bare.size())
    return {};  // 招标人：某局　联系人：…: whom to ask, no signature
  const bool labelled = bare.size() < line.size() && line.find("：") != kNone;  // 声明人：占海燕: whoever that may be
  line = bare;
  if (line.empty() || line.size() > kLongestSignature) return {};
  if (is_stop(last_char(line))) line = line.substr(0, before(line, line.size()));
  Signature signature;
  if (const std::size_t open = bracket_at_end(line); open != kNone)  // 某人民法院（2025年10月21日）
    if (const std::string_view inside = without_brackets(line.substr(open)); parse_date(inside) && parse_date(inside)->end == inside.size()) {
      signature.date = parse_date(inside)->date;
      line = trim(line.substr(0, open));
    }
  if (const auto date = may_end_date(last_char(trim(line))) ? find_last_date(line) : std::nullopt; date && trim(line.substr(date->end)).empty()) {
    signature.date = date->date;
    line = trim(line.substr(0, date->begin));
  } else if (const auto first = parse_date(line); first) {
    signature.date = first->date;
    line = trim(line.substr(first->end));
  }
  if (line.empty()) return signature.date ? std::optional(signature) : std::nullopt;
  if (is_witness(line, rules) || are_witnesses(line, rules)) return signature;
  line = without_code(without_contact(without_farewell(without_role(line, rules), rules), rules), rules);
  signature.names = read_signatories(line, rules);
  if (signature.names.empty() && labelled && is_short_name(line, rules)) signature.names = plain_name(line);
  if (signature.names.empty()) return {};
  return signature;
}

Tail read_tail(std::string_view text, const Rules& rules) {
  Tail tail{{}, text.size()};
  std::size_t cursor = text.size();
  for (int n = 0; n < kTailLines && cursor > 0; ++n) {
    std::size_t end = cursor;
    while (end > 0 && (text[end - 1] == '\n' || is_space(char_at(text, before(text, end))))) end = before(text, end);
    const std::size_t lf = text.substr(0, end).rfind('\n');
    const std::size_t line_begin = lf == kNone ? 0 : lf + 1;
    const std::string_view line = text.substr(line_begin, end - line_begin);
    std::size_t begin = line_begin;
    auto signature = read_signature(tail.signature.date && tail.signature.names.empty() ? without_damaged_role(line, true, rules) : line, rules);
    if (!signature && line_begin > 0 && is_phone_line(line, rules)) {  // below who signs, or between two that do
      cursor = line_begin;
      continue;
    }
    if (!signature) {
      for (const std::size_t piece : {last_piece(line), behind_closing(line, rules), behind_number(line), behind_phone(line, rules), bracketed_court(line, rules)}) {
        if (piece == kNone || piece >= line.size() || is_counted_row(line)) continue;  // 3　某公司　2,987,004.55　某公司: a row of a table
        const std::string_view rest = without_case(line.substr(piece), rules);
        signature = read_signature(rest, rules);
        if (signature && signature->names.empty() && piece == behind_number(line)) signature.reset();  // A10882　2025-01-22: a row
        begin = line_begin + line.size() - rest.size();
        if (signature) break;
      }
    }
    if (!signature || begin == 0) break;
    if (signature->date && tail.signature.date) break;
    if (signature->date) tail.signature.date = signature->date;
    if (!signature->names.empty())
      tail.signature.names = signature->names + (tail.signature.names.empty() ? "" : "、" + tail.signature.names);
    tail.begin = cursor = begin;
    if (begin != line_begin) break;
  }
  return tail;
}

}  // namespace jianbao
