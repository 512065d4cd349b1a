#include "notice_parts/notice_party_names.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "names/organisations.h"
#include "names/persons.h"
#include "notice_parts/notice_party_words.h"
#include "tables/lexicon.h"
#include "text/chars.h"
#include "text/table.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Without a bracket at the end, but for one that belongs to a firm's name.
std::string_view without_remark(std::string_view name, const PartyWords& words) {
  const char32_t last = last_char(name);
  if (last != U'）' && last != ')') return name;
  const std::size_t open = last_bracket(name);
  if (open == kNone || open == 0) return name;
  const std::size_t width = name[open] == '(' ? 1 : 3;
  if (words.partners.prefix_of(name.substr(open + width)) || behind_branch(name, open, words) > open) return name;
  return trim(name.substr(0, open));
}

std::string_view without_quotes(std::string_view name) {
  while (!name.empty() && (is_opening(first_char(name)))) {
    std::size_t at = 0;
    const char32_t open = next_char(name, at);
    if (open == U'（' || open == '(') break;
    if (open == U'《' && last_char(name) != U'》' && name.find("》") != std::string_view::npos) break;  // 《竹溪文艺》编辑部
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

/// 原团长, 原副局长: what somebody was, although 原 is a surname.
bool is_former_post(std::string_view name, const PartyWords& words) {
  const std::size_t former = words.formers.prefix_of(name);
  if (former == 0) return false;
  name.remove_prefix(former);
  return !name.empty() && (words.posts.prefix_of(name) == name.size() || words.titles.prefix_of(name) == name.size());
}

/// 某律师事务所张三律师, 某律师事务所张小三: a person behind the organisation that he belongs to.
std::optional<Party> read_staff(std::string_view name, const Rules& rules) {
  constexpr std::size_t kWhole = 3;  // characters of a name that no title tells: …中学高三 is a class
  const std::size_t end = organisation_end(name, 0, rules);
  if (end == kNone || end >= name.size()) return {};
  std::string_view person = trim(name.substr(end));
  const std::size_t title = party_words(rules).titles.suffix_of(person);
  if (title == person.size() || (title == 0 && (count_chars(person) != kWhole || longest_word_at(person, 0, kGoodWord)))) return {};
  person = trim(person.substr(0, person.size() - title));
  return is_person(person, rules) && !is_former_post(person, party_words(rules)) ? std::optional(Party{plain_name(person), false}) : std::nullopt;
}

/// 县政协原副主席肉孜·买买提, 牧民巴特尔·那森: a name with a dot right behind what the person is; empty where there is none.
std::string_view dotted_behind_post(std::string_view name, const PartyWords& words, const Rules& rules) {
  constexpr std::size_t kLeast = 6;  // bytes of such a word
  const std::size_t dot = name.find("·");
  if (dot == kNone) return {};
  std::size_t behind = 0;
  for (const WordList* roles : {&words.leads, &words.posts})
    for (const auto& [number, at] : roles->last_in(name.substr(0, dot)))
      if ((*roles)[number].size() >= kLeast) behind = std::max(behind, at + (*roles)[number].size());
  for (const auto& [number, at] : words.dwellings.last_in(name.substr(0, dot)))  // 白云村2组肉孜·买买提
    if (at >= kLeast) behind = std::max(behind, at + words.dwellings[number].size());
  return behind > 0 && behind < dot && is_person(name.substr(behind), rules) ? name.substr(behind) : std::string_view();
}

/// 德国籍留学生JOHN·SMITH: a name in Latin letters right behind what the person is; empty where there is none.
std::string_view behind_post(std::string_view name, const PartyWords& words) {
  const std::size_t letters = skip_han(name, 0, name.size());
  const std::string_view post = name.substr(0, letters);
  const bool person = words.posts.suffix_of(post) || words.leads.suffix_of(post);
  return letters > 0 && person && is_latin_name(name.substr(letters)) ? name.substr(letters) : std::string_view();
}

/// 李四之妻王五: whose relative a person is stands before the name.
std::optional<Party> read_relative(std::string_view name, const Rules& rules) {
  const WordList& kin = party_words(rules).kin;
  for (const auto& [number, at] : kin.last_in(name)) {
    const std::string_view rest = name.substr(at + kin[number].size());
    if (is_person(name.substr(0, at), rules) && (is_person(rest, rules) || is_sounded(rest, rules))) return Party{plain_name(rest), false};
  }
  return {};
}

/// 由王强|变更为李四: a person behind the word for by whom, who is not the one that speaks.
bool is_acted_by(std::string_view name, const Rules& rules) {
  const std::size_t by = party_words(rules).bys.prefix_of(name);
  return by > 0 && is_person(name.substr(by), rules);
}

/// 创业佳园3号楼业主孙立国, 京剧团演员贺连生: behind a word for what a person is.
std::optional<Party> read_holder(std::string_view name, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  for (const WordList* roles : {&words.leads, &words.posts}) {
    for (const auto& [number, at] : roles->last_in(name)) {
      const std::size_t length = (*roles)[number].size();
      if ((at == 0 && roles == &words.leads) || length < 6) continue;
      if (const auto rest = trim(name.substr(at + length)); is_person(rest, rules) && !is_acted_by(rest, rules) && !is_former_post(rest, words)) return Party{plain_name(rest), false};
    }
  }
  if (auto relative = read_relative(name, rules)) return relative;
  return read_staff(name, rules);
}

/// 高山, 和平: a word as well as a name; whole names of three characters that are words are those of famous people.
bool is_short_word(std::string_view name) {
  constexpr std::size_t kMost = 6;  // bytes
  return name.size() <= kMost && longest_word_at(name, 0, kGoodWord).at.size() == name.size();
}

/// 由甲公司: without the word before the name, which may begin a name as well (对外贸易公司, 向阳煤矿).
std::string_view without_preposition(std::string_view name, const PartyWords& words) {
  const std::size_t bytes = words.prepositions.prefix_of(name);
  return bytes == 0 || longest_word_at(name, 0, kGoodWord) ? name : name.substr(bytes);
}

}  // namespace

bool is_latin_name(std::string_view name) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_char(name, at);
    if (is_letter(c)) ++letters;
    else if (!is_space(c) && std::u32string_view(U".,&'’-·").find(c) == std::u32string_view::npos) return false;
  }
  return letters > 2;
}

