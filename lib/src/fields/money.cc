#include "fields/money.h"

#include <array>
#include <cmath>
#include <cstdlib>

#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

struct Word {
  std::string_view text;
  std::string_view currency;
};

// GB/T 12406 (ISO 4217); a bare 元 is the renminbi.
constexpr std::array<Word, 20> kUnits = {{{"元人民币", "CNY"}, {"美元", "USD"}, {"美金", "USD"}, {"港元", "HKD"}, {"港币", "HKD"}, {"港幣", "HKD"}, {"欧元", "EUR"},
                                          {"歐元", "EUR"}, {"澳门元", "MOP"}, {"澳門元", "MOP"}, {"新台币", "TWD"}, {"新臺幣", "TWD"},
                                          {"日元", "JPY"}, {"英镑", "GBP"}, {"澳元", "AUD"}, {"人民币", "CNY"}, {"元", "CNY"},
                                          {"圆", "CNY"}, {"块钱", "CNY"}, {"韩元", "KRW"}}};
constexpr std::array<Word, 22> kSigns = {{{"人民币", "CNY"}, {"￥", "CNY"}, {"¥", "CNY"}, {"RMB", "CNY"}, {"CNY", "CNY"}, {"USD", "USD"},
                                          {"US$", "USD"}, {"$", "USD"}, {"HK$", "HKD"}, {"HKD", "HKD"}, {"美金", "USD"}, {"港币", "HKD"},
                                          {"港幣", "HKD"}, {"港元", "HKD"}, {"人民幣", "CNY"}, {"美元", "USD"}, {"欧元", "EUR"}, {"歐元", "EUR"}, {"新台币", "TWD"},
                                          {"新台幣", "TWD"}, {"新臺幣", "TWD"}, {"澳门元", "MOP"}}};
constexpr std::u32string_view kFirstOfSigns = U"人￥¥港美欧歐新澳";

template <std::size_t N>
const Word* word_at(const std::array<Word, N>& words, std::string_view text, std::size_t at) {
  for (const Word& word : words)
    if (text.substr(at).starts_with(word.text)) return &word;
  return nullptr;
}

/// Of the parts of an amount no more than two spaces are between.
std::size_t skip_gap(std::string_view text, std::size_t at) {
  for (int n = 0; n < 2 && at < text.size() && is_space(char_at(text, at)); ++n) next_char(text, at);
  return at;
}

/// Whether a space may part thousands of the number at `at` (GB/T 15835): 注册资本3 000万元. Behind a space or a number's label the two are
/// the cells of a row, or two numbers.
bool may_be_spaced(std::string_view text, std::size_t at) {
  const char32_t c = at > 0 ? char_at(text, before(text, at)) : 0;
  return c != 0 && c != U'号' && !is_space(c) && !is_letter(c) && c != U'\n';
}

/// 1,234.56 or 1234.56 or 1 234.56; moves `at` behind it.
std::optional<double> read_decimal(std::string_view text, std::size_t& at) {
  std::string digits;
  std::size_t next = at;
  std::size_t grouped = 0;  // digits before the last mark
  bool point = false;
  const bool spaced = may_be_spaced(text, at);
  while (next < text.size() && digits.size() < 24) {
    const std::size_t place = next;
    const char32_t c = next_char(text, next);
    if (is_digit(c)) {
      digits.push_back(static_cast<char>(fold(c)));
      at = next;
      continue;
    }
    const bool digit_follows = is_digit(char_at(text, next));
    if ((c == '.' || c == U'．') && !point && digit_follows && !digits.empty()) {
      digits.push_back('.');
      point = true;
    } else if (!((c == ',' || c == U'，' || (spaced && is_space(c))) && digit_follows && !digits.empty() && text.size() >= place + 4)) {
      break;
    } else {  // a mark between thousands stands before exactly three digits and behind no more; 编号0012345，500元 is two numbers
      std::size_t run = next;
      std::size_t n = 0;
      while (run < text.size() && is_digit(char_at(text, run))) next_char(text, run), ++n;
      const std::size_t group = digits.size() - grouped;
      if (n != 3 || group > 3 || (grouped > 0 && group != 3) || digits.front() == '0' || point) break;
      grouped = digits.size();
    }
  }
  if (digits.empty()) return {};
  return std::strtod(digits.c_str(), nullptr);
}

