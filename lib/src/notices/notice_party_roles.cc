#include "notices/notice_party_roles.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_words.h"
#include "notices/field_list.h"
#include "notices/notice_fields.h"
#include "notice_parts/notice_named_parties.h"
#include "notice_parts/notice_named_parties.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_party_words.h"
#include "notices/notice_record.h"
#include "tables/classes.h"
#include "tables/lexicon.h"
#include "text/chars.h"
#include "text/text_signs.h"

namespace jianbao {
namespace {

constexpr std::size_t kHan = 3;  // bytes of a character

/// 供水公司: what it does, not who it is.
bool names_trade(std::string_view name, const Rules& rules) {
  constexpr std::size_t kStem = 6;  // bytes
  return name.size() - organisation_suffix(name, rules) == kStem && longest_word_at(name, 0, kGoodWord).at.size() == kStem;
}

void add_firm(Notice& notice, const std::string& name, const Rules& rules) {
  if (!has_party(notice, name) && is_organisation(name, rules)) notice.parties.push_back({name, true});
}

/// The firms that go under in a merger, as its field says them. 由甲方吸收合并乙方: whom the short form stands for is the second
/// party; where that is not known they are left out.
std::vector<std::string> absorbed(const Notice& notice, const Rules& rules) {
  const auto* field = find_field(notice.fields, "absorbed");
  if (!field) return {};
  if (const auto* names = std::get_if<std::vector<std::string>>(field)) return *names;
  const auto& name = std::get<std::string>(*field);
  if (party_words(rules).pronouns.prefix_of(name) == 0) return {name};
  return notice.parties.size() == 2 ? std::vector{notice.parties.back().name} : std::vector<std::string>{};
}

/// Who takes over whom: the absorbed are parties too, each by itself (not 甲公司和乙公司), and who takes over is the other one.
void name_merged(Notice& notice, const PartyRoleContext&, const Rules& rules) {
  std::vector<std::string> gone = absorbed(notice, rules);
  std::erase_if(gone, [&](const std::string& name) { return !is_organisation(name, rules); });  // 吸收合并方式
  const auto is_gone = [&](const Party& party) { return std::find(gone.begin(), gone.end(), party.name) != gone.end(); };
  const auto* by = value_of<std::string>(notice.fields, "absorber");
  if (gone.empty() && by) {  // 甲公司拟被乙公司吸收合并
    const std::string absorber = *by;
    for (const Party& party : notice.parties)
      if (party.name != absorber) gone.push_back(party.name);
    add_firm(notice, absorber, rules);
  } else if (!gone.empty()) {
    std::erase_if(notice.parties, [&](const Party& party) { return !is_gone(party) && party.name.starts_with(gone.front()); });
    for (const std::string& name : gone) add_firm(notice, name, rules);
    const auto other = std::find_if_not(notice.parties.begin(), notice.parties.end(), is_gone);
    if (!by && other != notice.parties.end()) notice.fields.emplace_back("absorber", other->name);
  }
  drop_field(notice.fields, "absorbed");
  if (!gone.empty()) notice.fields.emplace_back("absorbed", std::move(gone));
}

/// 李小山|系其长子|，男: behind whose relative a person is, before the next comma; 0 where nothing says so.
std::size_t kinship_length(std::string_view text, const ItemWords& words) {
  constexpr std::size_t kLongest = 36;  // bytes
  std::size_t at = words.gaps.find(text, 0).bytes;
  if (at == 0) return 0;
  while (at < text.size() && at <= kLongest && is_han(char_at(text, at))) next_char(text, at);
  return at <= kLongest ? at : 0;
}

/// What the text says of a person right behind the name, up to the end of the sentence: 李大山|，男，1958年7月2日出生; empty where it says
/// nothing there.
std::string_view told_of(std::string_view name, std::string_view text, const ItemWords& words) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    std::string_view rest = text.substr(at + name.size());
    rest.remove_prefix(kinship_length(rest, words));
    std::size_t sex = 0;
    const char32_t mark = rest.empty() ? 0 : fold(next_char(rest, sex));
    if ((mark == U'，' || mark == U'（') && find_class("sex")->match(rest, sex) != std::string_view::npos) return rest.substr(0, rest.find("。"));
  }
  return {};
}

