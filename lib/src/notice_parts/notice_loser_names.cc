#include "notice_parts/notice_loser_names.h"

#include "names/name_tables.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_party_words.h"
#include "tables/lexicon.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kHan = 3;  // bytes of a character

std::string_view first_clause(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && !is_comma(char_at(text, end))) next_char(text, end);
  return text.substr(0, end);
}

/// The first thing of notice_items.tsv in a clause.
struct Thing {
  std::size_t at = kNone, kind = 0;
};

Thing first_thing(std::string_view clause, const ItemWords& words) {
  for (std::size_t at = 0; at < clause.size(); next_char(clause, at))
    if (const auto head = words.heads.find(clause, at)) return {at, head.value};
  return {};
}

bool is_persons(const Thing& thing, const ItemWords& words) { return thing.at != kNone && words.persons_only[thing.kind]; }

/// A cut word that no name of an organisation holds stands behind the first character.
bool holds_cut(std::string_view name, const PartyWords& words) {
  for (std::size_t at = 0; at < name.size();) {
    next_char(name, at);
    const bool cut = words.cuts_at(name, at);
    if (cut && !words.name_cuts.prefix_of(name.substr(at))) return true;
  }
  return false;
}

/// 杨不凡, 马将军, 李大为, 方向: a name holds one of the few characters that names hold and running text mostly uses otherwise.
bool has_bold_given_name(std::string_view name, std::size_t surname, const PartyWords& words) {
  const bool ends = words.given_ends.suffix_of(name) > 0;
  if (count_chars(name.substr(surname)) == 1) return ends && word_frequency(name) >= kGoodWord;
  return ends || words.given.prefix_of(name.substr(surname));
}

/// 高山, 和平, 田野 before a word of loss: nobody is called 公司 or 师生.
bool is_wordlike(std::string_view name, bool persons, const PartyWords& words, const PersonTable& persons_table, const Rules& rules) {
  const std::size_t surname = surname_length(name, rules), n = count_chars(name);
  if (surname == 0 || surname == name.size() || n < 2 || n > 3 || !all_han(name) || organisation_suffix(name, rules)) return false;
  for (const WordList* list : {&words.leads, &words.posts, &words.titles, &words.pronouns, &words.nobodies})
    if (list->prefix_of(name) == name.size()) return false;
  if (has_bold_given_name(name, surname, words)) return true;
  return persons && persons_table.words.contains(std::string(name)) && !persons_table.last.contains(last_char(name));
}

/// 经大强, 从飞: a surname that is a word of running text elsewhere.
bool has_bold_surname(std::string_view name, const PartyWords& words, const Rules& rules) {
  constexpr std::size_t kMost = 3;  // characters
  const std::size_t surname = words.bold_surnames.prefix_of(name);
  if (surname == 0 || surname == name.size() || count_chars(name) > kMost || organisation_suffix(name, rules)) return false;
  const std::string_view given = name.substr(surname);
  if (words.nobodies.prefix_of(name) == name.size() || words.pronouns.prefix_of(given) || !could_be_given_name(given, rules)) return false;
  return longest_word_at(name, 0).at.size() < name.size();  // 从未
}

}  // namespace

std::string_view wordlike_name(std::string_view text, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  const ItemWords& items = rules.tables().compiled<ItemWords>();
  const std::string_view clause = first_clause(text);
  const std::size_t loss = words.losses.first_in(clause);
  if (loss == clause.size()) return {};
  const Thing thing = first_thing(clause, items);
  const std::size_t lead = words.leads.prefix_of(clause);
  if (lead >= loss || is_person(clause.substr(0, loss), rules)) return {};
  if (thing.at != kNone && thing.at > loss) {
    if (is_persons(thing, items) && has_bold_surname(clause.substr(0, loss), words, rules)) return clause.substr(0, loss);
    const std::string_view name = clause.substr(lead, loss - lead);
    return is_wordlike(name, is_persons(thing, items), words, rules.tables().compiled<PersonTable>(), rules) ? name : std::string_view();
  }
  if (!is_persons(thing, items) || thing.at <= lead) return {};
  const std::string_view name = clause.substr(lead, thing.at - lead);
  constexpr std::size_t kNameChars = 3;
  const bool plain = count_chars(name) == kNameChars && surname_length(name, rules) == 0 && is_unknown_name(name, rules) && !is_sounded(name, rules);
  return plain && !longest_word_at(name, 0) && !longest_word_at(name, kHan, kGoodWord) && !word_across(clause, {lead + name.size(), lead + name.size()}, kGoodWord) ? name : std::string_view();
}

