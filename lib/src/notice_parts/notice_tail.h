// The end of a signed notice: signatories and date, on lines of their own, run together, or behind the last sentence.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "notice_parts/notice_signature.h"

namespace jianbao {

struct Tail {
  Signature signature;
  std::size_t begin = 0;  ///< where the tail begins; the size of the text where there is none
};

/// The tail of a notice's text, whose lines are separated by LF. `last_line`: what the last of them is by itself, where that is known.
Tail read_tail(std::string_view text, const Rules& rules, const std::optional<Signature>* last_line = nullptr);

}  // namespace jianbao
