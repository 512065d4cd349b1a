// Names that no table vouches for, told by where they stand: from the beginning of what loses something up to the word of loss.
#pragma once

#include <cstddef>
#include <string_view>

#include "jianbao/rules.h"

namespace jianbao {

/// A person's name that is a word too, or looks like several, right before the word of loss: 田野|遗失身份证, 杨不凡|遗失残疾证,
/// 李大为|遗失收据; or one of a kind that surnames.tsv does not know, right before a thing only persons have that is lost behind its
/// name: 妥进财|身份证遗失. Empty where there is none.
std::string_view wordlike_name(std::string_view text, const Rules& rules);

/// 海州市金桥马术园: begins with the name of a place, whatever its ending.
bool begins_with_place(std::string_view name, const Rules& rules);

/// 海州市金桥马术园遗失公章: whether `loser`, all that stands before the word of loss in `text`, is an organisation for its place, for
/// what it lost and for its last character, though no table knows its ending.
bool is_placed_organisation(std::string_view loser, std::string_view text, const Rules& rules);

/// 云台县小叮当游乐城|定于…: the same before a word that only who acts stands before.
bool acts_as_organisation(std::string_view text, std::size_t end, const Rules& rules);

/// 海丰拍卖行, 李四经营部: the cut word begins how an organisation's name ends.
bool ends_name(std::string_view text, std::size_t cut, const Rules& rules);

/// 江苏大|为|建材经营部, 江苏瀚海|建设|集团有限公司: the cut word at `at` is a part of the name of an organisation, which begins with
/// what could be a person's name.
bool is_cut_in_name(std::string_view text, std::size_t at, const Rules& rules);

}  // namespace jianbao
