#include "tables/classes.h"

#include "fields/identifiers.h"
#include "fields/money.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// The longest run of characters that `accept` takes, between `least` and `most` of them.
template <class Accept>
std::size_t run(std::string_view text, std::size_t at, std::size_t least, std::size_t most, Accept accept) {
  std::size_t n = 0;
  while (n < most && at < text.size()) {
    std::size_t next = at;
    if (!accept(next_char(text, next))) break;
    at = next;
    ++n;
  }
  return n < least ? kNone : at;
}

std::size_t cn(std::string_view text, std::size_t at) { return run(text, at, 1, 12, [](char32_t c) { return is_cn_numeral(c); }); }
std::size_t digits(std::string_view text, std::size_t at) { return run(text, at, 1, 40, [](char32_t c) { return is_digit(c); }); }

/// 2.35, 12,006.5: digits with marks between them.
std::size_t decimal_number(std::string_view text, std::size_t at) {
  std::size_t end = digits(text, at);
  while (end != kNone && end < text.size() && (text[end] == '.' || text[end] == ',') && digits(text, end + 1) != kNone) end = digits(text, end + 1);
  return end;
}

/// An address on the web: letters, digits and the marks that addresses hold.
std::size_t url(std::string_view text, std::size_t at) {
  return run(text, at, 4, 200, [](char32_t c) { return c < 0x80 && (is_digit(c) || is_letter(c) || std::u32string_view(U":/.-_?=&%#~+@").find(c) != std::u32string_view::npos); });
}

std::size_t han(std::string_view text, std::size_t at) { return run(text, at, 1, 60, is_han); }
std::size_t space(std::string_view text, std::size_t at) { return run(text, at, 1, 60, is_space); }

std::size_t number(std::string_view text, std::size_t at) {
  const std::size_t end = digits(text, at);
  return end != kNone ? end : cn(text, at);
}

/// Han but for the words that end a place name's use: a place in a dateline is Han only.
std::size_t place(std::string_view text, std::size_t at) {
  return run(text, at, 1, 12, [](char32_t c) { return is_han(c) && !is_cn_numeral(c) && c != U'电' && c != U'讯'; });
}

/// One or more names, spaced or separated: 张三 李四, 张三、李四.
std::size_t names(std::string_view text, std::size_t at) {
  return run(text, at, 1, 60, [](char32_t c) { return (is_han(c) || is_space(c) || c == U'、' || c == U'·') ; });
}

std::size_t sex(std::string_view text, std::size_t at) {
  return run(text, at, 1, 1, [](char32_t c) { return c == U'男' || c == U'女'; });
}

/// `2024年10月21日`, `10月21日`, `21日`, with digits or Chinese numerals, spaces allowed.
std::size_t date(std::string_view text, std::size_t at) {
  constexpr std::u32string_view kUnits = U"年月日";
  const auto spaces = [&](std::size_t from) { return run(text, from, 0, 4, [](char32_t c) { return is_space(c); }); };
  std::size_t end = kNone;
  for (std::size_t unit = 0; unit < kUnits.size(); ++unit) {  // it is the next one that counts
    std::size_t next = number(text, spaces(at));
    if (next == kNone) break;
    next = spaces(next);
    unit = kUnits.find(char_at(text, next), unit);
    if (unit == kUnits.npos) break;
    next_char(text, next);
    at = end = next;
  }
  return end;
}

std::size_t money(std::string_view text, std::size_t at) {
  const auto found = parse_money(text, at);
  return found ? found->end : kNone;
}

std::size_t code(std::string_view text, std::size_t at) { return document_number_end(text, at); }

std::size_t case_number(std::string_view text, std::size_t at) {
  const auto found = case_number_at(text, at);
  return found ? found->end : kNone;
}

/// Characters up to a mark that ends a clause; brackets, dots and the marks of numbers belong.
std::size_t words(std::string_view text, std::size_t at) {
  return run(text, at, 1, 60, [](char32_t c) {
    c = fold(c);
    return !is_stop(c) && c != U'，' && c != U'；' && c != U'：' && c != '\n';
  });
}

CharSignature signature(std::u32string_view characters) {
  CharSignature set;
  for (const char32_t c : characters) set.add(c);
  return set;
}

}  // namespace

std::span<const CharClass> char_classes() {
  static const CharSignature any = CharSignature::all();
  static const CharSignature spaces = signature(kSpaces), decimal = signature(U"0123456789"), sexes = signature(U"男女"), numeral = signature(numeral_signs());
  static const CharSignature either = decimal | numeral;
  static const CharSignature units = signature(U"年月日"), brackets = signature(kNumberBrackets);
  static const CharClass classes[] = {
      {"cn", cn, numeral, numeral},    // a Chinese numeral
      {"ar", digits, decimal, decimal, U"0123456789"},  // decimal digits
      {"n", number, either, either},   // either
      {"num", decimal_number, decimal, decimal, U"0123456789"},  // digits with a decimal point, or with commas
      {"url", url, any, any},          // an address on the web
      {"han", han, any, any},          // Han characters
      {"sex", sex, sexes, sexes, U"男女"},  // 男 or 女
      {"space", space, spaces, spaces},  // at least one space
      {"place", place, any, any},      // a place name of a dateline
      {"names", names, any, any},      // names of people
      {"date", date, either | spaces, units, U"年月日"},  // a date, its parts may be missing from the left
      {"money", money, any, any},      // an amount with 元, 万, 亿 or a sign of currency
      {"code", code, any, any},        // the number of a document
      {"case", case_number, brackets, any},  // the number of a court case
      {"words", words, any, any},      // up to the end of the clause
  };
  return classes;
}

const CharClass* find_class(std::string_view name) {
  for (const CharClass& c : char_classes())
    if (c.name == name) return &c;
  return nullptr;
}

}  // namespace jianbao
