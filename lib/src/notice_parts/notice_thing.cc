#include "notice_parts/notice_thing.h"

#include <string>
#include <vector>

#include "fields/identifiers.h"
#include "fields/money.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_quantity.h"
#include "tables/lexicon.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestName = 40;  // characters
constexpr std::size_t kLongestRemark = 120;  // bytes of brackets behind a thing: （左后腿有烙印）

/// The numbers that a bracket holds and nothing else: （闽渔00231、闽渔00245）; a year or a measure is none.
std::vector<std::string> bracketed_numbers(std::string_view text, std::size_t at, const ItemWords& words) {
  constexpr std::size_t kLeast = 5;  // characters of a number
  std::vector<std::string> numbers;
  if (at >= text.size() || fold(next_char(text, at)) != U'（') return {};
  while (at < text.size()) {
    while (const auto label = words.numbers.find(text, at)) at += label.bytes;
    if (fold(char_at(text, at)) == U'：') next_char(text, at);
    const std::size_t end = document_number_end(text, at);
    if (end == kNone || count_chars(text.substr(at, end - at)) < kLeast) return {};
    numbers.emplace_back(text.substr(at, end - at));
    at = end;
    const char32_t mark = at < text.size() ? fold(next_char(text, at)) : 0;
    if (mark == U'）') return numbers;
    if (mark != U'、' && mark != U'，' && mark != U'；') return {};
  }
  return {};
}

/// 大豆|约|40吨: behind the word, where it ends no name: 租约1份.
std::size_t behind_about(std::string_view text, std::size_t at, std::size_t begin) {
  if (at == begin || char_at(text, at) != U'约') return at;
  std::size_t behind = at;
  next_char(text, behind);
  return longest_word_at(text, before(text, at), kGoodWord).at.end > at ? at : behind;
}

/// Behind a quantity, in numbers or not: 3只, 若干; `at` where none stands there.
std::size_t behind_quantity(std::string_view text, std::size_t at, const ItemWords& words) {
  if (const auto quantity = read_quantity(text, at, words)) return quantity->end;
  return at + words.some.find(text, at).bytes;
}

}  // namespace

std::size_t plate_length(std::string_view text) {
  std::size_t at = 0, n = 0;
  bool digit = false;
  if (text.empty() || !is_han(next_char(text, at)) || !is_letter(char_at(text, at))) return 0;
  for (; at < text.size(); ++n) {
    std::size_t next = at;
    const char32_t c = next_char(text, next);
    const bool joint = n == 1 && std::u32string_view(U"/／-－—").find(c) != std::u32string_view::npos;  // 甘A/09E37
    if (!is_digit(c) && !is_letter(c) && c != U'·' && !joint) break;
    digit = digit || is_digit(c);
    at = next;
  }
  return digit && n >= 5 && n <= 9 ? at : 0;
}

std::size_t plated_vehicle_length(std::string_view text, const ItemWords& words) {
  std::size_t at = plate_length(text);
  if (at == 0) return 0;
  at += words.after_digit.find(text, at).bytes;
  return at + words.vehicles.find(text, at).bytes;
}

bool ends_clause(char32_t c) {
  c = fold(c);
  return c == U'，' || c == U'；' || c == U'：' || c == U'（' || c == '\n' || is_stop(c);
}

Item named_thing(std::string_view text, std::size_t at, const ItemWords& words) {
  Item item;
  if (const auto located = words.places.find(text, at)) at += located.bytes;
  const std::size_t begin = at;
  at += plate_length(text.substr(at));  // 苏B12345|捷达轿车: its digits count nothing
  std::size_t end = at;
  for (std::size_t n = 0; at < text.size() && n < kLongestName && !ends_clause(char_at(text, at)); ++n) {
    if (const auto quantity = read_quantity(text, behind_about(text, at, begin), words); quantity && at > begin) {
      item.count = quantity->count;
      item.unit = quantity->unit;
      at = quantity->end;
      break;
    }
    if (at > begin && words.some.find(text, at)) break;  // 人民币若干
    if (words.prices.find(text, at) || words.estimates.find(text, at)) break;
    next_char(text, at);
    end = at;
  }
  item.name = trim(text.substr(begin, end - begin));
  if (const std::size_t behind = item.count ? at : skip_remark(text, at, kLongestRemark); behind > at)  // 门面（28平方米）1间
    if (const auto quantity = read_quantity(text, behind, words)) item.count = quantity->count, item.unit = quantity->unit;
  item.numbers = bracketed_numbers(text, at, words);
  return item;
}

std::vector<Item> counted_list(std::string_view text, std::size_t at, const ItemWords& words, std::size_t* end) {
  constexpr std::size_t kShortest = 2, kMost = 60;  // characters of a thing's name, things
  std::vector<Item> items;
  while (items.size() < kMost) {
    Item item = named_thing(text, at, words);
    const std::size_t name = text.find(item.name, at);
    if (count_chars(item.name) < kShortest || name == std::string_view::npos) break;
    const std::size_t name_end = name + item.name.size(), about = behind_about(text, name_end, name);
    std::size_t behind = behind_quantity(text, about, words);
    if (behind == about) behind = name_end;
    const std::size_t next = skip_remark(text, behind, kLongestRemark);
    const bool priced = read_price(text.substr(behind, next - behind), words, item);  // 公交车20辆（起拍价18万元）
    if (behind == name_end && !priced) break;
    items.push_back(std::move(item));
    at = next;
    if (end) *end = at;
    if (at >= text.size() || next_char(text, at) != U'、') break;
  }
  return items;
}

bool read_price(std::string_view lot, const ItemWords& words, Item& item) {
  std::size_t at = 0;
  auto label = words.prices.search(lot, 0, at);
  if (!label) label = words.estimates.search(lot, 0, at);
  if (!label) return false;
  at += label.bytes;
  const auto money = find_money(lot, at);
  while (const auto more = words.prices.find(lot, at)) at += more.bytes;  // 年租金|底价
  while (at < lot.size() && (fold(char_at(lot, at)) == U'：' || is_space(char_at(lot, at)))) next_char(lot, at);
  if (money && !words.pers.find(lot, at) && !words.pers.find(lot, money->end)) {
    item.amount = money->value;
    item.currency = money->currency;
  }
  return money.has_value();
}

void read_deed(std::string_view lot, const ItemWords& words, Item& item) {
  std::size_t at = 0;
  const auto label = words.deeds.search(lot, 0, at);
  if (!label) return;
  at += label.bytes;
  while (at < lot.size() && (fold(char_at(lot, at)) == U'：' || is_space(char_at(lot, at)))) next_char(lot, at);
  if (const std::size_t end = document_number_end(lot, at); end != kNone) item.numbers.emplace_back(lot.substr(at, end - at));
}

}  // namespace jianbao
