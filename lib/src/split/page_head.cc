#include "split/page_head.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "fields/dates.h"
#include "split/line_patterns.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// Short, and without a mark of a headline.
bool may_be_of_head(const Line& line, std::string_view text) {
  constexpr std::uint32_t kLongest = 12;  // characters
  switch (line.shape) {
    case Shape::folio: case Shape::paper: case Shape::staff: case Shape::index: case Shape::ornament: return true;
    case Shape::brief: case Shape::brief_marked: case Shape::brief_lead_in: case Shape::rubric: case Shape::tiny: case Shape::name: case Shape::organisation: case Shape::label_title: break;
    default: return false;
  }
  const auto is_mark = [](char32_t c) { return c == U'，' || c == U'。' || c == U'：' || c == U'？' || c == U'！' || c == U'“' || c == U'《'; };
  for (std::size_t at = 0; at < text.size();)
    if (is_mark(fold(next_char(text, at)))) return false;
  return line.open && line.chars <= kLongest;
}

/// 江州日报 一九九五年八月六日: a paper and its day; at the page's top it signs nothing.
bool names_paper_and_day(std::string_view text, const Rules& rules) {
  const auto date = find_last_date(text);
  return date && date->date.year > 0 && date->begin > 0 && trim(text.substr(date->end)).empty() && shape_of_words(trim(text.substr(0, date->begin)), rules) == Shape::paper;
}

}  // namespace

void find_page_head(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::size_t kReach = 5;  // lines above the date
  if (!lines.empty() && names_paper_and_day(page.view(lines.front().span), rules)) lines.front().shape = Shape::folio;
  const auto is_dated = [&](const Line& line) { return line.shape == Shape::folio && find_date(page.view(line.span)).has_value(); };
  const auto end = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), kReach + 1));
  const auto date = std::find_if(lines.begin(), end, is_dated);
  if (date == end || !std::all_of(lines.begin(), date, [&](const Line& line) { return may_be_of_head(line, page.view(line.span)); })) return;
  for (auto line = lines.begin(); line != date; ++line) {
    if (line->shape == Shape::paper || line->shape == Shape::staff || line->shape == Shape::index || line->shape == Shape::ornament) continue;
    line->shape = Shape::folio;
    line->label.reset();
  }
}

}  // namespace jianbao
