// Lots of an auction, parcels of land, things found.
#include <algorithm>
#include <optional>

#include "chars.h"
#include "identifiers.h"
#include "notice_item_words.h"
#include "money.h"
#include "notice_items.h"
#include "notice_quantity.h"
#include "notice_table.h"
#include "numeral.h"
#include "organisations.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestName = 40;  // characters
constexpr std::size_t kMostLots = 200;
constexpr std::size_t kShortestName = 2, kShortestBare = 4;  // characters of what is sold, behind a label and behind the verb alone

constexpr std::string_view kOf = "对";

bool is_circled(char32_t c) { return (c >= 0x2460 && c <= 0x2473) || (c >= 0x2776 && c <= 0x277F); }

bool ends_clause(char32_t c) {
  c = fold(c);
  return c == U'，' || c == U'；' || c == U'：' || c == U'（' || c == '\n' || is_stop(c);
}

/// Bytes of a numeral at `at` that can count lots, 号 behind it included.
std::size_t lot_numeral(std::string_view text, std::size_t at) {
  constexpr std::size_t kMost = 3;  // characters
  const std::size_t begin = at;
  for (std::size_t n = 0; n < kMost && at < text.size() && (is_digit(char_at(text, at)) || is_cn_numeral(char_at(text, at))); ++n) next_char(text, at);
  if (at > begin && char_at(text, at) == U'号') next_char(text, at);
  return at - begin;
}

/// Bytes of 标的1：, 1号标的： at `at`; 0 where there is none.
std::size_t lot_label(std::string_view text, std::size_t at, const ItemWords& words) {
  const std::size_t begin = at;
  const std::size_t first = lot_numeral(text, at);
  at += first;
  const auto word = words.lots.find(text, at);
  if (!word) return 0;
  at += word.bytes;
  if (first == 0) {
    const std::size_t numeral = lot_numeral(text, at);
    if (numeral == 0) return 0;
    at += numeral;
  }
  const char32_t mark = at < text.size() ? fold(next_char(text, at)) : 0;
  return mark == U'：' || mark == U'、' ? at - begin : 0;
}

/// Bytes of a lot's number at `at`: ①, 1., 1、, （1）; 0 where there is none.
std::size_t lot_number(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  const char32_t c = next_char(text, at);
  if (is_circled(c)) return at - begin;
  const bool bracket = fold(c) == U'（';
  if (bracket && at >= text.size()) return 0;
  if (!bracket && !is_digit(c)) return 0;
  int digits = bracket ? 0 : 1;
  while (at < text.size() && is_digit(char_at(text, at)) && digits < 3) next_char(text, at), ++digits;
  if (digits == 0 || digits > 2 || at >= text.size()) return 0;
  const char32_t mark = next_char(text, at);
  const bool closes = bracket ? fold(mark) == U'）' : mark == '.' || mark == U'．' || mark == U'、';
  return closes && !is_digit(char_at(text, at)) ? at - begin : 0;
}

/// Where the text behind labels of lots begins: 标的1：…；标的2：….
std::vector<std::size_t> labelled_lots(std::string_view text, const ItemWords& words) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size() && starts.size() < kMostLots;) {
    const std::size_t bytes = lot_label(text, at, words);
    if (bytes) starts.push_back(at + bytes);
    if (bytes) at += bytes; else next_char(text, at);
  }
  return starts;
}

/// Where lots begin: at labels, or at numbers behind a mark, the first of them behind the colon or sentence that leads to them.
std::vector<std::size_t> lot_starts(std::string_view text, const ItemWords& words) {
  std::vector<std::size_t> starts = labelled_lots(text, words);
  if (!starts.empty()) return starts;
  bool after_mark = true;
  for (std::size_t at = 0; at < text.size() && starts.size() < kMostLots;) {
    const std::size_t bytes = after_mark || is_circled(char_at(text, at)) ? lot_number(text, at) : 0;
    if (bytes) {
      at += bytes;
      starts.push_back(at);
      after_mark = false;
      continue;
    }
    const char32_t c = next_char(text, at);
    after_mark = ends_clause(c) || (after_mark && is_space(c));
  }
  return starts;
}

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

