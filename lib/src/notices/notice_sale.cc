#include "notices/notice_sale.h"

#include <string>
#include <utility>

#include "fields/identifiers.h"
#include "names/organisations.h"
#include "notice_signs/notice_item_words.h"
#include "notice_parts/notice_lot_starts.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_quantity.h"
#include "notice_parts/notice_thing.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kShortestName = 2, kShortestBare = 4;  // characters of what is sold, behind a label and behind the verb alone

constexpr std::string_view kOf = "对";

/// Bytes of whose a thing is, before its name: 被执行人李四名下位于….
std::size_t behind_owner(std::string_view name, const ItemWords& words) {
  constexpr std::size_t kShortest = 4;  // characters of what is left
  std::size_t at = 0, behind = 0;
  for (auto owned = words.owned.search(name, 0, at); owned; owned = words.owned.search(name, behind, at)) behind = at + owned.bytes;
  while (behind > 0) {
    const auto lead = words.possessives.find(name, behind);
    if (!lead) break;
    behind += lead.bytes;
  }
  return count_chars(name.substr(behind)) >= kShortest ? behind : 0;
}

/// Behind where a thing stands (位于学堂路77号的|三间门面房), as far as its clause goes; kNone where nothing says so at `at`.
std::size_t behind_place(std::string_view text, std::size_t at, const ItemWords& words) {
  if (!words.places.find(text, at)) return kNone;
  std::size_t behind = kNone;
  while (at < text.size() && !ends_clause(char_at(text, at)))
    if (next_char(text, at) == U'的') behind = at;
  return behind;
}

