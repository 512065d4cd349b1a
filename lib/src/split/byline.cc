#include "split/byline.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "names/persons.h"
#include "split/byline_names.h"
#include "split/byline_report.h"
#include "split/byline_roles.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// 安融记者　卞青: what stands right before a reporter's role is where he is from, though it reads as a name.
bool is_house(const std::vector<RolePiece>& pieces, std::string_view rest, const Rules& rules) {
  const RolePiece& first = pieces.front();
  if (first.before.empty() || is_separator(last_char(first.before)) || gaps_of(first.before).last > 0 || (pieces.size() == 1 && trim(rest).empty())) return false;
  const auto& reporters = rules.tables().compiled<WordTable>().list("reporter");
  return std::any_of(reporters.begin(), reporters.end(), [&](const std::string& word) { return first.role.ends_with(word); });
}

/// 金色年华婚纱摄影: words without a gap before a role, which only add up to names by how they begin.
bool are_words(std::string_view before, const std::vector<std::string>& names) {
  constexpr std::size_t kHan = 3;  // bytes
  const auto holds_word = [](std::string_view name) {
    return name.size() > 2 * kHan && (is_good_word(name.substr(0, 2 * kHan)) || is_good_word(name.substr(kHan)));
  };
  return names.size() > 1 && all_han(before) && std::all_of(names.begin(), names.end(), holds_word);
}

/// Marks the roles that stand behind their names: all of a text that begins with names and ends with a role (李强　口述　王明　整理), and
/// those set off by a stroke (记者　李强/文　王明/图).
void mark_closing(std::vector<RolePiece>& pieces, std::string_view rest, const Rules& rules) {
  const bool all = trim(rest).empty() && !is_house(pieces, rest, rules) && !only_names(pieces.front().before, rules).empty();
  for (RolePiece& piece : pieces) {
    const char32_t last = piece.before.empty() ? U' ' : last_char(piece.before);
    piece.closes = all || ((last == U'/' || last == U'／') && !strip_marks(piece.before).empty());
  }
}

/// What stands between two roles: the names of the first, then perhaps the office of the second.
bool names_and_office(std::string_view between, std::vector<std::string>& names, std::string& office, const Rules& rules) {
  if (trim(strip_marks(between)).empty()) return true;
  names = only_names(between, rules);
  if (!names.empty()) return true;
  const std::string_view text = strip_marks(between);
  const auto& agencies = rules.tables().compiled<WordTable>().list("agency");
  const bool is_agency = std::find(agencies.begin(), agencies.end(), text) != agencies.end();
  if (is_agency || (names_paper(text, rules) && gaps_of(text).last == 0)) {  // 文/图 晚报记者, 本报记者
    office = text;
    return office.size() <= kLongestOffice;
  }
  for (std::size_t at = text.size(); at > 0;) {
    at = before(text, at);
    if (!is_separator(char_at(text, at))) continue;
    std::size_t behind = at;
    next_char(text, behind);
    names = only_names(text.substr(0, at), rules);
    if (names.empty()) continue;
    office = text.substr(behind);
    return office.size() <= kLongestOffice;
  }
  if (is_separator(first_char(between))) names = any_names(text, rules);  // 请首都记者健身 names nobody
  return !names.empty();
}

/// What stands before the first role of a text.
struct Opening {
  std::vector<std::string> names;  ///< who has that role
  std::string house;               ///< of theirs
  std::string office;              ///< of who comes behind the role
};

