// The end of a signed notice: signatories and date, on lines of their own, run together, or behind the last sentence.
#pragma once

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

/// Where the name of a court ends that begins at `begin`, whatever is glued to it; npos where none does.
std::size_t court_end(std::string_view text, std::size_t begin, const Rules& rules);

/// Bytes of a mark before the name of a court that says where it is: [河南]新河县人民法院; 0 where none stands there.
std::size_t place_mark(std::string_view text, const Rules& rules);

/// A line that holds nothing but who signs, when, or both; nothing for any other line.
std::optional<Signature> read_signature(std::string_view line, const Rules& rules);

struct Tail {
  Signature signature;
  std::size_t begin = 0;  ///< where the tail begins; the size of the text where there is none
};

/// The tail of a notice's text, whose lines are separated by LF.
Tail read_tail(std::string_view text, const Rules& rules);

}  // namespace jianbao
