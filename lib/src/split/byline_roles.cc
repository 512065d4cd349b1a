#include "split/byline_roles.h"

#include <algorithm>

#include "names/persons.h"
#include "tables/word_table.h"

namespace jianbao {
namespace {

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

}  // namespace

BylineRoles::BylineRoles(const Rules::Tables& tables) {
  const auto& words = tables.compiled<WordTable>();
  for (const char* list : {"role", "picture"})
    for (const std::string& word : words.list(list)) roles.add(word);
  for (const std::string& press : words.list("own-press")) presses.add(press);
}

std::size_t BylineRoles::at(std::string_view text, std::size_t at) const {
  const std::size_t size = roles.prefix_of(text.substr(at)), end = at + size;
  if (size == 0 || size > 3 || end == text.size()) return size;
  const bool apart = is_separator(char_at(text, end)) || presses.prefix_of(text.substr(end)) > 0;
  return apart && (at == 0 || is_separator(char_at(text, before(text, at)))) ? size : 0;
}

std::string_view strip_marks(std::string_view text) {
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

std::vector<RolePiece> find_roles(std::string_view text, const BylineRoles& roles, std::string_view& rest, const Rules& rules) {
  std::vector<RolePiece> pieces;
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

}  // namespace jianbao
