// What a notice says of things beside their names: numbers, amounts, who issued them and when.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/records.h"

namespace jianbao {

/// Issuer and date from the phrase before a name: 郴州市苏仙区人民法院2020年11月10日开具的.
void read_issue(std::string_view phrase, Item& item, const Rules& rules);

/// The things that something is said of: those from `begin` on, which no details part, and those from `chain` on, each of which but
/// the last has its number in brackets: 定金收据（0012）、房款收据（0013）各一张，金额分别为….
struct ThingList {
  std::size_t chain, begin;
};

/// What stands behind a list of things, shared among its items.
void read_details(std::string_view text, std::vector<Item>& items, ThingList list, const Rules& rules);

}  // namespace jianbao