/// A name up to the end of its clause, its quantity and the numbers in brackets behind it taken off.
Item named_thing(std::string_view text, std::size_t at, const ItemWords& words) {
  Item item;
  if (const auto located = words.places.find(text, at)) at += located.bytes;
  const std::size_t begin = at;
  std::size_t end = at;
  for (std::size_t n = 0; at < text.size() && n < kLongestName && !ends_clause(char_at(text, at)); ++n) {
    if (const auto quantity = read_quantity(text, at, words); quantity && at > begin) {
      item.count = quantity->count;
      item.unit = quantity->unit;
      at = quantity->end;
      break;
    }
    if (words.prices.find(text, at) || words.estimates.find(text, at)) break;
    next_char(text, at);
    end = at;
  }
  item.name = trim(text.substr(begin, end - begin));
  item.numbers = bracketed_numbers(text, at, words);
  return item;
}

void read_price(std::string_view lot, const ItemWords& words, Item& item) {
  std::size_t at = 0;
  auto label = words.prices.search(lot, 0, at);
  if (!label) label = words.estimates.search(lot, 0, at);
  if (!label) return;
  if (const auto money = find_money(lot, at + label.bytes)) {
    item.amount = money->value;
    item.currency = money->currency;
  }
}

/// The number of the title deed: 不动产权证号：黔（2018）….
void read_deed(std::string_view lot, const ItemWords& words, Item& item) {
  std::size_t at = 0;
  const auto label = words.deeds.search(lot, 0, at);
  if (!label) return;
  at += label.bytes;
  while (at < lot.size() && (fold(char_at(lot, at)) == U'：' || is_space(char_at(lot, at)))) next_char(lot, at);
  if (const std::size_t end = document_number_end(lot, at); end != kNone) item.numbers.emplace_back(lot.substr(at, end - at));
}

/// Behind words that belong to no name; of what stands somewhere (位于学堂路77号的商业用房一套) without where.
Item placed_thing(std::string_view text, std::size_t at, const ItemWords& words) {
  constexpr std::string_view kWhose = "的";
  const std::size_t begin = at;
  while (const auto lead = words.possessives.find(text, at)) at += lead.bytes;
  Item item = named_thing(text, at, words);
  const std::size_t of = item.name.rfind(kWhose);
  const bool placed = words.places.find(text, begin) && of != std::string::npos && count_chars(std::string_view(item.name).substr(of + kWhose.size())) > 1;
  if (placed) item.name.erase(0, of + kWhose.size());
  return item;
}

/// 对川Z8K226小型轿车进行第二次公开拍卖: what stands between 对 and the act before the verb.
Item sold_object(std::string_view text, const ItemWords& words) {
  constexpr std::size_t kLeast = 4, kReach = 40;  // characters
  Item item;
  std::size_t act = 0, verb = 0;
  for (auto found = words.acts.search(text, 0, act); found; found = words.acts.search(text, act + found.bytes, act)) {
    const std::size_t of = text.substr(0, act).rfind(kOf);
    if (of == kNone || !words.sales.search(text, act, verb)) continue;
    const std::string_view name = text.substr(of + kOf.size(), act - of - kOf.size());
    const std::size_t chars = count_chars(name);
    if (chars < kLeast || chars > kReach || name.find("，") != kNone || name.find("。") != kNone) continue;
    std::size_t begin = 0;
    while (const auto lead = words.possessives.find(name, begin)) begin += lead.bytes;
    item = named_thing(name, begin, words);
    break;
  }
  return item;
}

/// Whether all between the thing sold and the verb says how it is sold: 对外公开.
bool is_manner(std::string_view text, std::size_t at, std::size_t verb, const ItemWords& words) {
  while (at < verb) {
    const auto manner = words.manners.find(text, at);
    if (!manner) return false;
    at += manner.bytes;
  }
  return at == verb;
}

