// Privacy: what identifies a person is masked in all fields and texts of a notice.
#include <algorithm>
#include <map>
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
      for (std::string& word : split_cell(table.cell(row, "words"))) of(table.cell(row, "use")).add(std::move(word));
  }
  SuffixIndex identity, number, contact, code, document;

 private:
  SuffixIndex& of(std::string_view use) {
    if (use == "identity") return identity;
    if (use == "number") return number;
    if (use == "contact") return contact;
    return use == "code" ? code : document;
  }
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

/// 身份证530102…, also 身份证，号码：530102…
bool names_identity(std::string_view label, const MaskLabels& labels) {
  if (labels.identity.find(label) > 0) return true;
  const std::size_t word = labels.number.find(label);
  if (word == 0) return false;
  label = label_before(label, label.size() - word);
  if (fold(last_char(label)) == U'，') label = label_before(label, before(label, label.size()));
  return labels.identity.find(label) > 0;
}

/// wx13…, 微信：abc13…: letters before a number do not make it another one there.
bool names_contact(std::string_view text, std::size_t at, const MaskLabels& labels) {
  std::size_t begin = at;
  while (begin > 0 && (is_letter(char_at(text, before(text, begin))) || text[begin - 1] == '_')) begin = before(text, begin);
  return labels.contact.find(text.substr(0, at)) > 0 || labels.contact.find(label_before(text, begin)) > 0;
}

/// A run of digits, with what OCR reads for them and the single gaps that print sets between groups: 138 2828 1177.
struct DigitRun {
  std::size_t begin = 0, end = 0;
  std::string digits;                ///< in ASCII, O and l as the digits they stand for
  std::vector<std::size_t> places;   ///< of each digit in the text
  std::vector<std::size_t> groups;   ///< how many digits there are up to the end of each

  /// The first `n` digits.
  DigitRun first(std::string_view text, std::size_t n) const {
    DigitRun part{begin, places[n - 1], digits.substr(0, n), {places.begin(), places.begin() + static_cast<std::ptrdiff_t>(n)}, {}};
    next_char(text, part.end);
    for (const std::size_t group : groups)
      if (group < n) part.groups.push_back(group);
    part.groups.push_back(n);
    return part;
  }
};

/// 138 2828 1177, 138-2828-1177, 138.2828.1177, (138)28281177, and a number that a line's end cuts.
bool is_gap(char32_t c) {
  return is_space(c) || c == '\n' || c == '-' || c == U'－' || c == '.' || c == U'．' || c == U'·' || c == ')' || c == U'）';
}

/// What an X at the end of an identity number is printed or read as.
bool is_check_x(char32_t c) { return std::u32string_view(U"XxＸｘ×*＊?？ХхΧχ").find(c) != std::u32string_view::npos; }

/// `identity`: of a number that is called an identity number, in which any letter stands for a digit. `contact`: of one that is called a telephone
/// number, in which one letter stands for the last that a mobile number lacks, or for one inside of it.
DigitRun digit_run(std::string_view text, std::size_t at, bool identity, bool contact = false) {
  constexpr std::size_t kMost = 40;  // digits: a longer run has no number in it that is told by the whole
  constexpr std::size_t kLast = 10;  // digits before the last of a mobile number
  DigitRun run{at, at, {}, {}, {}};
  while (at < text.size()) {
    const std::size_t place = at;
    const char32_t c = next_char(text, at);
    const char32_t next = at < text.size() ? char_at(text, at) : 0;
    const char read = is_digit(c) ? static_cast<char>(fold(c)) : digit_read_as(c);
    const bool letter = (identity && (is_letter(c) || is_check_x(c)) && is_digit(next)) || (contact && is_letter(c) && (is_digit(next) || (run.digits.size() == kLast && !is_letter(next))));
    if (read || (letter && !run.digits.empty())) {
      run.digits.push_back(read ? read : '?');
      run.places.push_back(place);
      run.end = at;
    } else if (!is_gap(c) || run.digits.size() > kMost || !is_digit(next)) {
      break;
    } else {
      run.groups.push_back(run.digits.size());
    }
  }
  run.groups.push_back(run.digits.size());
  return run;
}

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

using Part = std::pair<std::size_t, std::size_t>;

/// Of a number that is called an identity number: where its birthday stands, whether or not it is one.
Part birthday(std::string_view digits) {
  if (digits.size() == 18 || digits.size() == 17) return {6, 14};
  return digits.size() == 15 ? Part{6, 12} : Part{0, 0};
}