Opening before_first_role(const std::vector<RolePiece>& pieces, std::string_view rest, const Rules& rules) {
  const std::string_view before = trim(pieces.front().before);
  if (is_house(pieces, rest, rules)) return {{}, {}, house_of(strip_marks(before), rules)};
  std::string_view house;
  std::vector<std::string> behind;  // 柳坪乡　方小禾　摄
  if (before.size() < pieces.front().before.size()) behind = names_behind_office(before, house, rules);
  if (!behind.empty() && is_office(house, rules)) return {std::move(behind), std::string(house), {}};
  if (auto names = only_names(before, rules); !names.empty() && !are_words(pieces.front().before, names)) return {std::move(names), {}, {}};
  const std::size_t gap = gaps_of(before).last;  // 李平　羊江晚报: who stands before the paper is not of it
  if (auto names = only_names(before.substr(0, gap), rules); !names.empty() || behind.empty()) return {std::move(names), {}, house_of(trim(before.substr(gap)), rules, before.size() < pieces.front().before.size())};
  return {std::move(behind), {}, {}};  // 船工在修船　方小禾　摄
}

/// ·方小禾·, as papers set a name between title and text: what stands between the dots.
std::string_view strip_dots(std::string_view text) {
  constexpr std::string_view kDot = "·";
  const bool dotted = text.size() > 2 * kDot.size() && text.starts_with(kDot) && text.ends_with(kDot);
  return dotted ? trim(text.substr(kDot.size(), text.size() - 2 * kDot.size())) : text;
}

/// What stands in brackets before the first name of a byline or behind it says of whom it is: [美]约翰·史密斯 著, 李春燕（初二） 指导教师 高强.
struct Noted {
  std::string people;  ///< without it; empty: there is none
  std::string note;
  bool before = false;  ///< of the first name
};

Noted read_note(std::string_view text, const Rules& rules) {
  constexpr std::size_t kHan = 3, kLongestLand = 3 * kHan, kLongestNote = 12 * kHan;  // bytes
  constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {{"（", "）"}, {"［", "］"}, {"[", "]"}, {"〔", "〕"}};
  for (const auto& [left, right] : kBrackets) {
    const std::size_t open = text.find(left), close = text.find(right);
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) continue;
    const std::string_view note = text.substr(open + left.size(), close - open - left.size()), before = text.substr(0, open), rest = text.substr(close + right.size());
    const auto& remarks = rules.tables().compiled<WordTable>().list("remark");
    if (note.empty() || !all_han(note) || rest.empty() || std::find(remarks.begin(), remarks.end(), note) != remarks.end()) return {};
    if (open == 0 ? note.size() > kLongestLand : note.size() < 2 * kHan || note.size() > kLongestNote || !is_person(before, rules)) return {};
    return {std::string(before) + std::string(rest), std::string(note), open == 0};
  }
  return {};
}

/// 川端一郎　著　李红　译: behind a land a name needs no surname of this one.
std::optional<std::vector<Person>> read_foreign_author(std::string_view text, const std::string& land, const Rules& rules) {
  constexpr std::size_t kShortest = 2, kLongest = 16;  // characters
  std::string_view rest;
  const std::vector<RolePiece> pieces = find_roles(text, rules.tables().compiled<BylineRoles>(), rest, rules);
  if (pieces.empty() || is_person(pieces.front().before, rules)) return {};
  const std::string_view before = trim(pieces.front().before);
  const std::size_t chars = count_chars(before);
  if (chars < kShortest || chars > kLongest || !may_be_byline(before)) return {};
  std::vector<Person> people{{plain_name(before), std::string(pieces.front().role), land}};
  const std::string_view others = text.substr(static_cast<std::size_t>(pieces.front().role.data() - text.data()) + pieces.front().role.size());
  if (auto more = read_byline(others, rules)) people.insert(people.end(), more->begin(), more->end());
  return people;
}

/// 《竹溪财经》记者　方小禾: without the marks of the paper's name; empty where no role stands behind them.
std::string without_title_marks(std::string_view text, const BylineRoles& roles) {
  constexpr std::string_view kOpen = "《", kClose = "》";
  const std::size_t close = text.find(kClose);
  if (!text.starts_with(kOpen) || close == std::string_view::npos || roles.at(text, close + kClose.size()) == 0) return {};
  return std::string(text.substr(kOpen.size(), close - kOpen.size())) + std::string(text.substr(close + kClose.size()));
}

}  // namespace

