#include "notice_parties.h"

#include <algorithm>
#include <optional>

#include "chars.h"
#include "notice_fields.h"
#include "notice_item_words.h"
#include "notice_lines.h"
#include "notice_party_words.h"
#include "numeral.h"
#include "organisations.h"
#include "persons.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr int kClauses = 4;                 // how far in a subject may stand: behind 根据…, 经…决议,
constexpr std::size_t kLongestSubject = 60; // characters
constexpr std::size_t kLongestHeading = 90; // bytes

const PartyWords& words_of(const Rules& rules) { return rules.tables().compiled<PartyWords>(); }

bool is_comma(char32_t c) { return fold(c) == U'，' || fold(c) == U'；' || is_stop(c) || fold(c) == U'：' || c == '\n'; }

/// Without a bracket at the end, but for one that belongs to a firm's name.
std::string_view without_remark(std::string_view name, const PartyWords& words) {
  const char32_t last = last_char(name);
  if (last != U'）' && last != ')') return name;
  const std::size_t open = std::max(name.rfind("（") == kNone ? 0 : name.rfind("（"), name.rfind('(') == kNone ? 0 : name.rfind('('));
  if (open == 0) return name;
  const std::size_t width = name[open] == '(' ? 1 : 3;
  if (words.partners.prefix_of(name.substr(open + width))) return name;
  return trim(name.substr(0, open));
}

std::string_view without_quotes(std::string_view name) {
  while (!name.empty() && (is_opening(first_char(name)))) {
    std::size_t at = 0;
    const char32_t open = next_char(name, at);
    if (open == U'（' || open == '(') break;
    name.remove_prefix(at);
  }
  while (!name.empty() && (last_char(name) == U'”' || last_char(name) == U'》')) name = name.substr(0, before(name, name.size()));
  return trim(name);
}

/// A name of an organisation holds no date: 定于2024年11月6日15时在国贸大厦8楼.
bool holds_time(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    if (!is_digit(next_char(name, at))) continue;
    const char32_t unit = char_at(name, at);
    if (unit == U'年' || unit == U'月' || unit == U'日' || unit == U'时') return true;
  }
  return false;
}

/// 创业佳园3号楼业主孙立国: behind a word for what a person is.
std::optional<Party> read_holder(std::string_view name, const Rules& rules) {
  const WordList& leads = words_of(rules).leads;
  for (const auto& [number, at] : leads.last_in(name)) {
    const std::size_t length = leads[number].size();
    if (at == 0 || length < 6) continue;
    if (const auto rest = trim(name.substr(at + length)); is_person(rest, rules)) return Party{plain_name(rest), false};
  }
  return {};
}

std::optional<Party> read_party(std::string_view name, const Rules& rules) {
  const PartyWords& words = words_of(rules);
  name = without_quotes(trim(name));
  while (const std::size_t lead = words.leads.prefix_of(name)) {
    if (lead == name.size() || is_person(name, rules)) break;
    name = without_quotes(trim(name.substr(lead)));
  }
  name = without_remark(name, words);
  if (const std::size_t organ = words.organs.suffix_of(name); organ && organ < name.size()) name = trim(name.substr(0, name.size() - organ));
  if (const std::size_t title = words.titles.suffix_of(name); title && title < name.size() && !is_person(name, rules)) {
    const std::string_view bare = trim(name.substr(0, name.size() - title));
    if (is_person(bare, rules)) name = bare;
    else if (surname_length(bare, rules) == bare.size()) return Party{std::string(name), false};  // 张先生
  }
  if (words.pronouns.prefix_of(name)) return {};
  if (is_person(name, rules)) return Party{plain_name(name), false};
  if (is_organisation(name, rules)) {
    const bool named = !words.foreigns.any_in(name) && !words.skips.prefix_of(name) && !holds_time(name);
    return named ? std::optional(Party{std::string(name), true}) : std::nullopt;
  }
  return read_holder(name, rules);
}

/// The parts of a list; a 、 or comma inside brackets separates nothing.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t place = at;
    const char32_t c = fold(next_char(text, at));
    if (c == U'（') ++depth;
    if (c == U'）') depth = std::max(0, depth - 1);
    if (depth > 0 || (c != U'、' && c != U'，' && c != U'；' && c != '\n')) continue;
    parts.push_back(text.substr(begin, place - begin));
    begin = at;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

