// Authors with where they are from or what they are, but without a role.
#include <algorithm>
#include <utility>

#include "names/persons.h"
#include "split/byline.h"
#include "split/byline_names.h"
#include "split/byline_roles.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
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
  if (std::string_view rest; !find_roles(name, rules.tables().compiled<BylineRoles>(), rest, rules).empty()) return {};  // 约翰·史密斯 著
  return Person{plain_name(name), {}, std::string(place)};
}

std::optional<std::vector<Person>> read_signed_names(std::string_view text, const Rules& rules) {
  if (auto people = read_byline(text, rules)) return people;
  const std::string_view signer = strip_marks(text);
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
