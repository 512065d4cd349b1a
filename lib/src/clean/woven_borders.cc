#include "clean/woven_borders.h"

#include <algorithm>

#include "clean/column_gaps.h"
#include "clean/join_lines.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// Where full lines end that begin behind one of the borders: by the width of what stands before.
class FullEnds {
 public:
  FullEnds(const std::vector<ColumnPlace>& columns, std::size_t widest) : columns_(columns), ends_(widest + 1) {}

  void add_begin(std::size_t begin) {
    constexpr std::size_t kOver = 2;
    for (const ColumnPlace& column : columns_)
      for (std::size_t end = begin + column.width - std::min(column.width, ColumnPlace::kSlack); end <= begin + column.width + kOver && end < ends_.size(); ++end) ends_[end] = true;
  }
  bool has(std::size_t end) const { return ends_[end]; }

 private:
  const std::vector<ColumnPlace>& columns_;
  std::vector<char> ends_;
};

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
  FullEnds full_ends(columns, 2 * row.size());  // no byte is wider
  full_ends.add_begin(indent);
  for (std::size_t at = begin; at < row.size();) {
    if (gap != gaps.end() && begin + gap->at.begin == at) {
      left = indent + gap->right;
      borders.push_back({{at, begin + gap->at.end}, indent + gap->left, left, gap->wide ? 0 : kWeak, gap->wide});
      full_ends.add_begin(left);
      at = begin + gap++->at.end;
      continue;
    }
    const bool may_part = at > begin && full_ends.has(left) && !is_ascii_pair(row, at) && !is_hanging(char_at(row, at));
    if (may_part) borders.push_back({{at, at}, left, left, kNone, false}), full_ends.add_begin(left);
    left += next_char(row, at) < 0x80 ? 1 : 2;
  }
  borders.push_back({{row.size(), row.size()}, left, left, 0, true});
  return borders;
}

}  // namespace jianbao
