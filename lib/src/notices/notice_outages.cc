// What is cut off when: 9月14日⏎07:30-17:30　10kV城东线：某路.
#include "notices/notice_outages.h"
#include "notices/field_list.h"
#include "notices/notice_fields.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fields/dates.h"
#include "notice_parts/notice_dates.h"
#include "notice_parts/notice_hours.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_signature.h"
#include "notice_signs/notice_cell_lines.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_scan.h"
#include "notice_signs/notice_words.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::string_view kColon = "：", kNext = "；";

/// Without the stop or semicolon that a row ends with.
std::string_view without_mark(std::string_view row) {
  row = without_stop(row);
  return fold(last_char(row)) == U'；' ? without_last(row) : row;
}

/// 10kV城东线：某路、某巷: what a row says, with a colon between a line and what lies on it where only a gap is.
std::string areas_of(std::string_view what) {
  const Cells cells = cells_of(what);
  if (cells.size() < 2 || what.find(kColon) != std::string_view::npos) return std::string(without_mark(what));
  return std::string(cells[0]).append(kColon).append(without_mark(what.substr(static_cast<std::size_t>(cells[1].data() - what.data()))));
}

struct Outage {
  std::string begin, end, areas;  ///< of dates with hours, in ISO form
};

Outage outage_of(const HoursRow& row, std::string_view day, std::string_view issue) {
  const std::string when = std::string(day).append(row.hours);
  return {read_day(when, 0, issue, true).value_or(std::string()), read_range_end(when, 0, issue).value_or(std::string()), areas_of(row.what)};
}

/// Below the rows: what is said of all, who signs, and how to reach him.
bool ends_rows(std::string_view line, const Rules& rules) {
  const NoticeWords& words = rules.tables().compiled<NoticeWords>();
  return read_signature(line, rules) || words.is_contact_line(line) || words.closes(line) || words.continues(line);
}

/// The lines of a text; rows that begin with a day run on in one where a line's end was lost.
std::vector<std::string_view> rows_of(std::string_view text) {
  std::vector<std::string_view> rows;
  for (std::string_view line : lines_of(text)) {
    const auto first = parse_date(line);
    for (auto date = find_date(line, first ? first->end : 0); date; date = find_date(line, date->end)) {
      if (hours_end(line, skip_spaces(line, date->end)) == skip_spaces(line, date->end)) continue;
      if (date->begin > 0) rows.push_back(trim(line.substr(0, date->begin)));
      line.remove_prefix(date->begin);
      date->end -= date->begin;
    }
    rows.push_back(line);
  }
  return rows;
}

std::vector<Outage> read_rows(std::string_view text, std::string_view issue, const Rules& rules) {
  std::vector<Outage> rows;
  std::string_view day;
  bool open = false;  // the line before is a row, or goes on with one
  for (const std::string_view line : rows_of(text)) {
    const auto row = read_hours_row(line, rules);
    const std::string_view above = row ? row->day : day_line(line);
    if (!above.empty()) day = above;
    if (row && !day.empty()) rows.push_back(outage_of(*row, day, issue));
    else if (!above.empty()) open = false;
    else if (open && (open = !ends_rows(line, rules))) rows.back().areas.append(without_mark(line));
    open = !rows.empty() && (open || row);
  }
  return rows;
}

/// 7月6日5:00—12:00，停城东线。停电范围：某街。7月7日…: several days told in sentences, each with its hours; fewer than two are read as any notice is.
std::vector<Outage> told_rows(std::string_view text, std::string_view issue, const Rules& rules) {
  constexpr std::string_view kKind = "outage";
  constexpr std::size_t kFew = 2;
  std::vector<Outage> told;
  for (const std::string_view row : rows_of(text)) {
    const auto date = parse_date(row);
    if (!date || hours_end(row, skip_spaces(row, date->end)) == skip_spaces(row, date->end)) continue;
    const Fields fields = read_fields(kKind, row, TextSigns(row), issue, rules);
    const auto value = [&](std::string_view name) {
      const auto* const found = value_of<std::string>(fields, name);
      return found ? *found : std::string();
    };
    told.push_back({value("event_time"), value("event_end"), value("areas")});
  }
  if (told.size() < kFew || std::any_of(told.begin(), told.end(), [](const Outage& row) { return row.begin.empty() || row.end.empty(); })) told.clear();
  return told;
}

/// …对以下线路停电：⏎10kV城东线：某路；⏎10kV城西线：某村。: the lines that one leads to; empty where none does.
std::string led_areas(std::string_view text, const Rules& rules) {
  std::string areas;
  bool led = false;
  for (const std::string_view line : lines_of(text)) {
    if (!led) {
      led = ends_in_colon(line) && party_words(rules).followings.any_in(line);
      continue;
    }
    if (line.find(kColon) == std::string_view::npos || find_date(line) || ends_rows(line, rules)) break;  // 1.停电时间：11月20日…
    areas.append(areas.empty() ? std::string_view() : kNext).append(without_mark(line));
  }
  return areas;
}

}  // namespace

Fields read_outages(std::string_view text, std::string_view issue, const Rules& rules) {
  std::vector<Outage> rows = read_rows(text, issue, rules);
  if (rows.empty()) rows = told_rows(text, issue, rules);
  if (rows.empty()) {
    std::string areas = led_areas(text, rules);
    return areas.empty() ? Fields{} : Fields{{"areas", std::move(areas)}};
  }
  std::string begin = rows.front().begin, end, areas;
  std::vector<std::string> hours;
  for (const Outage& row : rows) {
    begin = std::min(begin, row.begin);
    end = std::max(end, row.end);
    hours.push_back(row.begin + '/' + row.end);
    areas.append(areas.empty() || row.areas.empty() ? std::string_view() : kNext).append(row.areas);
  }
  Fields fields{{"event_end", std::move(end)}, {"event_time", std::move(begin)}};
  if (rows.size() > 1) fields.emplace_back("hours", std::move(hours));
  if (!areas.empty()) fields.emplace_back("areas", std::move(areas));
  return fields;
}

}  // namespace jianbao
