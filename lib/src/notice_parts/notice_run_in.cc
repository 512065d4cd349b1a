#include "notice_parts/notice_run_in.h"

#include <algorithm>
#include <string>
#include <utility>

#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_lines.h"
#include "notice_parts/notice_addressees.h"
#include "notice_parts/notice_courts.h"
#include "notice_parts/notice_party_at.h"
#include "notice_parts/notice_party_words.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestHeading = 90; // bytes

/// Bytes of a heading or a court in brackets before the text: 【遗失声明】, ［云溪区人民法院］.
std::size_t boxed_heading(std::string_view text, const Rules& rules) {
  constexpr std::u32string_view kBoxes = U"（(〔【［[〖";
  std::size_t at = 0;
  if (text.empty() || kBoxes.find(next_char(text, at)) == std::u32string_view::npos) return 0;
  for (const std::size_t begin = at; at < text.size() && at < kLongestHeading;) {
    const std::size_t end = at;
    if (!is_closing(next_char(text, at))) continue;
    const std::string_view inside = text.substr(begin, end - begin);
    return is_notice_heading(inside, rules) || (is_organisation(inside, rules) && names_court(inside, rules)) ? at : 0;
  }
  return 0;
}

/// Whether a text is one that a heading stands before whose space went: an organisation begins it, or what one calls itself (我局, 本公司), or,
/// behind the word of loss alone (遗失张三身份证), any loser; and one that calls somebody (送达公告张三：本院…). 遗失某海关2025年5月11日签发的缴款书: the name is of who issued it.
bool begins_below_heading(std::string_view text, bool loss, const Rules& rules) {
  std::size_t end = 0;
  const auto parties = read_at(text.substr(0, text.find("，")), rules, &end);
  if (parties.empty()) return party_words(rules).pronouns.prefix_of(text) > 0;
  if (const auto date = parse_date(text, end)) end = date->end;
  if (rules.tables().compiled<ItemWords>().issue.find(text, end)) return false;
  return loss || parties.front().organization || party_words(rules).pronouns.prefix_of(text) > 0 || calls_somebody(text, rules);
}

/// 离婚证遗失, 公章丢失: what was lost, and that it was.
bool is_loss_label(std::string_view text, const Rules& rules) {
  const std::size_t thing = rules.tables().compiled<ItemWords>().heads.find(text, 0).bytes;
  return thing > 0 && thing < text.size() && party_words(rules).losses.prefix_of(text.substr(thing)) == text.size() - thing;
}

/// What runs in before a mark may lack the word for the act: 中标结果　….
bool stands_as_heading(std::string_view text, const Rules& rules) {
  constexpr std::size_t kShortest = 12;  // bytes
  return is_notice_heading(text, rules) || (text.size() >= kShortest && is_topic_heading(text, rules));
}

}  // namespace

bool is_heading_label(std::string_view text, const Rules& rules) { return stands_as_heading(text, rules) || is_loss_label(text, rules); }

std::size_t spaced_name(std::string_view heading, std::string_view text, const Rules& rules) {
  heading = trim(heading);
  if (heading.empty() || party_words(rules).losses.prefix_of(heading) != heading.size()) return 0;
  std::size_t end = 0;
  while (end < text.size() && is_han(char_at(text, end))) next_char(text, end);
  const std::size_t behind = skip_spaces(text, end);
  if (behind == end || !is_han(char_at(text, behind)) || !is_person(text.substr(0, end), rules)) return 0;
  std::size_t longer = behind;  // 李小 燕学生证: a gap inside of the name
  next_char(text, longer);
  const std::string torn = std::string(text.substr(0, end)) + std::string(text.substr(behind, longer - behind));
  return is_person(torn, rules) ? 0 : end;
}

std::size_t run_in_heading(std::string_view text, const Rules& rules) {
  if (const std::size_t boxed = boxed_heading(text, rules)) return boxed;
  const std::size_t role = party_words(rules).leads.prefix_of(text);  // 转让方|甲公司: no heading 转让
  char32_t before_c = 0;
  std::size_t joined = 0;  // the heading whose space went: 清算公告韩城市物资有限公司…; a mark farther on parts a longer one: 遗失声明 王丽…
  for (std::size_t at = 0; at < text.size() && at < kLongestHeading;) {
    const std::size_t place = at;
    const char32_t printed = next_char(text, at), c = fold(printed), last = std::exchange(before_c, printed);
    if (c == U'：' || is_space(c)) {
      if (place > 0 && (c == U'：' ? is_heading_label(text.substr(0, place), rules) : stands_as_heading(text.substr(0, place), rules))) return at;
      if (c == U'：') return joined;
    } else if (joined == 0 && place > role && is_han(c) && may_end_notice_heading(last, rules) && is_notice_heading(text.substr(0, place), rules) &&
               begins_below_heading(text.substr(place), party_words(rules).losses.prefix_of(text.substr(0, place)) == place, rules)) {
      joined = place;
    } else if (is_stop(c) || c == U'，') {
      return joined;
    }
  }
  return joined;
}

}  // namespace jianbao
