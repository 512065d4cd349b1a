// Codes and numbers whose digits check one another, and numbers that a list gives to each of several parties.
#pragma once

#include <string_view>
#include <vector>

#include "jianbao/records.h"

namespace jianbao {

/// The credit code of the notice's party, and the flag of numbers whose check digit is wrong. `text`: with its broken lines joined.
void read_codes(Notice& notice, std::string_view text, const Rules& rules);

/// 1.李四 320701108866: the number right behind each name makes a thing of its own; nothing where one of the parties has none.
std::vector<Item> read_listed_numbers(const std::vector<Party>& parties, std::string_view text, const Rules& rules);

/// 张三（证号：1）、李四（证号：2）遗失教师资格证: the number behind each loser's name is that of his own; an item for each, none where
/// one of them has no number.
std::vector<Item> read_losers_numbers(const std::vector<Party>& parties, const Item& thing, std::string_view text, const Rules& rules);

}  // namespace jianbao