/// 将所持甲公司20%股权对外公开转让, 我单位位于文化路171号沿街楼公开招租: what stands before the verb in its clause.
Item handed_object(std::string_view text, const ItemWords& words) {
  constexpr std::size_t kLeast = 4, kReach = 150;  // characters, bytes
  std::size_t verb = 0;
  for (auto sale = words.sales.search(text, 0, verb); sale; sale = words.sales.search(text, verb + sale.bytes, verb)) {
    for (std::size_t at = verb; at > 0 && verb - at < kReach;) {
      at = before(text, at);
      const char32_t c = char_at(text, at);
      if (fold(c) == U'，' || is_stop(c) || fold(c) == U'；' || fold(c) == U'：') break;
      auto handler = words.handlers.find(text, at);
      if (!handler) handler = words.places.find(text, at);
      if (!handler && text.substr(at).starts_with(kOf) && !words.manners.find(text, at)) handler.bytes = kOf.size();
      if (!handler) continue;
      std::size_t begin = at + handler.bytes, end = begin;
      while (const auto lead = words.possessives.find(text, begin)) begin += lead.bytes;
      for (end = begin; end < verb && !is_manner(text, end, verb, words);) next_char(text, end);
      Item item = named_thing(text.substr(0, end), begin, words);
      if (count_chars(item.name) >= kLeast) return item;
      break;
    }
  }
  return {};
}

bool names_price(std::string_view text, const ItemWords& words) {
  std::size_t at = 0;
  return words.prices.search(text, 0, at) || words.estimates.search(text, 0, at);
}

/// Things with a price each, parted by semicolons or line ends: …公开招租：A店面，月租金2800元；B店面，月租金2600元.
std::vector<Item> read_priced(std::string_view text, const ItemWords& words) {
  std::vector<Item> items;
  for (std::size_t begin = 0; begin < text.size() && items.size() < kMostLots;) {
    std::size_t end = begin, colon = begin;
    for (; end < text.size(); next_char(text, end)) {
      const char32_t c = fold(char_at(text, end));
      if (c == U'；' || is_stop(c) || c == '\n') break;
      if (c == U'：' && items.empty() && !names_price(text.substr(begin, end - begin), words)) colon = end + (text[end] == ':' ? 1 : 3);
    }
    if (end == begin) {
      next_char(text, begin);
      continue;
    }
    const std::string_view segment = text.substr(begin, end - begin);
    std::size_t first = items.empty() ? std::max(colon, begin) : begin;
    if (const std::size_t counted = lot_numeral(text, first); counted > 0 && char_at(text, first + counted) == U'、') first += counted + 3;
    Item item = named_thing(text.substr(0, end), first, words);
    read_price(segment, words, item);
    begin = end;
    if (begin < text.size()) next_char(text, begin);
    if (count_chars(item.name) >= 3 && item.amount) items.push_back(std::move(item));
    else if (items.size() == 1) items.clear();
    else if (!items.empty()) break;
  }
  return items.size() > 1 ? items : std::vector<Item>{};
}

/// Lots of land without numbers of their own: JS2025-11号宗地，位于…，起始价352万元；JS2025-12号宗地，….
std::vector<Item> read_parcels(std::string_view text, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  std::vector<Span> names;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size() && names.size() < kMostLots;) {
    const auto parcel = words.parcels.find(text, at);
    const std::size_t end = at + parcel.bytes;
    if (parcel && ends_clause(char_at(text, end)) && at > begin && (is_digit(char_at(text, begin)) || is_letter(char_at(text, begin)))) names.push_back({begin, end});
    if (ends_clause(next_char(text, at))) begin = at;
  }
  std::vector<Item> items;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t end = i + 1 < names.size() ? names[i + 1].begin : text.size();
    Item item;
    item.name = text.substr(names[i].begin, names[i].size());
    read_price(text.substr(names[i].end, end - names[i].end), words, item);
    read_lot_fields(text.substr(names[i].end, end - names[i].end), item, rules);
    items.push_back(std::move(item));
  }
  return items;
}

