// Lots of an auction and parcels of land: numbered, labelled, in a table, or told by their prices.
#include <algorithm>
#include <iterator>

#include "fields/identifiers.h"
#include "notice_signs/notice_item_words.h"
#include "notices/field_list.h"
#include "notices/notice_place.h"
#include "notices/notice_items.h"
#include "notice_parts/notice_lot_starts.h"
#include "notice_parts/notice_reading.h"
#include "notices/notice_sale.h"
#include "notices/notice_labels.h"
#include "notices/notice_table.h"
#include "notice_parts/notice_thing.h"
#include "text/chars.h"

namespace jianbao {
namespace {

bool names_price(std::string_view text, const ItemWords& words) {
  std::size_t at = 0;
  return words.prices.search(text, 0, at) || words.estimates.search(text, 0, at);
}

/// Things with a price each, parted by semicolons or line ends: …公开招租：A店面，月租金2800元；B店面，月租金2600元.
std::vector<Item> read_priced(std::string_view text, const Rules& rules) {
  constexpr std::size_t kShortestLot = 3, kShortestGoods = 2;  // characters of a name
  const ItemWords& words = rules.tables().compiled<ItemWords>();
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
    const bool priced = read_price(segment, words, item);
    read_lot_fields(segment, item, rules);
    take_plate(item);
    begin = end;
    if (begin < text.size()) next_char(text, begin);
    const bool whole = count_chars(item.name) >= kShortestLot && item.amount;
    const bool by_unit = item.count && priced && count_chars(item.name) >= kShortestGoods;  // 大豆300吨，参考价4350元／吨
    if (whole || by_unit) items.push_back(std::move(item));
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

/// Lots of land that are told in labels, each behind its number's: 宗地编号：2025-03；位置：…；起始价：…. So many at the least.
std::vector<Item> read_labelled_parcels(std::string_view text, std::size_t least, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  std::vector<Span> numbers;
  std::size_t at = 0;
  for (auto label = words.parcel_labels.search(text, 0, at); label && numbers.size() < kMostLots; label = words.parcel_labels.search(text, at, at)) {
    at += label.bytes;
    if (fold(char_at(text, at)) == U'：') next_char(text, at);
    else if (!is_letter(char_at(text, at))) continue;  // 宗地编号CD2025-03
    const std::size_t end = document_number_end(text, at);
    if (end != std::string_view::npos) numbers.push_back({at, end});
  }
  std::vector<Item> items;
  if (numbers.size() < least) return items;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const std::size_t line = std::min(text.find('\n', numbers[i].end), text.size());
    const std::string_view lot = text.substr(numbers[i].end, (i + 1 < numbers.size() ? numbers[i + 1].begin : line) - numbers[i].end);
    Item item;
    item.numbers.emplace_back(text.substr(numbers[i].begin, numbers[i].size()));
    read_price(lot, words, item);
    read_lot_fields(lot, item, rules);
    items.push_back(std::move(item));
  }
  return items;
}

/// Where the first sentence ends that something follows; npos where none does.
std::size_t end_of_sentence(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_stop(next_char(text, at)) && !trim(text.substr(at)).empty()) return at;
  return std::string_view::npos;
}

/// What stands behind the last of lots that are a sentence or less each: it is said of none of them alone.
std::string_view behind_lots(std::string_view text, const std::vector<std::size_t>& starts) {
  for (std::size_t i = 0; i + 1 < starts.size(); ++i)
    if (end_of_sentence(text.substr(starts[i], starts[i + 1] - starts[i])) != std::string_view::npos) return {};
  const std::size_t end = end_of_sentence(text.substr(starts.back()));
  return end == std::string_view::npos ? std::string_view{} : text.substr(starts.back() + end);
}

/// 每个标的交纳保证金2万元: what is said of each lot in a sentence of its own goes to those of which nothing of the kind is said.
void share_fields(std::string_view text, std::vector<Item>& items, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    end = std::min(end_of_sentence(text.substr(begin)), text.size() - begin) + begin;
    const std::string_view sentence = text.substr(begin, end - begin);
    std::size_t at = 0;
    if (!words.each.search(sentence, 0, at)) continue;
    Item shared;
    read_lot_fields(sentence, shared, rules);
    for (const auto& field : shared.fields)
      for (Item& item : items)
        if (!has_field(item.fields, field.first)) item.fields.push_back(field);
  }
}

/// The numbers and fields of a thing that was told of twice, where the other has none of the kind.
void add_missing(const Item& told, Item& item) {
  if (item.numbers.empty()) item.numbers = told.numbers;
  for (const auto& field : told.fields)
    if (!has_field(item.fields, field.first)) item.fields.push_back(field);
}

std::vector<Item> find_lots(std::string_view text, std::string_view lines, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  std::vector<Item> items;
  if (auto parcels = read_labelled_parcels(text, 2, rules); !parcels.empty()) return parcels;
  const std::vector<std::size_t> starts = lot_starts(text, words);
  if (starts.size() < 2) {
    std::vector<Item> table = read_lot_table(lines, rules);
    if (table.empty()) table = read_parcels(text, rules);
    if (table.empty()) table = read_priced(text, rules);
    if (table.empty()) table = read_sale(tighten(text), rules);
    std::vector<Item> parcel = table.size() <= 1 ? read_labelled_parcels(text, 1, rules) : std::vector<Item>{};
    if (table.empty()) return parcel;
    if (parcel.size() == 1) add_missing(parcel.front(), table.front());  // 出让1宗国有建设用地使用权。宗地编号：…，宗地位置：…
    return table;
  }
  const std::string_view behind = behind_lots(text, starts);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size() - behind.size();
    const std::string_view lot = text.substr(starts[i], end - starts[i]);
    if (std::vector<Item> several = read_priced(lot, rules); several.size() > 1) {  // （一）公务车：轿车1辆，起拍价…；客车1辆，起拍价…；
      items.insert(items.end(), std::make_move_iterator(several.begin()), std::make_move_iterator(several.end()));
      continue;
    }
    Item item = named_thing(lot, 0, words);
    if (item.name.empty()) continue;
    read_price(lot, words, item);
    read_deed(lot, words, item);
    read_lot_fields(lot, item, rules);
    take_plate(item);
    items.push_back(std::move(item));
  }
  share_fields(behind, items, rules);
  return items;
}

}  // namespace

std::vector<Item> read_lots(std::string_view text, std::string_view lines, const Rules& rules) {
  std::vector<Item> items = find_lots(text, lines, rules);
  for (Item& item : items) take_place(item, rules.tables().compiled<ItemWords>());
  return items;
}

}  // namespace jianbao
