#include "split/byline.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "names/organisations.h"
#include "names/persons.h"
#include "tables/lexicon.h"
#include "tables/suffix_index.h"
#include "tables/word_list.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestByline = 180;  // bytes; six names with their offices
constexpr std::size_t kLongestOffice = 36;   // bytes of an organisation before a role

bool is_separator(char32_t c) { return is_space(c) || c == U'/' || c == U'／' || c == U'：' || c == U':' || c == U'、' || c == U'|' || c == U'｜'; }

struct Roles {
  explicit Roles(const Rules::Tables& tables) {
    const auto& words = tables.compiled<WordTable>();
    for (const char* list : {"role", "picture"})
      for (const std::string& word : words.list(list)) roles.add(word);
  }
  /// Bytes of the role at `at`; 0 where there is none. A role of one character (文 图 摄) is one only where it stands
  /// apart or ends the text: these are parts of names as well.
  std::size_t at(std::string_view text, std::size_t at) const {
    const std::size_t size = roles.prefix_of(text.substr(at)), end = at + size;
    if (size == 0 || size > 3 || end == text.size()) return size;
    return is_separator(char_at(text, end)) && (at == 0 || is_separator(char_at(text, before(text, at)))) ? size : 0;
  }
  WordList roles;
};

std::string_view strip(std::string_view text) {
  text = trim(text);
  while (!text.empty()) {
    std::size_t at = 0;
    const char32_t c = next_char(text, at);
    if (is_han(c) || is_letter(c)) break;
    text.remove_prefix(at);
  }
  while (!text.empty() && is_separator(last_char(text))) text.remove_suffix(text.size() - before(text, text.size()));
  return text;
}

bool may_be_byline(std::string_view text) {
  if (text.size() > kLongestByline || text.empty()) return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    if (!is_han(c) && !is_separator(c) && !is_letter(c) && c != U'·' && c != U'“' && c != U'”' && c != U'《' && c != U'》') return false;
  }
  return true;
}

std::size_t han_count(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size();) n += is_han(next_char(text, at));
  return n;
}

/// Names of 2 to 4 characters set without any gap: each begins with a surname. Nothing where the characters do not add up.
bool split_run(std::string_view text, std::vector<std::string>& names, const Rules& rules, int depth = 0) {
  if (text.empty()) return true;
  const std::size_t surname = surname_length(text, rules);
  if (surname == 0 || depth > 8) return false;
  for (const std::size_t given : {std::size_t{6}, std::size_t{3}}) {
    if (surname + given > text.size()) continue;
    names.emplace_back(text.substr(0, surname + given));
    if (split_run(text.substr(surname + given), names, rules, depth + 1)) return true;
    names.pop_back();
  }
  return false;
}

/// Of two names without a gap one at least has three characters: print sets 李　梅 wide. 吉木阿支 is one name.
void unite_short(std::vector<std::string>& names) {
  constexpr std::size_t kShort = 6;  // bytes
  if (names.size() == 2 && names[0].size() == kShort && names[1].size() == kShort) names = {names[0] + names[1]};
}

/// What stands before a name and is not where somebody belongs: 主持 (what they did), 记者手记 (of a column), 您的学生 (of a letter).
bool is_no_house(std::string_view text, const Rules& rules) {
  const auto& words = rules.tables().compiled<WordTable>();
  const auto& whole = words.list("no-house");
  const auto& begins = words.list("yours");
  return std::find(whole.begin(), whole.end(), text) != whole.end() || std::any_of(begins.begin(), begins.end(), [&](const std::string& word) { return text.starts_with(word); });
}

/// 本报 of 主持：本报, 青山镇中学教师 of 作者系青山镇中学教师; `apart` from what is said of whom, a label has its own value.
std::string house_of(std::string_view text, const Rules& rules, bool apart = false) {
  if (const std::size_t colon = text.rfind("："); colon != std::string_view::npos) text = apart ? std::string_view() : trim(text.substr(colon + std::string_view("：").size()));
  for (const std::string& word : rules.tables().compiled<WordTable>().list("author-is"))
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
      break;
    }
  return is_no_house(text, rules) ? std::string() : std::string(text);
}

