#include "notices/notice_document_numbers.h"

#include <algorithm>
#include <iterator>

#include "fields/dates.h"
#include "fields/identifiers.h"
#include "fields/money.h"
#include "notice_signs/notice_scan.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// 2015-0123, 0735-2288888: what stands before it is no whole number.
bool is_number_joint(char32_t c) { return std::u32string_view(U"-—－–/／.．·*＊~～").find(c) != std::u32string_view::npos && c != 0; }

bool is_list_mark(char32_t c) { return c == U'、' || c == U'和' || c == U'及' || c == U'与' || c == U'/' || c == U'／' || fold(c) == U'；'; }

/// Numbers without a Han word in them may follow in a list; with one they might be the next label.
bool is_label(std::string_view text, const ItemWords& words) {
  std::size_t at = 0;
  return static_cast<bool>(words.numbers.search(text, 0, at)) && fold(char_at(text, at + words.numbers.find(text, at).bytes)) == U'：';
}

/// 2、 or 3．: counts the next thing.
bool is_ordinal(std::string_view text, std::size_t at) {
  int digits = 0;
  for (; digits < 3 && is_digit(char_at(text, at)); ++digits) next_char(text, at);
  const char32_t mark = char_at(text, at);
  return digits > 0 && digits < 3 && (mark == U'、' || mark == U'．' || mark == '.');
}

/// The end of the first of two numbers that a word alone joins: 00671120和00671121.
std::size_t end_of_first(std::string_view zone, std::size_t at, std::size_t end) {
  for (bool behind_digit = false; at < end;) {
    const std::size_t place = at;
    const char32_t c = next_char(zone, at);
    if (behind_digit && is_han(c) && is_list_mark(c) && is_digit(char_at(zone, at))) return place;
    behind_digit = is_digit(c) || is_letter(c);
  }
  return end;
}

/// Whether a word for what is told of a document begins at `at`: the label of a number, 金额, 开票日期.
bool begins_label(std::string_view text, std::size_t at, const ItemWords& words) {
  constexpr std::size_t kLeast = 6;  // bytes; a single character is a part of many numbers
  for (const PrefixIndex* labels : {&words.numbers, &words.other_numbers, &words.issued, &words.issuers, &words.details})
    if (labels->find(text, at).bytes >= kLeast) return true;
  return false;
}

/// The end of the document number at `at`, which is before the label of what follows where no mark parts them: 0071203|金额2600元,
/// 2102204130|发票号码0067….
std::size_t number_end(std::string_view text, std::size_t at, const ItemWords& words) {
  const std::size_t end = document_number_end(text, at);
  if (end == kNone) return end;
  std::size_t behind_digits = at;
  for (std::size_t place = at; place < end;) {
    const bool label = place > at && behind_digits == place && is_han(char_at(text, place)) && begins_label(text, place, words);
    if (label) return place;
    if (!is_han(next_char(text, place))) behind_digits = place;
  }
  return end;
}

/// 出票金额68,500元: the first digits of what looks like a number are those of an amount, which may go on behind it.
bool is_told_amount(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t digits = skip_han(text, begin, end);
  const auto money = digits < end ? parse_money(text, digits) : std::nullopt;
  return money && money->has_unit && money->end >= end;
}

/// JY23509810071263: nothing but letters and digits, and so many of them that it counts a document.
bool is_long_code(std::string_view number) {
  constexpr std::ptrdiff_t kLeastDigits = 6;
  const auto plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto digit = [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); };
  return std::all_of(number.begin(), number.end(), plain) && std::count_if(number.begin(), number.end(), digit) >= kLeastDigits;
}

