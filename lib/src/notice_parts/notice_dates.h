// Days and hours as notices tell them: with a clock behind the day, and as ranges.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "fields/dates.h"

namespace jianbao {

/// The date that a text ends with.
std::optional<DateMatch> date_at_end(std::string_view text);

/// Behind the range of hours at `at`: 7:30-17:30, 8时至18时30分; `at` where none stands there.
std::size_t hours_end(std::string_view text, std::size_t at);

/// The date at `begin`, in ISO form; `clock`: with the hour behind it. `issue`: the newspaper's day, for the year.
std::optional<std::string> read_day(std::string_view text, std::size_t begin, std::string_view issue, bool clock);

/// The end of the range that begins with the date at `begin`: …至24日, …—18:00; nothing where it is none, or where what ends it can't be read.
std::optional<std::string> read_range_end(std::string_view text, std::size_t begin, std::string_view issue);

}  // namespace jianbao