/// Behind words that belong to no name; of what stands somewhere (位于学堂路77号的商业用房一套) without where.
Item placed_thing(std::string_view text, std::size_t at, const ItemWords& words) {
  constexpr std::string_view kWhose = "的";
  const std::size_t begin = at;
  while (const auto lead = words.possessives.find(text, at)) at += lead.bytes;
  if (const std::size_t thing = behind_place(text, begin, words); thing != kNone)
    if (const auto quantity = read_quantity(text, thing, words)) {
      Item item = named_thing(text, quantity->end, words);
      if (!item.count) item.count = quantity->count, item.unit = quantity->unit;
      return item;
    }
  Item item = named_thing(text, at, words);
  std::size_t place = 0;  // 甲厂位于胜利路的厂房, 李四名下位于胜利路的厂房
  const bool stands = words.places.search(item.name, 0, place) && item.name.find(kWhose, place) != std::string::npos;
  item.name.erase(0, behind_owner(item.name, words));
  const std::size_t of = item.name.rfind(kWhose);
  const bool located = words.places.find(text, begin) || stands;
  const bool placed = located && of != std::string::npos && count_chars(std::string_view(item.name).substr(of + kWhose.size())) > 1;
  if (placed) item.name.erase(0, of + kWhose.size());
  std::size_t origin = 0;
  if (const auto from = words.origins.search(item.name, 0, origin); from && is_opening(char_at(item.name, origin + from.bytes))) item.name.erase(0, origin + from.bytes);
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
    item = placed_thing(name, 0, words);
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

/// 公开出让, of 公开出让一宗土地: how it is sold and that it is, not what.
bool is_act(std::string_view name, const ItemWords& words) {
  for (std::size_t at = 0; at < name.size();) {
    auto word = words.manners.find(name, at);
    if (!word) word = words.sales.find(name, at);
    if (!word) return false;
    at += word.bytes;
  }
  return true;
}

/// 将所持甲公司20%股权对外公开转让, 我单位位于文化路171号沿街楼公开招租: what stands before the verb in its clause.
Item handed_object(std::string_view text, const ItemWords& words) {
  constexpr std::size_t kLeast = 4, kReach = 150;  // characters, bytes
  std::size_t verb = 0;
  for (auto sale = words.sales.search(text, 0, verb); sale; sale = words.sales.search(text, verb + sale.bytes, verb)) {
    if (words.takers.find(text, verb + sale.bytes)) continue;  // 将股权转让给李四
    for (std::size_t at = verb; at > 0 && verb - at < kReach;) {
      at = before(text, at);
      const char32_t c = char_at(text, at);
      const std::size_t behind = at + (c == ',' ? 1 : 3);
      if (fold(c) == U'，' && behind < verb && is_manner(text, behind, verb, words)) continue;  // …20%股权，公开挂牌|转让
      if (fold(c) == U'，' || is_stop(c) || fold(c) == U'；' || fold(c) == U'：') break;
      auto handler = words.handlers.find(text, at);
      if (!handler) handler = words.places.find(text, at);
      if (!handler) handler = words.owned.find(text, at);  // 甲社持有的乙公司20%股权公开转让
      if (!handler && text.substr(at).starts_with(kOf) && !words.manners.find(text, at)) handler.bytes = kOf.size();
      if (!handler) continue;
      const bool located = static_cast<bool>(words.places.find(text, at));
      std::size_t begin = at + handler.bytes, end = begin;
      while (const auto lead = words.possessives.find(text, begin)) begin += lead.bytes;
      for (end = begin; end < verb && !is_manner(text, end, verb, words);) next_char(text, end);
      Item item = placed_thing(text.substr(0, end), located ? at : begin, words);
      const bool behind_place = located && item.name.size() < end - begin;  // 将位于某路的|仓库|公开招租
      if (count_chars(item.name) >= (item.count || behind_place ? kShortestName : kLeast)) return item;
      break;
    }
  }
  return {};
}

/// 草场一宗，面积3200亩，现公开招租, 门面4间、仓库2间对外招租: things with their quantities, before the verb or a mark.
Item offered_first(std::string_view text, const ItemWords& words, const Rules& rules) {
  constexpr std::size_t kReach = 150;  // bytes
  std::size_t begin = 0, verb = 0;
  while (const auto lead = words.possessives.find(text, begin)) begin += lead.bytes;
  if (const std::size_t owner = organisation_end(text, begin, rules); owner != kNone) begin = owner;  // 某小学|临街门面2间对外招租
  Item item = named_thing(text, begin, words);
  if (!item.count || !words.sales.search(text, begin, verb) || verb > kReach) return {};
  std::size_t end = begin;
  counted_list(text, begin, words, &end);
  const bool whole = end > begin && end < verb && (fold(char_at(text, end)) == U'，' || is_manner(text, end, verb, words));
  return whole ? item : Item{};
}

/// 某中心|负一层茶楼|对外公开招租, 某小学|门面2间，…招租: what stands behind its owner, counted or before the verb.
Item thing_of(std::string_view text, std::size_t owner, std::size_t verb, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  Item item = named_thing(text, owner, words);
  if (item.count) return item;
  item = {};
  std::size_t end = owner;
  while (end < verb && !is_manner(text, end, verb, words) && !ends_clause(char_at(text, end))) next_char(text, end);
  if (party_words(rules).cuts_at(text, owner) || !is_manner(text, end, verb, words)) return {};
  if (const std::string_view name = trim(text.substr(owner, end - owner)); count_chars(name) >= kShortestName && all_han(name)) item.name = name;
  return item;
}

/// 某中心|负一层茶楼: where the shortest name ends that the text begins with; a thing may end as names do.
std::size_t first_owner_end(std::string_view text, std::size_t verb, const Rules& rules) {
  std::size_t end = 0;
  while (end < verb && !ends_clause(char_at(text, end)) && !is_organisation(text.substr(0, end), rules)) next_char(text, end);
  return end;
}

/// 摊位36个|、冷库1座: the thing with those that are counted behind it in a list.
std::vector<Item> things_beside(std::string_view text, const Item& first, const ItemWords& words) {
  const std::size_t at = first.count ? text.find(first.name) : kNone;
  return at == kNone ? std::vector<Item>{} : counted_list(text, at, words);
}

/// 编号YT2024-05号 in the clause right behind the name of what is sold.
void read_number_behind(std::string_view text, const ItemWords& words, Item& item) {
  const std::size_t name = item.numbers.empty() ? text.find(item.name) : kNone;
  if (name == kNone) return;
  std::size_t at = name + item.name.size();
  if (at >= text.size() || fold(next_char(text, at)) != U'，') return;
  const auto label = words.numbers.find(text, at);
  if (!label) return;
  at += label.bytes;
  if (at < text.size() && fold(char_at(text, at)) == U'：') next_char(text, at);
  if (const std::size_t end = document_number_end(text, at); end != kNone) item.numbers.emplace_back(text.substr(at, end - at));
}

/// What stands at `at`, with its quantity on either side of the name.
Item sold_at(std::string_view text, std::size_t at, const ItemWords& words) {
  at += lot_number(text, at);  // 拍卖：1.渔船一艘: a lot alone
  const std::size_t begin = at;
  while (const auto lead = words.possessives.find(text, at)) at += lead.bytes;
  const auto quantity = read_quantity(text, at, words);  // 出让壹幅国有建设用地使用权
  Item item = quantity ? named_thing(text, quantity->end, words) : placed_thing(text, begin, words);
  if (quantity && !item.count) item.count = quantity->count, item.unit = quantity->unit;
  return item;
}

/// What a label at the begin of a clause or behind the act of selling tells: 标的：商业用房一套, 出让地块：…. It says more than the verb does.
Item labelled_thing(std::string_view text, const ItemWords& words) {
  bool begins = true;  // a clause, or what follows the act
  for (std::size_t at = 0; at < text.size();) {
    const auto label = begins ? words.lots.find(text, at) : PrefixIndex::Hit{};
    if (label && fold(char_at(text, at + label.bytes)) == U'：') {
      std::size_t behind = at + label.bytes;
      next_char(text, behind);
      Item item = sold_at(text, behind, words);
      if (count_chars(item.name) >= kShortestName) {
        read_number_behind(text, words, item);
        return item;
      }
    }
    const auto sale = words.sales.find(text, at);
    begins = sale || ends_clause(char_at(text, at));
    if (sale) at += sale.bytes;
    else next_char(text, at);
  }
  return {};
}

/// 房产一处, not 一宗土地: how many there are stands behind the name.
bool is_counted(const Item& item, std::string_view text, const ItemWords& words) {
  return item.count && !item.name.empty() && read_quantity(text, text.find(item.name) + item.name.size(), words);
}

/// What stands right behind the act of selling.
Item sold_thing(std::string_view text, const ItemWords& words) {
  std::size_t verb = 0;
  for (auto sale = words.sales.search(text, 0, verb); sale; sale = words.sales.search(text, verb + sale.bytes, verb)) {
    std::size_t at = verb + sale.bytes;
    if (words.not_sold.find(text, at)) continue;
    if (fold(char_at(text, at)) == U'：') next_char(text, at);
    Item item = sold_at(text, at, words);
    if (count_chars(item.name) >= (is_counted(item, text, words) ? kShortestName : kShortestBare)) return item;
  }
  return {};
}

}  // namespace

