// What is cut off when: 9月14日⏎07:30-17:30　10kV城东线：某路.
#include <string>
#include <utility>

#include "notice_parts/notice_dates.h"
#include "notice_parts/notice_hours.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_signature.h"
#include "notice_signs/notice_cell_lines.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_scan.h"
#include "notice_signs/notice_words.h"
#include "notices/notice_items.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::string_view kAreas = "areas";

/// Where a line's name ends and what lies on it begins: 10kV城东线|：某路、某巷, 10kV城东线|　某路、某巷; all of it where nothing parts them.
std::pair<std::string_view, std::string_view> parted(std::string_view what) {
  std::size_t at = 0;
  while (at < what.size() && fold(char_at(what, at)) != U'：' && !is_comma(char_at(what, at))) next_char(what, at);
  if (fold(char_at(what, at)) == U'：') return {trim(what.substr(0, at)), trim(what.substr(skip_colon(what, at)))};
  const Cells cells = cells_of(what);
  if (cells.size() < 2) return {{}, what};
  return {cells[0], what.substr(static_cast<std::size_t>(cells[1].data() - what.data()))};
}

Item item_of(const HoursRow& row, std::string_view day, std::string_view issue) {
  const auto [line, areas] = parted(row.what);
  const std::string when = std::string(day).append(row.hours);
  Item item;
  item.name = line;
  if (auto from = read_day(when, 0, issue, true)) item.fields.emplace_back("event_time", std::move(*from));
  if (auto until = read_range_end(when, 0, issue)) item.fields.emplace_back("event_end", std::move(*until));
  item.fields.emplace_back(kAreas, std::string(without_stop(areas)));
  return item;
}

/// Below the rows: what is said of all, who signs, and how to reach him.
bool ends_rows(std::string_view line, const Rules& rules) {
  const NoticeWords& words = rules.tables().compiled<NoticeWords>();
  return read_signature(line, rules) || words.is_contact_line(line) || words.closes(line) || words.continues(line);
}

}  // namespace

std::vector<Item> read_hours(std::string_view text, std::string_view issue, const Rules& rules) {
  std::vector<Item> items;
  std::string_view day;
  bool open = false;  // the line before is a row, or goes on with one
  for (const std::string_view line : lines_of(text)) {
    const auto row = read_hours_row(line, rules);
    const std::string_view above = row ? row->day : day_line(line);
    if (!above.empty()) day = above;
    if (row && !day.empty()) items.push_back(item_of(*row, day, issue));
    else if (!above.empty()) open = false;
    else if (open && (open = !ends_rows(line, rules))) std::get<std::string>(items.back().fields.back().second).append(without_stop(line));
    open = !items.empty() && (open || row);
  }
  return items;
}

}  // namespace jianbao