/// What a newspaper's name ends with: 羊江晚报 begins as the names of persons do.
struct Papers {
  explicit Papers(const Rules::Tables& tables) : ends(tables.compiled<WordTable>().endings("paper")) {}
  SuffixIndex ends;
};

/// What the place or the office of an author ends with.
struct AuthorPlaces {
  explicit AuthorPlaces(const Rules::Tables& tables) : ends(tables.compiled<WordTable>().endings("author-place")) {}
  SuffixIndex ends;
};

/// 会员 of 市作家协会会员: what an author is.
struct AuthorPosts {
  explicit AuthorPosts(const Rules::Tables& tables) : ends(tables.compiled<WordTable>().endings("author-post")) {}
  SuffixIndex ends;
};

bool is_office(std::string_view text, const Rules& rules) {
  return rules.tables().compiled<AuthorPlaces>().ends.find(text) > 0 || rules.tables().compiled<Papers>().ends.find(text) > 0 || is_organisation(text, rules);
}

bool names_paper(std::string_view text, const Rules& rules) {
  const SuffixIndex& ends = rules.tables().compiled<Papers>().ends;
  const auto parts = [](char32_t c) { return is_space(c) || c == U'·'; };  // 中国青年报·中青在线
  for (std::size_t at = 0; at < text.size();) {
    std::size_t stop = at;
    while (stop < text.size() && !parts(char_at(text, stop))) next_char(text, stop);
    if (ends.find(text.substr(at, stop - at)) > 0) return true;
    at = stop;
    while (at < text.size() && parts(char_at(text, at))) next_char(text, at);
  }
  return false;
}

/// All of the text as names, each set apart from the next, or nothing.
std::vector<std::string> names_apart(std::string_view text, const Rules& rules) {
  if (names_paper(text, rules)) return {};
  std::vector<std::string> names = read_names(text, rules);
  std::size_t covered = 0;
  for (const std::string& name : names) covered += han_count(name);
  if (covered != han_count(text)) names.clear();
  return names;
}

/// A name of a row without gaps that is as likely a word, or a part of it is: 江畔|时评, 周启明|主持, 白菜|堆成小山.
bool may_be_words(std::string_view name) {
  constexpr int kCommon = 31;  // word_frequency of what was counted 180 times
  const auto is_word = [&](std::size_t begin, std::size_t end, int least) {
    const Word word = word_between(name, {begin, end});
    return word.frequency >= least && !word.is_person;
  };
  constexpr std::size_t kHan = 3;  // bytes
  if (name.size() <= 2 * kHan) return is_word(0, name.size(), kGoodWord);
  if (name.size() == 4 * kHan && (is_word(0, 2 * kHan, kGoodWord) || is_word(2 * kHan, 4 * kHan, kGoodWord))) return true;
  return is_word(kHan, name.size(), kCommon) || is_word(0, 2 * kHan, kCommon);
}

/// 刘夏村、张玉洁: the parts between marks and spaces, each of them a name or a run of them, whatever else one could be; or nothing.
std::vector<std::string> names_between_marks(std::string_view text, const Rules& rules) {
  std::vector<std::string> names;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = at;
    if (at < text.size() && !is_separator(next_char(text, at))) continue;
    const std::string_view part = text.substr(begin, end - begin);
    std::vector<std::string> run;
    const bool first = begin == 0 && end < text.size() && is_space(char_at(text, end));
    if (first && rules.tables().compiled<AuthorPlaces>().ends.find(part) > 0 && !is_person(part, rules)) return {};  // 青山镇　方小禾
    if (!part.empty() && (han_count(part) * 3 != part.size() || !split_run(part, run, rules))) {
      if (!is_sounded(part, rules)) return {};
      run = {std::string(part)};  // 阿曼古丽
    }
    unite_short(run);
    std::move(run.begin(), run.end(), std::back_inserter(names));
    begin = at;
    if (end == text.size()) break;
  }
  return names;
}

