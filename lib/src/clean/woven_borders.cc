#include "clean/woven_borders.h"

#include <algorithm>

#include "clean/column_gaps.h"
#include "clean/join_lines.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// Whether a full line ends about there that begins behind one of the borders.
bool may_end_at(std::size_t left, const std::vector<WovenBorder>& borders, const std::vector<ColumnPlace>& columns) {
  const auto is_full_from = [&](std::size_t begin) {
    return std::any_of(columns.begin(), columns.end(), [&](const ColumnPlace& column) { return left >= begin && column.is_full(left - begin) && left <= begin + column.width + 2; });
  };
  return std::any_of(borders.begin(), borders.end(), [&](const WovenBorder& border) { return is_full_from(border.right); });
}

bool is_ascii_pair(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) < 0x80 && static_cast<unsigned char>(text[at - 1]) < 0x80;
}

}  // namespace

std::vector<WovenBorder> borders_of(std::string_view row, const std::vector<ColumnPlace>& columns) {
  constexpr double kWeak = 0.5, kNone = 3;
  const std::size_t begin = skip_spaces(row, 0);
  std::vector<WovenBorder> borders = {{{0, begin}, 0, half_widths(row.substr(0, begin)), 0, begin > 0}};
  const std::size_t indent = borders.front().right;
  const std::vector<ColumnGap> gaps = column_gaps(row.substr(begin));
  auto gap = gaps.begin();
  std::size_t left = indent;
  for (std::size_t at = begin; at < row.size();) {
    if (gap != gaps.end() && begin + gap->at.begin == at) {
      left = indent + gap->right;
      borders.push_back({{at, begin + gap->at.end}, indent + gap->left, left, gap->wide ? 0 : kWeak, gap->wide});
      at = begin + gap++->at.end;
      continue;
    }
    const bool may_part = at > begin && may_end_at(left, borders, columns) && !is_ascii_pair(row, at) && !is_hanging(char_at(row, at));
    if (may_part) borders.push_back({{at, at}, left, left, kNone, false});
    left += next_char(row, at) < 0x80 ? 1 : 2;
  }
  borders.push_back({{row.size(), row.size()}, left, left, 0, true});
  return borders;
}

}  // namespace jianbao
