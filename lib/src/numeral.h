// Numerals as Chinese text writes them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jianbao {

/// The value of a whole numeral: counting (一百零三, 廿一), positional (二〇二四), formal (壹佰) or decimal digits of either
/// width. Nothing where the text is none or breaks the grammar (十十, 一二 as a counting numeral has no 十 and is
/// positional): never a guess.
std::optional<long long> parse_numeral(std::string_view text);

/// Whether a character can stand in a Chinese numeral, 〇 and formal ones included.
bool is_cn_numeral(char32_t c);

/// 1 to 9999 as a counting numeral: 27 is 二十七, 103 一百零三.
std::string cn_numeral(int value);

}  // namespace jianbao