/// Names of a text whose gaps were left out to read them, each gap where print sets one: between names, in 李　梅, behind a surname or before
/// the last character. 李春燕 发自武汉 is not 李春, 燕发自 and 武汉.
bool keeps_gaps(std::string_view text, const std::vector<std::string>& names, const Rules& rules) {
  constexpr std::size_t kHan = 3;  // bytes
  std::size_t at = 0;
  bool begins_word = true;
  for (const std::string& name : names) {
    std::vector<std::size_t> pieces{0};
    bool apart = begins_word;
    for (std::size_t read = 0; read < name.size();) {
      if (is_space(char_at(text, at))) {
        at = skip_spaces(text, at);
        if (read > 0) pieces.push_back(0);
        else apart = true;
        continue;
      }
      next_char(text, at);
      pieces.back() += kHan, read += kHan;
    }
    begins_word = false;
    const bool single = std::all_of(pieces.begin(), pieces.end(), [](std::size_t piece) { return piece == kHan; });
    const bool torn = apart && pieces.size() == 2 && (pieces[0] == surname_length(name, rules) || pieces[1] == kHan);
    if (pieces.size() > 1 && !single && !torn) return false;
  }
  return true;
}

/// All of the text as names, with or without gaps, or nothing.
std::vector<std::string> only_names(std::string_view text, const Rules& rules) {
  if (names_paper(text, rules)) return {};
  std::vector<std::string> names = names_apart(text, rules);
  if (names.empty()) names = names_between_marks(text, rules);
  if (!names.empty()) return names;
  const std::string joined = plain_name(text);
  if (han_count(joined) * 3 == joined.size() && split_run(joined, names, rules) && keeps_gaps(trim(text), names, rules)) {
    if (joined.size() == trim(text).size()) unite_short(names);
    return names;
  }
  return {};
}

bool is_remark(std::string_view text, const Rules& rules) {
  const auto& remarks = rules.tables().compiled<WordTable>().list("remark");
  return std::find(remarks.begin(), remarks.end(), text) != remarks.end();
}

/// Words of 2 to 4 Han, parted by spaces or 、: behind a role these are names, whatever their surnames. 小　雅 is set wide.
std::vector<std::string> any_names(std::string_view text, const Rules& rules) {
  constexpr std::size_t kHan = 3;  // bytes
  std::vector<std::string> names;
  std::string name, wide;
  for (std::size_t at = 0; at <= text.size();) {
    const char32_t c = at < text.size() ? next_char(text, at) : (++at, U' ');
    if (!is_separator(c)) {
      append_char(name, c);
    } else if (!name.empty()) {
      const std::size_t n = han_count(name);
      if (n < 1 || n > 4 || n * kHan != name.size() || (!wide.empty() && n > 1)) return {};
      wide += std::exchange(name, {});
      if (wide.size() > kHan) names.push_back(std::exchange(wide, {}));
      if (!names.empty() && (is_office(names.back(), rules) || is_remark(names.back(), rules))) names.pop_back();  // 青藤小学　沙一诺　汤　圆
    }
  }
  if (!wide.empty()) return {};
  return names;
}

struct Piece {
  std::string_view role;
  std::string_view before;  // between the role before and this one
  bool closes = false;      // stands behind the names that it belongs to: 李强/文
};

/// 文 of 孔令文: the last character of a name that a role is, too.
bool ends_name(std::string_view text, std::size_t at, std::size_t size, const Rules& rules) {
  constexpr std::size_t kHan = 3;  // bytes
  if (size > kHan || at == 0 || at + size < text.size() || is_separator(char_at(text, before(text, at)))) return false;
  const auto& words = rules.tables().compiled<WordTable>().list("name-role");
  if (std::find(words.begin(), words.end(), text.substr(at)) == words.end()) return false;
  std::size_t begin = at;
  while (begin > 0 && is_han(char_at(text, before(text, begin)))) begin = before(text, begin);
  return is_person(text.substr(begin), rules);
}