/// Bytes of the number plate that a text begins with: 甘J·5M872, 湘L3A456 (a province, a letter, digits and letters).
std::size_t plate_length(std::string_view text) {
  std::size_t at = 0, n = 0;
  bool digit = false;
  if (text.empty() || !is_han(next_char(text, at)) || !is_letter(char_at(text, at))) return 0;
  for (; at < text.size(); ++n) {
    std::size_t next = at;
    const char32_t c = next_char(text, next);
    if (!is_digit(c) && !is_letter(c) && c != U'·') break;
    digit = digit || is_digit(c);
    at = next;
  }
  return digit && n >= 5 && n <= 9 ? at : 0;
}

bool holds_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_digit(next_char(text, at))) return true;
  return false;
}

/// Clauses of a row, parted by spaces too: 甘J·5M872，二轮摩托车，红色；湘L3A456 二轮摩托 车架号LBB….
std::vector<std::string_view> clauses_of(std::string_view row) {
  std::vector<std::string_view> clauses;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= row.size();) {
    const std::size_t place = at;
    const char32_t c = at < row.size() ? next_char(row, at) : U'，';
    if (place == row.size()) ++at;
    if (!ends_clause(c) && !is_space(c) && c != U'、') continue;
    if (place > begin) clauses.push_back(row.substr(begin, place - begin));
    begin = at;
  }
  return clauses;
}

/// One thing of a list, with its plate and the numbers that are labelled.
Item listed_thing(std::string_view row, const ItemWords& words) {
  Item item;
  for (std::string_view clause : clauses_of(row.substr(0, row.find("。")))) {
    std::size_t label = 0;
    if (const std::size_t plate = plate_length(clause)) {
      item.numbers.emplace_back(clause.substr(0, plate));
      clause.remove_prefix(plate);
    }
    if (clause.empty()) continue;
    if (const auto found = words.numbers.search(clause, 0, label); found && document_number_end(clause, label + found.bytes) == clause.size()) {
      item.numbers.emplace_back(clause.substr(label + found.bytes));
    } else if (item.name.empty()) {
      std::size_t begin = 0;
      while (const auto lead = words.unplated.find(clause, begin)) begin += lead.bytes;
      Item thing = named_thing(clause, begin, words);
      if (!holds_digit(thing.name)) item.name = thing.name, item.count = thing.count, item.unit = thing.unit;
    }
  }
  return item;
}

/// A thing and its quantity; 捡到身份证一张 is a sentence.
bool is_listed(const Item& item, const ItemWords& words) {
  std::size_t at = 0;
  return item.count && !words.finds.search(item.name, 0, at);
}

/// The rows of a list: numbered ones, else lines that each begin with a thing and its quantity.
std::vector<std::string_view> list_rows(std::string_view text, const ItemWords& words) {
  constexpr std::size_t kLongestLine = 80;  // characters
  std::vector<std::string_view> rows;
  const std::vector<std::size_t> starts = lot_starts(text, words);
  for (std::size_t i = 0; starts.size() > 1 && i < starts.size(); ++i)
    rows.push_back(text.substr(starts[i], (i + 1 < starts.size() ? starts[i + 1] : text.size()) - starts[i]));
  for (std::size_t begin = 0; starts.size() < 2 && begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    if (count_chars(line) <= kLongestLine && !is_stop(last_char(line)) && is_listed(named_thing(line, 0, words), words)) rows.push_back(line);
    begin = end + 1;
  }
  return rows;
}