/// 公章（3710020055667）, 合格证（（鲁）动防字第20170022号）: nothing but a number, or one of a register, stands in the brackets right
/// behind the thing. Returns where to read on.
std::size_t read_bracketed_number(std::string_view zone, const ItemWords& words, std::vector<std::string>& numbers) {
  std::size_t begin = 0;
  if (zone.empty() || fold(next_char(zone, begin)) != U'（') return 0;
  std::size_t end = document_number_end(zone, begin);
  if (end != kNone) end = number_range_end(zone, end);  // （第0056701号至0056750号）
  if (end == kNone || fold(char_at(zone, end)) != U'）' || words.numbers.find(zone, begin)) return 0;  // （No.0012345）: a label tells it
  const std::string_view number = zone.substr(begin, end - begin);
  std::size_t serial = 0;
  const bool registered = number.ends_with("号") && words.serials.search(number, 0, serial);
  const bool lettered = is_long_code(number);
  if (!is_digit(char_at(zone, begin)) && !registered && !lettered) return 0;
  numbers.emplace_back(zone.substr(begin, end - begin));
  next_char(zone, end);
  return end;
}

/// 税务登记证（国税云字532301001号　地税云字532301001号）: several numbers of registers fill the brackets. Returns where to read on.
std::size_t read_bracketed_registers(std::string_view zone, const ItemWords& words, std::vector<std::string>& numbers) {
  std::size_t at = 0;
  if (zone.empty() || fold(next_char(zone, at)) != U'（') return 0;
  std::vector<std::string> found;
  for (;;) {
    std::size_t serial = 0;
    const std::size_t end = document_number_end(zone, at);
    if (end == kNone || !zone.substr(at, end - at).ends_with("号") || !words.serials.search(zone.substr(at, end - at), 0, serial)) return 0;
    found.emplace_back(zone.substr(at, end - at));
    at = skip_spaces(zone, end);
    if (is_list_mark(char_at(zone, at))) next_char(zone, at);
    if (at >= zone.size()) return 0;
    if (fold(char_at(zone, at)) == U'）') break;
  }
  next_char(zone, at);
  numbers.insert(numbers.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  return at;
}

/// 工作证0371、0388号: short numbers, behind the last of which 号 says what they are. Returns where to read on.
std::size_t read_counted_numbers(std::string_view zone, std::vector<std::string>& numbers) {
  constexpr std::size_t kLeast = 3;  // digits
  constexpr std::string_view kLast = "号", kMark = "、";
  std::vector<std::string> found;
  for (std::size_t at = 0;;) {
    const std::size_t end = skip_digits(zone, at);
    if (end - at < kLeast) return 0;
    found.emplace_back(zone.substr(at, end - at));
    at = end;
    if (zone.substr(at).starts_with(kLast)) {
      numbers.insert(numbers.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
      return at + kLast.size();
    }
    if (!zone.substr(at).starts_with(kMark)) return 0;
    at += kMark.size();
  }
}

/// 530321A00713, B53012204471: letters among the digits.
bool is_mixed(std::string_view code) {
  return std::any_of(code.begin(), code.end(), [](char c) { return is_ascii_letter(static_cast<unsigned char>(c)); });
}

/// 公章5001058034562遗失, 从业资格证500110034567，声明作废: digits alone right behind the thing, too many to count or date anything, and no
/// telephone number. Returns where to read on.
std::size_t read_glued_number(std::string_view zone, const ItemWords& words, std::vector<std::string>& numbers) {
  constexpr std::size_t kLeast = 6, kDate = 8;  // digits
  const std::size_t end = skip_digits(zone, 0), digits = count_chars(zone.substr(0, end));
  if (const std::size_t counted = read_counted_numbers(zone, numbers)) return counted;
  if (digits < kLeast || is_letter(char_at(zone, end)) || is_number_joint(char_at(zone, end))) return 0;
  const std::string number = to_ascii(zone.substr(0, end));
  const auto money = parse_money(zone, 0);
  if ((money && money->has_unit) || words.units.find(zone, end) || (digits <= kDate && parse_date(zone, 0)) || mobile_prefix(number)) return 0;
  numbers.emplace_back(zone.substr(0, end));
  return end;
}

/// 2020年: no number of a list.
bool is_year(std::string_view text, std::size_t at, const ItemWords& words) {
  constexpr std::size_t kYear = 4;  // digits
  const std::size_t end = skip_digits(text, at);
  return end - at == kYear && words.after_digit.find(text, end).bytes > 0;
}

/// B1301123401,|B1301123402: as long as the number before it, and of the same letters.
bool is_twin(std::string_view text, std::size_t at, std::string_view number, const ItemWords& words) {
  const std::size_t end = is_letter(char_at(text, at)) ? number_end(text, at, words) : kNone;
  if (end == kNone || end - at != number.size()) return false;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const auto a = static_cast<unsigned char>(number[i]), b = static_cast<unsigned char>(text[at + i]);
    if (a != b && !(is_ascii_digit(a) && is_ascii_digit(b))) return false;
  }
  return true;
}

/// The place in brackets, what the register is of, its year in brackets.
bool is_of_register(std::string_view number) {
  constexpr std::string_view kLast = "号";
  constexpr std::size_t kLeast = 4, kMostPlace = 12;  // digits of a year, bytes of a place
  if (!number.ends_with(kLast) || fold(first_char(number)) != U'（') return false;
  std::size_t close = 0;
  next_char(number, close);
  close = skip_han(number, close, number.size());
  if (fold(char_at(number, close)) != U'）' || close > kMostPlace) return false;
  std::size_t open = close;
  next_char(number, open);
  open = skip_han(number, open, number.size());
  if (fold(char_at(number, open)) != U'（') return false;
  std::size_t year = open;
  next_char(number, year);
  return skip_digits(number, year) - year == kLeast;
}

}  // namespace

