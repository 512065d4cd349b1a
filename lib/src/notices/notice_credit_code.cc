#include "notices/notice_credit_code.h"

#include <algorithm>
#include <vector>

#include "fields/identifiers.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_court_words.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kCodeLength = 18;

bool is_labelled(std::string_view text, std::size_t end, const PrefixIndex& labels) {
  std::size_t begin = end;
  for (int n = 0; n < 8 && begin > 0; ++n) {
    begin = before(text, begin);
    if (const auto label = labels.find(text, begin); label && begin + label.bytes == end) return true;
  }
  return false;
}

/// A damaged label: a part of one stands right before.
bool holds_part(std::string_view text, std::size_t end, const std::vector<std::string>& parts) {
  const std::string_view tail = text.substr(end > 18 ? end - 18 : 0, std::min<std::size_t>(end, 18));
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) { return tail.find(part) != kNone; });
}

/// A department and category that codes begin with.
bool begins_as_any(std::string_view code, const std::vector<std::string>& begins) {
  return std::any_of(begins.begin(), begins.end(), [&](const std::string& begin) { return code.starts_with(begin); });
}

bool is_all_digits(std::string_view code) {
  return std::all_of(code.begin(), code.end(), [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); });
}

/// 毕业证书（编号：106841201105001327）: a number of digits alone that a label of some paper's number stands before is that paper's,
/// whatever its last digit happens to be.
bool counts_paper(std::string_view text, std::size_t label_end, std::string_view code, const ItemWords& words) {
  return is_all_digits(code) && is_labelled(text, label_end, words.numbers);
}

/// 92500105MA5U2GTC0D: a known begin, a region in digits, and a letter among the rest, which no identity number has.
bool begins_as_code(std::string_view code, const std::vector<std::string>& begins) {
  constexpr std::size_t kRegion = 8;  // characters up to its end
  const auto digit = [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); };
  const bool known = begins_as_any(code, begins);
  const bool lettered = std::any_of(code.begin() + kRegion, code.end() - 1, [&](char c) { return !digit(c); });
  return known && is_credit_code_shape(code) && lettered && std::all_of(code.begin(), code.begin() + kRegion, digit);
}

/// Behind the digits and letters at `at`.
std::size_t code_end(std::string_view text, std::size_t at) {
  return skip_while(text, at, [](char32_t c) { return is_digit(c) || is_letter(c); });
}

/// The end of the digits and letters behind a space at `at`; `at` where there are none.
std::size_t behind_gap(std::string_view text, std::size_t at) {
  const std::size_t begin = skip_spaces(text, at);
  const std::size_t end = begin > at ? code_end(text, begin) : begin;
  return end > begin ? end : at;
}

/// Where the label's colon and the spaces begin that stand before `at`.
std::size_t behind_label(std::string_view text, std::size_t at) {
  while (at > 0 && (fold(char_at(text, before(text, at))) == U'：' || is_space(char_at(text, before(text, at))))) at = before(text, at);
  return at;
}

/// In ASCII capitals, as the standard has it; some print small letters.
std::string to_capitals(std::string_view text) {
  std::string out = to_ascii(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

/// 91350299M A2Y3…, 9131 0115 MA1K 4R7T 4M: the code that a line's end or groups part; moves `end` behind it.
std::string joined_code(std::string_view text, std::string code, std::size_t& end) {
  if (code.size() >= kCodeLength || behind_gap(text, end) == end) return code;
  const std::string first = code;
  std::size_t at = end;
  while (code.size() < kCodeLength) {
    const std::size_t rest = behind_gap(text, at);
    if (rest == at) return first;
    code += to_capitals(text.substr(skip_spaces(text, at), rest - skip_spaces(text, at)));
    at = rest;
  }
  if (!is_credit_code_shape(code)) return first;
  end = at;
  return code;
}

}  // namespace

bool has_torn_credit_code(std::string_view text, const Rules& rules) {
  constexpr std::size_t kLeast = 16, kMost = 20;  // characters; an old number has 15
  const PrefixIndex& labels = court_words(rules).codes;
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t begin = at, end = code_end(text, begin), length = count_chars(text.substr(begin, end - begin));
    if (end == begin) next_char(text, at);
    else at = end;
    if (length >= kLeast && length <= kMost && length != kCodeLength && is_digit(char_at(text, begin)) && is_labelled(text, behind_label(text, begin), labels)) return true;
  }
  return false;
}

std::optional<CreditCode> read_credit_code(std::string_view text, std::size_t from, const Rules& rules) {
  const CourtWords& words = court_words(rules);
  const ItemWords& items = rules.tables().compiled<ItemWords>();
  for (std::size_t at = from; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t place = at;
    if (!is_digit(next_char(text, at))) continue;
    std::size_t end = code_end(text, place);
    const std::string code = joined_code(text, to_capitals(text.substr(place, end - place)), end);
    const std::size_t before_it = behind_label(text, place);
    at = std::max(end, at);
    if (code.size() != kCodeLength || char_at(text, end) == '-') continue;  // …-L02: a part of another number
    // 甲公司（9113…）: nothing else of that shape stands in brackets behind a name, but the number of a paper, in digits alone
    const bool bracketed = before_it > 0 && fold(char_at(text, before(text, before_it))) == U'（' && is_credit_code_shape(code) && !is_identity_number_shape(code) &&
                           (begins_as_any(code, words.code_begins) || !is_all_digits(code));
    const bool checks = credit_code_checks(code) && begins_as_any(code, words.code_begins) && !is_identity_number_shape(code) && !counts_paper(text, before_it, code, items);
    if (bracketed || is_labelled(text, before_it, words.codes) || checks || holds_part(text, before_it, words.code_parts) || begins_as_code(code, words.code_begins)) return CreditCode{code, end};
  }
  return {};
}

}  // namespace jianbao