/// The roles of the text with what stands before each; the rest behind the last.
std::vector<Piece> find_roles(std::string_view text, const Roles& roles, std::string_view& rest, const Rules& rules) {
  std::vector<Piece> pieces;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = roles.at(text, at);
    if (size > 0 && !ends_name(text, at, size, rules)) {
      pieces.push_back({text.substr(at, size), text.substr(from, at - from)});
      at = from = at + size;
    } else {
      next_char(text, at);
    }
  }
  rest = text.substr(from);
  return pieces;
}

/// And nobody's name.
bool is_good_word(std::string_view text) {
  const Word word = word_between(text, {0, text.size()});
  return word.frequency >= kGoodWord && !word.is_person;
}

/// Words that say that people report, and from where.
struct ReportWords {
  explicit ReportWords(const Rules::Tables& tables) {
    for (const std::string& word : tables.compiled<WordTable>().list("report-end")) ends.add(word);
    for (const std::string& word : tables.compiled<WordTable>().list("report-from")) from.add(word);
  }
  WordList ends, from;
};

/// A byline, and from where its people report: 本报记者 李春燕 | 发自武汉, 通讯员 高强 | 武汉报道.
struct Reported {
  std::string people;  ///< empty: they stand alone
  std::string_view place;
};

/// The place that stands right before a word that says that somebody reports: a field of its own, or a word behind names without gaps.
std::string_view place_behind_names(std::string_view names, const Rules& rules) {
  constexpr std::size_t kLongest = 6 * 3;  // bytes
  std::size_t gap = names.size();
  while ((gap = skip_han_back(names, gap)) > 0 && !is_separator(char_at(names, before(names, gap)))) gap = before(names, gap);
  const std::string_view last = names.substr(gap);
  if (gap > 0 && !trim(names.substr(0, gap)).empty()) return all_han(last) && last.size() <= kLongest && (!is_person(last, rules) || is_good_word(last)) ? last : std::string_view{};
  constexpr std::size_t kTwo = 2 * 3;  // bytes of 港東, which may be no word
  const Word word = longest_word_before(last, last.size(), kGoodWord);
  const std::size_t begin = word && !word.is_person ? word.at.begin : all_han(last) && last.size() >= 2 * kTwo ? last.size() - kTwo : 0;
  if (begin == 0) return {};
  std::vector<std::string> all, others;
  const std::string_view place = last.substr(begin);
  if (split_run(last, all, rules)) return all.back() == place && all.size() > 1 ? place : std::string_view{};
  return split_run(last.substr(0, begin), others, rules) ? place : std::string_view{};
}

Reported read_report(std::string_view text, const Roles& roles, const Rules& rules) {
  const auto& words = rules.tables().compiled<ReportWords>();
  Reported reported;
  words.from.each_in(text, [&](std::size_t at, std::size_t word) {
    std::size_t begin = at + words.from[word].size();
    while (begin < text.size() && is_space(char_at(text, begin))) next_char(text, begin);
    std::size_t end = begin;
    while (end < text.size() && is_han(char_at(text, end))) next_char(text, end);
    if (at == 0 || end == begin) return false;
    reported = {std::string(trim(text.substr(0, at))) + std::string(text.substr(end)), text.substr(begin, end - begin)};
    return true;
  });
  const std::size_t size = words.ends.suffix_of(text);
  if (!reported.people.empty() || size == 0) return reported;
  std::string_view names, others = text.substr(0, text.size() - size);
  find_roles(others, roles, names, rules);
  if (trim(names).empty()) {  // 一线记者　现场报道
    if (roles.at(text, text.size() - size) == 0) reported.people = trim(others);
    return reported;
  }
  if (names.size() == trim(names).size() || !is_space(last_char(names))) reported.place = place_behind_names(names, rules);
  reported.people = trim(others.substr(0, others.size() - reported.place.size()));
  const std::string_view end = text.substr(text.size() - size);
  if (roles.at(text, text.size() - size) == size) reported.people += " " + std::string(end);
  return reported;
}

