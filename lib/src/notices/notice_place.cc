#include "notices/notice_place.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "notice_signs/notice_item_words.h"
#include "notices/field_list.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// Behind 12号, 3栋201室 from `at` on; `at` where none begins there. `room`: whether it is more than a number, which lots have as well.
std::size_t behind_house(std::string_view name, std::size_t at, const ItemWords& words, bool& room) {
  while (at < name.size()) {
    std::size_t end = at;
    while (end < name.size() && is_digit(char_at(name, end))) next_char(name, end);
    const auto number = words.house_numbers.find(name, end), part = words.rooms.find(name, end);
    if (end == at || (!number && !part)) break;
    room |= bool(part);
    at = end + std::max(number.bytes, part.bytes);
  }
  return at;
}

/// Behind the road, the number of the house in it, and the name of what stands beside: 胜利路12号, 红柳镇综合市场南侧, 油溪镇商贸街.
std::size_t behind_place(std::string_view name, const ItemWords& words) {
  constexpr std::size_t kLeast = 2;  // characters before a rank: 城市 and 乡镇 are no names
  std::size_t place = 0, chars = 0;
  bool ranked = false;  // a place of some rank is named
  for (std::size_t at = 0; at < name.size(); ++chars) {
    if (const auto other = words.no_roads.find(name, at)) {
      at += other.bytes;
      continue;
    }
    const auto road = chars > 0 ? words.roads.find(name, at) : PrefixIndex::Hit{};
    bool room = false;
    const std::size_t begin = at + road.bytes, house = behind_house(name, begin, words, room);
    const auto rank = chars >= kLeast ? words.ranks.find(name, at) : PrefixIndex::Hit{};
    if (rank.bytes > road.bytes && road) place = ranked ? at + rank.bytes : place;  // 云溪区平湖街道, no road
    else if (road ? house > begin || ranked : (ranked && room) || (place > 0 && house > begin)) place = house;  // 胜利路金湾大厦1208号
    if (const auto side = ranked ? words.sides.find(name, at) : PrefixIndex::Hit{}) place = at + side.bytes;
    ranked |= static_cast<bool>(rank);
    next_char(name, at);
    at = std::max(at, place);
  }
  return place;
}

}  // namespace

void take_place(Item& item, const ItemWords& words) {
  constexpr std::size_t kShortest = 2;  // characters of what is left
  constexpr std::string_view kOf = "的";
  const std::size_t end = behind_place(item.name, words);
  if (end == 0) return;
  std::string_view rest = std::string_view(item.name).substr(end);
  if (rest.starts_with(kOf)) rest.remove_prefix(kOf.size());
  if (count_chars(rest) < kShortest || !is_han(first_char(rest))) return;
  if (!has_field(item.fields, "location")) item.fields.emplace_back("location", item.name.substr(0, end));
  item.name = std::string(rest);
}

}  // namespace jianbao
