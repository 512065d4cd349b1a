#include "notice_parts/notice_named_parties.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_lines.h"
#include "notice_parts/notice_party_at.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_signatories.h"
#include "tables/pattern_set.h"
#include "text/chars.h"
#include "text/text_signs.h"

namespace jianbao {
namespace {

constexpr std::string_view kDeceased = "deceased";  // of the names of notice_parties.tsv: no organisation dies
constexpr std::string_view kSubject = "subject";    // 我公司“海顺”轮: what stands there is a whole name, or none
constexpr std::string_view kCreditor = "creditor";  // 尚欠物业费: what is owed is nobody's name
constexpr std::string_view kParty = "p", kSureParty = "sure";  // of the captures: any party, only a name that is known for one as it stands

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

/// 李女士, of a text that speaks of 李小五女士 as well: the whole name; empty where it tells none.
std::string_view name_of_titled(std::string_view brief, std::string_view text, const Rules& rules) {
  constexpr std::size_t kMost = 12;  // bytes of a name
  if (!is_titled(brief, rules)) return {};
  const std::string_view title = brief.substr(brief.size() - party_words(rules).titles.suffix_of(brief)), surname = trim(brief.substr(0, brief.size() - title.size()));
  for (std::size_t at = text.find(surname); at != std::string_view::npos; at = text.find(surname, at + surname.size())) {
    const std::string_view rest = text.substr(at, kMost + title.size()), name = rest.substr(0, rest.find(title));
    if (name.size() < rest.size() && name.size() > surname.size() && is_person(name, rules)) return name;
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
    if (!known && (!is_unknown_name(name, rules) || words.nobodies.prefix_of(name) == name.size())) return {};
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

}  // namespace

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
        else if (const std::string_view whole = name_of_titled(value, text, rules); !whole.empty()) value = whole;
        if (party_words(rules).pronouns.prefix_of(value)) continue;  // 我局矿权科
        auto parties = read_whole(value, rules);
        const bool sure = parties.size() == 1 && parties.front().name == plain_name(value);  // not 环卫工人李四
        if (!sure && capture.name == kSureParty) continue;
        if (parties.empty()) parties = read_sounded_beside(value, rules);
        if (parties.empty()) parties = read_at(value, rules, nullptr);
        if (parties.empty() && name == kDeceased) parties = read_whole(parts_of(value).back(), rules);  // 某党党员、某剧团原团长、演员李四
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

}  // namespace jianbao