/// Where the first or the last space of a text begins; 0 where it has none.
struct Gaps {
  std::size_t first = 0, last = 0;
};
Gaps gaps_of(std::string_view text) {
  Gaps gaps;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_space(next_char(text, at))) continue;
    if (gaps.first == 0) gaps.first = begin;
    gaps.last = begin;
  }
  return gaps;
}

/// 安融记者　卞青: what stands right before a reporter's role is where he is from, though it reads as a name.
bool is_house(const std::vector<Piece>& pieces, std::string_view rest, const Rules& rules) {
  const Piece& first = pieces.front();
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
void mark_closing(std::vector<Piece>& pieces, std::string_view rest, const Rules& rules) {
  const bool all = trim(rest).empty() && !is_house(pieces, rest, rules) && !only_names(pieces.front().before, rules).empty();
  for (Piece& piece : pieces) {
    const char32_t last = piece.before.empty() ? U' ' : last_char(piece.before);
    piece.closes = all || ((last == U'/' || last == U'／') && !strip(piece.before).empty());
  }
}

/// 松坪乡　张绍林, 竹溪一中　韩　雪: where somebody is, a gap, and the names.
std::vector<std::string> names_behind_office(std::string_view text, std::string_view& office, const Rules& rules) {
  text = trim(text);
  const Gaps gaps = gaps_of(text);
  for (const std::size_t gap : {gaps.last, gaps.first}) {
    if (gap == 0) continue;
    office = text.substr(0, gap);
    if (office.size() > kLongestOffice || han_count(office) * 3 != office.size()) continue;
    std::vector<std::string> names = only_names(trim(text.substr(gap)), rules);
    if (!names.empty()) return names;
  }
  return {};
}

/// What stands between two roles: the names of the first, then perhaps the office of the second.
bool names_and_office(std::string_view between, std::vector<std::string>& names, std::string& office, const Rules& rules) {
  if (trim(strip(between)).empty()) return true;
  names = only_names(between, rules);
  if (!names.empty()) return true;
  const std::string_view text = strip(between);
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

Opening before_first_role(const std::vector<Piece>& pieces, std::string_view rest, const Rules& rules) {
  const std::string_view before = trim(pieces.front().before);
  if (is_house(pieces, rest, rules)) return {{}, {}, house_of(strip(before), rules)};
  std::string_view house;
  std::vector<std::string> behind;  // 柳坪乡　方小禾　摄
  if (before.size() < pieces.front().before.size()) behind = names_behind_office(before, house, rules);
  if (!behind.empty() && is_office(house, rules)) return {std::move(behind), std::string(house), {}};
  if (auto names = only_names(before, rules); !names.empty() && !are_words(pieces.front().before, names)) return {std::move(names), {}, {}};
  const std::size_t gap = gaps_of(before).last;  // 李平　羊江晚报: who stands before the paper is not of it
  if (auto names = only_names(before.substr(0, gap), rules); !names.empty() || behind.empty()) return {std::move(names), {}, house_of(trim(before.substr(gap)), rules, before.size() < pieces.front().before.size())};
  return {std::move(behind), {}, {}};  // 船工在修船　方小禾　摄
}

}  // namespace

namespace {

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
  const std::vector<Piece> pieces = find_roles(text, rules.tables().compiled<Roles>(), rest, rules);
  if (pieces.empty() || is_person(pieces.front().before, rules)) return {};
  const std::string_view before = trim(pieces.front().before);
  const std::size_t chars = count_chars(before);
  if (chars < kShortest || chars > kLongest || !may_be_byline(before)) return {};
  std::vector<Person> people{{plain_name(before), std::string(pieces.front().role), land}};
  const std::string_view others = text.substr(static_cast<std::size_t>(pieces.front().role.data() - text.data()) + pieces.front().role.size());
  if (auto more = read_byline(others, rules)) people.insert(people.end(), more->begin(), more->end());
  return people;
}

}  // namespace

