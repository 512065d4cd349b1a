#include "numbering_lines.h"

#include "chars.h"
#include "numeral.h"
#include "tables.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestLine = 400;  // bytes; a longer one is a paragraph

LineRole to_role(const std::string& cell, const std::string& place) {
  if (cell == "toc") return LineRole::contents;
  if (cell == "scope") return LineRole::scope;
  if (cell == "list") return LineRole::annex_list;
  if (cell == "tail") return LineRole::tail;
  if (cell == "date") return LineRole::date;
  if (cell == "back") return LineRole::back;
  if (cell == "turn") return LineRole::turn;
  throw RulesError(place + ": unknown role '" + cell + "'");
}

}  // namespace

NumberingLines::NumberingLines(const Rules::Tables& tables) {
  const Table& table = tables.table("numbering_words");
  for (const Table::Row& row : table.rows())
    patterns_.emplace_back(to_role(table.cell(row, "role"), row.place), Pattern(table.cell(row, "words"), row.place));
}

const NumberingLines& NumberingLines::of(const Rules& rules) { return rules.tables().compiled<NumberingLines>(); }

LineRole NumberingLines::role(std::string_view line) const {
  if (line.size() > kLongestLine) return LineRole::none;
  const char32_t first = fold(first_char(line));
  std::string bare;
  for (const auto& [role, pattern] : patterns_) {
    const bool may_begin = pattern.first().empty() ? is_digit(first) || is_cn_numeral(first) : pattern.first().find(first) != std::u32string::npos;
    if (!may_begin) continue;
    if (bare.empty()) bare = drop_spaces(line);
    if (pattern.matches(bare)) return role;
  }
  return LineRole::none;
}

}  // namespace jianbao
