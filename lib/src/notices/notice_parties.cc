#include "notices/notice_parties.h"

#include <algorithm>

#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_rows.h"
#include "notices/notice_addressees.h"
#include "notices/notice_party_at.h"
#include "notices/notice_party_names.h"
#include "notices/notice_party_words.h"
#include "notices/notice_reading.h"
#include "notices/notice_run_in.h"
#include "notices/notice_thing.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::string_view kDeceased = "deceased";  // of the names of notice_parties.tsv: no organisation dies
constexpr std::string_view kSubject = "subject";    // 我公司“海顺”轮: what stands there is a whole name, or none
constexpr std::string_view kCreditor = "creditor";  // 尚欠物业费: what is owed is nobody's name
constexpr std::string_view kParty = "p", kSureParty = "sure";  // of the captures: any party, only a name that is known for one as it stands
constexpr int kClauses = 4;  // how far in a subject may stand: behind 根据…, 经…决议,

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

/// The next line, or the next part of one that semicolons part; takes it off.
std::string_view take_row(std::string_view& lines) {
  std::size_t end = 0, behind = lines.size();
  for (; end < lines.size(); next_char(lines, end)) {
    const char32_t c = fold(char_at(lines, end));
    if (c != '\n' && c != U'；') continue;
    behind = end;
    next_char(lines, behind);
    break;
  }
  const std::string_view row = trim(lines.substr(0, end));
  lines.remove_prefix(behind);
  return row;
}

/// The column of a table's header whose cells name parties (纳税人名称); none where it has no such column.
std::optional<std::size_t> party_column(std::string_view header, const Rules& rules) {
  if (header_columns(header, rules) == 0) return {};
  const Cells cells = cells_of(header);
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (party_words(rules).columns.prefix_of(cells[i]) == cells[i].size()) return i;
  return {};
}

/// The nearest opening bracket before `at` that no other closes.
std::size_t last_bracket_before(std::string_view text, std::size_t at) {
  constexpr std::size_t kReach = 60;  // bytes
  for (std::size_t end = at; at > 0 && end - at < kReach;) {
    at = before(text, at);
    const char32_t c = fold(char_at(text, at));
    if (c == U'（') return at;
    if (c == U'）') break;
  }
  return std::string_view::npos;
}

/// A name may begin behind a mark, or behind a word between two names.
bool begins_name(std::string_view text, std::size_t at, const Rules& rules) {
  const std::size_t previous = before(text, at);
  if (!is_han(char_at(text, previous))) return true;
  const std::string_view word = text.substr(previous, at - previous);
  return party_words(rules).joints.prefix_of(word) == word.size() || party_words(rules).prepositions.prefix_of(word) == word.size();
}

/// The parties in that column of the rows below the header.
std::vector<Party> read_party_cells(std::string_view lines, const Rules& rules) {
  std::vector<Party> parties;
  std::optional<std::size_t> column;
  while (!lines.empty()) {
    const std::string_view line = take_row(lines);
    if (!column) {
      column = party_column(line, rules);
      continue;
    }
    const Cells cells = cells_of(line);
    if (cells.size() == 1 && misfit(line, ColumnTable::Type::money) == 0) continue;  // the sum of a torn row
    const bool torn = cells.size() == 2 && misfit(trim(lines.substr(0, lines.find('\n'))), ColumnTable::Type::money) == 0;
    if ((cells.size() < 3 && !torn) || cells.size() <= *column) break;
    add_new(parties, read_parties(cells[*column], rules));
  }
  return parties;
}

/// 甲公司等2户的许可证：: says how many the rows name.
bool counts_rows(std::string_view text, const Rules& rules) {
  const WordList& ets = party_words(rules).ets;
  return ets.each_in(text, [&](std::size_t at, std::size_t number) {
    const char32_t c = char_at(text, at + ets[number].size());
    return is_digit(c) || is_cn_numeral(c);
  });
}

/// Leads to the rows of a list: 下列借款人…, 甲公司等2户….
bool leads_to_rows(std::string_view text, const Rules& rules) { return party_words(rules).followings.any_in(text) || counts_rows(text, rules); }