bool begins_with_place(std::string_view name, const Rules& rules) {
  constexpr std::size_t kLeast = 2, kMost = 5, kLeastBehind = 3;  // characters before the word for a place, and behind it
  std::size_t at = 0;
  for (std::size_t n = 0; n <= kMost && at < name.size(); ++n, next_char(name, at))
    if (const std::size_t place = n >= kLeast ? party_words(rules).places.prefix_of(name.substr(at)) : 0)
      return count_chars(name.substr(at + place)) >= kLeastBehind;
  return false;
}

namespace {

/// 云台县小叮当马术园: begins with a place and ends as names of organisations do that no list has.
bool looks_placed(std::string_view name, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  constexpr std::size_t kMost = 20;  // characters
  if (count_chars(name) > kMost || !all_han(name) || !begins_with_place(name, rules) || !words.placed_ends.suffix_of(name)) return false;
  return !words.skips.prefix_of(name) && !words.pronouns.prefix_of(name) && !words.leads.prefix_of(name) && !words.foreigns.any_in(name);
}

}  // namespace

bool acts_as_organisation(std::string_view text, std::size_t end, const Rules& rules) {
  return party_words(rules).actions.prefix_of(text.substr(end)) > 0 && looks_placed(text.substr(0, end), rules) && !holds_cut(text.substr(0, end), party_words(rules));
}

bool is_placed_organisation(std::string_view loser, std::string_view text, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  const ItemWords& items = rules.tables().compiled<ItemWords>();
  if (!looks_placed(loser, rules)) return false;
  const std::string_view clause = first_clause(text);
  const Thing thing = first_thing(clause, items);
  return thing.at != kNone && thing.at > loser.size() && !is_persons(thing, items) && !holds_cut(loser, words);
}

bool ends_name(std::string_view text, std::size_t cut, const Rules& rules) {
  constexpr int kMost = 8;  // characters of an ending
  constexpr std::size_t kCompany = 12, kWord = 6;  // bytes: 有限公司, the word before it
  const PartyWords& words = party_words(rules);
  std::size_t second = cut;
  if (cut < text.size()) next_char(text, second);
  const bool acts = words.cuts_at(text, cut) && words.cuts_at(text, second) && is_organisation(text.substr(0, cut), rules);  // 甲厂|已向合伙企业登记机关
  const std::size_t thing = rules.tables().compiled<ItemWords>().heads.find(text, cut).bytes;
  const std::size_t word = std::max(kWord, longest_word_at(text, cut, kGoodWord).at.size());  // 对外|贸易有限公司: the cut word begins a longer one
  std::size_t end = cut;
  for (int n = 0; n < kMost && end < text.size() && !is_comma(char_at(text, end)); ++n) {
    next_char(text, end);
    const std::size_t suffix = organisation_suffix(text.substr(0, end), rules);
    if (end - cut <= thing) continue;  // 中心小学|银行开户许可证
    if (end - cut > 3 && suffix >= end - cut) return true;  // not 居 of 居民身份证
    if (!acts && suffix >= kCompany && suffix + word >= end - cut) return true;  // 金槌拍卖有限公司
  }
  return false;
}

bool is_cut_in_name(std::string_view text, std::size_t at, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  const std::size_t inner = words.name_cuts.prefix_of(text.substr(at));
  if (inner == 0 || !is_person(text.substr(0, at), rules)) return false;
  std::size_t end = at + inner;
  const auto cuts = [&] { return words.cuts_at(text, end) && !words.name_cuts.prefix_of(text.substr(end)) && !ends_name(text, end, rules); };
  while (end < text.size() && !is_comma(char_at(text, end)) && !cuts()) next_char(text, end);
  return is_organisation(text.substr(0, end), rules) && !words.foreigns.any_in(text.substr(0, end));
}

}  // namespace jianbao
