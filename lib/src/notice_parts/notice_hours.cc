#include "notice_parts/notice_hours.h"

#include <cstddef>

#include "fields/dates.h"
#include "notice_parts/notice_dates.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_party_words.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_scan.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::string_view kColon = "：";

/// Behind the day that a line begins with and what is said of it, 0 where it begins with none.
std::size_t day_end(std::string_view line) {
  constexpr std::size_t kLongestRemark = 30;  // bytes: （星期日）
  const auto date = parse_date(line);
  return date ? skip_colon(line, skip_remark(line, date->end, kLongestRemark)) : 0;
}

/// 1、|8:00—18:00: bytes of what counts a row of hours.
std::size_t count_length(std::string_view line) {
  constexpr std::size_t kMost = 2;  // digits
  const std::size_t digits = skip_digits(line, 0);
  if (digits == 0 || digits > kMost || digits >= line.size()) return 0;
  std::size_t behind = digits;
  const char32_t mark = next_char(line, behind);
  if (mark != U'、' && mark != U'．' && mark != '.') return 0;
  behind = skip_spaces(line, behind);
  return hours_end(line, behind) > behind ? behind : 0;
}

/// 10kV城东线停电：某路、某巷: what is cut off, and behind a colon where.
bool leads_to_areas(std::string_view what, const Rules& rules) {
  constexpr std::string_view kOutage = "outage";
  const std::string_view line = what.substr(0, what.find(kColon));
  if (line.size() == what.size() || line.find("，") != std::string_view::npos || party_words(rules).prepositions.prefix_of(line)) return false;
  const KindTable& kinds = rules.tables().compiled<KindTable>();
  const std::size_t word = kinds.topic_words.suffix_of(line);
  return word > 0 && word < line.size() && kind_of_heading(line.substr(line.size() - word), kinds).kind == kinds.find(kOutage);
}

}  // namespace

std::string_view day_line(std::string_view line) {
  constexpr std::size_t kLongestLead = 24;  // bytes: 计划停电：
  const std::size_t end = day_end(line);
  return end > 0 && (end == line.size() || (ends_in_colon(line) && line.size() - end <= kLongestLead && skip_han(line, end, line.size()) + kColon.size() >= line.size())) ? line.substr(0, end) : std::string_view();
}

std::optional<HoursRow> read_hours_row(std::string_view line, const Rules& rules) {
  if (!is_digit(first_char(line))) return {};  // most lines
  line.remove_prefix(count_length(line));
  const std::size_t day = day_end(line), begin = skip_spaces(line, day), end = hours_end(line, begin);
  const std::string_view what = trim(line.substr(end));
  const char32_t first = what.empty() ? 0 : fold(first_char(what));
  if (end == begin || first == 0 || is_comma(first) || first == U'：') return {};
  if (!leads_to_areas(what, rules) && kind_of({}, what, rules.tables().compiled<KindTable>()).weight >= kClear) return {};  // 8:00-17:00停城东线
  return HoursRow{line.substr(0, day), line.substr(begin, end - begin), what};
}

}  // namespace jianbao
