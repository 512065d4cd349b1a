#include "split/line_authors.h"

#include <algorithm>
#include <string>

#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_words.h"
#include "split/byline.h"
#include "tables/lexicon.h"
#include "tables/word_list.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kShortestName = 2 * 3, kLongestName = 4 * 3;  // bytes

/// Who makes pictures.
struct PictureRoles {
  explicit PictureRoles(const Rules::Tables& tables) {
    for (const std::string& word : tables.compiled<WordTable>().list("picture")) words.add(word);
  }
  WordList words;
};

/// 合作, and no 立作 of 钟　立作.
bool ends_in_word(std::string_view text) {
  const std::size_t last = before(text, text.size());
  return last > 0 && is_word(text.substr(before(text, last)));
}

/// Where the last word of a line begins that is set off by a space.
std::size_t last_word(std::string_view text) {
  std::size_t begin = text.size();
  while ((begin = skip_han_back(text, begin)) > 0 && !is_space(char_at(text, before(text, begin)))) begin = before(text, begin);
  return begin;
}

}  // namespace

bool says_who_took(std::string_view piece, const LineText& line) {
  const std::size_t took = line.table.took.find(piece);
  if (took == 0) return false;
  const std::string_view who = piece.substr(0, piece.size() - took);
  if (is_person(who, line.rules)) return !ends_in_word(piece);
  if (!all_han(who)) return false;
  for (std::size_t name = kShortestName; name <= kLongestName && name < who.size(); name += 3)
    if (is_person(who.substr(who.size() - name), line.rules) && is_organisation(who.substr(0, who.size() - name), line.rules)) return true;
  return false;
}

bool may_say_who_took(std::string_view piece, const LineText& line) {
  const std::size_t took = line.table.took.find(piece);
  if (took == 0 || ends_in_word(piece)) return false;
  const std::string_view who = piece.substr(0, piece.size() - took);
  return who.size() >= kShortestName && who.size() <= kLongestName && all_han(who);
}

bool is_credit(const LineText& line) {
  if (line.text.find("。") != std::string_view::npos || line.text.find("，") != std::string_view::npos) return false;
  if (says_who_took(line.text, line)) return true;
  return line.table.tail.find(line.signs, line.text, [&](const ShapeTable::Row& row) { return row.shape == Shape::credit && row.pattern.matches(line.text); });
}

bool is_marked_author(const LineText& line) {
  constexpr std::uint32_t kLongest = 9, kLongestPenName = 4;
  const char32_t first = first_char(line.text);
  if (line.chars > kLongest) return false;
  const auto& bullets = line.rules.tables().compiled<WordTable>().list("misread-bullet");
  const bool misread = std::any_of(bullets.begin(), bullets.end(), [&](const std::string& bullet) { return line.text.starts_with(bullet); });
  if (!misread && first != U'□' && first != U'■' && first != U'◎') return false;
  const std::string_view name = trim(line.text.substr(3));
  if (misread) return is_person(name, line.rules) && !is_word(line.text);
  for (std::size_t at = 0; at < name.size();)
    if (const char32_t c = next_char(name, at); !is_han(c) && c != U'·' && !is_space(c)) return false;
  const std::size_t chars = count_chars(name);  // a few are a pen name
  return chars >= 2 && (chars <= kLongestPenName || name.find("·") != std::string_view::npos || is_sounded(name, line.rules) || read_byline(name, line.rules) || read_bare_names(name, line.rules));
}

bool is_posted_name(const LineText& line) { return read_posted_author(line.text, line.rules).has_value(); }

bool names_officer(const LineText& line) {
  constexpr std::uint32_t kLongest = 12;
  const std::size_t colon = line.chars <= kLongest ? line.text.find("：") : std::string_view::npos;
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view name = trim(line.text.substr(colon + std::string_view("：").size()));
  return all_han(line.text.substr(0, colon)) && all_han(name) && is_person(name, line.rules);
}

bool is_described_author(const LineText& line) {
  if (read_placed_author(line.text, line.rules)) return true;
  if (fold(last_char(line.text)) != U'）') return false;  // nearly every line
  const auto& notes = line.rules.tables().compiled<WordTable>().list("author-note");
  const auto ends = [&](const std::string& note) { return line.text.ends_with(note); };
  return std::any_of(notes.begin(), notes.end(), ends) && is_person(trim(line.text.substr(0, last_bracket(line.text))), line.rules);
}

bool is_spaced_name(std::string_view text) {
  constexpr std::size_t kHan = 3;  // bytes
  if (text.size() <= 2 * kHan || !is_space(char_at(text, kHan))) return false;
  const std::string_view first = text.substr(0, kHan), second = trim(text.substr(kHan));
  return second.size() == kHan && all_han(first) && all_han(second) && !is_word(std::string(first) + std::string(second));
}

bool describes_picture(const LineText& line) {
  constexpr std::size_t kShortest = 9;  // characters
  const std::string_view words = trim(line.text.substr(0, last_word(line.text)));
  const auto& roles = line.rules.tables().compiled<WordTable>().list("role");
  if (std::any_of(roles.begin(), roles.end(), [&](const std::string& role) { return words.ends_with(role); })) return false;
  return count_chars(words) >= kShortest && !read_byline(words, line.rules) && !read_bare_names(words, line.rules) && words.find("：") == std::string_view::npos &&
         words.find("。") == std::string_view::npos && is_han(first_char(words));
}

bool names_photographer(const LineText& line) {
  const auto& words = line.rules.tables().compiled<WordTable>().list("picture");
  const auto people = read_byline(line.text, line.rules);
  return people && std::all_of(people->begin(), people->end(), [&](const Person& person) { return std::find(words.begin(), words.end(), person.role) != words.end(); });
}

bool ends_with_picture_role(std::string_view text, const Rules& rules) {
  constexpr std::size_t kTwo = 2 * 3;  // bytes of a word of two Han
  return rules.tables().compiled<PictureRoles>().words.suffix_of(text) >= kTwo;
}

bool is_photographer(const LineText& line) {
  if (!ends_with_picture_role(line.text, line.rules)) return false;
  const auto& words = line.rules.tables().compiled<WordTable>().list("picture");
  const auto people = read_byline(line.text, line.rules);
  return people && std::find(words.begin(), words.end(), people->back().role) != words.end();
}

}  // namespace jianbao