/// A prefix that is one party or a list of them and nothing else.
std::vector<Party> read_whole(std::string_view text, const Rules& rules) {
  std::vector<Party> parties;
  for (const std::string_view part : parts_of(text)) {
    if (auto party = read_party(part, rules))
      parties.push_back(std::move(*party));
    else
      return {};
  }
  return parties;
}

/// Where a name that ends at `end` goes on because the cut word was its last character: 王小为.
std::size_t stretch_name(std::string_view clause, std::size_t end, const Rules& rules) {
  if (const std::string_view rest = clause.substr(end); fold(first_char(rest)) == U'（') {  // 天成咨询中心（有限合伙）
    std::size_t inside = 0;
    next_char(rest, inside);
    const std::size_t partner = words_of(rules).partners.prefix_of(rest.substr(inside));
    const char32_t close = partner ? fold(char_at(rest, inside + partner)) : 0;
    if (close == U'）') return end + inside + partner + (rest[inside + partner] == ')' ? 1 : 3);
  }
  if (end >= clause.size() || !is_person(clause.substr(0, end), rules)) return end;
  std::size_t next = end;
  next_char(clause, next);
  if (next >= clause.size() || !is_person(clause.substr(0, next), rules)) return end;
  const bool cut = words_of(rules).cuts.match_at(clause, next, [](std::size_t, std::size_t, const Pattern::Match&) { return true; });
  return cut ? next : end;
}

std::string_view before_loss(std::string_view clause, const PartyWords& words) {
  clause = clause.substr(0, words.losses.first_in(clause));
  const std::size_t tail = clause.size() > 12 ? clause.size() - 12 : 0;  // 不愤, 不慎和: a misread 不慎
  if (const std::size_t no = clause.rfind("不"); no != kNone && no >= tail && no > 0) clause = clause.substr(0, no);
  return clause;
}

/// Two to four Han that are no other word: names of Tibetans, Mongols and others have no surname.
bool is_unknown_name(std::string_view text, const Rules& rules) {
  const PartyWords& words = words_of(rules);
  std::string_view name = trim(text);
  if (const std::size_t lead = words.leads.prefix_of(name)) name.remove_prefix(lead);
  const std::size_t n = count_chars(name);
  if (n < 2 || n > 4 || words.skips.prefix_of(name) || words.pronouns.prefix_of(name) || organisation_suffix(name, rules)) return false;
  return could_be_given_name(name, rules);
}

/// Parties before a word of loss, one of which OCR may have hurt: 孙启明、当巧云, 侠曹国栋 (the first is a misread bullet).
std::vector<Party> read_losers(std::string_view text, const Rules& rules) {
  std::vector<Party> parties;
  bool sure = false;
  for (const std::string_view part : parts_of(text)) {
    std::size_t first = 0;
    if (!part.empty()) next_char(part, first);
    if (auto party = read_party(part, rules)) {
      parties.push_back(std::move(*party));
      sure = true;
    } else if (first && is_person(part.substr(first), rules) && (count_chars(part) == 4 || !surname_length(part, rules))) {
      parties.push_back({plain_name(part.substr(first)), false});
      sure = true;
    } else if (is_unknown_name(part, rules)) {
      parties.push_back({plain_name(part), false});
    } else {
      return {};
    }
  }
  return sure ? parties : std::vector<Party>{};
}

