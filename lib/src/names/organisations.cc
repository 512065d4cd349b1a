#include "names/organisations.h"

#include "names/name_tables.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestName = 60;  // characters; the longest registered names have about fifty

bool is_name_char(char32_t c) { return is_han(c) || is_digit(c) || is_letter(c) || c == U'·' || c == U'“' || c == U'”' || c == '-'; }

/// Without a group of brackets at the end that says what kind of firm it is: （有限合伙）, （集团）.
std::string_view without_bracket(std::string_view text) {
  const char32_t last = last_char(text);
  if (last != U'）' && last != ')') return text;
  std::size_t at = before(text, text.size());
  for (int n = 0; n < 12 && at > 0; ++n) {
    at = before(text, at);
    const char32_t c = char_at(text, at);
    if (c == U'（' || c == '(') return text.substr(0, at);
    if (!is_name_char(c)) break;
  }
  return text;
}

/// Whether brackets, where there are any, pair up and everything else may stand in a name.
bool is_one_name(std::string_view text) {
  int depth = 0;
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size(); ++n) {
    const char32_t c = next_char(text, at);
    if (c == U'（' || c == '(') {
      if (++depth > 1) return false;
    } else if (c == U'）' || c == ')') {
      if (--depth < 0) return false;
    } else if (!is_name_char(c) && !is_space(c)) {
      return false;
    }
    if (n > kLongestName) return false;
  }
  return depth == 0;
}

/// 定于2024年5月28日10时在某某法院: a name holds no day and no hour.
bool holds_time(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_digit(next_char(text, at)))
      if (const char32_t unit = char_at(text, at); unit == U'日' || unit == U'时') return true;
  return false;
}

/// 破　局 ends like an office and is none: no name has two characters, however wide they are set.
bool is_too_short(std::string_view text) {
  constexpr int kShortest = 3;
  int n = 0;
  for (std::size_t at = 0; at < text.size() && n < kShortest;) n += !is_space(next_char(text, at));
  return n < kShortest;
}

/// 《山乡卫生》杂志社: who makes a paper of that title.
bool is_publisher(std::string_view text, std::size_t suffix) {
  constexpr std::string_view kOpen = "《", kClose = "》";
  return text.starts_with(kOpen) && text.find(kClose) + kClose.size() + suffix == text.size();
}

}  // namespace

std::size_t organisation_suffix(std::string_view text, const Rules& rules) {
  if (text.empty()) return 0;
  const auto& table = rules.tables().compiled<OrganisationTable>();
  const std::string_view bare = without_bracket(text);
  if (bare.empty()) return 0;
  const std::size_t bytes = table.suffixes.find(bare);
  return bytes ? bytes + (text.size() - bare.size()) : 0;
}

bool is_organisation(std::string_view text, const Rules& rules) {
  text = trim(text);
  const std::size_t suffix = organisation_suffix(text, rules);
  if (suffix == 0) return false;  // most texts: they are not read for more
  if (rules.tables().compiled<OrganisationTable>().verbs.find(text)) return false;
  if (is_digit(first_char(text)) || text.find("的") != kNone || holds_time(text) || is_too_short(text)) return false;
  return is_one_name(text) || is_publisher(text, suffix);
}

std::size_t organisation_end(std::string_view text, std::size_t at, const Rules& rules) {
  const auto& table = rules.tables().compiled<OrganisationTable>();
  std::size_t end = kNone;
  std::size_t n = 0;
  bool bracket = false;
  for (std::size_t next = at; next < text.size() && n < kLongestName; ++n) {
    const char32_t c = next_char(text, next);
    const bool opens = c == U'（' || c == '(', closes = c == U'）' || c == ')';
    if (opens == bracket && (opens || closes)) break;
    if (!opens && !closes && (!is_name_char(c) || is_digit(c))) break;  // digits: a date or an address has begun
    bracket = opens || (bracket && !closes);
    if (bracket) continue;
    const std::string_view name = text.substr(at, next - at);
    if (closes ? organisation_suffix(name, rules) > 0 : table.running.may_end(c) && table.running.find(name) > 0) end = next;
  }
  return end;
}

}  // namespace jianbao
