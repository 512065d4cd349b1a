#include "split/folio_row.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "fields/dates.h"
#include "notice_signs/notice_words.h"
#include "split/line_fields.h"
#include "split/line_patterns.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

/// What a field of a page's head looks like by itself.
bool is_folio_field(std::string_view field, const LineText& line) {
  if (whole_date(field)) return true;
  const auto whole = shape_of_words(field, line.rules);
  return whole == Shape::folio || whole == Shape::paper || whole == Shape::staff || whole == Shape::notice_heading;  // 公告·公示: a section
}

/// 编辑：李平
bool names_staff(std::string_view field, const LineText& line) { return shape_of_words(field, line.rules) == Shape::staff; }

/// B6, 第四版: the page by its number.
bool has_page_number(std::string_view field, const LineText& line) { return line.table.pages.find(field) > 0 || (is_letter(first_char(field)) && has_digits(field)); }

bool is_digits(std::string_view field) {
  for (std::size_t at = 0; at < field.size();)
    if (!is_digit(next_char(field, at))) return false;
  return true;
}

}  // namespace

bool is_folio_row(const LineText& line) {
  constexpr int kFew = 3, kMostNumbers = 2;  // of the page, and of the issue
  constexpr std::size_t kLongestSection = 8, kShortestColumn = 3;  // characters
  const int gaps = count_gaps(line.text);
  if (gaps + 1 < kFew && (gaps == 0 || !is_digit(first_char(line.text)))) return false;  // most lines
  const auto& words = line.rules.tables().compiled<WordTable>();
  const auto& columns = line.rules.tables().compiled<NoticeWords>();
  const auto &weekdays = words.list("weekday"), &posts = words.list("staff");
  const auto is = [](const std::vector<std::string>& list, std::string_view field) { return std::find(list.begin(), list.end(), field) != list.end(); };
  int known = 0, others = 0, numbers = 0;
  bool named = false, post = false, day = false, numbered = false, dated = false, column = false;
  for (std::string_view rest = line.text; !(rest = trim(rest)).empty();) {
    std::size_t end = 0;
    while (end < rest.size() && !is_space(char_at(rest, end))) next_char(rest, end);
    const std::string_view field = rest.substr(0, end);
    rest.remove_prefix(end);
    const bool name = post;  // of who holds the post before it
    post = is(posts, field);
    column |= count_chars(field) >= kShortestColumn && columns.is_banner(field);
    const auto date = whole_date(field);
    dated |= date.has_value();
    const bool is_known = post || name || is_folio_field(field, line) || (dated && column);
    if (!is_known && is(weekdays, field)) continue;  // tables have it, too
    ++(is_known ? known : others);
    named |= is_known && !is_digits(field);
    numbers += is_digits(field);
    day |= is_known && date && date->year > 0;
    numbered = numbered || (is_known && !date && !is_digits(field) && (has_page_number(field, line) || post || names_staff(field, line)));
    if (others > 2 || (others > 1 && !is_known && count_chars(field) > kLongestSection && !begins_with_field(field)) || numbers > kMostNumbers) return false;
  }
  return named && (others > 1 ? day && numbered : known >= kFew || (day && numbered) || (dated && column));
}

}  // namespace jianbao