/// 某苗木有 限公司: the name up to the mark in a row, where the space at `end` stands inside of it; empty where it does not.
std::string tight_name(std::string_view row, std::size_t end, const Rules& rules) {
  if (!is_space(char_at(row, end)) || is_organisation(row.substr(0, end), rules)) return {};
  while (end < row.size() && !is_comma(char_at(row, end)) && fold(char_at(row, end)) != U'（') next_char(row, end);
  std::string name = tighten(row.substr(0, end));
  return all_han(name) && is_organisation(name, rules) ? name : std::string();
}

/// The parties that the rows of a list begin with, behind a line that leads to them: 下列借款人…：, then 张三，本金5万元；. Between
/// rows that are sure, a name of a kind that has no surname counts. Rows that are numbered from the first line on need no such line. One row is a list where the line says whom it names (下列权利人…：).
std::vector<Party> read_listed(std::string_view lines, const Rules& rules) {
  std::vector<Party> parties;
  bool sure = false, persons = false, led = false;
  bool following = row_number(trim(lines.substr(0, lines.find('\n')))) > 0;
  while (!lines.empty()) {
    std::string_view line = take_row(lines);
    if (!led) {
      constexpr std::string_view kColon = "：";
      std::size_t colon = line.find(kColon);
      while (colon != std::string_view::npos && !leads_to_rows(line.substr(0, colon), rules)) colon = line.find(kColon, colon + 1);
      led = colon != std::string_view::npos;
      following = following || party_words(rules).followings.any_in(line);
      if (!led && following && row_number(line) > 0) {  // 以下企业…。⏎1.甲公司…
        led = persons = true;
        colon = std::string_view::npos;
      }
      if (!led) continue;
      if (colon != std::string_view::npos) {
        persons = party_words(rules).leads.any_in(line.substr(0, colon));
        line = trim(line.substr(colon + kColon.size()));
      }
    }
    if (line.empty()) continue;
    const std::string_view row = line.substr(row_number(line));
    std::size_t end = 0;
    while (end < row.size() && !is_comma(char_at(row, end)) && fold(char_at(row, end)) != U'（' && !is_space(char_at(row, end))) next_char(row, end);
    if (end == row.size() || fold(char_at(row, end)) == U'：') break;
    const std::string tight = tight_name(row, end, rules);  // 某苗木有 限公司，…
    const std::string_view name = tight.empty() ? row.substr(0, end) : std::string_view(tight);
    if (name.find("、") != std::string_view::npos) {  // 张三、李四（城关社）欠本金…
      auto several = read_parties(name, rules);
      if (several.size() < 2) break;
      add_new(parties, std::move(several));
      sure = true;
      continue;
    }
    if (auto party = read_party(name, rules)) parties.push_back(std::move(*party)), sure = true;
    else if (is_unknown_name(name, rules)) parties.push_back({plain_name(name), false});
    else break;
  }
  return sure && (persons || parties.size() > 1) ? parties : std::vector<Party>{};
}

/// Behind the act of issuing and its day, where they follow a name that ends at `at`: 某税务局|2016年核发; 0 where they do not.
std::size_t issue_end(std::string_view text, std::size_t at, const Rules& rules) {
  constexpr std::string_view kAt = "于";
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  if (text.substr(at).starts_with(kAt)) at += kAt.size();
  std::size_t year = at;
  while (is_digit(char_at(text, year))) next_char(text, year);
  if (const auto date = parse_date(text, at)) at = date->end;
  else if (year > at) at = year + words.after_digit.find(text, year).bytes;  // 2016年
  const auto act = words.issue.find(text, at);
  return act ? at + act.bytes : 0;
}

