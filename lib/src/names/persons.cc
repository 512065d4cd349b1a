#include "names/persons.h"

#include <array>

#include "names/name_tables.h"
#include "names/organisations.h"
#include "tables/lexicon.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::u32string_view kMasks = U"某×*＊Xx";
constexpr std::size_t kLongestTransliteration = 20;

bool is_mask(char32_t c) { return kMasks.find(c) != std::u32string_view::npos; }
bool is_middle_dot(char32_t c) { return c == U'·' || c == U'•' || c == U'・' || c == U'‧' || c == U'∙' || c == U'⋅'; }

std::size_t surname_of(std::string_view text, const PersonTable& table) {
  const char32_t first = fold(first_char(text));
  if (text.size() >= 6 && table.compound_begins.contains(first) && table.compound.contains(simplified(text.substr(0, 6)))) return 6;
  if (text.empty() || !table.surnames.contains(first)) return 0;
  std::size_t at = 0;
  next_char(text, at);
  return at;
}

/// 张某, 王××, 李**, 刘某甲: a surname and a mask.
bool is_masked(std::string_view name, const PersonTable& table) {
  std::size_t at = surname_of(name, table);
  if (at == 0 || at == name.size()) return false;
  int masks = 0, others = 0;
  while (at < name.size()) {
    const char32_t c = next_char(name, at);
    if (!is_mask(c) && !is_han(c) && !is_letter(c)) return false;  // 张某（
    (is_mask(c) ? masks : others)++;
  }
  return masks >= 1 && masks <= 3 && others <= 1;
}

/// 走基层 before a dot, 读者来稿 behind one: begins with one good word and ends with another, as the sounds of a foreign name do not.
bool is_phrase(std::string_view part) {
  const Word first = longest_word_at(part, 0, kGoodWord), last = longest_word_before(part, part.size(), kGoodWord);
  return first && last && !first.is_person && !last.is_person && first.at.end < part.size();
}

/// 买买提·吐尔逊, J·K·罗琳: parts of Han or letters joined by dots.
bool is_transliterated(std::string_view name) {
  std::size_t part = 0, parts = 1, all = 0, last = 0;
  for (std::size_t at = 0; at < name.size(); ++all) {
    const std::size_t begin = at;
    const char32_t c = next_char(name, at);
    if (is_middle_dot(c)) {
      if (part == 0 || is_phrase(name.substr(0, begin))) return false;
      part = 0;
      last = at;
      ++parts;
    } else if (is_han(c) || is_letter(c)) {
      ++part;
    } else {
      return false;
    }
  }
  const bool whole = part > 1 || (part == 1 && is_letter(last_char(name)));  // no name of a column with a role behind: 牧野·人文
  return parts > 1 && whole && all <= kLongestTransliteration && !is_phrase(name.substr(last));
}

/// Han names and masked ones are short and begin with a surname, others have a dot: what is neither needs no closer look.
bool may_be_name(std::string_view text, const PersonTable& table) {
  constexpr std::size_t kLongestName = 6;  // characters: a compound surname, three masks and one more
  const char32_t first = fold(first_char(text));
  const bool surname = table.surnames.contains(first) || table.compound_begins.contains(first);
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    at = skip_han(text, at, text.size());
    characters += (at - begin) / 3;
    if (at >= text.size()) break;
    const char32_t c = next_char(text, at);
    if (is_middle_dot(c)) return true;
    characters += !is_space(c);
  }
  return surname && characters <= kLongestName;
}

/// Han that a given name may hold: none of running text, but in 向明 and the like.
bool may_be_given(std::string_view given, const PersonTable& table) {
  const bool pair = table.pairs.contains(std::string(given));
  for (std::size_t at = 0; at < given.size();) {
    const char32_t c = next_char(given, at);
    if (!is_han(c) || (!pair && table.inside.contains(c))) return false;
  }
  return true;
}

