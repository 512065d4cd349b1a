#include "split/byline_names.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "names/organisations.h"
#include "names/persons.h"
#include "split/byline_roles.h"
#include "tables/lexicon.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr int kCommon = 31;  // word_frequency of what was counted 180 times

/// Names of 2 to 4 characters set without any gap: each begins with a surname. Nothing where the characters do not add up.
bool split_run_from(std::string_view text, std::vector<std::string>& names, const Rules& rules, int depth) {
  if (text.empty()) return true;
  const std::size_t surname = surname_length(text, rules);
  if (surname == 0 || depth > 8) return false;
  for (const std::size_t given : {std::size_t{6}, std::size_t{3}}) {
    if (surname + given > text.size()) continue;
    names.emplace_back(text.substr(0, surname + given));
    if (split_run_from(text.substr(surname + given), names, rules, depth + 1)) return true;
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

/// What a newspaper's name ends with: 羊江晚报 begins as the names of persons do.
struct Papers {
  explicit Papers(const Rules::Tables& tables) : ends(tables.compiled<WordTable>().endings("paper")) {}
  SuffixIndex ends;
};

/// 刘夏村、张玉洁: the parts between marks and spaces, each of them a name or a run of them, whatever else one could be, or the half of one that is
/// set wide: 谷　雨　方小禾; or nothing.
std::vector<std::string> names_between_marks(std::string_view text, const Rules& rules) {
  constexpr std::size_t kHan = 3;  // bytes
  std::vector<std::string> names;
  std::string half;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = at;
    if (at < text.size() && !is_separator(next_char(text, at))) continue;
    std::string_view part = text.substr(begin, end - begin);
    std::string wide;
    if (part.size() == kHan && half.empty()) {
      half = part;
      begin = at;
      if (end == text.size()) return {};
      continue;
    }
    if (!part.empty() && !half.empty()) {
      if (part.size() != kHan) return {};
      part = wide = std::exchange(half, {}) + std::string(part);
      if (is_common_word(part)) return {};  // 干　部　方小禾
    }
    std::vector<std::string> run;
    const bool first = begin == 0 && end < text.size() && is_space(char_at(text, end));
    if (first && rules.tables().compiled<AuthorPlaces>().ends.find(part) > 0 && !is_person(part, rules)) return {};  // 青山镇　方小禾
    if (!part.empty() && (han_count(part) * kHan != part.size() || !split_run(part, run, rules))) {
      if (!is_sounded(part, rules)) return {};
      run = {std::string(part)};  // 阿曼古丽
    }
    unite_short(run);
    std::move(run.begin(), run.end(), std::back_inserter(names));
    begin = at;
    if (end == text.size()) break;
  }
  if (!half.empty()) return {};
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

bool is_remark(std::string_view text, const Rules& rules) {
  const auto& remarks = rules.tables().compiled<WordTable>().list("remark");
  return std::find(remarks.begin(), remarks.end(), text) != remarks.end();
}

}  // namespace

bool split_run(std::string_view text, std::vector<std::string>& names, const Rules& rules) { return split_run_from(text, names, rules, 0); }

std::size_t han_count(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size();) n += is_han(next_char(text, at));
  return n;
}

std::string house_of(std::string_view text, const Rules& rules, bool apart) {
  if (const std::size_t colon = text.rfind("："); colon != std::string_view::npos) text = apart ? std::string_view() : trim(text.substr(colon + std::string_view("：").size()));
  for (const std::string& word : rules.tables().compiled<WordTable>().list("author-is"))
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
      break;
    }
  return is_no_house(text, rules) ? std::string() : std::string(text);
}

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

std::vector<std::string> names_apart(std::string_view text, const Rules& rules) {
  if (names_paper(text, rules)) return {};
  std::vector<std::string> names = read_names(text, rules);
  std::size_t covered = 0;
  for (const std::string& name : names) covered += han_count(name);
  if (covered != han_count(text)) names.clear();
  return names;
}

bool is_common_word(std::string_view text) {
  const Word word = word_between(text, {0, text.size()});
  return word.frequency >= kCommon && !word.is_person;
}

bool may_be_words(std::string_view name) {
  const auto is_word = [&](std::size_t begin, std::size_t end, int least) {
    const Word word = word_between(name, {begin, end});
    return word.frequency >= least && !word.is_person;
  };
  constexpr std::size_t kHan = 3;  // bytes
  if (name.size() <= 2 * kHan) return is_word(0, name.size(), kGoodWord);
  if (name.size() == 4 * kHan && (is_word(0, 2 * kHan, kGoodWord) || is_word(2 * kHan, 4 * kHan, kGoodWord))) return true;
  return is_word(kHan, name.size(), kCommon) || is_word(0, 2 * kHan, kCommon);
}

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

bool is_good_word(std::string_view text) {
  const Word word = word_between(text, {0, text.size()});
  return word.frequency >= kGoodWord && !word.is_person;
}

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

}  // namespace jianbao