std::optional<std::vector<Person>> read_byline(std::string_view text, const Rules& rules) {
  if (text.size() > 2 * kLongestByline) return {};
  if (const std::string plain = without_title_marks(text, rules.tables().compiled<BylineRoles>()); !plain.empty()) return read_byline(plain, rules);
  if (!may_be_byline(strip_marks(text))) {
    Noted noted = read_note(text, rules);
    if (noted.people.empty()) return {};
    if (noted.before) {
      if (auto author = read_foreign_author(noted.people, noted.note, rules)) return author;
    }
    auto people = read_byline(noted.people, rules);
    if (people && people->front().org.empty()) people->front().org = std::move(noted.note);
    return people;
  }
  text = strip_marks(text);
  const BylineRoles& roles = rules.tables().compiled<BylineRoles>();
  std::string_view rest;
  std::vector<RolePiece> pieces = find_roles(text, roles, rest, rules);
  if (pieces.empty()) return {};
  const Reported reported = read_report(text, roles, rules);
  if (!reported.people.empty()) pieces = find_roles(reported.people, roles, rest, rules);
  if (pieces.empty()) return {};
  mark_closing(pieces, rest, rules);
  const Opening opening = before_first_role(pieces, rest, rules);
  if (opening.office.size() > kLongestOffice) return {};
  std::vector<Person> people;
  const auto& forward = rules.tables().compiled<WordTable>().list("forward-role");
  const bool theirs = std::find(forward.begin(), forward.end(), pieces.front().role) == forward.end();  // 林一鸣　指导教师　方小禾
  for (const std::string& name : opening.names) people.push_back({name, theirs ? std::string(pieces.front().role) : std::string(), opening.house});  // 苏阳 摄
  std::string office = opening.office;
  for (std::size_t i = 1; i <= pieces.size(); ++i) {
    const bool last = i == pieces.size();
    std::vector<std::string> names;
    std::string next_office;
    if (!names_and_office(last ? rest : pieces[i].before, names, next_office, rules)) return {};
    const bool own = !last && pieces[i].closes && pieces[i - 1].closes;
    for (std::string& name : names) people.push_back({std::move(name), std::string(pieces[own ? i : i - 1].role), office});
    if (!next_office.empty() || !names.empty()) office = next_office;
  }
  if (people.empty()) return {};
  return people;
}

std::string byline_place(std::string_view text, const Rules& rules) {
  text = strip_marks(text);
  if (!may_be_byline(text)) return {};
  return std::string(read_report(text, rules.tables().compiled<BylineRoles>(), rules).place);
}

std::optional<std::vector<Person>> read_bare_names(std::string_view text, const Rules& rules) {
  text = strip_marks(strip_dots(text));
  if (!may_be_byline(text) || text.size() > 60) return {};
  std::vector<Person> people;
  std::vector<std::string> names = names_apart(text, rules);
  if (names.empty()) {  // 胡跃平孙海涛: no role beside them says that they are names
    names = only_names(text, rules);
    const auto is_word = [&](const std::string& name) { return may_be_words(name) && (text.find(name) != std::string_view::npos || is_common_word(name)); };  // 谷　雨　方小禾: set wide
    if (std::any_of(names.begin(), names.end(), is_word) || std::all_of(names.begin(), names.end(), may_be_words)) return {};
  }
  const auto& provinces = rules.tables().compiled<WordTable>().list("province");
  std::string home;  // 安徽　李白羽
  if (names.size() == 2 && std::find(provinces.begin(), provinces.end(), names.front()) != provinces.end()) home = std::move(names.front()), names.erase(names.begin());
  for (std::string& name : names) people.push_back({std::move(name), {}, home});
  if (people.empty()) return {};
  return people;
}

}  // namespace jianbao
