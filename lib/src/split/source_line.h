// Source lines: who sent a piece of news, from where and when (新华社北京10月21日电), at its head or in brackets at its end.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "fields/dates.h"
#include "jianbao/rules.h"

namespace jianbao {

struct SourceLine {
  std::string agency, place;
  std::optional<Date> date;
  std::size_t length = 0;  ///< bytes of the text that it takes
};

/// The dateline that a paragraph begins with.
std::optional<SourceLine> read_dateline(std::string_view paragraph, const Rules& rules);

/// The source in the brackets at the end of a paragraph or on a line of its own: （据新华社北京10月21日电）.
std::optional<SourceLine> read_source(std::string_view paragraph, const Rules& rules);

}  // namespace jianbao
