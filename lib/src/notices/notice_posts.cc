#include "notices/notice_posts.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_party_words.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

struct Post {
  std::string_view name;
  double count;
  std::size_t end;  ///< behind the unit, and what is told of the post in brackets
};

/// Behind the last act of hiring in a name: 公开招聘|护士.
std::size_t behind_act(std::string_view name, const ItemWords& words) {
  std::size_t behind = 0;
  for (std::size_t at = 0; at < name.size();) {
    const auto act = words.hires.find(name, at);
    if (act) behind = at += act.bytes;
    else next_char(name, at);
  }
  return behind;
}

bool ends_in(std::string_view name, const PrefixIndex& words) {
  for (std::size_t at = 0; at < name.size(); next_char(name, at))
    if (const auto word = words.find(name, at); word && at + word.bytes == name.size()) return true;
  return false;
}

/// The post whose number is the first behind `at`, in the same sentence; nothing where that counts nobody, or no name stands before it.
std::optional<Post> post_at(std::string_view text, std::size_t at, const ItemWords& words) {
  constexpr std::size_t kReach = 90, kLongestRemark = 90;  // bytes
  constexpr std::size_t kLongest = 15;  // characters of a name
  constexpr std::size_t kWord = 6;      // bytes of what names no post where a name begins so: 在园, but 前台 is one
  std::size_t number = at;
  for (;; next_char(text, number)) {
    if (number >= text.size() || number - at > kReach || is_stop(char_at(text, number))) return {};
    const std::size_t digits = skip_digits(text, number);
    if (digits > number && words.post_units.find(text, digits)) break;
    if (digits > number && is_han(char_at(text, digits)) && number > at && is_han(char_at(text, before(text, number)))) return {};  // 年龄35周岁
  }
  const bool bracketed = number > at && fold(char_at(text, before(text, number))) == U'（';  // 教师（5人）
  const std::size_t digits = skip_digits(text, number), name_end = bracketed ? before(text, number) : number, begin = han_begin(text, name_end, at);
  std::string_view name = text.substr(begin, name_end - begin);
  name.remove_prefix(behind_act(name, words));
  const auto count = parse_numeral(text.substr(number, digits - number));
  if (!count || count_chars(name) < 2 || count_chars(name) > kLongest || ends_in(name, words.no_posts) || words.no_posts.find(name, 0).bytes >= kWord) return {};
  std::size_t end = digits + words.post_units.find(text, digits).bytes;
  if (bracketed && fold(char_at(text, end)) == U'）') next_char(text, end);
  return Post{name, static_cast<double>(*count), skip_remark(text, end, kLongestRemark)};
}

/// Behind the mark, the word or the line's end that parts two posts of a list; npos where none stands there.
std::size_t behind_joint(std::string_view text, std::size_t at, const Rules& rules) {
  const std::size_t begin = at;
  at = skip_while(text, at, [](char32_t c) { return is_space(c) || c == '\n' || c == U'、' || fold(c) == U'，' || fold(c) == U'；'; });
  at += party_words(rules).joints.prefix_of(text.substr(at));
  return at > begin ? at : kNone;
}

/// 二、|厨师, 2.|司机: all before the name only counts.
bool is_ordinal(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_char(text, at); is_han(c) && !is_cn_numeral(c)) return false;
  return true;
}

/// Behind the next semicolon or line's end of the list, where what is told of a post stands before it: 普工50名，月薪…；|叉车司机5名; npos where the
/// sentence ends first.
std::size_t next_in_list(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char32_t c = fold(next_char(text, at));
    if (c == U'；' || c == '\n') return at;
    if (is_stop(c)) break;
  }
  return kNone;
}

}  // namespace

Fields read_posts(std::string_view text, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  std::size_t act = 0;
  const auto hire = words.hires.search(text, 0, act);  // none where the heading that ran in says it
  std::vector<std::string> posts;
  std::vector<double> vacancies;
  for (auto post = post_at(text, hire ? act + hire.bytes : 0, words); post;) {
    posts.emplace_back(post->name);
    vacancies.push_back(post->count);
    const std::size_t end = post->end, joint = behind_joint(text, end, rules), next = next_in_list(text, end);
    post = joint != kNone ? post_at(text, joint, words) : std::nullopt;
    if (post || next == kNone) continue;
    post = post_at(text, next, words);
    std::size_t of_all = 0;  // 现有职工300人: no further post
    if (post && (!is_ordinal(text.substr(next, static_cast<std::size_t>(post->name.data() - text.data()) - next)) || words.no_posts.search(post->name, 0, of_all))) break;
  }
  if (posts.empty()) return {};
  return {{"posts", std::move(posts)}, {"vacancies", std::move(vacancies)}};
}

}  // namespace jianbao
