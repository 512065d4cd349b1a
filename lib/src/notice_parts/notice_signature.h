// A line that signs a notice.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "fields/dates.h"
#include "jianbao/rules.h"

namespace jianbao {

struct Signature {
  std::string names;  ///< as printed, several separated by 、; empty for a date alone
  std::optional<Date> date;
};

/// A line that holds nothing but who signs, when, or both; nothing for any other line.
std::optional<Signature> read_signature(std::string_view line, const Rules& rules);

/// Where the brackets open that a line ends with, for what is signed without a stop: …来院领取（临沅市人民法院）; npos where none do.
std::size_t bracket_at_end(std::string_view line);

/// （临沅市云溪区人民法院）: a signature in brackets; the line itself where it is none.
std::string_view without_brackets(std::string_view line);

/// （2024）湘0691民特203号　云溪县人民法院: without the number of the case before the court.
std::string_view without_case(std::string_view text, const Rules& rules);

/// 致菊人：李四2024年6月13日: whatever OCR made of what he is, who stands so before a date signs. `dated`: it stands below.
std::string_view without_damaged_role(std::string_view line, bool dated, const Rules& rules);

}  // namespace jianbao
