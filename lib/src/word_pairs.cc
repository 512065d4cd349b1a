#include "word_pairs.h"

#include "utf8.h"

namespace jianbao {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out.push_back(next_char(text, at));
  return out;
}

bool has(const std::unordered_map<char32_t, std::u32string>& map, char32_t key, char32_t value) {
  const auto found = map.find(key);
  return found != map.end() && found->second.find(value) != std::u32string::npos;
}

}  // namespace

WordPairs::WordPairs(const Rules::Tables& tables) {
  const Table& table = tables.table("covers");
  for (const Table::Row& row : table.rows()) {
    const char32_t c = first_char(row.cells[0]);
    before_.emplace(c, characters(table.cell(row, "before")));
    behind_.emplace(c, characters(table.cell(row, "behind")));
  }
}

bool WordPairs::is_word(char32_t first, char32_t second) const { return has(behind_, first, second) || has(before_, second, first); }

}  // namespace jianbao