bool begins_register_number(std::string_view text, std::size_t at) {
  if (fold(char_at(text, at)) != U'（') return false;
  const std::size_t end = document_number_end(text, at);
  return end != kNone && is_of_register(text.substr(at, end - at));
}

std::size_t number_range_end(std::string_view text, std::size_t end) {
  constexpr std::string_view kLast = "号", kSerial = "第";
  if (!text.substr(0, end).ends_with(kLast) || end >= text.size()) return end;
  std::size_t at = end;
  if (std::u32string_view(U"至到-—－~～").find(next_char(text, at)) == std::u32string_view::npos) return end;
  if (text.substr(at).starts_with(kSerial)) at += kSerial.size();
  const std::size_t digits = at;
  while (is_digit(char_at(text, at))) next_char(text, at);
  return at > digits && text.substr(at).starts_with(kLast) ? at + kLast.size() : end;
}

std::size_t read_numbers(std::string_view zone, std::size_t at, const ItemWords& words, std::vector<std::string>& numbers) {
  for (;;) {
    std::size_t end = number_end(zone, at, words);
    if (end == kNone) return at;
    end = end_of_first(zone, at, end);
    const auto money = parse_money(zone, at);
    if (money && money->has_unit && money->end >= end) return at;
    numbers.emplace_back(zone.substr(at, end - at));
    at = end;
    std::size_t next = at;
    while (next < zone.size() && is_space(char_at(zone, next))) next_char(zone, next);
    if (next >= zone.size()) return at;
    const char32_t mark = char_at(zone, next);
    next_char(zone, next);
    const char32_t following = char_at(zone, next);
    const bool list = is_list_mark(mark) || (fold(mark) == U'，' && (is_digit(following) ? !is_year(zone, next, words) : following == U'№' || is_twin(zone, next, numbers.back(), words)));
    if (!list || !(is_digit(following) || is_letter(following) || following == U'№' || is_opening(following) || is_han(following))) return at;
    if (fold(mark) == U'；' && is_ordinal(zone, next)) return at;
    if (is_han(following)) {  // another number, not another label or item, nor an amount
      const std::size_t more = document_number_end(zone, next);
      if (more == kNone || is_label(zone.substr(next, more - next), words) || is_told_amount(zone, next, more)) return at;
    }
    at = next;
  }
}