std::optional<Party> read_party(std::string_view name, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  name = without_quotes(trim(name));
  while (const std::size_t lead = words.leads.prefix_of(name)) {
    if (lead == name.size() || (is_person(name, rules) && !(words.pronouns.prefix_of(name) && is_person(name.substr(lead), rules)))) break;  // 本人巴音·吐尔逊
    name = without_quotes(trim(name.substr(lead)));
  }
  name = without_remark(name, words);
  if (const std::size_t organ = words.organs.suffix_of(name); organ && organ < name.size()) name = trim(name.substr(0, name.size() - organ));
  constexpr std::size_t kSureTitle = 6;  // bytes: 同志, 父子; a name may end in 等
  if (const std::size_t title = words.titles.suffix_of(name); title && title < name.size() && (title >= kSureTitle || !is_person(name, rules))) {
    const std::string_view bare = trim(name.substr(0, name.size() - title));
    if (is_person(bare, rules)) name = bare;
    else if (surname_length(bare, rules) == bare.size() && !is_person(name, rules)) return Party{std::string(name), false};  // 张先生
  }
  if (words.pronouns.prefix_of(name)) return {};
  if (const std::string_view foreigner = behind_post(name, words); !foreigner.empty()) return Party{std::string(foreigner), false};
  if (const std::string_view dotted = dotted_behind_post(name, words, rules); !dotted.empty()) return Party{plain_name(dotted), false};
  if (is_acted_by(name, rules) || is_former_post(name, words)) return {};
  if (is_person(name, rules)) return words.losses.any_in(name) ? std::nullopt : std::optional(Party{plain_name(name), false});  // 和平遗失
  if (is_organisation(name, rules)) {
    const bool named = !words.foreigns.any_in(name) && !words.skips.prefix_of(name) && !holds_time(name);
    name = without_preposition(name, words);
    return named ? std::optional(Party{std::string(name), true}) : std::nullopt;
  }
  return read_holder(name, rules);
}

