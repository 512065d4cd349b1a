#include "notice_parts/notice_subject.h"

#include <utility>

#include "fields/dates.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_loser_names.h"
#include "notice_parts/notice_party_at.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_run_in.h"
#include "notice_parts/notice_thing.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr int kClauses = 4;  // how far in a subject may stand: behind 根据…, 经…决议,

std::size_t next_clause(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_comma(char_at(text, at))) next_char(text, at);
  if (at < text.size()) next_char(text, at);
  while (at < text.size() && (is_space(char_at(text, at)) || is_comma(char_at(text, at)))) next_char(text, at);
  return at;
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

/// 2025年5月30日上午，: the clause says when and nothing else, so that who acts stands in the next.
bool is_time(std::string_view text, const Rules& rules) {
  const auto date = parse_date(text, 0);
  if (!date) return false;
  const std::size_t end = date->end + party_words(rules).day_times.prefix_of(text.substr(date->end));
  return end < text.size() && fold(char_at(text, end)) == U'，';
}

/// 李四|，王小五遗失结婚证: a comma may stand for the mark of a list between two persons, where the second one lost something at once. Behind
/// whom the parties end.
std::size_t add_next_loser(std::string_view text, std::size_t end, std::vector<Party>& parties, const Rules& rules) {
  if (fold(char_at(text, end)) != U'，') return end;
  std::size_t begin = end;
  next_char(text, begin);
  const std::size_t act = begin + party_words(rules).losses.first_in(text.substr(begin, next_clause(text, begin) - begin));
  const std::string_view name = text.substr(begin, act - begin);
  if (!is_person(name, rules)) return end;
  add_new(parties, {Party{plain_name(name), false}});
  return act;
}

/// 某学校|2016级学生|昂毛措丢失学生证: of a school that the year of a class follows it is the student who lost something, whatever his name; empty where
/// nobody stands there.
std::string_view read_member(std::string_view text, std::size_t end, const Rules& rules) {
  if (!is_digit(char_at(text, end))) return {};
  const PartyWords& words = party_words(rules);
  std::size_t clause = end;
  while (clause < text.size() && !is_comma(char_at(text, clause))) next_char(text, clause);
  const std::string_view lead = text.substr(end, clause - end), before_it = lead.substr(0, words.losses.first_in(lead));
  if (before_it.size() == lead.size()) return {};
  for (const WordList* roles : {&words.leads, &words.posts})
    for (const auto& [number, at] : roles->last_in(before_it))
      if (const std::string_view name = before_it.substr(at + (*roles)[number].size()); is_person(name, rules) || is_unknown_name(name, rules)) return name;
  return {};
}

/// 我台主持人|李四遗失记者证: bytes of whose and what a person is who lost something at once; 0 where nobody stands behind it.
std::size_t own_post_length(std::string_view text, const PartyWords& words, const Rules& rules) {
  const std::size_t ours = words.pronouns.prefix_of(text), post = ours == 0 ? 0 : words.posts.prefix_of(text.substr(ours));
  if (post == 0) return 0;
  const std::string_view rest = text.substr(ours + post, next_clause(text, ours + post) - ours - post);
  return is_person(rest.substr(0, words.losses.first_in(rest)), rules) ? ours + post : 0;
}

}  // namespace

std::vector<Party> read_subject(std::string_view text, const Rules& rules, std::size_t* end, std::string_view* issue) {
  std::size_t at = bullet_length(text);
  at += run_in_heading(text.substr(at), rules);
  at += plated_vehicle_length(text.substr(at), rules.tables().compiled<ItemWords>());  // 湘L12345号车李四遗失…
  const PartyWords& words = party_words(rules);
  at += own_post_length(text.substr(at), words, rules);
  bool first = true;  // of the clauses that can name a party: only there a person counts
  for (int clause = 0; clause < kClauses && at < text.size(); ++clause) {
    std::string_view rest = text.substr(at);
    const std::size_t pronoun = words.pronouns.prefix_of(rest);
    const bool lead = words.leads.prefix_of(rest) > std::max(pronoun, pronoun > 0 ? 0 : words.skips.prefix_of(rest));  // 我镇|居民李四, 我弟李四
    const bool skipped = !lead && words.skips.prefix_of(rest) > 0 && !loses_by_sound(rest, rules) && wordlike_name(rest, rules).empty();
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
        if (const std::string_view member = read_member(rest, length, rules); !member.empty()) {
          parties = {Party{plain_name(member), false}};
          length = static_cast<std::size_t>(member.data() - rest.data()) + member.size();
        }
        if (!parties.front().organization) length = add_next_loser(rest, length, parties, rules);
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

}  // namespace jianbao
