// Numbers of documents that are told behind the things they belong to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "notice_signs/notice_item_words.h"

namespace jianbao {

/// 第0012201号|至第0012250号: behind the last number of a range, whose first one ends at `end`; `end` where it begins none.
std::size_t number_range_end(std::string_view text, std::size_t end);

/// Numbers from `at` on, separated by 、 and the like. Returns where to read on, as those below do.
std::size_t read_numbers(std::string_view zone, std::size_t at, const ItemWords& words, std::vector<std::string>& numbers);

/// A number behind a label that is none of the items' own (credit code, identity number).
std::size_t skip_number(std::string_view text, std::size_t at, const ItemWords& words);

/// 房权证海字第0012233号: a number of a register right behind the thing needs no label.
std::size_t read_trailing_number(std::string_view zone, const ItemWords& words, std::vector<std::string>& numbers);

/// …：张三，湘（2018）资兴市不动产权第0001234号，坐落…, …许可证，（川）印证字第512345号遗失: a clause that is a number of a register, with
/// its year or its series.
std::size_t read_clause_number(std::string_view text, std::size_t at, const ItemWords& words, std::vector<std::string>& numbers);

/// Whether the number of a register begins there: （云台）船捕（2016）HY-000217号.
bool begins_register_number(std::string_view text, std::size_t at);

}  // namespace jianbao
