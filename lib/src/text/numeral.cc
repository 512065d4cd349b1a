#include "text/numeral.h"

#include <array>
#include <cstdint>

#include "text/chars.h"

namespace jianbao {
namespace {

enum class Use { counts, formal, other };

struct Sign {
  char32_t character;
  int value;  // a digit, or a power of ten from 10 on
  Use use;    // whether it counts sections, in which hand
};

// GB/T 15835-2011 for the formal ones; 〸 〹 〺 and the like are not in use in print.
constexpr Sign kSigns[] = {
    {U'一', 1, Use::counts},  {U'二', 2, Use::counts},    {U'三', 3, Use::counts},   {U'四', 4, Use::counts},   {U'五', 5, Use::counts},
    {U'六', 6, Use::counts},  {U'七', 7, Use::counts},    {U'八', 8, Use::counts},   {U'九', 9, Use::counts},   {U'〇', 0, Use::counts},
    {U'零', 0, Use::counts},  {U'○', 0, Use::counts},     {U'十', 10, Use::counts},  {U'百', 100, Use::counts}, {U'千', 1000, Use::counts},
    {U'廿', 20, Use::counts}, {U'卅', 30, Use::counts},   {U'两', 2, Use::other},    {U'兩', 2, Use::other},    {U'壹', 1, Use::formal},
    {U'贰', 2, Use::formal},  {U'叁', 3, Use::formal},    {U'肆', 4, Use::formal},   {U'伍', 5, Use::formal},   {U'陆', 6, Use::formal},
    {U'柒', 7, Use::formal},  {U'捌', 8, Use::formal},    {U'玖', 9, Use::formal},   {U'貳', 2, Use::formal},   {U'參', 3, Use::formal},
    {U'叄', 3, Use::formal},  {U'陸', 6, Use::formal},    {U'拾', 10, Use::formal},  {U'佰', 100, Use::other},  {U'仟', 1000, Use::other},
    {U'万', 10000, Use::other}, {U'萬', 10000, Use::other}, {U'亿', 100000000, Use::other}, {U'億', 100000000, Use::other},
};

/// Where the signs stand, by a hash: most characters are none, which one look says.
constexpr std::size_t kSlots = 256;
constexpr std::size_t slot_of(char32_t c) { return static_cast<std::uint32_t>(c) * 0x9E3779B1u >> 24; }

constexpr std::array<Sign, kSlots> kSignTable = [] {
  std::array<Sign, kSlots> table{};
  for (const Sign& sign : kSigns) {
    std::size_t slot = slot_of(sign.character);
    while (table[slot].character != 0) slot = (slot + 1) % kSlots;
    table[slot] = sign;
  }
  return table;
}();

const Sign* find_sign(char32_t c) {
  for (std::size_t slot = slot_of(c); kSignTable[slot].character != 0; slot = (slot + 1) % kSlots)
    if (kSignTable[slot].character == c) return &kSignTable[slot];
  return nullptr;
}

}  // namespace

bool is_cn_numeral(char32_t c) { return find_sign(c) != nullptr; }

std::optional<long long> parse_numeral(std::string_view text) {
  if (text.empty() || text.size() > 60) return {};
  bool decimal = true, positional = true, signs = true;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    decimal = decimal && is_digit(c);
    const Sign* sign = find_sign(c);
    positional = positional && sign && sign->value < 10;
    signs = signs && sign;
    if (!decimal && !signs) return {};  // also 3千, which is written in two hands
  }
  if (decimal || positional) {
    long long value = 0;
    int digits = 0;
    for (std::size_t at = 0; at < text.size(); ++digits) {
      const char32_t c = next_char(text, at);
      value = value * 10 + (decimal ? static_cast<long long>(fold(c) - '0') : find_sign(c)->value);
    }
    return digits <= 18 ? std::optional(value) : std::nullopt;
  }
  // total: what stands before the last 亿 or 万, which is `unit`; section: since then; digit: waiting for its power
  long long total = 0, unit = 0, section = 0, digit = -1, last_power = 100000;
  for (std::size_t at = 0; at < text.size();) {
    const int value = find_sign(next_char(text, at))->value;
    if (value >= 10000) {
      section += digit > 0 ? digit : 0;
      const bool multiplies = unit < value;  // 一万亿; but 一亿二千万
      if (section == 0 && !(multiplies && total > 0)) return {};
      total = multiplies ? (total + section) * value : total + section * value;
      unit = value, section = 0, digit = -1, last_power = 100000;
    } else if (value == 20 || value == 30) {
      if (digit > 0 || last_power <= 10) return {};
      section += value, digit = -1, last_power = 10;
    } else if (value >= 10) {
      if (value >= last_power || digit == 0 || (digit < 0 && value != 10)) return {};
      section += (digit < 0 ? 1 : digit) * value;
      digit = -1, last_power = value;
    } else {
      if (digit > 0 || (digit == 0 && value == 0)) return {};
      digit = value;
    }
  }
  return total + section + (digit > 0 ? digit : 0);
}

bool is_ordinal_numeral(char32_t c) {
  const Sign* sign = find_sign(c);
  return sign && sign->use == Use::counts;
}

bool is_formal_numeral(char32_t c) {
  const Sign* sign = find_sign(c);
  return sign && sign->use == Use::formal;
}

std::u32string numeral_signs() {
  std::u32string out;
  for (const Sign& sign : kSigns) out.push_back(sign.character);
  return out;
}

std::optional<int> parse_ordinal(std::string_view text) {
  std::size_t characters = 0;
  bool plain = true, zero = false;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    const char32_t c = next_char(text, at);
    if (is_digit(c)) continue;
    const Sign* sign = find_sign(c);
    if (!sign) return {};
    plain = plain && sign->value < 10;
    zero = zero || sign->value == 0;
  }
  const bool decimal = is_digit(first_char(text));
  if (!decimal && plain && characters > 1 && !zero) return {};
  const auto value = parse_numeral(text);
  if (!value || *value <= 0 || *value > 9999) return {};
  return static_cast<int>(*value);
}

std::optional<int> parse_roman(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kOnes = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
  int tens = 0;
  while (tens < 3 && !text.empty() && text.front() == 'X') text.remove_prefix(1), ++tens;
  for (std::size_t one = 0; one < kOnes.size(); ++one)
    if (text == kOnes[one] && (tens > 0 || one > 0)) return tens * 10 + static_cast<int>(one);
  return {};
}

namespace {

/// The signs a numeral is written with.
struct Hand {
  std::array<const char*, 10> digits;
  std::array<const char*, 4> powers;
};

constexpr Hand kPlain = {{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"千", "百", "十", ""}};
constexpr Hand kFormal = {{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, {"仟", "佰", "拾", ""}};

std::string write_numeral(int value, const Hand& hand) {
  if (value <= 0 || value > 9999) return std::to_string(value);
  std::string out;
  bool zero = false;
  int rest = value;
  for (int power = 1000, i = 0; power > 0; power /= 10, ++i) {
    const int digit = rest / power;
    rest %= power;
    if (digit == 0) {
      zero = !out.empty();
      continue;
    }
    if (zero) out += hand.digits[0];
    zero = false;
    if (!(power == 10 && digit == 1 && out.empty())) out += hand.digits[static_cast<std::size_t>(digit)];
    out += hand.powers[static_cast<std::size_t>(i)];
  }
  return out;
}

}  // namespace

std::string cn_numeral(int value) { return write_numeral(value, kPlain); }

std::string formal_numeral(int value) { return write_numeral(value, kFormal); }

}  // namespace jianbao
