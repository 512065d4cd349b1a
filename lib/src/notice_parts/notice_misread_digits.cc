#include "notice_parts/notice_misread_digits.h"

#include <cstddef>
#include <string_view>

#include "fields/identifiers.h"
#include "notice_parts/notice_party_words.h"
#include "notice_signs/notice_scan.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// The digit that a character is read for: those of any number, and before what is counted an S as well.
char reads_as(char32_t c, bool counted) { return counted && c == U'S' ? '5' : digit_read_as(c); }

/// Whether a byte stands in the text that such characters begin with; the last is that of the Cyrillic ones.
bool may_be_misread(std::string_view text) {
  unsigned char any = 0;  // without a way out: compiled to vectors
  for (const char c : text) any |= static_cast<unsigned char>((c == 'O') | (c == 'o') | (c == 'l') | (c == 'I') | (c == 'S') | (c == '\xD0'));
  return any != 0;
}

/// Digits and letters, and what they are made of.
struct Word {
  std::size_t begin = 0, end = 0;
  std::size_t digits = 0, letters = 0, others = 0;  // characters; letters: those that digits are read as, others: the rest of them

  Word(std::string_view text, std::size_t at) : begin(at), end(at) {
    while (end < text.size()) {
      std::size_t next = end;
      const char32_t c = next_char(text, next);
      if (!is_digit(c) && !is_letter(c) && !digit_read_as(c)) break;
      if (is_digit(c)) ++digits;
      else if (digit_read_as(c)) ++letters;
      else ++others;
      end = next;
    }
  }
  std::size_t size() const { return digits + letters + others; }
};

/// 2O24|年, l2|,5OO元: what is counted stands behind it, or behind the thousands that follow.
bool is_counted(std::string_view text, const Word& word, const PartyWords& words) {
  constexpr std::size_t kThousands = 3;
  const std::size_t at = word.end;
  if (words.counted.prefix_of(text.substr(at)) > 0) return true;
  if (fold(char_at(text, at)) != U'，') return false;
  const std::size_t next = at + (text[at] == ',' ? 1 : std::string_view("，").size());
  const Word group(text, next);
  return group.size() == kThousands && group.others == 0 && word.size() <= kThousands && is_counted(text, group, words);
}

/// O512|-52823341: the area before a number.
bool is_area(std::string_view text, const Word& word) {
  constexpr std::size_t kLeastArea = 3, kMostArea = 4, kLeastLocal = 7, kMostLocal = 8;
  if (word.size() < kLeastArea || word.size() > kMostArea || char_at(text, word.end) != '-') return false;
  const Word local(text, word.end + 1);
  return local.others == 0 && local.digits > local.letters && local.size() >= kLeastLocal && local.size() <= kMostLocal;
}

/// OO34567, 320900l23456, 11O1O519491231OO2X: long, and mostly digits. A capital alone in front may count a series.
bool is_long_number(std::string_view text, const Word& word) {
  constexpr std::size_t kLeast = 6, kIdentity = 18;
  const bool checked = word.others == 1 && word.size() == kIdentity && fold(last_char(text.substr(0, word.end))) == 'X';
  if ((word.others > 0 && !checked) || word.size() < kLeast || word.digits < word.letters) return false;
  const char first = text[word.begin];
  return !(word.letters == 1 && (first == 'O' || first == 'I'));
}

/// user@…, /p/1O24, HY-2O1701: a part of something longer.
bool is_part(std::string_view text, const Word& word) {
  constexpr std::u32string_view kJoints = U"@/._-";
  const char32_t before_it = word.begin > 0 ? char_at(text, before(text, word.begin)) : 0, behind = char_at(text, word.end);
  return kJoints.find(before_it) != std::u32string_view::npos || kJoints.find(behind) != std::u32string_view::npos;
}

/// G5678O|123, NA2O78|15: behind the capitals that count a series, letters between digits.
bool is_series_number(std::string_view text, const Word& word) {
  constexpr std::size_t kMostCapitals = 2, kLeastDigits = 5;
  if (word.others == 0 || word.others > kMostCapitals || word.letters == 0 || word.digits < kLeastDigits) return false;
  std::size_t at = word.begin + word.others;
  for (std::size_t i = word.begin; i < at; ++i)
    if (text[i] < 'A' || text[i] > 'Z' || digit_read_as(char_at(text, i))) return false;
  for (bool digit = false; at < word.end;) {
    const bool letter = digit_read_as(next_char(text, at)) != 0;
    if (letter && (!digit || at == word.end || !is_digit(char_at(text, at)))) return false;
    digit = !letter;
  }
  return true;
}

/// O011223, I2340518: a capital in front of digits alone counts a series, as that of certificates of birth does before nine, or is one of them.
bool may_be_misread_first(std::string_view text, const Word& word) {
  constexpr std::size_t kLeast = 6, kOfBirth = 9;
  return word.letters == 1 && word.others == 0 && word.digits >= kLeast && word.digits != kOfBirth && (text[word.begin] == 'O' || text[word.begin] == 'I') && !is_part(text, word);
}

/// 0512-|5282334l: the number behind an area that ends at `area`.
bool is_local(std::string_view text, const Word& word, std::size_t area) {
  constexpr std::size_t kLeast = 7, kMost = 8;
  return word.begin == area + 1 && text[area] == '-' && word.others == 0 && word.digits > word.letters && word.size() >= kLeast && word.size() <= kMost;
}

/// Whether the letters of a word are digits; `counted`: it is a number of what the word behind it names.
bool is_misread(std::string_view text, const Word& word, bool counted) {
  if (is_area(text, word)) return word.letters > 0;
  if (is_part(text, word)) return false;
  if (!counted) return word.letters > 0 && (is_long_number(text, word) || is_series_number(text, word));
  const bool behind_han = word.begin > 0 && is_han(char_at(text, before(text, word.begin)));
  if (behind_han && word.digits == 0 && word.others == 0 && (text[word.begin] == 'l' || text.substr(word.begin, word.end - word.begin) == "I")) return true;  // 公章l枚, 保证金lO万元
  const bool five = word.others == 1 && text.substr(word.begin, word.end - word.begin).find('S') != std::string_view::npos;  // 4S日内
  return word.digits > 0 && (five || (word.others == 0 && word.letters > 0));
}

}  // namespace

bool restore_digits(std::string& text, const Rules& rules) {
  if (!may_be_misread(text)) return false;  // most notices
  bool restored = false, doubtful = false;
  std::size_t area = 0;  // where the area of a telephone ends
  std::string out;
  std::size_t kept = 0;  // up to here the text is in `out`
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const Word word(text, at);
    if (word.size() == 0) {
      next_char(text, at);
      continue;
    }
    at = word.end;
    const bool local = is_local(text, word, area);
    if (is_area(text, word)) area = word.end;
    if (word.letters + word.others == 0) continue;
    const bool counted = is_counted(text, word, party_words(rules));
    doubtful |= may_be_misread_first(text, word);
    if (!(local ? word.letters > 0 : is_misread(text, word, counted))) continue;
    restored = true;
    out.append(text, kept, word.begin - kept);
    for (std::size_t next = word.begin; next < word.end;) {
      const char32_t c = next_char(text, next);
      const char digit = reads_as(c, counted);
      if (digit) out.push_back(digit);
      else append_char(out, c);
    }
    kept = word.end;
  }
  if (restored) text = out.append(text, kept);
  return restored || doubtful;
}

}  // namespace jianbao
