// Lines that are fields of a form: 邮政编码：430100.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/chars.h"

namespace jianbao {

/// A few Han, a colon and what it names; a quotation behind the colon is what somebody says.
inline bool begins_with_field(std::string_view text) {
  constexpr std::size_t kLongest = 8;
  std::size_t at = 0, han = 0;
  for (; han <= kLongest && at < text.size() && is_han(char_at(text, at)); ++han) next_char(text, at);
  if (han < 2 || han > kLongest || fold(char_at(text, at)) != U'：') return false;
  next_char(text, at);
  return at < text.size() && !is_opening(char_at(text, at));
}

}  // namespace jianbao
