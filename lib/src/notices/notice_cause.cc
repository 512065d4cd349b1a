#include "notices/notice_cause.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "names/organisations.h"
#include "names/persons.h"
#include "notices/field_list.h"
#include "notice_parts/notice_party_words.h"
#include "tables/lexicon.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// 王五民间借贷纠纷: bytes of the person's name that the longest word follows; 0 where no name can be told from what is behind it.
std::size_t person_before_word(std::string_view text, const Rules& rules) {
  constexpr std::size_t kMost = 4;  // characters
  std::size_t best = 0, longest = 0;
  for (std::size_t at = 0, n = 1; n <= kMost && at < text.size(); ++n) {
    next_char(text, at);
    const std::size_t word = n > 1 && is_person(text.substr(0, at), rules) ? longest_word_at(text, at, kGoodWord).at.size() : 0;
    if (word > longest) best = at, longest = word;
  }
  return best;
}

/// Bytes of the mark or word between two names that the text begins with; 0 where none stands there.
std::size_t joint_at(std::string_view text, const Rules& rules) {
  return fold(first_char(text)) == U'、' ? std::string_view("、").size() : party_words(rules).joints.prefix_of(text);
}

/// 王五|、赵六民间借贷纠纷: bytes of a whole name before what joins it to the next; 0 where none ends so.
std::size_t joined_name(std::string_view text, const Rules& rules) {
  constexpr std::size_t kMost = 40;  // characters
  std::size_t at = 0;
  for (std::size_t n = 0; n < kMost && at < text.size() && (at == 0 || joint_at(text.substr(at), rules) == 0); ++n) next_char(text, at);
  const std::string_view name = text.substr(0, at);
  return at < text.size() && (is_person(name, rules) || is_organisation(name, rules)) ? at : 0;
}

/// Bytes of one of the notice's parties that the text begins with, or, where one must stand there, of any other.
std::size_t party_at(std::string_view text, bool expected, const std::vector<Party>& parties, const Rules& rules) {
  for (const Party& party : parties)
    if (text.starts_with(party.name)) return party.name.size();
  if (const std::size_t joined = expected ? joined_name(text, rules) : 0) return joined;
  const std::size_t end = expected ? organisation_end(text, 0, rules) : std::string_view::npos;
  return end != std::string_view::npos ? end : expected ? person_before_word(text, rules) : 0;
}

}  // namespace

void clear_cause(Notice& notice, const Rules& rules) {
  const auto* const cause = value_of<std::string>(notice.fields, "cause");
  if (!cause) return;
  const PartyWords& words = party_words(rules);
  std::string_view rest = *cause;
  const std::size_t beside = words.causes.prefix_of(rest) > 0 ? 0 : joint_at(rest, rules);  // 诉你们|及李四民间借贷纠纷: who is not told in person
  rest.remove_prefix(beside);
  bool role = beside > 0, named = false;
  for (bool more = true; more && !rest.empty();) {
    if (words.causes.prefix_of(rest) > 0) break;
    const std::size_t lead = words.leads.prefix_of(rest);  // 被告, 原审被告
    role = role || lead > 0;
    const std::size_t name = party_at(rest.substr(lead), lead > 0 || beside > 0 || named, notice.parties, rules);
    if (name == 0) break;
    rest.remove_prefix(lead + name);
    named = true;
    const std::size_t joint = joint_at(rest, rules);
    rest.remove_prefix(joint);
    more = joint > 0;
  }
  if (named && !rest.empty()) *find_field(notice.fields, "cause") = std::string(rest);
  else if (named || role) erase_first(notice.fields, "cause");
}

}  // namespace jianbao