/// The one thing that a notice sells or lets: what stands behind the verb (转让其持有的甲公司35%股权), or behind who lets it
/// (县实验小学门面房三间公开招租). Only with a price: verbs alone are too common.
std::vector<Item> read_sale(std::string_view text, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  Item item;
  std::size_t verb = 0;
  for (std::size_t from = 0; item.name.empty();) {
    const auto sale = words.sales.search(text, from, verb);
    if (!sale) break;
    std::size_t at = from = verb + sale.bytes;
    const auto label = words.lots.find(text, at);
    const bool labelled = label && fold(char_at(text, at + label.bytes)) == U'：';
    if (labelled) at += label.bytes;
    else if (words.not_sold.find(text, at)) continue;
    if (fold(char_at(text, at)) == U'：') next_char(text, at);
    const std::size_t begin = at;
    while (const auto lead = words.possessives.find(text, at)) at += lead.bytes;
    const auto quantity = read_quantity(text, at, words);  // 出让壹幅国有建设用地使用权
    item = quantity ? named_thing(text, quantity->end, words) : placed_thing(text, begin, words);
    if (quantity && !item.count) item.count = quantity->count, item.unit = quantity->unit;
    if (count_chars(item.name) < (labelled ? kShortestName : kShortestBare)) item = {};
  }
  if (item.name.empty() && words.sales.search(text, 0, verb)) item = sold_object(text, words);
  if (item.name.empty()) item = handed_object(text, words);
  if (item.name.empty() && words.sales.search(text, 0, verb)) {
    const std::size_t owner = organisation_end(text, 0, rules);
    if (owner != kNone && owner < verb) item = named_thing(text, owner, words);
    if (!item.count) return {};
  }
  read_price(text, words, item);
  read_deed(text, words, item);
  if ((!item.amount && !item.count) || item.name.empty()) return {};
  if (const auto label = words.parcel_labels.search(text, 0, verb); label && item.numbers.empty()) {
    std::size_t at = verb + label.bytes;
    if (fold(char_at(text, at)) == U'：') next_char(text, at);
    if (const std::size_t end = document_number_end(text, at); end != kNone) item.numbers.emplace_back(text.substr(at, end - at));
  }
  return {std::move(item)};
}

}  // namespace

std::vector<Item> read_lots(std::string_view text, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  std::vector<Item> items;
  const std::vector<std::size_t> starts = lot_starts(text, words);
  if (starts.size() < 2) {
    std::vector<Item> table = read_lot_table(text, rules);
    if (table.empty()) table = read_parcels(text, rules);
    if (table.empty()) table = read_priced(text, words);
    return table.empty() ? read_sale(text, rules) : table;
  }
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    const std::string_view lot = text.substr(starts[i], end - starts[i]);
    Item item = named_thing(lot, 0, words);
    if (item.name.empty()) continue;
    read_price(lot, words, item);
    read_deed(lot, words, item);
    read_lot_fields(lot, item, rules);
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<Item> read_listed_items(std::string_view text, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  std::vector<Item> items;
  for (const std::string_view row : list_rows(text, words))
    if (Item item = listed_thing(row, words); !item.name.empty() && (item.count || !item.numbers.empty())) items.push_back(std::move(item));
  return items;
}

/// 将一黑色公文包遗忘在车上: what stands between 将 and the act, in one clause.
std::optional<Item> handled_thing(std::string_view text, std::size_t act, const ItemWords& words) {
  constexpr std::size_t kReach = 60;  // bytes
  for (std::size_t at = act; at > 0 && act - at < kReach;) {
    at = before(text, at);
    if (ends_clause(char_at(text, at))) return {};
    const auto handler = words.handlers.find(text, at);
    if (!handler) continue;
    const auto quantity = read_quantity(text, at + handler.bytes, words);
    std::size_t begin = quantity ? quantity->end : at + handler.bytes;
    if (!quantity && char_at(text, begin) == U'一') next_char(text, begin);
    Item item = named_thing(text.substr(0, act), begin, words);
    if (quantity) item.count = quantity->count, item.unit = quantity->unit;
    return item.name.empty() ? std::nullopt : std::optional(std::move(item));
  }
  return {};
}

std::vector<Item> read_found_items(std::string_view text, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  std::size_t at = 0;
  auto find = words.finds.search(text, 0, at);
  while (find && words.finders.find(text, at + find.bytes)) find = words.finds.search(text, at + find.bytes, at);  // 拾到者请…
  if (!find) return {};
  if (auto item = handled_thing(text, at, words)) return {std::move(*item)};
  at += find.bytes;
  // 拾得一个黑色钱包: the quantity may stand before the name
  const auto before_name = read_quantity(text, at, words);
  Item item = named_thing(text, before_name ? before_name->end : at, words);
  if (before_name) item.count = before_name->count, item.unit = before_name->unit;
  if (item.name.empty()) return {};
  return {std::move(item)};
}

}  // namespace jianbao