/// The same of one that has lost or won digits.
Part damaged_birthday(std::string_view digits) {
  constexpr std::size_t kLeast = 9, kMost = 22;  // eight are a day
  if (digits.size() < kLeast || digits.size() > kMost) return {};
  return {6, digits.size() > 17 ? digits.size() - 4 : digits.size()};
}

/// The middle of a mobile number; behind a fixed one, too, where the space between them went.
Part mobile_part(const DigitRun& run) {
  if (const auto prefix = mobile_prefix(run.digits)) return {*prefix + 3, *prefix + 7};
  constexpr std::size_t kMobile = 11;
  if (run.groups.size() != 2 || run.digits[0] != '0' || (run.groups[0] != 3 && run.groups[0] != 4)) return {};
  const std::size_t size = run.digits.size(), second = size - run.groups[0];
  if ((second != kMobile + 7 && second != kMobile + 8) || !mobile_prefix(run.digits.substr(size - kMobile))) return {};
  return {size - kMobile + 3, size - kMobile + 7};
}

/// The birthday of an identity number inside of a longer one: a doctor's certificate ends in it, 201121110|210604199207301125.
/// Elsewhere than at the end its sum must be right, too.
Part enclosed_part(std::string_view digits) {
  constexpr std::size_t kIdentity = 18;
  for (std::size_t at = digits.size(); at-- > kIdentity;) {
    const std::size_t begin = at + 1 - kIdentity;
    const std::string_view part = digits.substr(begin, kIdentity);
    if (is_identity_number_shape(part) && (at + 1 == digits.size() || identity_number_checks(part))) return {begin + 6, begin + 14};
  }
  if (digits.size() > kIdentity && is_identity_number_shape(digits.substr(0, kIdentity)) && identity_number_checks(digits.substr(0, kIdentity))) return {6, 14};
  return {};
}

/// The birthday of an identity number; a disabled person's card has two digits more behind it.
Part identity_part(std::string_view digits, bool x_follows) {
  const std::string whole = std::string(digits) + (x_follows ? "X" : "");
  // One identity number in thirty passes for a credit code; few credit codes pass for an identity number.
  if (is_identity_number_shape(whole) && (identity_number_checks(whole) || !credit_code_checks(whole))) return {6, 14};
  if (digits.size() == 20 && is_identity_number_shape(digits.substr(0, 18))) return {6, 14};
  if (const Part part = enclosed_part(digits); part.second > 0) return part;
  return is_old_identity_number(digits) ? Part{6, 12} : Part{0, 0};
}

/// What is private in a notice: a number that is masked at one place is masked at all.
using Known = std::map<std::string, Part>;

