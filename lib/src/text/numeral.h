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

/// All characters that can stand in a Chinese numeral.
std::u32string numeral_signs();

/// Whether a character can stand in a number that counts sections: 一 to 千, 〇 零 ○, 廿 卅; no 两, no 万.
bool is_ordinal_numeral(char32_t c);

/// Whether a character is a formal numeral, 壹 to 拾.
bool is_formal_numeral(char32_t c);

/// The value of a number that counts sections. Two plain digits side by side (三四) are an estimate, not a number; with
/// a zero they are one (一〇). Nothing where it is none.
std::optional<int> parse_ordinal(std::string_view text);

/// The value of a Roman numeral in letters, I to XXXIX; nothing where it is none or not in its standard form (IIII).
std::optional<int> parse_roman(std::string_view text);

/// 1 to 9999 as a counting numeral: 27 is 二十七, 103 一百零三.
std::string cn_numeral(int value);

/// The same in formal numerals: 3 is 叁, 12 拾贰.
std::string formal_numeral(int value);

}  // namespace jianbao
