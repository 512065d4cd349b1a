#include "notice_parts/notice_dotted_names.h"

#include <algorithm>

#include "names/persons.h"
#include "notice_parts/notice_party_words.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::u32string_view kMarks = U"•·∙⋅・‧.．-－—–";
constexpr std::string_view kMiddleDot = "·";
constexpr std::size_t kLongestPart = 30;  // bytes

/// The part of a name that a text begins with: up to the word of loss, the thing that only persons have, or a mark.
std::string_view last_part(std::string_view text, const Rules& rules) {
  const std::string_view han = text.substr(0, skip_han(text, 0, std::min(text.size(), 2 * kLongestPart)));
  const std::string_view part = han.substr(0, party_words(rules).losses.first_in(han));
  std::size_t head = 0;
  if (rules.tables().compiled<ItemWords>().heads.search(part, 0, head)) return part.substr(0, head);
  if (part.size() < han.size() || text.size() == han.size()) return part;
  const char32_t mark = fold(char_at(text, han.size()));
  return mark == U'：' || mark == U'（' || mark == U'，' ? part : std::string_view();
}

}  // namespace

bool joins_name(std::string_view text, std::size_t begin, std::size_t at, const Rules& rules) {
  if (begin >= at || at - begin > kLongestPart || han_begin(text, at, begin) != begin) return false;
  std::size_t end = at;
  if (kMarks.find(next_char(text, end)) == std::u32string_view::npos) return false;
  const std::string_view first = text.substr(begin, at - begin), last = last_part(text.substr(end), rules);
  if (last.empty() || last.size() > kLongestPart || party_words(rules).losses.any_in(first)) return false;
  return (is_sounded(first, rules) || is_sounded(last, rules)) && is_person(std::string(first).append(kMiddleDot).append(last), rules);
}

std::string with_middle_dot(std::string text, const Rules& rules) {
  const std::size_t begin = bullet_length(text), at = skip_han(text, begin, text.size());
  if (at >= text.size() || !joins_name(text, begin, at, rules)) return text;
  std::size_t end = at;
  next_char(text, end);
  return text.replace(at, end - at, kMiddleDot);
}

}  // namespace jianbao