std::optional<std::vector<Person>> read_byline(std::string_view text, const Rules& rules) {
  if (text.size() > 2 * kLongestByline) return {};
  if (!may_be_byline(strip(text))) {
    Noted noted = read_note(text, rules);
    if (noted.people.empty()) return {};
    if (noted.before) {
      if (auto author = read_foreign_author(noted.people, noted.note, rules)) return author;
    }
    auto people = read_byline(noted.people, rules);
    if (people && people->front().org.empty()) people->front().org = std::move(noted.note);
    return people;
  }
  text = strip(text);
  const Roles& roles = rules.tables().compiled<Roles>();
  std::string_view rest;
  std::vector<Piece> pieces = find_roles(text, roles, rest, rules);
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
  text = strip(text);
  if (!may_be_byline(text)) return {};
  return std::string(read_report(text, rules.tables().compiled<Roles>(), rules).place);
}

std::optional<std::vector<Person>> read_bare_names(std::string_view text, const Rules& rules) {
  text = strip(text);
  if (!may_be_byline(text) || text.size() > 60) return {};
  std::vector<Person> people;
  std::vector<std::string> names = names_apart(text, rules);
  if (names.empty()) {  // 胡跃平孙海涛: no role beside them says that they are names
    names = only_names(text, rules);
    if (std::any_of(names.begin(), names.end(), may_be_words)) return {};
  }
  const auto& provinces = rules.tables().compiled<WordTable>().list("province");
  std::string home;  // 安徽　李白羽
  if (names.size() == 2 && std::find(provinces.begin(), provinces.end(), names.front()) != provinces.end()) home = std::move(names.front()), names.erase(names.begin());
  for (std::string& name : names) people.push_back({std::move(name), {}, home});
  if (people.empty()) return {};
  return people;
}

namespace {

/// What stands in the one bracket that a text begins or ends with, and what stands beside it.
std::pair<std::string_view, std::string_view> bracket_and_rest(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {{"（", "）"}, {"［", "］"}, {"[", "]"}, {"〔", "〕"}};
  for (const auto& [left, right] : kBrackets) {
    const std::size_t open = text.find(left), close = text.find(right);
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) continue;
    const std::size_t begin = open + left.size(), end = close + right.size();
    const std::string_view inside = text.substr(begin, close - begin);
    if (open == 0) return {inside, trim(text.substr(end))};
    if (end == text.size()) return {inside, trim(text.substr(0, open))};
  }
  return {};
}

bool bracket_ends(std::string_view text) { return fold(last_char(text)) == U'）'; }

/// How long 航海2006级 or 八（3）班 is, with figures in it, before the gap that a name stands behind; 0 where the text has no class.
std::size_t class_length(std::string_view text, const Rules& rules) {
  const std::size_t gap = std::min(text.find("\u3000"), text.find(' '));
  if (gap == std::string_view::npos || !has_digits(text.substr(0, gap))) return 0;
  const auto& ends = rules.tables().compiled<WordTable>().list("school-class");
  return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) { return text.substr(0, gap).ends_with(end); }) ? gap : 0;
}

}  // namespace

