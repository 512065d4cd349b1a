// Where the lots of an auction and the rows of a list begin.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "notice_signs/notice_item_words.h"

namespace jianbao {

/// No notice has more lots; of what is no notice, time and memory stay bounded.
inline constexpr std::size_t kMostLots = 200;

/// Bytes of a numeral at `at` that can count lots, 号 behind it included.
std::size_t lot_numeral(std::string_view text, std::size_t at);

/// Where lots begin: at labels, or at numbers behind a mark, the first of them behind the colon or sentence that leads to them.
std::vector<std::size_t> lot_starts(std::string_view text, const ItemWords& words);

/// Bytes of a lot's number at `at`: ①, 1., 1、, （1）; 0 where there is none.
std::size_t lot_number(std::string_view text, std::size_t at);

}  // namespace jianbao