/// The two names before 夫妇 or 之女, joined by a mark or a word; one of them may have a surname that surnames.tsv does not know.
std::vector<Party> read_couple(std::string_view text, const Rules& rules, std::size_t* end) {
  constexpr std::size_t kMost = 9, kLongestName = 4;  // characters
  const PartyWords& words = words_of(rules);
  std::vector<std::string_view> names(1);
  std::size_t at = 0, begin = 0;
  bool couple = false;
  for (std::size_t n = 0; n <= kMost && at < text.size() && !couple; ++n) {
    couple = at > 0 && words.couples.prefix_of(text.substr(at)) > 0;
    const std::size_t place = at;
    const char32_t c = next_char(text, at);
    names.back() = text.substr(begin, place - begin);
    if (couple) *end = place;
    else if (c == U'、' || c == U'与' || c == U'和') names.emplace_back(), begin = at;
    else if (!is_han(c)) return {};
  }
  if (!couple || names.size() != 2 || !(is_person(names[0], rules) || is_person(names[1], rules))) return {};
  std::vector<Party> parties;
  for (const std::string_view name : names) {
    const std::size_t n = count_chars(name);
    if (n < 2 || n > kLongestName || words.leads.prefix_of(name) || organisation_suffix(name, rules)) return {};
    parties.push_back({plain_name(name), false});
  }
  return parties;
}

/// 海丰拍卖行, 李四经营部: the cut word begins how an organisation's name ends.
bool ends_name(std::string_view text, std::size_t cut, const Rules& rules) {
  constexpr int kMost = 5;  // characters of an ending
  std::size_t end = cut;
  for (int n = 0; n < kMost && end < text.size() && !is_comma(char_at(text, end)); ++n) {
    next_char(text, end);
    if (end - cut > 3 && organisation_suffix(text.substr(0, end), rules) >= end - cut) return true;  // not 居 of 居民身份证
  }
  return false;
}

/// The party that a clause begins with.
std::vector<Party> read_at(std::string_view text, const Rules& rules, std::size_t* end) {
  const PartyWords& words = words_of(rules);
  const ItemWords& items = rules.tables().compiled<ItemWords>();
  std::size_t at = 0;
  if (auto parties = read_couple(text, rules, &at); !parties.empty()) {
    if (end) *end = at;
    return parties;
  }
  for (std::size_t n = 0; at < text.size() && n < kLongestSubject; ++n) {
    const bool cut = at > 0 && (words.cuts.match_at(text, at, [](std::size_t, std::size_t, const Pattern::Match&) { return true; }) ||
                                items.heads.find(text, at));
    if (cut && !ends_name(text, at, rules)) {
      const std::size_t stretched = stretch_name(text, at, rules);
      if (auto parties = read_whole(text.substr(0, stretched), rules); !parties.empty()) {
        if (end) *end = stretched;
        return parties;
      }
    }
    if (is_comma(char_at(text, at))) break;
    next_char(text, at);
  }
  if (at == text.size())
    if (auto parties = read_whole(text, rules); !parties.empty()) {
      if (end) *end = at;
      return parties;
    }
  // no cut word fits: an organisation's name that something else follows (…公司湘L12345号车遗失), or a name of a kind that
  // surnames.tsv does not know before a word of loss
  const std::string_view loser = before_loss(text.substr(0, at), words);
  if (loser.size() < at)
    if (auto parties = read_losers(loser, rules); !parties.empty()) {
      if (end) *end = loser.size();
      return parties;
    }
  if (loser.size() < at && is_unknown_name(loser, rules)) {
    if (end) *end = loser.size();
    const std::size_t lead = words.leads.prefix_of(loser);
    return {Party{plain_name(loser.substr(lead)), false}};
  }
  const std::size_t name_end = organisation_end(loser, 0, rules);
  if (name_end == kNone) return {};
  auto party = read_party(text.substr(0, name_end), rules);
  if (!party || !party->organization) return {};
  if (end) *end = name_end;
  return {std::move(*party)};
}

std::size_t next_clause(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_comma(char_at(text, at))) next_char(text, at);
  if (at < text.size()) next_char(text, at);
  while (at < text.size() && (is_space(char_at(text, at)) || is_comma(char_at(text, at)))) next_char(text, at);
  return at;
}

void add_new(std::vector<Party>& all, std::vector<Party> more) {
  for (Party& party : more)
    if (std::none_of(all.begin(), all.end(), [&](const Party& p) { return p.name == party.name; })) all.push_back(std::move(party));
}

/// Behind the numeral that counts a row: 1．, 一、; 0 where none stands there.
std::size_t row_number(std::string_view row) {
  std::size_t at = 0;
  while (at < row.size() && (is_digit(char_at(row, at)) || is_cn_numeral(char_at(row, at)))) next_char(row, at);
  if (at == 0 || at >= row.size()) return 0;
  const char32_t mark = next_char(row, at);
  return mark == U'、' || mark == '.' || mark == U'．' ? at : 0;
}