void take_plate(Item& item) {
  const std::size_t plate = plate_length(item.name);
  std::size_t name = plate;
  if (plate > 0 && char_at(item.name, plate) == U'号') next_char(item.name, name);
  if (plate == 0 || name >= item.name.size()) return;
  item.fields.emplace_back("plate", item.name.substr(0, plate));
  item.name.erase(0, name);
}

std::vector<Item> read_sale(std::string_view text, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  std::size_t verb = 0;
  Item item = labelled_thing(text, words);
  if (item.name.empty()) item = sold_thing(text, words);
  const bool sold = item.name.empty() && words.sales.search(text, 0, verb);
  if (sold) item = sold_object(text, words);
  const bool sure = sold && !item.name.empty();  // what is said so is sold, priced or not
  if (item.name.empty()) item = handed_object(text, words);
  if (item.name.empty()) item = offered_first(text, words, rules);
  if (item.name.empty() && words.sales.search(text, 0, verb)) {
    const std::size_t owner = organisation_end(text, 0, rules);
    if (owner != kNone && owner < verb) item = thing_of(text, owner, verb, rules);
    if (item.name.empty() && owner != kNone) item = thing_of(text, first_owner_end(text, verb, rules), verb, rules);
    if (item.name.empty() || is_act(item.name, words)) return {};
  }
  if (auto several = things_beside(text, item, words); several.size() > 1) {
    for (Item& one : several) take_plate(one);
    return several;
  }
  const bool priced = read_price(text, words, item);
  read_deed(text, words, item);
  const bool quoted = first_char(item.name) == U'“';  // 拍卖“丰乐9”轮: has a name of its own
  if ((!sure && !priced && !quoted && !item.count) || item.name.empty()) return {};
  if (const auto label = words.parcel_labels.search(text, 0, verb); label && item.numbers.empty()) {
    std::size_t at = verb + label.bytes;
    if (fold(char_at(text, at)) == U'：') next_char(text, at);
    if (const std::size_t end = document_number_end(text, at); end != kNone) item.numbers.emplace_back(text.substr(at, end - at));
  }
  take_plate(item);
  return {std::move(item)};
}

}  // namespace jianbao