/// Sex and birth are those of who is missing, not of who asks.
void tell_missing(Notice& notice, const PartyRoleContext& context, const Rules& rules) {
  const auto is_told = [](const auto& field) { return field.first == "sex" || field.first == "birth_date"; };
  std::erase_if(notice.fields, is_told);
  const auto missing = read_named("missing", context.text.tight, rules);
  const std::string_view told = missing.empty() ? std::string_view() : told_of(missing.front().name, context.text.tight, rules.tables().compiled<ItemWords>());
  if (told.empty()) return;
  for (auto& field : read_fields(notice.kind, told, TextSigns(told), context.issue, rules))
    if (is_told(field)) notice.fields.push_back(std::move(field));
}

/// 甲厂自某日起更名为乙公司: who takes another name is called by the old one.
void name_renamed(Notice& notice, const PartyRoleContext&, const Rules&) {
  const auto* name = value_of<std::string>(notice.fields, "new_name");
  if (!name || has_field(notice.fields, "old_name") || notice.parties.size() != 2 || *name != notice.parties.back().name) return;
  notice.fields.emplace_back("old_name", notice.parties.front().name);
}

/// The capital of each firm that a division leaves; where one amount more stands there than firms are named, the divided one goes
/// on (派生分立出乙公司). Of amounts that are not as many as the firms it is not known what they are.
void pair_capitals(Notice& notice, const PartyRoleContext&, const Rules&) {
  const auto* successors = value_of<std::vector<std::string>>(notice.fields, "successors");
  const auto* capitals = value_of<std::vector<double>>(notice.fields, "capital_after");
  if (!successors || !capitals) return;
  auto firms = *successors;
  const std::size_t amounts = capitals->size();
  const bool goes_on = amounts == firms.size() + 1 && notice.parties.size() == 1 && std::find(firms.begin(), firms.end(), notice.parties.front().name) == firms.end();
  if (goes_on) {
    firms.insert(firms.begin(), notice.parties.front().name);
    drop_field(notice.fields, "successors");
    notice.fields.emplace_back("successors", std::move(firms));
  } else if (amounts != firms.size()) {
    drop_field(notice.fields, "capital_after");
  }
}

/// The values of a field in each of several parts of a text, where all have one; nothing where only some do.
template <class Value>
std::vector<Value> told_in_each(const std::vector<Fields>& parts, std::string_view name) {
  std::vector<Value> values;
  for (const Fields& part : parts)
    if (const auto* value = value_of<Value>(part, name)) values.push_back(*value);
  if (values.size() < parts.size()) values.clear();
  return values;
}

/// 1.李四，…执行标的35.6万元；2.某公司，…1200万元: what is told of each of several is told of all, in their order, and not of the first alone.
void tell_executed(Notice& notice, const PartyRoleContext& context, const Rules& rules) {
  if (notice.parties.size() < 2) return;
  const std::string_view text = context.text.body;
  std::vector<Fields> parts;
  for (std::size_t i = 0, begin = 0; i < notice.parties.size(); ++i) {
    begin = text.find(notice.parties[i].name, begin);
    if (begin == std::string_view::npos) return;
    const std::size_t end = i + 1 < notice.parties.size() ? text.find(notice.parties[i + 1].name, begin) : text.size();
    const std::string_view part = text.substr(begin, end - begin);
    parts.push_back(read_fields(notice.kind, part, TextSigns(part), context.issue, rules));
  }
  if (auto amounts = told_in_each<double>(parts, "amount_due"); !amounts.empty()) {
    drop_field(notice.fields, "amount_due");
    notice.fields.emplace_back("amount_due", std::move(amounts));
  }
  if (auto cases = told_in_each<std::string>(parts, "case_number"); !cases.empty()) {
    drop_field(notice.fields, "case_number");
    notice.fields.emplace_back("case_number", std::move(cases));
  }
}

