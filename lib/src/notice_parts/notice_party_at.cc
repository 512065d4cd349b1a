#include "notice_parts/notice_party_at.h"

#include <string>
#include <utility>

#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_parts/notice_loser_names.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_party_words.h"
#include "tables/lexicon.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestSubject = 60; // characters

/// Where a name that ends at `end` goes on because the cut word was its last character: 王小为.
std::size_t stretch_name(std::string_view clause, std::size_t end, const Rules& rules) {
  if (const std::size_t behind = behind_partner(clause, end, party_words(rules)); behind > end) return behind;  // 天成咨询中心（有限合伙）
  const std::size_t lead = is_person(clause.substr(0, end), rules) ? 0 : party_words(rules).leads.prefix_of(clause);  // 本人|王小为
  if (end >= clause.size() || lead >= end || !is_person(clause.substr(lead, end - lead), rules)) return end;
  std::size_t next = end;
  next_char(clause, next);
  if (next >= clause.size() || !is_person(clause.substr(lead, next - lead), rules)) return end;
  const bool cut = party_words(rules).cuts_at(clause, next);
  return cut ? next : end;
}

/// 刀美香、玉光、岩坎|三人: names without the word that counts them; all of it where it counts another number.
std::string_view without_count(std::string_view names, const PartyWords& words) {
  constexpr long long kPair = 2;  // what a word counts that begins with no numeral
  const std::size_t bytes = words.counts.suffix_of(names);
  if (bytes == 0) return names;
  const std::string_view bare = names.substr(0, names.size() - bytes), count = names.substr(bare.size());
  std::size_t numeral = 0;
  next_char(count, numeral);
  const auto n = static_cast<long long>(parts_of(bare).size());
  return n > 1 && parse_numeral(count.substr(0, numeral)).value_or(kPair) == n ? bare : names;
}

std::string_view before_loss(std::string_view clause, const PartyWords& words) {
  clause = clause.substr(0, words.losses.first_in(clause));
  const std::size_t tail = clause.size() > 12 ? clause.size() - 12 : 0;  // 不愤, 不慎和: a misread 不慎
  if (const std::size_t no = clause.rfind("不"); no != kNone && no >= tail && no > 0) clause = clause.substr(0, no);
  return without_count(clause, words);
}

