#include "split/line_fields.h"

#include "names/organisations.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {

std::string letterspaced(std::string_view text) {
  constexpr std::size_t kLeast = 2;
  std::string word;
  std::size_t chars = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_han(next_char(text, at))) return {};
    word += text.substr(begin, at - begin);
    ++chars;
    if (at < text.size() && !is_space(next_char(text, at))) return {};
  }
  return chars >= kLeast ? word : std::string();
}

int count_gaps(std::string_view text) {
  int gaps = 0;
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t end = skip_spaces(text, at);
    gaps += end > at;
    at = end;
    if (at < text.size()) next_char(text, at);
  }
  return gaps;
}

bool is_of_phrases(const LineText& line) {
  constexpr std::size_t kShortest = 3;  // characters of a phrase; single ones are a name set wide
  int phrases = 0;
  for (std::size_t at = 0, end = 0; at < line.text.size(); at = skip_spaces(line.text, end)) {
    for (end = at; end < line.text.size() && !is_space(char_at(line.text, end));) next_char(line.text, end);
    const std::string_view phrase = line.text.substr(at, end - at);
    if (end < line.text.size() && (count_chars(phrase) < kShortest || is_organisation(phrase, line.rules))) return false;
    ++phrases;
  }
  return phrases > 2;
}

bool holds_score(const LineText& line) {
  for (std::size_t at = 0; at < line.text.size();) {
    if (!is_digit(next_char(line.text, at))) continue;
    const auto to = line.table.score_to.find(line.text, at);
    if (to && is_digit(char_at(line.text, at + to.bytes))) return true;
  }
  return false;
}

bool begins_with_score(const LineText& line) {
  if (!is_digit(first_char(line.text))) return false;
  std::size_t end = 0;
  while (end < line.text.size() && !is_space(char_at(line.text, end))) next_char(line.text, end);
  return end < line.text.size() && holds_score({line.text.substr(0, end), line.chars, line.rules, line.table});
}

bool has_spaced_fields(std::string_view text) {
  int gaps = 0, bare = 0;  // fields of figures alone
  bool figures = false, space = false, comma = false, words = false;  // words: in the field
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    const bool digit = is_digit(c), begins = space && !is_space(c);
    gaps += is_space(c) && !space;
    space = is_space(c);
    figures = figures || digit;
    comma = comma || fold(c) == U'，';
    if (begins) words = false;
    words = words || (!digit && !space && c != '.');
    bare += digit && !words && (at == text.size() || is_space(char_at(text, at)));
  }
  if (comma && bare < 2) return false;
  return gaps > 2 || (gaps == 2 && figures);
}

bool is_markdown_row(std::string_view text) {
  return text.size() > 2 && text.front() == '|' && text.back() == '|' && text.find('|', 1) < text.size() - 1;
}

}  // namespace jianbao