std::size_t skip_number(std::string_view text, std::size_t at, const ItemWords& words) {
  const std::size_t end = number_end(text, at, words);
  return end == kNone ? at : end;
}

std::size_t read_trailing_number(std::string_view zone, const ItemWords& words, std::vector<std::string>& numbers) {
  constexpr std::size_t kLongRun = 12;  // digits; no telephone number has more, nor the hours and the days of an ad
  if (const std::size_t bracketed = read_bracketed_number(zone, words, numbers)) return bracketed;
  if (const std::size_t several = read_bracketed_registers(zone, words, numbers)) return several;
  if (!zone.empty() && fold(first_char(zone)) == U'：') {  // 权利证书：湘（2018）某县不动产权第0001234号
    const std::size_t colon = zone.front() == ':' ? 1 : 3;
    const std::string_view rest = zone.substr(colon);
    std::size_t number = read_trailing_number(rest, words, numbers);
    if (const std::size_t end = number == 0 ? document_number_end(rest, 0) : kNone; end != kNone && fold(char_at(rest, end)) == U'，' && is_digit(char_at(rest, 0)) && is_long_code(rest.substr(0, end))) {  // 组织机构代码证：76706113-4，
      numbers.emplace_back(rest.substr(0, end));
      number = end;
    }
    return number > 0 ? colon + number : 0;
  }
  const std::size_t gap = skip_spaces(zone, 0);  // 从业资格证 2306020010012003347 声明作废
  const bool apart = gap > 0 && skip_digits(zone, gap) - gap >= kLongRun;
  if (const std::size_t glued = read_glued_number(apart ? zone.substr(gap) : zone, words, numbers)) return apart ? gap + glued : glued;
  const std::size_t code = skip_spaces(zone, 0), code_end = document_number_end(zone, code);
  if (code_end != kNone) {
    constexpr std::string_view kLast = "号";  // 林权证B53012204471号
    std::string_view number = zone.substr(code, code_end - code);
    if (number.ends_with(kLast)) number.remove_suffix(kLast.size());
    if (is_mixed(number) && is_long_code(number)) {  // 出生证明R350517834
      numbers.emplace_back(number);
      return code_end;
    }
  }
  const std::size_t end = document_number_end(zone, 0);
  std::size_t serial = 0;
  if (begins_register_number(zone, 0)) {
    numbers.emplace_back(zone.substr(0, end));
    return end;
  }
  if (end == kNone || !words.serials.search(zone.substr(0, end), 0, serial) || words.numbers.find(zone)) return 0;
  if (is_digit(char_at(zone, 0)) || !zone.substr(0, end).ends_with("号")) return 0;
  const std::size_t last = number_range_end(zone, end);
  numbers.emplace_back(zone.substr(0, last));
  return last;
}

std::size_t read_clause_number(std::string_view text, std::size_t at, const ItemWords& words, std::vector<std::string>& numbers) {
  if (at == 0 || !(is_han(char_at(text, at)) || is_opening(char_at(text, at))) || fold(char_at(text, before(text, at))) != U'，') return at;
  std::vector<std::string> found;
  const std::size_t end = at + read_trailing_number(text.substr(at), words, found);
  if (found.size() != 1) return at;
  const char32_t behind = fold(char_at(text, end));
  const bool whole = end == text.size() || behind == U'，' || behind == U'；' || is_stop(behind) || words.lost.find(text, end);
  std::size_t series = 0;
  const bool registered = last_bracket(found.front()) != kNone || words.deed_numbers.search(found.front(), 0, series);
  if (!whole || !registered || found.front().find("，") != kNone) return at;
  numbers.push_back(std::move(found.front()));
  return end;
}

}  // namespace jianbao
