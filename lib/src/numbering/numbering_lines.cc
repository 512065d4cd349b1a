#include "numbering/numbering_lines.h"

#include <algorithm>

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
    for (const char32_t c : rows_.back().pattern.first()) by_first_.push_back(c, number);
    if (rows_.back().pattern.first().empty()) by_number_.push_back(number);
  }
}

const NumberingLines& NumberingLines::of(const Rules& rules) { return rules.tables().compiled<NumberingLines>(); }

LineRole NumberingLines::role(std::string_view line) const {
  const char32_t first = fold(first_char(line));
  const bool counts = !by_number_.empty() && (is_digit(first) || is_cn_numeral(first));
  const auto words = by_first_.of(first);
  if (words.empty() && !counts) return LineRole::none;
  const bool paragraph = line.size() > kLongestLine;
  const std::string bare = drop_spaces(beginning(line));
  std::size_t best = rows_.size();  // the first row of those that match
  const auto read = [&](std::size_t number) {
    if (number < best && (!paragraph || rows_[number].role == LineRole::closing) && rows_[number].pattern.matches(bare)) best = number;
  };
  for (const std::size_t number : words) read(number);
  for (std::size_t i = 0; counts && i < by_number_.size(); ++i) read(by_number_[i]);
  return best < rows_.size() ? rows_[best].role : LineRole::none;
}

}  // namespace jianbao