/// 壹拾贰万叁仟 and, behind 元, 伍角陆分; moves `at` behind it.
std::optional<double> read_chinese(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  int n = 0;
  while (end < text.size() && n < 20 && is_cn_numeral(char_at(text, end))) next_char(text, end), ++n;
  const auto value = parse_numeral(text.substr(at, end - at));
  if (n == 0 || !value) return {};
  at = end;
  return static_cast<double>(*value);
}

double read_fraction(std::string_view text, std::size_t& at) {
  double value = 0;
  for (const auto& [unit, part] : {std::pair{U'角', 0.1}, std::pair{U'分', 0.01}}) {
    std::size_t next = at;
    if (char_at(text, next) == U'零') next_char(text, next);
    if (next >= text.size() || !is_cn_numeral(char_at(text, next))) continue;
    std::size_t end = next;
    next_char(text, end);
    const auto digit = parse_numeral(text.substr(next, end - next));
    if (!digit || char_at(text, end) != unit) continue;
    next_char(text, end);
    value += static_cast<double>(*digit) * part;
    at = end;
  }
  return value;
}

double read_scale(std::string_view text, std::size_t& at) {
  double scale = 1;
  for (std::size_t next = skip_gap(text, at); next < text.size(); at = next) {
    const char32_t c = next_char(text, next);
    if (c == U'万' || c == U'萬') scale *= 1e4;
    else if (c == U'亿' || c == U'億') scale *= 1e8;
    else if (c == U'千' || c == U'仟') scale *= 1e3;
    else if (c == U'百') scale *= 1e2;
    else break;
  }
  return scale;
}

/// 1亿2000万, 3万5000: a number with its scale, and what follows it in a smaller one; moves `at` behind them.
std::optional<double> read_scaled(std::string_view text, std::size_t& at) {
  auto value = read_decimal(text, at);
  if (!value) return {};
  double scale = read_scale(text, at);
  *value *= scale;
  while (scale >= 1e4 && at < text.size() && is_digit(char_at(text, at))) {
    std::size_t next = at;
    const auto more = read_decimal(text, next);
    const double smaller = read_scale(text, next);
    if (!more || smaller >= scale || *more * smaller >= scale) break;
    *value += *more * smaller;
    scale = smaller;
    at = next;
  }
  return value;
}

}  // namespace

std::optional<Money> parse_money(std::string_view text, std::size_t at) {
  Money money{0, "CNY", at, at, false};
  if (const Word* sign = word_at(kSigns, text, at)) {
    money.currency = sign->currency;
    money.has_unit = true;
    at = skip_gap(text, at + sign->text.size());
    if (const Word* second = word_at(kSigns, text, at)) at = skip_gap(text, at + second->text.size());  // 人民币￥
    if (at < text.size() && fold(char_at(text, at)) == U'：') next_char(text, at);
  }
  if (at >= text.size()) return {};
  const bool decimal = is_digit(char_at(text, at));
  std::size_t digits_end = at;
  if (decimal) read_decimal(text, digits_end);
  const auto value = decimal ? read_scaled(text, at) : read_chinese(text, at);
  if (!value) return {};
  money.value = std::round(*value * 100) / 100;
  money.end = at;
  const std::size_t unit_at = skip_gap(text, at);
  if (const Word* unit = word_at(kUnits, text, unit_at)) {
    at = unit_at + unit->text.size();
    if (!decimal) money.value += read_fraction(text, at);
    for (const char32_t whole : {U'整', U'正'})
      if (at < text.size() && char_at(text, at) == whole) next_char(text, at);
    if (unit->text != "元" && unit->text != "圆") money.currency = unit->currency;
    money.has_unit = true;
    money.end = at;
  }
  if (!money.has_unit && (!decimal || money.end == digits_end)) return {};
  return money;
}

std::optional<Money> find_money(std::string_view text, std::size_t from) {
  bool inside = false;
  for (std::size_t at = from; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_char(text, at);
    const bool number = is_digit(c) || is_cn_numeral(c) || c == '.' || c == ',' || is_ascii_letter(c);
    const bool sign = kFirstOfSigns.find(c) != std::u32string_view::npos;
    if (!inside || sign)
      if (number || sign || c == '$')
        if (auto money = parse_money(text, begin); money && money->has_unit) return money;
    inside = number;
  }
  return {};
}

}  // namespace jianbao
