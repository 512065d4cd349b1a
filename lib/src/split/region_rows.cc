#include "split/region_rows.h"

#include <algorithm>

namespace jianbao {
namespace {

using Lines = std::vector<Line>;

constexpr std::size_t kMostHeads = 6;  // lines over the texts of a row

/// A title with its marks, or a short line without an end that may stand over or under one.
bool is_head(const Line& line) {
  constexpr std::uint32_t kLongest = 34;  // characters
  if (line.shape == Shape::weather || line.shape == Shape::notice_item || line.shape == Shape::notice_text) return false;
  return line.depth > 0 || (line.open && !line.label && line.chars <= kLongest);
}

bool is_title(const Line& line) { return line.depth > 0 && line.shape != Shape::fixture && line.shape != Shape::notice_heading; }

void bring_weather_up(Lines& lines, std::size_t heading) {
  std::size_t rows = heading + 1, titles = 0;
  while (rows < lines.size() && rows - heading <= kMostHeads && is_head(lines[rows])) titles += is_title(lines[rows++]);
  if (titles == 0 || rows == lines.size() || lines[rows].shape != Shape::weather) return;
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(rows);
  const auto end = std::find_if(begin, lines.end(), [](const Line& line) { return line.shape != Shape::weather && line.shape != Shape::row; });
  std::rotate(lines.begin() + static_cast<std::ptrdiff_t>(heading) + 1, begin, end);
}

void bring_notices_down(Lines& lines, std::size_t heading) {
  std::size_t titles = 0;
  for (std::size_t above = heading; above-- > 0 && heading - above <= kMostHeads && is_head(lines[above]);) titles += is_title(lines[above]);
  if (titles == 0) return;
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(heading);
  const auto end = std::find_if(begin + 1, lines.end(), [](const Line& line) { return line.depth > 0 || (line.shape != Shape::prose && line.shape != Shape::dateline); });
  if (end == begin + 1 || end == lines.end() || (end->shape != Shape::notice_item && end->shape != Shape::notice_text)) return;
  std::rotate(begin, begin + 1, end);
}

bool is_notice(const Line& line) { return line.shape == Shape::notice_heading || line.shape == Shape::notice_item || line.shape == Shape::notice_text; }

/// As 喜庆·鸣谢 over 结婚启事 is not: the head of a group of notices.
bool heads_article(const Lines& lines, std::size_t i) {
  constexpr std::uint32_t kShortest = 9;  // characters
  return is_title(lines[i]) && lines[i].chars >= kShortest && (i == 0 || !is_notice(lines[i - 1]));
}

void bring_title_down(Lines& lines, std::size_t title) {
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(title);
  const auto end = std::find_if_not(begin + 1, lines.end(), is_notice);
  if (end == begin + 1 || end == lines.end() || end->shape != Shape::prose || end->depth > 0) return;
  std::rotate(begin, begin + 1, end);
}

}  // namespace

void order_rows(Lines& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (lines[i].depth > 0 && lines[i].shape == Shape::fixture) bring_weather_up(lines, i);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (lines[i].depth > 0 && lines[i].shape == Shape::notice_heading) bring_notices_down(lines, i);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (heads_article(lines, i) && lines[i + 1].depth > 0 && lines[i + 1].shape == Shape::notice_heading) bring_title_down(lines, i);
}

}  // namespace jianbao