/// Whom the one whose name ends at `end` gave what follows: 甲公司|2015年6月1日开给李四的收据, 某局|核发的某店税务登记证; `end` is set
/// behind the name. Nobody where it gave nothing, or the thing stands right behind.
std::vector<Party> read_receivers(std::string_view text, std::size_t& end, const Rules& rules) {
  constexpr std::string_view kTo = "给", kOf = "的";
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  std::size_t at = issue_end(text, end, rules);
  if (at == 0) return {};
  const bool given = text.substr(0, at).ends_with(kTo);
  if (!given && !text.substr(at).starts_with(kOf)) return {};
  if (!given) at += kOf.size();
  std::size_t length = 0;
  auto parties = read_at(text.substr(at), rules, &length);
  if (parties.empty()) return {};
  const std::size_t behind = at + length;
  if (given ? !text.substr(behind).starts_with(kOf) : !words.heads.find(text, behind)) return {};
  end = behind;
  return parties;
}

/// 甲公司（以下简称乙方）: the name that a text shortens so; empty where it does not.
std::string_view full_name(std::string_view brief, std::string_view text, const Rules& rules) {
  constexpr std::size_t kLeast = 2, kMost = 4;  // characters
  if (const std::size_t n = count_chars(brief); n < kLeast || n > kMost) return {};
  for (std::size_t at = text.find(brief); at != std::string_view::npos; at = text.find(brief, at + brief.size())) {
    const std::size_t close = at + brief.size();
    if (std::u32string_view(U"）”\"").find(fold(char_at(text, close))) == std::u32string_view::npos) continue;
    const std::size_t open = last_bracket_before(text, at);
    if (open == std::string_view::npos || !party_words(rules).shortenings.any_in(text.substr(open, at - open))) continue;
    for (std::size_t begin = 0; begin < open; next_char(text, begin))
      if (is_organisation(text.substr(begin, open - begin), rules) && (begin == 0 || begins_name(text, begin, rules))) return text.substr(begin, open - begin);
  }
  return {};
}

/// Who signs: beside a name that is sure, one of a kind that has no surname counts.
std::vector<Party> read_signed(std::string_view signatory, const Rules& rules) {
  auto parties = read_parties(signatory, rules);
  if (parties.empty()) return parties;
  std::vector<Party> all;
  for (const std::string_view name : parts_of(signatory)) {
    if (auto party = read_party(name, rules)) all.push_back(std::move(*party));
    else if (is_sounded(name, rules)) all.push_back({plain_name(name), false});
  }
  return all.size() > parties.size() ? all : parties;
}

/// The first of the parts of an expression that a mark parts; takes it off.
std::string_view take_part(std::string_view& expression, char mark) {
  const std::size_t end = std::min(expression.find(mark), expression.size());
  const std::string_view part = trim(expression.substr(0, end));
  expression.remove_prefix(std::min(end + 1, expression.size()));
  return part;
}

std::vector<Party> read_source(std::string_view source, const PartyContext& context, const Rules& rules) {
  if (source == "subject") {
    auto parties = context.subject.parties();
    std::erase_if(parties, [&](const Party& p) { return context.court.ends_with(p.name); });  // 某法院裁定批准…: it speaks, it is no party
    if (parties.empty()) parties = read_named(source, context.subject.text(), rules);  // 本公司（…）, 经某公司股东会决定
    return parties;
  }
  if (source == "addressee") return read_addressees(context.lines, rules);
  if (source == "called") return calls_somebody(context.lines, rules) ? read_addressees(context.lines, rules) : std::vector<Party>{};
  if (source == "listed") {
    auto cells = read_party_cells(context.lines, rules);
    return cells.empty() ? read_listed(context.lines, rules) : cells;
  }
  if (source == "signatory") return read_signed(context.signatory, rules);
  if (source == "court") return read_parties(context.court, rules);
  if (source == "person") {
    auto parties = context.subject.parties();
    std::erase_if(parties, [](const Party& p) { return p.organization; });
    return parties;
  }
  return read_named(source, context.subject.text(), rules);
}

