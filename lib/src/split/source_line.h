// Source lines: who sent a piece of news, from where and when (新华社北京10月21日电), at its head or in brackets at its end.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "fields/dates.h"
#include "jianbao/rules.h"
#include "tables/pattern.h"

namespace jianbao {

struct SourceLine {
  std::string agency, place;
  std::optional<Date> date;
  std::string day;        ///< of a date without a month: 8日
  std::string reporters;  ///< who reports, with the role: 本报记者舒曼
  std::size_t length = 0;  ///< bytes of the text that it takes
};

/// The dateline that a paragraph begins with.
std::optional<SourceLine> read_dateline(std::string_view paragraph, const Rules& rules);

/// Whether a match of a dateline's pattern is one by what it captured: `reporters` are names, and `from` is a place before 电, not 停 of 5月8日停电.
bool is_source(std::string_view text, const Pattern::Match& match, const Rules& rules);

/// 报道: behind names it says that they report.
const std::string& report_word(const Rules& rules);

/// The source in the brackets at the end of a paragraph or on a line of its own: （据新华社北京10月21日电）.
std::optional<SourceLine> read_source(std::string_view paragraph, const Rules& rules);

}  // namespace jianbao