std::optional<Party> read_dweller(std::string_view name, const Rules& rules) {
  constexpr std::size_t kLeast = 6;  // bytes of a place's name
  const WordList& dwellings = party_words(rules).dwellings;
  std::string_view found;
  for (const auto& [number, at] : dwellings.last_in(name)) {
    const std::string_view person = name.substr(at + dwellings[number].size());
    if (at < kLeast || !(is_person(person, rules) || is_sounded(person, rules)) || is_short_word(person)) continue;
    if (found.empty() || person.size() < found.size()) found = person;
  }
  return found.empty() ? std::nullopt : std::optional(Party{plain_name(found), false});
}

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

namespace {

/// 甲公司及李四: the last part of a list may hold two.
std::vector<Party> read_joined(std::string_view part, const Rules& rules) {
  const WordList& joints = party_words(rules).joints;
  for (std::size_t at = 0; at < part.size(); next_char(part, at)) {
    const std::size_t joint = at > 0 ? joints.prefix_of(part.substr(at)) : 0;
    if (joint == 0) continue;
    auto first = read_party(part.substr(0, at), rules);
    auto second = first ? read_party(part.substr(at + joint), rules) : std::nullopt;
    if (second) return {std::move(*first), std::move(*second)};
  }
  return {};
}

}  // namespace

namespace {

/// 李强 陈静: two whole names with a space between them, where 欧阳 锋 is one.
std::vector<Party> read_spaced_pair(std::string_view part, const Rules& rules) {
  const std::string_view text = trim(part);
  std::size_t first = 0;
  while (first < text.size() && is_han(char_at(text, first))) next_char(text, first);
  const std::size_t second = skip_spaces(text, first);
  if (second == first || second >= text.size()) return {};
  const std::string_view names[] = {text.substr(0, first), text.substr(second)};
  for (const std::string_view name : names)
    if (!all_han(name) || count_chars(name) < 2 || surname_length(name, rules) == name.size() || !is_person(name, rules)) return {};
  return {Party{plain_name(names[0]), false}, Party{plain_name(names[1]), false}};
}

}  // namespace

std::vector<Party> read_whole(std::string_view text, const Rules& rules) {
  std::vector<Party> parties;
  for (const std::string_view part : parts_of(text)) {
    if (auto pair = read_spaced_pair(part, rules); !pair.empty()) {
      parties.insert(parties.end(), std::make_move_iterator(pair.begin()), std::make_move_iterator(pair.end()));
      continue;
    }
    if (auto party = read_party(part, rules)) {
      parties.push_back(std::move(*party));
      continue;
    }
    auto joined = read_joined(part, rules);
    if (joined.empty()) return {};
    parties.insert(parties.end(), std::make_move_iterator(joined.begin()), std::make_move_iterator(joined.end()));
  }
  return parties;
}

bool is_unknown_name(std::string_view text, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  std::string_view name = trim(text);
  if (const std::size_t lead = words.leads.prefix_of(name)) name.remove_prefix(lead);
  if (is_sounded(name, rules)) return true;
  const std::size_t n = count_chars(name);
  if (n > 2 && n < 5 && is_masked_given_name(name)) return true;
  if (n < 2 || n > 4 || words.skips.prefix_of(name) || words.pronouns.prefix_of(name) || organisation_suffix(name, rules)) return false;
  return could_be_given_name(name, rules);
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

void add_new(std::vector<Party>& all, std::vector<Party> more) {
  for (Party& party : more)
    if (std::none_of(all.begin(), all.end(), [&](const Party& p) { return p.name == party.name; })) all.push_back(std::move(party));
}

std::string_view behind_about(std::string_view heading, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  const std::size_t about = words.abouts.prefix_of(heading);
  if (about == 0) return heading;
  heading.remove_prefix(about);
  while (const std::size_t act = words.about_acts.prefix_of(heading)) heading.remove_prefix(act);
  return heading;
}

}  // namespace jianbao
