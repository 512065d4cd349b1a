#include "numbering/numbering_lines.h"

#include <algorithm>
#include <optional>
#include <span>

#include "tables/tables.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestLine = 400;  // bytes; a longer one is a paragraph, of which only the beginning may say something

std::string_view beginning(std::string_view line) {
  std::size_t end = std::min(line.size(), kLongestLine);
  while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return line.substr(0, end);
}

LineRole to_role(const std::string& cell, const std::string& place) {
  if (cell == "toc") return LineRole::contents;
  if (cell == "scope") return LineRole::scope;
  if (cell == "list") return LineRole::annex_list;
  if (cell == "tail") return LineRole::tail;
  if (cell == "force") return LineRole::force;
  if (cell == "closing") return LineRole::closing;
  if (cell == "date") return LineRole::date;
  if (cell == "back") return LineRole::back;
  if (cell == "turn") return LineRole::turn;
  throw RulesError(place + ": unknown role '" + cell + "'");
}

}  // namespace

NumberingLines::NumberingLines(const Rules::Tables& tables) {
  const Table& table = tables.table("numbering_words");
  for (const Table::Row& row : table.rows()) {
    const std::size_t number = rows_.size();
    rows_.push_back({to_role(table.cell(row, "role"), row.place), Pattern(table.cell(row, "words"), row.place)});
    for (const PatternStart& start : rows_.back().pattern.starts()) by_first_.push_back(start.first, number);
    if (!rows_.back().pattern.begins_with_literal()) by_number_.push_back(number);
  }
}

const NumberingLines& NumberingLines::of(const Rules& rules) { return rules.tables().compiled<NumberingLines>(); }

LineRole NumberingLines::role(std::string_view line) const {
  const std::size_t row = first_row(line, [](LineRole) { return true; });
  return row < rows_.size() ? rows_[row].role : LineRole::none;
}

LineRole NumberingLines::role_among(std::initializer_list<LineRole> wanted, std::string_view line) const {
  const auto is_wanted = [&](LineRole role) { return std::find(wanted.begin(), wanted.end(), role) != wanted.end(); };
  if (first_row(line, is_wanted) == rows_.size()) return LineRole::none;  // nearly all lines
  const LineRole found = role(line);
  return is_wanted(found) ? found : LineRole::none;
}

template <class IsWanted>
std::size_t NumberingLines::first_row(std::string_view line, IsWanted is_wanted) const {
  const char32_t first = fold(first_char(line));
  const bool counts = !by_number_.empty() && (is_digit(first) || is_cn_numeral(first));
  const auto words = by_first_.of(first);
  const std::span<const std::size_t> numbers = counts ? std::span(by_number_) : std::span<const std::size_t>();
  const bool paragraph = line.size() > kLongestLine;
  const auto each_row = [&](auto take) {
    const auto take_read = [&](std::size_t number) { return (!paragraph || rows_[number].role == LineRole::closing) && is_wanted(rows_[number].role) && (take(number), true); };
    bool any = false;
    for (const std::size_t number : words) any |= take_read(number);
    for (const std::size_t number : numbers) any |= take_read(number);
    return any;
  };
  if (!each_row([](std::size_t) {})) return rows_.size();
  const std::string_view begin = beginning(line);
  const CharSignature::Bit last = CharSignature::bit_of(last_char(trim(begin)));  // what no match ends with rules a pattern out for certain
  std::optional<std::string> bare;
  std::size_t best = rows_.size();
  each_row([&](std::size_t number) {
    const Pattern& pattern = rows_[number].pattern;
    if (number >= best || !pattern.may_end(last)) return;
    if (!bare) bare = drop_spaces(begin);
    if (pattern.matches(*bare)) best = number;
  });
  return best;
}

}  // namespace jianbao