/// The parties that the rows of a list begin with, behind a line that leads to them: 下列借款人…：, then 张三，本金5万元；. Between
/// rows that are sure, a name of a kind that has no surname counts.
std::vector<Party> read_listed(std::string_view lines, const Rules& rules) {
  std::vector<Party> parties;
  bool led = false, sure = false;
  while (!lines.empty()) {
    const std::size_t line_end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = trim(lines.substr(0, line_end));
    lines.remove_prefix(std::min(line_end + 1, lines.size()));
    if (!led) {
      led = !line.empty() && fold(last_char(line)) == U'：' && words_of(rules).followings.any_in(line);
      continue;
    }
    const std::string_view row = line.substr(row_number(line));
    std::size_t end = 0;
    while (end < row.size() && !is_comma(char_at(row, end)) && fold(char_at(row, end)) != U'（' && !is_space(char_at(row, end))) next_char(row, end);
    if (end == row.size() || fold(char_at(row, end)) == U'：') break;
    const std::string_view name = row.substr(0, end);
    if (auto party = read_party(name, rules)) parties.push_back(std::move(*party)), sure = true;
    else if (is_unknown_name(name, rules)) parties.push_back({plain_name(name), false});
    else break;
  }
  return sure && parties.size() > 1 ? parties : std::vector<Party>{};
}

std::vector<Party> read_source(std::string_view source, const PartyContext& context, const Rules& rules) {
  if (source == "subject") {
    auto parties = read_subject(context.text, rules);
    std::erase_if(parties, [&](const Party& p) { return context.court.ends_with(p.name); });  // 某法院裁定批准…: it speaks, it is no party
    return parties;
  }
  if (source == "addressee") return read_addressees(context.lines, rules);
  if (source == "listed") return read_listed(context.lines, rules);
  if (source == "signatory") return read_parties(context.signatory, rules);
  if (source == "court") return read_parties(context.court, rules);
  if (source == "person") {
    auto parties = read_subject(context.text, rules);
    std::erase_if(parties, [](const Party& p) { return p.organization; });
    return parties;
  }
  return read_named(source, context.text, rules);
}

/// An organisation, or what it calls itself: 我局, 本公司.
bool begins_with_speaker(std::string_view text, const Rules& rules) {
  if (words_of(rules).pronouns.prefix_of(text) > 0) return true;
  const auto parties = read_at(text.substr(0, std::min(text.find("，"), text.size())), rules, nullptr);
  return !parties.empty() && parties.front().organization;
}

/// Bytes of a heading or a court in brackets before the text: 【遗失声明】, ［云溪区人民法院］.
std::size_t boxed_heading(std::string_view text, const Rules& rules) {
  constexpr std::u32string_view kBoxes = U"（(〔【［[〖";
  std::size_t at = 0;
  if (text.empty() || kBoxes.find(next_char(text, at)) == std::u32string_view::npos) return 0;
  for (const std::size_t begin = at; at < text.size() && at < kLongestHeading;) {
    const std::size_t end = at;
    if (!is_closing(next_char(text, at))) continue;
    const std::string_view inside = text.substr(begin, end - begin);
    return is_notice_heading(inside, rules) || (is_organisation(inside, rules) && names_court(inside, rules)) ? at : 0;
  }
  return 0;
}

}  // namespace

bool names_itself(std::string_view clause, const Rules& rules) {
  const char32_t c = first_char(clause);
  return (c == U'我' || c == U'本') && words_of(rules).pronouns.prefix_of(clause) > 0;
}

std::size_t run_in_heading(std::string_view text, const Rules& rules) {
  if (const std::size_t boxed = boxed_heading(text, rules)) return boxed;
  for (std::size_t at = 0; at < text.size() && at < kLongestHeading;) {
    const std::size_t place = at;
    const char32_t c = fold(next_char(text, at));
    if (c == U'：' || is_space(c)) {
      if (place > 0 && is_notice_heading(text.substr(0, place), rules)) return at;
      if (c == U'：') return 0;
    } else if (place > 0 && is_han(c) && is_notice_heading(text.substr(0, place), rules) && begins_with_speaker(text.substr(place), rules)) {
      return place;  // 清算公告韩城市物资有限公司…: the space went
    } else if (is_stop(c) || c == U'，') {
      return 0;
    }
  }
  return 0;
}

