// Rows of a table of days and hours: 9月14日　07:30-17:30　10kV城东线：某路, with the day in front or on a line of its own above.
#pragma once

#include <optional>
#include <string_view>

#include "jianbao/rules.h"

namespace jianbao {

/// What a row says, each a part of the line.
struct HoursRow {
  std::string_view day;    ///< empty where the day stands above
  std::string_view hours;  ///< 07:30-17:30
  std::string_view what;   ///< what happens then, or where: no sentence that says all of it
};

std::optional<HoursRow> read_hours_row(std::string_view line, const Rules& rules);

/// The day that is all of a line, but for the day of the week: 9月14日（星期日）, or that leads to a list: 9月14日计划停电：. Empty where it is none.
std::string_view day_line(std::string_view line);

}  // namespace jianbao
