// Things found, seized or unclaimed: in a list, or in a sentence.
#include <algorithm>
#include <optional>
#include <string>

#include "fields/identifiers.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_scan.h"
#include "notices/notice_items.h"
#include "notice_parts/notice_lot_starts.h"
#include "notice_parts/notice_quantity.h"
#include "notice_parts/notice_thing.h"
#include "text/chars.h"

namespace jianbao {
namespace {

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
    if (!ends_clause(c) && !is_space(c) && c != U'、' && fold(c) != U'）') continue;
    if (place > begin) clauses.push_back(row.substr(begin, place - begin));
    begin = at;
  }
  return clauses;
}

/// One thing of a list, with its plate and the numbers that are labelled.
Item listed_thing(std::string_view row, const ItemWords& words) {
  Item item;
  bool labelled = false;  // 发动机号 7788123: the label is a clause of its own
  for (std::string_view clause : clauses_of(row.substr(0, row.find("。")))) {
    std::size_t label = 0;
    if (labelled && document_number_end(clause, 0) == clause.size()) {
      item.numbers.emplace_back(clause);
      labelled = false;
      continue;
    }
    labelled = words.numbers.find(clause, 0).bytes == clause.size();
    if (labelled) continue;
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

/// 下列车辆：摩托车3辆、面包车1辆: such a list behind a colon.
std::vector<Item> led_list(std::string_view text, const ItemWords& words) {
  for (std::size_t at = 0; at < text.size();)
    if (fold(next_char(text, at)) == U'：')
      if (auto items = counted_list(text, at, words); items.size() > 1) return items;
  return {};
}

/// 至今无人认领：湘L3A456幸福250摩托车、无牌照嘉陵70摩托车2台、拖拉机1台（发动机号磨损）: a list behind a colon whose vehicles have plates, are said to
/// have none, or are counted. Their makes may hold digits.
std::vector<Item> led_vehicles(std::string_view text, const ItemWords& words) {
  constexpr std::size_t kLongestRemark = 90;  // bytes
  std::vector<Item> items;
  bool plated = false;
  for (std::size_t at = 0; at < text.size() && items.size() < kMostLots;) {
    if (fold(next_char(text, at)) != (items.empty() ? U'：' : U'、')) {
      if (items.empty()) continue;
      break;
    }
    std::size_t end = at, kind = 0;
    while (end < text.size() && !ends_clause(char_at(text, end)) && char_at(text, end) != U'、') next_char(text, end);
    const std::string_view part = text.substr(at, end - at);
    const std::size_t plate = plate_length(part), lead = plate > 0 ? plate : words.unplated.find(part, 0).bytes;
    const std::size_t remark = skip_remark(text, end, kLongestRemark);
    Item item = named_thing(text.substr(at, remark - at), lead, words);  // 无牌摩托车（车架号LC6TCJ3B8F0021774）
    const bool framed = !item.numbers.empty();  // 红色电动车（车架号117322106588）
    if (!words.vehicles.search(item.name, 0, kind) || (lead == 0 && !item.count && !framed)) {
      if (items.empty()) continue;
      break;
    }
    if (plate > 0) item.numbers.emplace(item.numbers.begin(), part.substr(0, plate));
    plated = plated || plate > 0 || framed;
    items.push_back(std::move(item));
    at = remark;
  }
  return plated && items.size() > 1 ? items : std::vector<Item>{};
}

/// 湘L3A456二轮摩托车、湘L5B789轿车各一辆: things in a sentence that begin with their plates.
std::vector<Item> plated_things(std::string_view text, const ItemWords& words) {
  constexpr std::size_t kShortest = 2;  // characters of a thing's name
  std::vector<Item> items;
  for (std::size_t at = 0; at < text.size() && items.size() < kMostLots;) {
    const std::size_t plate = plate_length(text.substr(at));
    if (plate == 0) {
      next_char(text, at);
      continue;
    }
    std::string_view clause = clauses_of(text.substr(at)).front();
    std::size_t end = 0;
    if (words.thing_ends.search(clause, plate, end)) clause = clause.substr(0, end);
    Item item = named_thing(clause, plate, words);
    if (count_chars(item.name) >= kShortest && !holds_digit(item.name)) {
      item.numbers.emplace_back(clause.substr(0, plate));
      items.push_back(std::move(item));
    }
    at += clause.size();
  }
  return items;
}

/// A thing and its quantity; 捡到身份证一张 is a sentence.
bool is_listed(const Item& item, const ItemWords& words) {
  std::size_t at = 0;
  return item.count && !words.finds.search(item.name, 0, at);
}

/// 1 湘L3A456 二轮摩托车 车架号…: behind the count of a row that begins with a plate, or with the word for a vehicle that has none, and the vehicle; npos
/// for any other line.
std::size_t plated_row(std::string_view line, const ItemWords& words) {
  std::size_t at = 0;
  while (at < line.size() && is_digit(char_at(line, at))) next_char(line, at);
  at = skip_spaces(line, at);
  const std::size_t unplated = words.unplated.find(line, at).bytes, end = at + std::max(plate_length(line.substr(at)), unplated);
  const std::size_t behind = end > at ? end + words.vehicles.find(line, end).bytes : end;
  const bool alone = behind > end && (behind == line.size() || is_space(char_at(line, behind)) || fold(char_at(line, behind)) == U'，') && line.find("、", end) == std::string_view::npos;  // 湘L3A456轿车、湘L5B789货车: a sentence
  const bool parted = end > at && end < line.size() && (is_space(char_at(line, end)) || alone || (unplated > 0 && behind > end));
  return parted ? at : std::string_view::npos;
}

/// The rows of a line that begin with plates, parted by semicolons behind what leads to them: …接受处理：湘L3A456　二轮摩托车；湘L3B456　面包车。
std::vector<std::string_view> plated_rows(std::string_view line, const ItemWords& words) {
  constexpr std::string_view kColon = "：";
  std::vector<std::string_view> rows;
  for (std::size_t begin = 0; begin < line.size();) {
    std::size_t end = begin, behind = line.size();
    for (; end < line.size() && fold(char_at(line, end)) != U'；'; next_char(line, end)) {}
    if (end < line.size()) behind = end, next_char(line, behind);
    std::string_view row = trim(line.substr(begin, end - begin));
    if (const std::size_t colon = row.find(kColon); begin == 0 && colon != std::string_view::npos && plated_row(row, words) == std::string_view::npos) row = trim(row.substr(colon + kColon.size()));
    if (const std::size_t at = plated_row(row, words); at != std::string_view::npos) rows.push_back(row.substr(at));
    begin = behind;
  }
  return rows;
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
    if (const auto plated = plated_rows(line, words); !plated.empty()) rows.insert(rows.end(), plated.begin(), plated.end());
    else if (count_chars(line) <= kLongestLine && !is_stop(last_char(line)) && is_listed(named_thing(line, 0, words), words)) rows.push_back(line);
    begin = end + 1;
  }
  return rows;
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

/// 遗失物品：…: the clause at `at` only leads to what is told.
bool is_label(std::string_view text, std::size_t at) {
  while (at < text.size() && !ends_clause(char_at(text, at))) next_char(text, at);
  return fold(char_at(text, at)) == U'：';
}

/// 拾到|旅客遗失的|黑色背包: behind whose the thing was, in the clause at `at`; `at` where nothing says so.
std::size_t behind_loser(std::string_view text, std::size_t at, const ItemWords& words) {
  std::size_t end = at, lost = 0;
  while (end < text.size() && !ends_clause(char_at(text, end)) && char_at(text, end) != U'、') next_char(text, end);
  const auto act = words.finds.search(text.substr(0, end), at, lost);
  if (!act) return at;
  const std::size_t behind = lost + act.bytes, of = words.possessives.find(text, behind).bytes;
  return of > 0 && behind + of < end ? behind + of : at;
}

/// 拾得|内装账本的|蓝色布兜: behind what is in a thing, which the clause at `at` tells first; `at` where it does not.
std::size_t behind_contents(std::string_view text, std::size_t at, const ItemWords& words) {
  const std::size_t begin = at;
  for (at += words.contents.find(text, at).bytes; at > begin && at < text.size() && !ends_clause(char_at(text, at)); next_char(text, at))
    if (const auto of = words.ofs.find(text, at)) return at + of.bytes;
  return begin;
}

/// 银行卡、身份证|各一张: a thing for each name where the quantity is said of each.
std::vector<Item> each_of(Item item, std::string_view text, const ItemWords& words) {
  constexpr std::string_view kMark = "、";
  const std::size_t end = text.find(item.name) + item.name.size();
  if (!words.equally.find(text, end)) return {std::move(item)};
  std::vector<Item> items;
  for (std::size_t begin = 0; begin < item.name.size();) {
    const std::size_t mark = std::min(item.name.find(kMark, begin), item.name.size());
    Item& one = items.emplace_back(item);
    one.name = item.name.substr(begin, mark - begin);
    begin = mark + kMark.size();
  }
  return items;
}

}  // namespace

std::vector<Item> read_listed_items(std::string_view text, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  std::vector<Item> items;
  for (const std::string_view row : list_rows(text, words))
    if (Item item = listed_thing(row, words); !item.name.empty() && (item.count || !item.numbers.empty())) items.push_back(std::move(item));
  return items;
}

std::vector<Item> read_found_items(std::string_view text, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  if (auto vehicles = led_vehicles(text, words); !vehicles.empty()) return vehicles;
  if (auto vehicles = plated_things(text, words); !vehicles.empty()) return vehicles;
  if (auto items = led_list(text, words); !items.empty()) return items;
  std::size_t at = 0;
  auto find = words.finds.search(text, 0, at);
  while (find && (words.finders.find(text, at + find.bytes) || is_label(text, at))) find = words.finds.search(text, at + find.bytes, at);  // 拾到者请…
  if (!find) return {};
  if (auto item = handled_thing(text, at, words)) return {std::move(*item)};
  at = behind_loser(text, at + find.bytes, words);
  at = behind_contents(text, at + words.unclaimed.find(text, at).bytes, words);
  // 拾得一个黑色钱包: the quantity may stand before the name
  const auto before_name = read_quantity(text, at, words);
  Item item = named_thing(text, before_name ? before_name->end : at, words);
  if (before_name) item.count = before_name->count, item.unit = before_name->unit;
  if (item.name.empty()) return {};
  if (auto items = counted_list(text, at, words); !before_name && items.size() > 1) return items;
  return each_of(std::move(item), text.substr(at), words);
}

}  // namespace jianbao