/// Parties before a word of loss, one of which OCR may have hurt: 孙启明、当巧云, 侠曹国栋 (the first is a misread bullet: four characters are no
/// name, as the three of 占海燕 are).
std::vector<Party> read_losers(std::string_view text, const Rules& rules) {
  std::vector<Party> parties;
  bool sure = false;
  for (const std::string_view part : parts_of(text)) {
    std::size_t first = 0;
    if (!part.empty()) next_char(part, first);
    if (auto party = read_party(part, rules)) {
      parties.push_back(std::move(*party));
      sure = true;
    } else if (auto dweller = read_dweller(part, rules)) {
      parties.push_back(std::move(*dweller));
      sure = true;
    } else if (first && is_person(part.substr(first), rules) && count_chars(part) == 4) {
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

}  // namespace

namespace {

/// 尼玛次仁|于2025年3月1日, 尼玛次仁|将身份证: where such a name ends that something is told behind; all of it where none does.
std::size_t sounded_end(std::string_view names, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  for (std::size_t at = 0; at < names.size(); next_char(names, at))
    if (at > 0 && (words.tellers.prefix_of(names.substr(at)) > 0) && is_sounded(names.substr(0, at), rules)) return at;
  return names.size();
}

}  // namespace

bool loses_by_sound(std::string_view text, const Rules& rules, std::size_t* end) {
  std::size_t clause = 0;
  while (clause < text.size() && (!is_comma(char_at(text, clause)) || char_at(text, clause) == U'、')) next_char(text, clause);
  const PartyWords& words = party_words(rules);
  std::string_view names = before_loss(text.substr(0, clause), words);
  std::size_t next = clause;
  if (next < text.size()) next_char(text, next);
  if (names.size() == clause && !words.losses.prefix_of(text.substr(next))) return false;  // 尼玛次仁，|遗失身份证
  names = names.substr(0, sounded_end(names, rules));
  bool sounded = false;
  for (const std::string_view part : parts_of(names)) {
    const bool whole = is_sounded(part, rules) || is_sounded(part.substr(surname_length(part, rules)), rules);  // 白|乌云其其格
    if (!whole && !is_person(part, rules)) return false;
    sounded = sounded || whole;
  }
  if (sounded && end) *end = names.size();
  return sounded;
}

namespace {

/// 乌云其木格遗失…, 其木格、娜仁花不慎将…: names of a kind without surnames, whose sounds may look like other words.
std::vector<Party> read_sounded(std::string_view text, const Rules& rules, std::size_t* end) {
  std::vector<Party> parties;
  if (!loses_by_sound(text, rules, end)) return parties;
  for (const std::string_view part : parts_of(text.substr(0, *end))) parties.push_back({plain_name(part), false});
  return parties;
}

/// 扎西次仁（男，藏族）不慎将…丢失, 扎西（男）学生证遗失: the name before a remark behind which the loss is told; empty where there is none.
std::string_view before_remark(std::string_view text, const PartyWords& words, const ItemWords& items, const Rules& rules) {
  constexpr std::size_t kLongestRemark = 120;  // bytes
  std::size_t open = 0;
  while (open < text.size() && is_han(char_at(text, open))) next_char(text, open);
  if (fold(char_at(text, open)) != U'（') return {};
  std::size_t at = open;
  while (at < text.size() && at - open < kLongestRemark)
    if (fold(next_char(text, at)) == U'）') break;
  const std::string_view rest = text.substr(at);
  std::size_t clause = 0;
  while (clause < rest.size() && !is_comma(char_at(rest, clause))) next_char(rest, clause);
  if (organisation_suffix(before_loss(rest.substr(0, clause), words), rules) > 0) return {};  // 明远（广东）铜业有限公司遗失公章
  if (words.losses.prefix_of(rest)) return text.substr(0, open);
  if (!words.losses.any_in(rest.substr(0, clause))) return {};
  std::size_t head = 0;
  const auto item = items.heads.search(rest.substr(0, clause), 0, head);
  return items.handlers.find(rest) || (item && items.persons_only[item.value]) ? text.substr(0, open) : std::string_view();
}

/// Where the person's name ends that a thing only persons have is glued to: 李大江|道路旅客运输从业资格证遗失. The text does not
/// begin with a word, but what stands behind the name does. kNone where no name ends so.
std::size_t glued_name_end(std::string_view clause, const PartyWords& words, const ItemWords& items, const Rules& rules) {
  const std::size_t begin = words.leads.prefix_of(clause);
  std::size_t head = begin;
  for (; head < clause.size(); next_char(clause, head))
    if (const auto item = items.heads.find(clause, head)) {
      if (!items.persons_only[item.value]) return kNone;
      break;
    }
  const std::size_t surname = surname_length(clause.substr(begin), rules);
  if (head >= clause.size() || surname == 0 || longest_word_at(clause, begin, kGoodWord)) return kNone;
  std::size_t shorter = begin + surname;
  next_char(clause, shorter);
  std::size_t longer = shorter;
  if (shorter < head) next_char(clause, longer);
  for (const std::size_t end : {longer, shorter}) {
    if (end >= head || !is_person(clause.substr(begin, end - begin), rules)) continue;
    const Word behind = longest_word_at(clause, end, kGoodWord), torn = word_across(clause, {end, end}, kGoodWord);
    if (behind && torn.frequency < behind.frequency) return end;
  }
  return kNone;
}

/// The two names before 夫妇 or 之女, joined by a mark or a word; one of them may have a surname that surnames.tsv does not know.
std::vector<Party> read_couple(std::string_view text, const Rules& rules, std::size_t* end) {
  constexpr std::size_t kMost = 9, kLongestName = 4;  // characters
  const PartyWords& words = party_words(rules);
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
  const bool sounded = is_sounded(names[0], rules) || is_sounded(names.back(), rules);
  if (!couple || names.size() != 2 || !(sounded || is_person(names[0], rules) || is_person(names[1], rules))) return {};
  std::vector<Party> parties;
  for (const std::string_view name : names) {
    const std::size_t n = count_chars(name);
    if (n < 2 || (n > kLongestName && !is_sounded(name, rules)) || words.leads.prefix_of(name) || organisation_suffix(name, rules)) return {};
    parties.push_back({plain_name(name), false});
  }
  return parties;
}

/// 李强与|陈静|遗失结婚证: behind a word that joins two names and another person's name, before a word of loss; that person is added.
/// `at` where nobody stands there.
std::size_t add_partner(std::string_view text, std::size_t at, std::vector<Party>& parties, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  const std::size_t joint = words.joints.prefix_of(text.substr(at));
  if (joint == 0 || parties.size() != 1 || parties.front().organization) return at;
  const std::string_view rest = text.substr(at + joint), name = rest.substr(0, words.losses.first_in(rest));
  if (name.size() == rest.size() || !is_person(name, rules)) return at;
  parties.push_back({plain_name(name), false});
  return at + joint + name.size();
}

/// 某县人民法院|干警李四|遗失人民警察证: of an office and one of its people it is the latter who lost his paper. The name between what he is and the act
/// of loss; empty where nobody stands there.
std::string_view loser_behind_post(std::string_view text, std::size_t at, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  const std::size_t post = words.posts.prefix_of(text.substr(at));
  if (post == 0) return {};
  const std::string_view rest = text.substr(at + post), clause = rest.substr(0, rest.find("，")), name = before_loss(clause, words);
  constexpr std::size_t kSurePost = 6;  // bytes: 学生昂毛措
  const bool named = is_person(name, rules) || (post >= kSurePost && is_unknown_name(name, rules));
  return name.size() < clause.size() && named ? name : std::string_view();
}

std::string_view first_clause_of(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && !is_comma(char_at(text, end))) next_char(text, end);
  return text.substr(0, end);
}

/// 中和镇白云村三社李四、李小五: persons the first of whom stands behind where they live; nobody where one of them is none.
std::vector<Party> read_dwellers(std::string_view names, const Rules& rules) {
  std::vector<Party> parties;
  for (const std::string_view part : parts_of(names)) {
    auto party = parties.empty() ? read_dweller(part, rules) : read_party(part, rules);
    if (!party || party->organization) return {};
    parties.push_back(std::move(*party));
  }
  return parties;
}

/// （2009）
bool opens_year(std::string_view text, std::size_t at) {
  if (at == 0 || fold(char_at(text, at)) != U'（') return false;
  int digits = 0;
  next_char(text, at);
  for (; digits < 5 && is_digit(char_at(text, at)); ++digits) next_char(text, at);
  return digits == 4 && fold(char_at(text, at)) == U'）';
}

/// 明远（广东）铜业有限公司: the brackets at `at` hold a few characters in the name of an organisation.
bool has_place_in_name(std::string_view text, std::size_t at, const Rules& rules) {
  constexpr int kLongest = 5;  // characters
  if (fold(char_at(text, at)) != U'（') return false;
  std::size_t close = at;
  next_char(text, close);
  for (int n = 0; n < kLongest && is_han(char_at(text, close)); ++n) next_char(text, close);
  if (fold(char_at(text, close)) != U'）') return false;
  next_char(text, close);
  const std::size_t end = organisation_end(text, 0, rules);
  return end != kNone && end > close;
}

/// Behind the brackets at `at` and the mark of a list: 张三（已故）、李四遗失…; `at` where none stand there.
std::size_t behind_listed_remark(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 90;  // bytes
  const std::size_t open = at;
  if (at == 0 || fold(char_at(text, at)) != U'（') return at;
  while (at < text.size() && at - open < kLongest && fold(char_at(text, at)) != U'）') next_char(text, at);
  if (fold(char_at(text, at)) != U'）') return open;
  next_char(text, at);
  return char_at(text, at) == U'、' ? at + 3 : open;
}

/// 甲有限公司年产5万吨项目环评已由乙有限公司: a name that ends with a legal form, behind another one that ends so, is two names with
/// what the first does between them. Where the first ends; kNone where there is one.
std::size_t first_firm_end(std::string_view name, const Rules& rules) {
  const WordList& forms = party_words(rules).legal_forms;
  const std::size_t last = forms.suffix_of(name);
  if (last == 0) return kNone;
  std::size_t first = kNone;
  for (const auto& [number, at] : forms.last_in(name.substr(0, name.size() - last)))
    if (at > 0) first = std::min(first, at + forms[number].size());
  if (first == kNone || !is_han(char_at(name, first)) || party_words(rules).joints.prefix_of(name.substr(first)) > 0) return kNone;  // 甲有限公司和乙有限公司
  return is_organisation(name.substr(0, first), rules) ? first : kNone;
}

/// 本人娜倮|在云台县汽车站遗失身份证: whoever speaks names himself right before what he did; empty where a word of running text stands there.
std::string_view own_name(std::string_view text, std::size_t at, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  const std::size_t self = words.selves.prefix_of(text);
  if (self == 0 || self >= at || !is_unknown_name(text.substr(self, at - self), rules)) return {};
  const std::string_view name = text.substr(self, at - self);
  std::size_t clause = at;
  while (clause < text.size() && !is_comma(char_at(text, clause))) next_char(text, clause);
  return words.losses.any_in(text.substr(at, clause - at)) && !longest_word_at(name, 0, kGoodWord) ? name : std::string_view();
}

}  // namespace

std::vector<Party> read_at(std::string_view text, const Rules& rules, std::size_t* end) {
  const PartyWords& words = party_words(rules);
  const ItemWords& items = rules.tables().compiled<ItemWords>();
  std::size_t at = 0;
  if (auto parties = read_couple(text, rules, &at); !parties.empty()) {
    if (end) *end = at;
    return parties;
  }
  if (auto parties = read_sounded(text, rules, &at); !parties.empty()) {
    if (end) *end = at;
    return parties;
  }
  if (const std::string_view name = wordlike_name(text, rules); !name.empty()) {
    if (end) *end = static_cast<std::size_t>(name.data() - text.data()) + name.size();
    return {Party{plain_name(name), false}};
  }
  const std::size_t label = words.leads.prefix_of(text);  // 姓名：|李四
  const std::size_t label_colon = label > 0 && fold(last_char(text.substr(0, label))) == U'：' ? label : 0;  // 单位名称：|某医院: the label is no name
  std::vector<Party> first;  // of a list whose names have remarks, where what follows is none
  std::size_t first_end = 0, first_thing = kNone, thing_end = 0;
  for (std::size_t n = 0; at < text.size() && n < kLongestSubject; ++n) {
    if (const std::size_t behind = behind_listed_remark(text, at); behind > at) {
      if (first.empty()) first = read_whole(text.substr(0, at), rules), first_end = at;
      at = behind;
      continue;
    }
    if (opens_year(text, at)) break;  // 云国用（2009）第0345号: a number, no name
    const std::size_t thing = items.heads.find(text, at).bytes;
    const bool cut = at > 0 && at >= label_colon && at >= thing_end && ((is_digit(char_at(text, at)) && parse_date(text, at)) ||  // 甲公司8月25日起
                                words.cuts_at(text, at) || thing > 0);
    if (const std::string_view loser = cut ? loser_behind_post(text, at, rules) : std::string_view(); !loser.empty()) {
      if (end) *end = static_cast<std::size_t>(loser.data() - text.data()) + loser.size();
      return {Party{plain_name(loser), false}};
    }
    if (cut && !ends_name(text, at, rules) && !is_cut_in_name(text, at, rules) && !has_place_in_name(text, at, rules)) {
      std::size_t stretched = thing > 0 ? behind_partner(text, at, words) : stretch_name(text, at, rules);  // 李四|草原证
      if (const std::size_t firm = first_firm_end(text.substr(0, stretched), rules); firm != kNone) stretched = firm;
      if (auto parties = read_whole(without_count(text.substr(0, stretched), words), rules); !parties.empty()) {
        if (const std::size_t partner = add_partner(text, stretched, parties, rules); partner > stretched) stretched = partner;
        if (end) *end = stretched;
        return parties;
      }
      if (const std::string_view own = own_name(text, at, rules); !own.empty()) {
        if (end) *end = at;
        return {Party{plain_name(own), false}};
      }
      const bool owns = thing > 0 || (items.ofs.find(text, at) && words.losses.any_in(first_clause_of(text.substr(at))));  // 大岭村李四|宅基地使用证, 大岭村李四、王五|的林权证遗失
      if (auto dwellers = owns ? read_dwellers(without_count(text.substr(0, at), words), rules) : std::vector<Party>{}; !dwellers.empty()) {
        if (end) *end = at;
        return dwellers;
      }
      if (thing == 0 && acts_as_organisation(text, at, rules)) {  // 云台县小叮当游乐城|定于
        if (end) *end = at;
        return {Party{std::string(text.substr(0, at)), true}};
      }
      if (thing > 0) first_thing = std::min(first_thing, at);
      thing_end = std::max(thing_end, at + thing);  // what follows inside of its name is no cut: 卫生院某省医疗门诊收费票据
    }
    if (at >= label && is_comma(char_at(text, at))) break;
    next_char(text, at);
  }
  if (!first.empty()) {
    if (end) *end = first_end;
    return first;
  }
  if (at == text.size())
    if (auto parties = read_whole(text, rules); !parties.empty()) {
      if (end) *end = at;
      return parties;
    }
  if (const std::string_view named = before_remark(text, words, items, rules); !named.empty())
    if (auto parties = read_losers(named, rules); !parties.empty() || is_unknown_name(named, rules)) {
      if (end) *end = named.size();
      return parties.empty() ? std::vector{Party{plain_name(named.substr(words.leads.prefix_of(named))), false}} : parties;
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
  if (const std::size_t glued = loser.size() < at ? glued_name_end(loser, words, items, rules) : kNone; glued != kNone) {
    if (end) *end = glued;
    return read_whole(text.substr(0, glued), rules);
  }
  const std::size_t name_end = organisation_end(loser.substr(0, first_thing), 0, rules);
  if (name_end == kNone && loser.size() < at && is_placed_organisation(loser, text, rules)) {
    if (end) *end = loser.size();
    return {Party{std::string(loser), true}};
  }
  if (name_end == kNone) return {};
  auto party = read_party(text.substr(0, name_end), rules);
  if (!party || !party->organization) return {};
  if (end) *end = name_end;
  return {std::move(*party)};
}

bool names_itself(std::string_view clause, const Rules& rules) {
  const char32_t c = first_char(clause);
  return (c == U'我' || c == U'本') && party_words(rules).pronouns.prefix_of(clause) > 0;
}

}  // namespace jianbao
