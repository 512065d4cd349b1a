#include "split/calendar_runs.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "fields/dates.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

/// 9月8日 of 9月8日—9日, 3日: where the day that a text begins with ends; 0 where none does.
std::size_t day_end(std::string_view text, const std::vector<std::string>& days) {
  if (const auto date = parse_date(text)) return date->end;
  const std::size_t figures = leading_figures(text);
  if (figures == 0) return 0;
  const auto day = std::find_if(days.begin(), days.end(), [&](const std::string& word) { return text.substr(figures).starts_with(word); });
  return day != days.end() ? figures + day->size() : 0;
}

/// 3日（周三）　…, 9月8日—9日　…: a day or several, and what is on then.
bool is_calendar_row(std::string_view text, const std::vector<std::string>& days) {
  std::size_t at = day_end(text, days);
  if (at == 0) return false;
  constexpr std::u32string_view kUntil = U"—－-～~";
  if (std::size_t behind = at; at < text.size() && kUntil.find(next_char(text, behind)) != std::u32string_view::npos)
    if (const std::size_t last = day_end(text.substr(behind), days); last > 0) at = behind + last;
  if (fold(char_at(text, at)) == U'（')
    while (at < text.size() && fold(next_char(text, at)) != U'）') {}  // （周三）
  return at < text.size() && is_space(char_at(text, at));
}

}  // namespace

void find_calendars(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3;
  const auto& days = rules.tables().compiled<WordTable>().list("day");
  const auto is_row = [&](std::size_t i) { return lines[i].depth == 0 && is_calendar_row(page.view(lines[i].span), days); };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    while (i < lines.size() && is_row(i)) ++i;
    for (std::size_t n = begin; i >= begin + kFew && n < i; ++n)
      if (is_brief(lines[n].shape)) lines[n].shape = Shape::row;
  }
}

}  // namespace jianbao
