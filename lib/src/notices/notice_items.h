// The things of a notice: what was lost with its numbers, issuer and amounts; lots of an auction; what was found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jianbao/records.h"

namespace jianbao {

struct LostItems {
  std::vector<Item> items;
  std::string kind;  ///< of notices.tsv, by the first item; empty where no word of notice_items.tsv was met
  bool persons_only = false;  ///< nobody but a person has the first item
  std::vector<std::string> owners;  ///< persons named before further things of a list: …、李四驾驶证遗失
};

/// Things lost, void or to be reissued; `from` is where the party's name ends.
LostItems read_lost_items(std::string_view text, std::size_t from, const Rules& rules);

/// Lots and parcels: ①报废客车7辆，起拍价4.2万元；②…. `lines`: the same as printed, for a table.
std::vector<Item> read_lots(std::string_view text, std::string_view lines, const Rules& rules);

/// The rows of a list of things found, seized or unclaimed: 1．电动自行车11辆；2．手机4部.
std::vector<Item> read_listed_items(std::string_view text, const Rules& rules);

/// Things found or sought: 拾得棕色手提包一个.
std::vector<Item> read_found_items(std::string_view text, const Rules& rules);

/// What taxpayers owe, an item for each tax of each: taxpayer, legal_representative, tax_type and arrears are its fields.
std::vector<Item> read_arrears(std::string_view text, const Rules& rules);

}  // namespace jianbao