/// 我公司已受让某公司的债权: who speaks has taken the claim over.
void name_taker(Notice& notice, const PartyRoleContext& context, const Rules& rules) {
  if (notice.parties.size() == 1 && party_words(rules).takers.any_in(context.text.body)) add_firm(notice, notice.signatory, rules);
}

/// The kinds whose fields and parties tell of one another.
constexpr std::pair<std::string_view, void (*)(Notice&, const PartyRoleContext&, const Rules&)> kRoles[] = {
    {"court_missing_death", tell_missing}, {"court_execution", tell_executed}, {"merger", name_merged}, {"rename", name_renamed}, {"division", pair_capitals}, {"debt_assignment", name_taker}};

}  // namespace

void name_debtors(Notice& notice, const Subject& subject, const Rules& rules) {
  const WordList& managers = party_words(rules).managers;
  std::erase_if(notice.parties, [&](const Party& party) { return !party.organization && !is_person(party.name, rules); });  // 为提高重整效率
  if (notice.parties.empty()) notice.parties = subject.parties();
  if (notice.parties.empty() && managers.suffix_of(notice.signatory)) notice.parties.push_back({notice.signatory, true});  // 本管理人…: whose it is the signature says
  for (Party& party : notice.parties)
    if (const std::size_t role = managers.suffix_of(party.name); role > 0 && is_organisation(party.name.substr(0, party.name.size() - role), rules))
      party.name.resize(party.name.size() - role);
  for (std::size_t i = notice.parties.size(); i-- > 1;)
    if (std::any_of(notice.parties.begin(), notice.parties.begin() + static_cast<std::ptrdiff_t>(i), [&](const Party& p) { return p.name == notice.parties[i].name; }))
      notice.parties.erase(notice.parties.begin() + static_cast<std::ptrdiff_t>(i));
}

void name_roles(Notice& notice, const PartyRoleContext& context, const Rules& rules) {
  for (const auto& [kind, name] : kRoles)
    if (notice.kind == kind) name(notice, context, rules);
}

void name_in_full(Notice& notice, const Subject& subject, const Rules& rules) {
  constexpr std::size_t kLeast = 12;  // bytes: 县医院 is the end of many names
  const auto is_end = [&](std::string_view name, std::string_view whole) {  // 云台县|县人民医院, not 建设单位|云台县水利公司
    if (name.size() < kLeast || whole.size() <= name.size() || !whole.ends_with(name)) return false;
    const std::string_view lead = whole.substr(0, whole.size() - name.size());
    return party_words(rules).places.suffix_of(lead) > 0 || party_words(rules).places.suffix_of(whole.substr(0, lead.size() + kHan)) > 0;
  };
  const auto complete = [&](const std::string& whole) {
    for (Party& party : notice.parties)
      if (party.organization && is_end(party.name, whole) && !has_party(notice, whole)) party.name = whole;
  };
  if (is_organisation(notice.signatory, rules)) complete(notice.signatory);
  const auto goes_on_before = [&](const Party& party) {  // the text holds it behind another character; most hold no subject that is worth its reading
    const std::size_t at = party.organization ? subject.text().find(party.name) : std::string_view::npos;
    return at != std::string_view::npos && at > 0 && is_han(char_at(subject.text(), before(subject.text(), at)));
  };
  if (std::none_of(notice.parties.begin(), notice.parties.end(), goes_on_before)) return;
  for (const Party& party : subject.parties())
    if (party.organization) complete(party.name);
}

void name_authority(Notice& notice, const Rules& rules) {
  const std::string_view named = behind_about(notice.title, rules);
  const std::size_t end = organisation_end(named, 0, rules);
  if (end == std::string::npos || is_court_kind(notice.kind) || rules.tables().compiled<NoticeWords>().is_damaged_heading(notice.title)) return;
  const std::string name(named.substr(0, end));
  if (names_trade(name, rules)) return;
  if (notice.parties.empty()) {
    notice.parties.push_back({name, true});
  } else if (Party& party = notice.parties.front(); party.organization && name.size() > party.name.size() && name.ends_with(party.name)) {
    party.name = name;
  }
}

}  // namespace jianbao
