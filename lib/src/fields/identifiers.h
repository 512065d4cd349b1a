// Numbers that identify: credit codes, identity numbers, case numbers, numbers of documents. Nothing is corrected; a check
// digit that fails is reported.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/page.h"

namespace jianbao {

/// GB 32100-2015: 18 characters without I O S V Z. `text` in ASCII capitals.
bool is_credit_code_shape(std::string_view text);
bool credit_code_checks(std::string_view text);

/// GB 11643-1999: 17 digits and a digit or X, a date at 7 to 14.
bool is_identity_number_shape(std::string_view text);
bool identity_number_checks(std::string_view text);

/// The digit that a character was printed for inside of a number, where OCR reads such for it: O for 0, l for 1, Cyrillic З for 3; 0 for none.
char digit_read_as(char32_t c);

/// How many digits stand before a mobile number: a trunk's 0, 86 or 0086; nothing where the digits (in ASCII) are none.
std::optional<std::size_t> mobile_prefix(std::string_view digits);

/// Digits and letters in ASCII; everything else as it is.
std::string to_ascii(std::string_view text);

/// What opens the year of a case or document, or a remark in its number.
inline constexpr std::u32string_view kNumberBrackets = U"（(〔［[【〈";

/// The case number at `at`: （2024）湘0603民初2187号, also the older （2014）郴北民初字第123号.
std::optional<Span> case_number_at(std::string_view text, std::size_t at);
std::optional<Span> find_case_number(std::string_view text, std::size_t from = 0);

/// Where a document's number ends that begins at `at`: letters, digits, marks of numbers, Han where it has 字, 第, 号 or a
/// bracketed year (安财通字（2021）№3660718254, 湘(2019)郴州市不动产权第0012345号). npos where no digit is in it.
std::size_t document_number_end(std::string_view text, std::size_t at);

/// Personal identity numbers of a text.
std::vector<Span> find_identity_numbers(std::string_view text);

}  // namespace jianbao