std::vector<Party> read_parties(std::string_view text, const Rules& rules) {
  std::vector<Party> parties;
  for (const std::string_view part : parts_of(text))
    if (auto party = read_party(part, rules)) parties.push_back(std::move(*party));
  if (!parties.empty()) return parties;
  for (std::string& piece : split_cell(text))
    if (auto party = read_party(piece, rules)) parties.push_back(std::move(*party));
  return parties;
}

std::vector<Party> read_subject(std::string_view text, const Rules& rules, std::size_t* end) {
  std::size_t at = bullet_length(text);
  at += run_in_heading(text.substr(at), rules);
  const PartyWords& words = words_of(rules);
  bool first = true;  // of the clauses that can name a party: only there a person counts
  for (int clause = 0; clause < kClauses && at < text.size(); ++clause) {
    std::string_view rest = text.substr(at);
    const bool skipped = words.skips.prefix_of(rest) > 0;
    if (skipped && names_itself(rest, rules)) return {};
    if (!skipped) {
      std::size_t length = 0;
      auto parties = read_at(rest, rules, &length);
      if (!parties.empty() && (first || parties.front().organization)) {
        if (end) *end = at + length;
        return parties;
      }
      if (names_itself(rest, rules)) return {};  // 我公司定于…: what the clauses behind it name is no subject
      first = false;
    }
    at = next_clause(text, at);
  }
  return {};
}

std::vector<Party> read_addressees(std::string_view text, const Rules& rules) {
  std::size_t begin = bullet_length(text);
  begin += run_in_heading(text.substr(begin), rules);
  int depth = 0;
  std::size_t n = 0;
  for (std::size_t at = begin; at < text.size() && n < 400; ++n) {
    const std::size_t place = at;
    const char32_t c = fold(next_char(text, at));
    if (c == U'（') ++depth;
    if (c == U'）') depth = std::max(0, depth - 1);
    if (is_stop(c)) return {};
    const bool gap = is_space(c) && place > begin && opens_court_notice(trim(text.substr(at)), rules);  // 张三、李四　本院受理…
    if ((c != U'：' && !gap) || depth > 0) continue;
    return read_parties(text.substr(begin, place - begin), rules);
  }
  return {};
}

std::vector<Party> read_named(std::string_view name, std::string_view text, const Rules& rules) {
  const bool every = name.ends_with('*');
  if (every) name.remove_suffix(1);
  std::vector<Party> all;
  const TextSigns signs(text);
  Pattern::Match match;
  for (const PartyWords::Row& row : words_of(rules).rows) {
    if (row.name != name || !row.pattern.may_match(signs)) continue;
    std::size_t begin = bullet_length(text);
    for (std::size_t from = begin; row.at_start ? row.pattern.matches(text, from, &match) : find_pattern(row.pattern, text, from, begin, match);) {
      for (const Pattern::Capture& capture : match.captures) {
        if (capture.name != "p") continue;
        const std::string_view value = text.substr(capture.begin, capture.end - capture.begin);
        auto parties = read_whole(value, rules);
        if (parties.empty()) parties = read_at(value, rules, nullptr);
        if (parties.empty() && is_unknown_name(value, rules)) parties.push_back({plain_name(value), false});
        if (!parties.empty() && !every) return parties;
        add_new(all, std::move(parties));
      }
      if (row.at_start) break;
      from = begin;
      next_char(text, from);
    }
    if (!all.empty()) return all;
  }
  return {};
}

std::vector<Party> read_party_column(std::string_view column, const PartyContext& context, const Rules& rules) {
  std::vector<Party> all;
  for (const std::string& alternatives : split_cell(column, '+')) {
    for (const std::string& source : split_cell(alternatives, '|')) {
      auto parties = read_source(source, context, rules);
      if (parties.empty()) continue;
      add_new(all, std::move(parties));
      break;
    }
  }
  return all;
}

}  // namespace jianbao