bool is_han_name(std::string_view name, const PersonTable& table) {
  const std::size_t n = count_chars(name);
  const std::size_t surname = surname_of(name, table);
  if (n < 2 || n > 4 || surname == 0 || surname == name.size() || table.words.contains(std::string(name))) return false;
  if (n == 4 && surname == 3 && surname_of(name.substr(3), table) == 0) return false;  // 陈方安生 has two surnames
  if (table.last.contains(last_char(name)) || table.ends.find(name) > 0) return false;
  return may_be_given(name.substr(surname), table);
}

/// The next piece of a list: up to a mark that separates names, or to a space.
std::string_view next_piece(std::string_view text, std::size_t& at) {
  const auto separates = [](char32_t c) {
    return is_space(c) || c == U'、' || c == U'，' || c == ',' || c == U'；' || c == ';' || c == '/' || c == U'／' || c == '\n';
  };
  at = skip_spaces(text, at);
  const std::size_t begin = at;
  while (at < text.size() && !separates(char_at(text, at))) next_char(text, at);
  const std::string_view piece = text.substr(begin, at - begin);
  if (at < text.size() && !is_space(char_at(text, at))) next_char(text, at);
  return piece;
}

}  // namespace

bool could_be_given_name(std::string_view text, const Rules& rules) {
  const auto& table = rules.tables().compiled<PersonTable>();
  if (text.empty() || table.words.contains(std::string(text)) || table.last.contains(last_char(text))) return false;
  std::size_t first = 0;
  next_char(text, first);
  const bool paired = first < text.size() && table.pairs.contains(std::string(text.substr(first)));  // 字向荣
  return may_be_given(paired ? text.substr(0, first) : text, table);
}

bool is_masked_given_name(std::string_view text) {
  std::size_t at = 0;
  return all_han(text) && !text.empty() && !is_mask(next_char(text, at)) && at < text.size() && is_mask(next_char(text, at));
}

bool is_sounded(std::string_view text, const Rules& rules) {
  constexpr std::size_t kLeast = 3, kMost = 8;  // characters
  const CharSet& sounds = rules.tables().compiled<PersonTable>().sounds;
  const std::size_t n = count_chars(text);
  if (n < kLeast || n > kMost) return false;
  for (std::size_t at = 0; at < text.size();)
    if (!sounds.contains(next_char(text, at))) return false;
  return true;
}

std::string plain_name(std::string_view text) {
  std::string name;
  std::size_t kept = 0;  // up to here the text is in `name`
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_char(text, at);
    if (!is_space(c) && !is_middle_dot(c)) continue;
    name.append(text, kept, begin - kept);
    if (!is_space(c)) append_char(name, U'·');
    kept = at;
  }
  name.append(text, kept);
  return name;
}

std::size_t surname_length(std::string_view text, const Rules& rules) {
  return surname_of(text, rules.tables().compiled<PersonTable>());
}

bool is_person(std::string_view text, const Rules& rules) {
  text = trim(text);
  if (text.size() > 4 * kLongestTransliteration || text.size() < 2) return false;
  const auto& table = rules.tables().compiled<PersonTable>();
  if (!may_be_name(text, table)) return false;
  const std::string name = simplified(plain_name(text));
  return is_han_name(name, table) || is_masked(name, table) || is_transliterated(name);
}

std::vector<std::string> read_names(std::string_view text, const Rules& rules) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < text.size();) {
    std::string_view piece = next_piece(text, at);
    if (piece.empty()) continue;
    // 高 敬: one character and one or two more, or a compound surname and one more
    const std::size_t n = count_chars(piece);
    if (n == 1 || (n == 2 && surname_length(piece, rules) == piece.size())) {
      std::size_t next = at;
      const std::string_view rest = next_piece(text, next);
      const std::size_t gap = static_cast<std::size_t>(rest.data() - (piece.data() + piece.size()));
      const std::string joined = std::string(piece) + std::string(rest);
      if (gap > 0 && trim(text.substr(static_cast<std::size_t>(piece.data() - text.data()) + piece.size(), gap)).empty() &&
          count_chars(rest) <= 2 && is_person(joined, rules)) {
        names.push_back(joined);
        at = next;
        continue;
      }
    }
    if (is_person(piece, rules)) names.push_back(plain_name(piece));
  }
  return names;
}

}  // namespace jianbao