/// Finds the private digits of a text.
class PrivateDigits {
 public:
  PrivateDigits(std::string_view text, Known& known) : text_(text), known_(known) {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t begin = at;
      const char32_t c = next_char(text_, at);
      if (is_digit(c) || leads(c, begin, at)) {
        at = take(begin);
        letter_ = before_it_ = 0;
      } else {
        letter_ = is_letter(c) ? (is_letter(before_it_) ? U'?' : fold(c)) : 0;
        before_it_ = c;
      }
    }
  }

  /// In order.
  const std::vector<std::size_t>& places() const { return places_; }

 private:
  /// A letter that is read for a number's first digit.
  bool leads(char32_t c, std::size_t begin, std::size_t end) const {
    if (is_letter(before_it_) || !digit_read_as(c) || end >= text_.size() || !is_digit(char_at(text_, end))) return false;
    const std::string_view label = label_before(text_, begin);
    if (names_identity(label, labels_)) return true;
    if (labels_.document.find(label) > 0 || labels_.code.find(label) > 0) return false;
    return (c == 'l' || names_contact(text_, begin, labels_)) && mobile_prefix(digit_run(text_, begin, false).digits);
  }

  /// Looks at the number at `begin`; returns where to go on.
  std::size_t take(std::size_t begin) {
    const std::string_view label = label_before(text_, begin);
    const bool identity = names_identity(label, labels_);
    if (letter_ && names_contact(text_, begin, labels_)) letter_ = 0;
    const bool contact = !identity && !letter_ && char_at(text_, begin) == '1' && names_contact(text_, begin, labels_);
    const DigitRun run = digit_run(text_, begin, identity && !letter_, contact);
    for (const bool damaged : {false, true}) {
      if (damaged && !identity) break;
      for (auto n = run.groups.rbegin(); n != run.groups.rend(); ++n)
        for (std::size_t size = *n; size > 0 && (size == *n || read_for_digit(run, size)); --size) {
          const DigitRun number = run.first(text_, size);
          const Part part = damaged && !letter_ ? damaged_birthday(number.digits) : part_of(number, label, identity, n == run.groups.rbegin());
          if (part.second == 0) continue;
          known_.emplace(number.digits, part);
          places_.insert(places_.end(), number.places.begin() + static_cast<std::ptrdiff_t>(part.first), number.places.begin() + static_cast<std::ptrdiff_t>(part.second));
          return number.end;
        }
    }
    return run.first(text_, run.groups.front()).end;
  }

  /// Whether the run's digits from `size` on are letters: they may belong to the next word.
  bool read_for_digit(const DigitRun& run, std::size_t size) const { return !is_digit(char_at(text_, run.places[size])); }

  Part part_of(const DigitRun& number, std::string_view label, bool identity, bool whole) const {
    const std::string& digits = number.digits;
    if (const auto known = known_.find(digits); known != known_.end() && digits.size() >= 11) return known->second;
    const std::string_view behind = text_.substr(number.end);
    if (letter_ && (is_taiwan_number(letter_, digits) || is_hongkong_number(letter_, digits, behind))) return {2, 6};
    if (identity)
      if (const Part part = birthday(digits); part.second > 0) return part;
    if (letter_ || labels_.document.find(label) > 0) return {};
    const std::size_t next = skip_spaces(behind, 0);
    if (const Part part = identity_part(digits, next < behind.size() && is_check_x(char_at(behind, next))); part.second > 0) return part;
    if (labels_.code.find(label) > 0 || !(whole || groups_as_mobile(number))) return {};
    return mobile_part(number);
  }

  /// Groups that a mobile number is printed in, where more groups follow.
  static bool groups_as_mobile(const DigitRun& number) {
    if (number.groups.size() == 1) return true;
    return number.groups[0] == 3 ? number.groups[1] == 7 || number.groups[1] == 11 : number.groups[0] == 7 && number.groups.size() == 2;
  }

  const MaskLabels& labels_ = Rules::standard().tables().compiled<MaskLabels>();
  std::string_view text_;
  Known& known_;
  std::vector<std::size_t> places_;
  char32_t letter_ = 0;  // that stands before; then a number is part of another
  char32_t before_it_ = 0;
};

/// The text between two places of it, with stars for what stands at `places`.
std::string starred(std::string_view text, const std::vector<std::size_t>& places, std::size_t begin, std::size_t end) {
  std::string out;
  for (auto place = std::lower_bound(places.begin(), places.end(), begin); place != places.end() && *place < end; ++place) {
    out.append(text, begin, *place - begin).push_back('*');
    begin = *place;
    next_char(text, begin);
  }
  out.append(text, begin, end - begin);
  return out;
}

std::string masked(std::string_view text, Known& known) { return starred(text, PrivateDigits(text, known).places(), 0, text.size()); }

/// Masks values as they are masked in the text, where the label before them says what they are.
class Masker {
 public:
  Masker(const std::string& text, Known& known) : text_(text), known_(known), places_(PrivateDigits(text_, known).places()) {}

  void mask_text(std::string& text) const { text = starred(text_, places_, 0, text_.size()); }

  void mask(std::string& value) const {
    const std::size_t at = value.empty() ? std::string::npos : text_.find(value);
    value = at != std::string::npos ? starred(text_, places_, at, at + value.size()) : masked(value, known_);
  }

  void mask(Fields& fields) const {
    for (auto& [name, value] : fields) {
      if (auto* text = std::get_if<std::string>(&value)) mask(*text);
      else if (auto* list = std::get_if<std::vector<std::string>>(&value))
        for (std::string& one : *list) mask(one);
    }
  }

 private:
  std::string text_;
  Known& known_;
  std::vector<std::size_t> places_;
};

}  // namespace

std::string masked(std::string_view text) {
  Known known;
  static_cast<void>(PrivateDigits(text, known));  // a number may be called an identity number only where it stands again
  return masked(text, known);
}

void mask(Notice& notice) {
  Known known;
  static_cast<void>(PrivateDigits(notice.title + '\n' + notice.text, known));
  const Masker masker(notice.text, known);
  masker.mask_text(notice.text);
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