/// （遗失）某税务局|2016年核发的税务登记证，…: who issued the thing right behind, and so lost nothing, unless the loss is told of it: 甲公司开具的收据遗失.
bool issues_thing(std::string_view text, std::size_t end, const Rules& rules) {
  constexpr std::string_view kOf = "的";
  std::size_t at = issue_end(text, end, rules);
  if (at == 0) return false;
  if (text.substr(at).starts_with(kOf)) at += kOf.size();
  std::size_t clause = at;
  while (clause < text.size() && !is_comma(char_at(text, clause))) next_char(text, clause);
  return rules.tables().compiled<ItemWords>().heads.find(text, at) && !party_words(rules).losses.any_in(text.substr(at, clause - at));
}

/// The first of the clauses behind `at` that is a name and nothing else, and no label's value; nobody where none is.
std::vector<Party> read_clause_name(std::string_view text, std::size_t at, const Rules& rules) {
  for (int clause = 0; clause < kClauses && at < text.size(); ++clause) {
    std::size_t behind = at;
    while (behind < text.size() && !is_comma(char_at(text, behind))) next_char(text, behind);
    const bool labelled = fold(char_at(text, before(text, at))) == U'：' || fold(char_at(text, behind)) == U'：';
    if (auto party = labelled ? std::nullopt : read_party(text.substr(at, behind - at), rules)) return {std::move(*party)};
    at = next_clause(text, at);
  }
  return {};
}

/// 依秀兰女士, 字国发、字国珍: persons whose surnames surnames.tsv does not know, where nobody else can stand; nobody where one of them is no name.
std::vector<Party> read_unknown(std::string_view text, const Rules& rules) {
  constexpr std::size_t kSureTitle = 6;  // bytes: 先生, 女士
  const PartyWords& words = party_words(rules);
  std::vector<Party> parties;
  for (std::string_view name : parts_of(text)) {
    name = trim(name);
    if (const std::size_t title = words.titles.suffix_of(name); title >= kSureTitle && title < name.size()) name.remove_suffix(title);
    auto known = parties.empty() ? std::nullopt : read_party(name, rules);
    if (!known && !is_unknown_name(name, rules)) return {};
    parties.push_back(known ? std::move(*known) : Party{plain_name(name.substr(words.leads.prefix_of(name))), false});
  }
  return parties;
}

/// 娜仁其木格, 甲公司、阿依古丽: one or more names without surnames, in which what looks like a word ends nothing, and others that are sure.
std::vector<Party> read_sounded_beside(std::string_view text, const Rules& rules) {
  std::vector<Party> parties;
  for (const std::string_view name : parts_of(text)) {
    if (auto party = read_party(name, rules)) parties.push_back(std::move(*party));
    else if (is_sounded(trim(name), rules)) parties.push_back({plain_name(name), false});
    else return {};
  }
  return parties;
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

/// Whether a pattern matches where a line begins: at `at`, or, where all matches are sought, at that of a later line, to which `at` moves.
bool matches_line(const Pattern& pattern, std::string_view text, std::size_t& at, bool every, Pattern::Match& match) {
  for (; at < text.size(); at = next_line(text, at)) {
    if (pattern.matches(text, at, &match)) return true;
    if (!every) return false;
  }
  return false;
}

/// 2025年5月30日上午，: the clause says when and nothing else, so that who acts stands in the next.
bool is_time(std::string_view text, const Rules& rules) {
  const auto date = parse_date(text, 0);
  if (!date) return false;
  const std::size_t end = date->end + party_words(rules).day_times.prefix_of(text.substr(date->end));
  return end < text.size() && fold(char_at(text, end)) == U'，';
}

}  // namespace