std::optional<Person> read_placed_author(std::string_view text, const Rules& rules) {
  constexpr std::size_t kHan = 3, kLongestPlace = 6 * kHan, kLongestPost = 14 * kHan, kLongestName = 12 * kHan;  // bytes
  std::size_t begin = 0;
  if (const char32_t mark = first_char(text); mark == U'□' || mark == U'■' || mark == U'◎' || mark == U'●') next_char(text, begin);
  text = trim(text.substr(begin));
  if (const std::size_t length = class_length(text, rules)) {
    const std::string pupil = plain_name(text.substr(length));
    if (is_person(pupil, rules)) return Person{pupil, {}, std::string(text.substr(0, length))};
  }
  const auto [place, name] = bracket_and_rest(text);
  const auto& words = rules.tables().compiled<WordTable>();
  const auto holds_post = [&](std::string_view where) { return rules.tables().compiled<AuthorPosts>().ends.find(where) > 0; };
  const std::size_t longest = holds_post(place) ? kLongestPost : kLongestPlace;
  if (name.empty() || name.size() > kLongestName || place.empty() || place.size() > longest || han_count(place) * kHan != place.size()) return {};
  const auto is = [&](const char* list, auto fits) { return std::any_of(words.list(list).begin(), words.list(list).end(), fits); };
  if (is("remark", [&](const std::string& word) { return word == place; }) || is("part-of-work", [&](const std::string& word) { return place.ends_with(word); })) return {};
  const bool foreign = name.find("·") != std::string_view::npos && is_sounded(name, rules);
  if (!is_person(name, rules) && !is_sounded(name, rules) && !foreign) {  // 南山镇　项　梅（中学教师）
    if (holds_post(place) && bracket_ends(text)) return read_posted_author(name, rules);
    return {};
  }
  if (std::string_view rest; !find_roles(name, rules.tables().compiled<Roles>(), rest, rules).empty()) return {};  // 约翰·史密斯 著
  return Person{plain_name(name), {}, std::string(place)};
}

std::optional<std::vector<Person>> read_signed_names(std::string_view text, const Rules& rules) {
  if (auto people = read_byline(text, rules)) return people;
  const std::string_view signer = strip(text);
  std::string_view office;
  std::vector<std::string> names;
  if (may_be_byline(signer)) names = names_behind_office(signer, office, rules);
  const SuffixIndex& places = rules.tables().compiled<AuthorPlaces>().ends;
  const bool placed = !names.empty() && places.find(office) > 0;  // 柳坪乡, whatever surname it begins with
  if (!placed)
    if (auto people = read_bare_names(text, rules)) return people;
  if (names.empty() || (!placed && std::any_of(names.begin(), names.end(), may_be_words))) return {};
  std::vector<Person> people;
  for (const std::string& name : names) people.push_back({name, {}, house_of(office, rules)});
  return people;
}

namespace {

/// Where the last word of a text begins that is set off by a space.
std::size_t last_word(std::string_view text) {
  std::size_t begin = text.size();
  while ((begin = skip_han_back(text, begin)) > 0 && !is_space(char_at(text, before(text, begin)))) begin = before(text, begin);
  return begin;
}

/// 材料学院2016级博士: Han at both ends, and figures at most between.
bool is_post(std::string_view text) {
  if (text.empty() || !is_han(first_char(text)) || !is_han(last_char(text))) return false;
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_char(text, at); !is_han(c) && !is_digit(c)) return false;
  return true;
}

}  // namespace

std::optional<Person> read_posted_author(std::string_view text, const Rules& rules) {
  constexpr std::size_t kLongest = 20;  // characters
  if (count_chars(text) > kLongest) return {};
  if (const char32_t mark = first_char(text); mark == U'□' || mark == U'■' || mark == U'◎' || mark == U'●') text = trim(text.substr(std::string_view("□").size()));
  std::size_t gap = last_word(text);
  std::string name(text.substr(gap));
  if (name.size() == 3 && gap > 0) {  // 温　存
    const std::string_view rest = trim(text.substr(0, gap));
    gap = last_word(rest);
    name.insert(0, rest.substr(gap));
  }
  const Gaps gaps = gaps_of(trim(text.substr(0, gap)));
  if (gaps.first != gaps.last) return {};  // 县妇联　李　红　县教育局　方小禾: several
  const std::string post = drop_spaces(text.substr(0, gap));
  if (!is_post(post) || !all_han(name) || !is_person(name, rules) || is_person(post, rules)) return {};
  const auto& posts = rules.tables().compiled<WordTable>().list("author-post");
  if (std::find(posts.begin(), posts.end(), post) != posts.end()) return Person{name, post, {}};  // □编辑　方小禾
  return Person{name, {}, house_of(post, rules)};
}

}  // namespace jianbao
