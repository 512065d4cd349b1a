// Privacy: what identifies a person is masked in all fields and texts of a notice.
#include <string>
#include <utility>
#include <vector>

#include "fields/identifiers.h"
#include "jianbao/records.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "text/chars.h"

namespace jianbao {
namespace {

struct MaskLabels {
  explicit MaskLabels(const Rules::Tables& tables) {
    const Table& table = tables.table("mask_labels");
    for (const Table::Row& row : table.rows())
      for (std::string& word : split_cell(table.cell(row, "words"))) (table.cell(row, "use") == "identity" ? identity : document).add(std::move(word));
  }
  SuffixIndex identity, document;
};

/// What stands before a number, without the marks and spaces between.
std::string_view label_before(std::string_view text, std::size_t at) {
  while (at > 0) {
    const std::size_t previous = before(text, at);
    const char32_t c = fold(char_at(text, previous));
    if (!is_space(c) && c != U'：' && c != U'（' && c != U'为' && c != U'№') break;
    at = previous;
  }
  return text.substr(0, at);
}

std::size_t char_size(std::string_view text, std::size_t at) {
  std::size_t next = at;
  next_char(text, next);
  return next - at;
}

/// A run of digits, with what OCR reads for them and the single gaps that print sets between groups: 138 2828 1177.
struct DigitRun {
  std::size_t begin = 0, end = 0;
  std::string digits;                ///< in ASCII, O and l as the digits they stand for
  std::vector<std::size_t> places;   ///< of each digit in the text
};

/// The digit that a character is, or is read for inside of a number; 0 for none.
char digit_of(char32_t c, bool inside) {
  if (is_digit(c)) return static_cast<char>(fold(c));
  if (!inside) return 0;
  if (c == 'O' || c == 'o') return '0';
  return c == 'l' || c == 'I' ? '1' : 0;
}

/// 138 2828 1177, 138-2828-1177, 138.2828.1177, (138)28281177, and a number that a line's end cuts.
bool is_gap(char32_t c) {
  return is_space(c) || c == '\n' || c == '-' || c == U'－' || c == '.' || c == U'．' || c == U'·' || c == ')' || c == U'）';
}

DigitRun digit_run(std::string_view text, std::size_t at) {
  DigitRun run{at, at, {}, {}};
  while (at < text.size()) {
    const std::size_t place = at;
    const char32_t c = next_char(text, at);
    if (const char digit = digit_of(c, !run.digits.empty())) {
      run.digits.push_back(digit);
      run.places.push_back(place);
      run.end = at;
    } else if (!is_gap(c) || !is_digit(char_at(text, at))) {
      break;
    }
  }
  return run;
}

bool is_mobile(std::string_view digits) { return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3'; }

/// The form of 1984 to 1999: six digits of a place, a birthday without its century, three more.
bool is_old_identity_number(std::string_view digits) {
  return digits.size() == 15 && digits[0] != '0' && is_identity_number_shape(std::string(digits.substr(0, 6)) + "19" + std::string(digits.substr(6)) + '0');
}

/// The sum of identity numbers of Taiwan: two digits for the letter, then nine digits, weights 1 9 8 7 6 5 4 3 2 1 1.
bool is_taiwan_number(char32_t letter, std::string_view digits) {
  static constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVXYWZIO";  // 10 to 35
  const std::size_t place = letter < 0x80 ? kLetters.find(static_cast<char>(letter)) : std::string_view::npos;
  if (place == std::string_view::npos || digits.size() != 9 || (digits[0] != '1' && digits[0] != '2')) return false;
  std::size_t sum = (place + 10) / 10 + (place + 10) % 10 * 9;
  for (std::size_t i = 0; i < 8; ++i) sum += static_cast<std::size_t>(digits[i] - '0') * (8 - i);
  return (sum + static_cast<std::size_t>(digits[8] - '0')) % 10 == 0;
}

/// The sum of identity cards of Hong Kong, for one letter: weights 8 to 2, a space counting 36 with weight 9, the check digit
/// in brackets behind.
bool is_hongkong_number(char32_t letter, std::string_view digits, std::string_view behind) {
  if (letter < 'A' || letter > 'Z' || digits.size() != 6 || behind.empty() || fold(first_char(behind)) != U'（') return false;
  std::size_t at = 0;
  next_char(behind, at);
  const char32_t check = at < behind.size() ? fold(char_at(behind, at)) : 0;
  if (!is_digit(check) && check != 'A') return false;
  std::size_t sum = 36 * 9 + (letter - 'A' + 10) * 8 + (check == 'A' ? 10 : check - '0');
  for (std::size_t i = 0; i < 6; ++i) sum += static_cast<std::size_t>(digits[i] - '0') * (7 - i);
  return sum % 11 == 0;
}

/// Of a number that is called an identity number: where its birthday stands, whether or not it is one.
std::pair<std::size_t, std::size_t> birthday(std::string_view digits, bool x_follows) {
  if (digits.size() == 18 || (digits.size() == 17 && x_follows)) return {6, 14};
  return digits.size() == 15 ? std::pair<std::size_t, std::size_t>{6, 12} : std::pair<std::size_t, std::size_t>{0, 0};
}

/// Which digits of the run say who somebody is: the birthday of an identity number (a disabled person's card has two digits
/// more behind it), the middle of a mobile number.
std::pair<std::size_t, std::size_t> private_part(std::string_view digits, bool x_follows) {
  const std::string whole = std::string(digits) + (x_follows ? "X" : "");
  // One identity number in thirty passes for a credit code; few credit codes pass for an identity number.
  if (is_identity_number_shape(whole) && (identity_number_checks(whole) || !credit_code_checks(whole))) return {6, 14};
  if (digits.size() == 20 && is_identity_number_shape(digits.substr(0, 18))) return {6, 14};
  if (is_old_identity_number(digits)) return {6, 12};
  if (is_mobile(digits)) return {3, 7};
  if (digits.size() == 13 && digits.starts_with("86") && is_mobile(digits.substr(2))) return {5, 9};
  return {0, 0};
}

/// Appends the text from `from` to the run's end, with stars for digits.
void append_starred(std::string& out, std::string_view text, const DigitRun& run, std::pair<std::size_t, std::size_t> part) {
  std::size_t at = run.begin;
  for (std::size_t i = part.first; i < part.second; ++i) {
    out.append(text, at, run.places[i] - at).push_back('*');
    at = run.places[i];
    next_char(text, at);
  }
  out.append(text, at, run.end - at);
}

}  // namespace

std::string masked(std::string_view text) {
  static const MaskLabels& labels = Rules::standard().tables().compiled<MaskLabels>();
  std::string out;
  char32_t letter = 0;  // that the run stands behind; then it is part of another number
  char32_t before_it = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_char(text, at);
    if (!is_digit(c)) {
      out.append(text.substr(begin, at - begin));
      letter = is_letter(c) ? (is_letter(before_it) ? U'?' : fold(c)) : 0;
      before_it = c;
      continue;
    }
    DigitRun run = digit_run(text, begin);
    const auto part_of = [&](const DigitRun& r) {
      const char32_t next = fold(char_at(text, r.end));
      if (letter && (is_taiwan_number(letter, r.digits) || is_hongkong_number(letter, r.digits, text.substr(r.end))))
        return std::pair<std::size_t, std::size_t>{2, 6};
      const bool x = next == 'X' || next == 'x';
      const std::string_view label = label_before(text, r.begin);
      if (labels.identity.find(label) > 0)
        if (const auto part = birthday(r.digits, x); part.second > 0) return part;
      if (labels.document.find(label) > 0) return std::pair<std::size_t, std::size_t>{};
      return letter ? std::pair<std::size_t, std::size_t>{} : private_part(r.digits, x);
    };
    auto part = part_of(run);
    if (part.second == 0) {  // no number as a whole: its first group alone
      std::size_t n = 1;
      while (n < run.places.size() && run.places[n] == run.places[n - 1] + char_size(text, run.places[n - 1])) ++n;
      run.digits.resize(n), run.places.resize(n);
      run.end = run.places.back() + char_size(text, run.places.back());
      part = part_of(run);
    }
    append_starred(out, text, run, part);
    at = run.end;
    letter = before_it = 0;
  }
  return out;
}

namespace {

/// Masks values as they are masked in the text, where the label before them says what they are.
class Masker {
 public:
  explicit Masker(std::string text) : text_(std::move(text)), masked_(masked(text_)) {}
  const std::string& text() const { return masked_; }

  void mask(std::string& value) const {
    const std::size_t at = value.empty() ? std::string::npos : text_.find(value);
    const bool same_places = at != std::string::npos && text_.size() == masked_.size();
    value = same_places ? masked_.substr(at, value.size()) : masked(value);
  }

  void mask(Fields& fields) const {
    for (auto& [name, value] : fields) {
      if (auto* text = std::get_if<std::string>(&value)) mask(*text);
      else if (auto* list = std::get_if<std::vector<std::string>>(&value))
        for (std::string& one : *list) mask(one);
    }
  }

 private:
  std::string text_, masked_;
};

}  // namespace

void mask(Notice& notice) {
  const Masker masker(notice.text);
  notice.text = masker.text();
  masker.mask(notice.title);
  masker.mask(notice.signatory);
  for (Party& party : notice.parties) masker.mask(party.name);
  for (Item& item : notice.items) {
    masker.mask(item.name);
    masker.mask(item.issuer);
    for (std::string& number : item.numbers) masker.mask(number);
    masker.mask(item.fields);
  }
  for (std::string& phone : notice.phones) masker.mask(phone);
  masker.mask(notice.fields);
}

}  // namespace jianbao