std::vector<Party> read_subject(std::string_view text, const Rules& rules, std::size_t* end, std::string_view* issue) {
  std::size_t at = bullet_length(text);
  at += run_in_heading(text.substr(at), rules);
  at += plated_vehicle_length(text.substr(at), rules.tables().compiled<ItemWords>());  // 湘L12345号车李四遗失…
  const PartyWords& words = party_words(rules);
  bool first = true;  // of the clauses that can name a party: only there a person counts
  for (int clause = 0; clause < kClauses && at < text.size(); ++clause) {
    std::string_view rest = text.substr(at);
    const std::size_t pronoun = words.pronouns.prefix_of(rest);
    const bool lead = words.leads.prefix_of(rest) > std::max(pronoun, pronoun > 0 ? 0 : words.skips.prefix_of(rest));  // 我镇|居民李四, 我弟李四
    const bool skipped = !lead && words.skips.prefix_of(rest) > 0 && !loses_by_sound(rest, rules);
    if (skipped && names_itself(rest, rules)) return {};
    if (!skipped) {
      std::size_t length = 0;
      auto parties = read_at(rest, rules, &length);
      if (!parties.empty() && (first || parties.front().organization)) {
        std::size_t given = length;
        if (auto receivers = read_receivers(rest, given, rules); !receivers.empty()) {
          if (issue) *issue = rest.substr(0, given);
          parties = std::move(receivers);
          length = given;
        } else if (parties.front().organization && issues_thing(rest, length, rules)) {  // 遗失某税务局2016年核发的税务登记证，某五金店，
          return read_clause_name(text, next_clause(text, at), rules);  // what it lost stands before it
        }
        if (end) *end = at + length;
        return parties;
      }
      if (names_itself(rest, rules)) return {};  // 我公司定于…: what the clauses behind it name is no subject
      first = first && is_time(rest, rules);
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
    const bool gap = (is_space(c) || c == U'；') && place > begin && opens_court_notice(trim(text.substr(at)), rules);  // 张三、李四　本院受理…, 张三；本院受理…
    if ((c != U'：' && !gap) || depth > 0) continue;
    const std::string_view names = text.substr(begin, place - begin);
    if (speaks_to(trim(text.substr(at)), rules))
      if (auto called = read_called(names, rules); !called.empty()) return called;
    return read_parties(names, rules);
  }
  return {};
}

std::vector<Party> read_named(std::string_view name, std::string_view text, const Rules& rules) {
  const bool every = name.ends_with('*');
  if (every) name.remove_suffix(1);
  std::vector<Party> all;
  const TextSigns signs(text);
  Pattern::Match match;
  for (const PartyWords::Row& row : party_words(rules).rows) {
    if (row.name != name || !row.pattern.may_match(signs)) continue;
    std::size_t begin = bullet_length(text);
    for (std::size_t from = begin; row.at_start ? matches_line(row.pattern, text, from, every, match) : find_pattern(row.pattern, text, from, begin, match);) {
      for (const Pattern::Capture& capture : match.captures) {
        if (capture.name != kParty && capture.name != kSureParty) continue;
        std::string_view value = text.substr(capture.begin, behind_partner(text, capture.end, party_words(rules)) - capture.begin);
        if (const std::string_view full = full_name(value, text, rules); !full.empty()) value = full;
        if (party_words(rules).pronouns.prefix_of(value)) continue;  // 我局矿权科
        auto parties = read_whole(value, rules);
        if (parties.empty() && capture.name == kSureParty) continue;
        if (parties.empty()) parties = read_sounded_beside(value, rules);
        if (parties.empty()) parties = read_at(value, rules, nullptr);
        if (name == kDeceased) std::erase_if(parties, [](const Party& p) { return p.organization; });
        if (parties.empty() && name != kSubject && name != kCreditor) parties = read_unknown(value, rules);
        if (!parties.empty() && !every) return parties;
        add_new(all, std::move(parties));
      }
      if (row.at_start) {
        if (!every) break;
        from = next_line(text, from);
        continue;
      }
      from = begin;
      next_char(text, from);
    }
    if (!all.empty()) return all;
  }
  return {};
}

std::vector<Party> read_party_column(std::string_view column, const PartyContext& context, const Rules& rules) {
  std::vector<Party> all;
  while (!column.empty())
    for (std::string_view alternatives = take_part(column, '+'); !alternatives.empty();)
      if (auto parties = read_source(take_part(alternatives, '|'), context, rules); !parties.empty()) {
        add_new(all, std::move(parties));
        break;
      }
  return all;
}

}  // namespace jianbao
