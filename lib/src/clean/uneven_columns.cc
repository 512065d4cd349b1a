#include "clean/uneven_columns.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "clean/column_gaps.h"

namespace jianbao {
namespace {

constexpr std::size_t kMostColumns = 8;
constexpr int kGutter = 2;  // between two of them

/// A gap of a printed line, and such a line; in half characters.
struct Gap {
  int left, right;
  bool wide;
};

struct Row {
  std::vector<Gap> gaps;
  int width;
};

Row read_row(std::string_view line) {
  Row row{{}, static_cast<int>(half_widths(line))};
  for (const ColumnGap& gap : column_gaps(line)) row.gaps.push_back({static_cast<int>(gap.left), static_cast<int>(gap.right), gap.wide});
  return row;
}

/// The gap of a row where a line of a column ends that begins at `left` and may be as wide as that; none where there is none.
const Gap* end_gap(const Row& row, int left, int width) {
  constexpr int kIndent = 4, kOver = 3;  // a first line is narrower by two characters
  const Gap* best = nullptr;
  const auto away = [&](const Gap& gap) { return gap.wide ? 0 : std::abs(gap.left - left - width); };
  for (const Gap& gap : row.gaps) {
    const bool covers = gap.wide && gap.left > left && gap.left <= left + width + kOver && gap.right >= left + width - 1;
    const bool near = gap.left >= left + width - kIndent && gap.left <= left + width + kOver;
    if ((covers || near) && (!best || away(gap) < away(*best))) best = &gap;
  }
  return best;
}

/// Columns from left to right, each as wide as most rows say that reach beyond it.
class ColumnChain {
 public:
  explicit ColumnChain(std::vector<Row> rows) : rows_(std::move(rows)), lefts_(rows_.size()) {}

  std::vector<ColumnPlace> columns() {
    std::vector<ColumnPlace> columns;
    while (columns.size() < kMostColumns) {
      const int width = next_width();
      columns.push_back({mean_left(), static_cast<std::size_t>(width > 0 ? width : last_width())});
      if (width == 0) break;
      advance(width);
    }
    return columns;
  }

 private:
  static constexpr int kNarrowest = 12, kWidest = 80;

  /// The part of the rows that reach beyond a column so wide and have a gap where it ends.
  double gaps_at(int width) const {
    constexpr std::size_t kFew = 3;
    std::size_t seen = 0;
    double with = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const int end = lefts_[r] + width;
      if (rows_[r].width < end + 3 || is_empty(rows_[r], lefts_[r], width)) continue;
      ++seen;
      if (const Gap* gap = end_gap(rows_[r], lefts_[r], width)) with += gap->left <= end + 1 && (gap->wide || gap->left >= end - 1) ? 1 : 0.6;
    }
    return seen < kFew ? 0 : with / static_cast<double>(seen);
  }

  /// No text of the row stands there.
  static bool is_empty(const Row& row, int left, int width) {
    return std::any_of(row.gaps.begin(), row.gaps.end(), [&](const Gap& gap) { return gap.left <= left && gap.right >= left + width / 2; });
  }

  /// The narrowest that nearly as many rows speak for as for any other: two columns end at one place in more rows than one does. 0: none.
  int next_width() const {
    constexpr double kLeast = 0.55, kNearly = 0.75;
    constexpr std::ptrdiff_t kNear = 5;
    std::vector<double> parts;
    for (int width = kNarrowest; width <= kWidest; ++width) parts.push_back(gaps_at(width));
    const double most = *std::max_element(parts.begin(), parts.end());
    if (most < kLeast) return 0;
    const auto first = std::find_if(parts.begin(), parts.end(), [&](double part) { return part >= std::max(kLeast, most * kNearly); });
    const auto best = std::max_element(first, parts.end() - first > kNear ? first + kNear : parts.end());
    return kNarrowest + static_cast<int>(best - parts.begin());
  }

  /// To where the next column begins: behind the gap, or where it should be in a wide one, which goes on there.
  void advance(int width) {
    constexpr int kWide = 8;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      int& left = lefts_[r];
      const int end = left + width;
      const bool empty = is_empty(rows_[r], left, width);
      const Gap* gap = empty ? nullptr : end_gap(rows_[r], left, width);
      if (gap) left = gap->right > end + kWide ? end + kGutter : gap->right;
      else left = end + (empty ? kGutter : 0);
    }
  }

  double mean_left() const {
    double sum = 0;
    for (const int left : lefts_) sum += left;
    return sum / static_cast<double>(lefts_.size());
  }

  int last_width() const {
    std::vector<int> widths;
    for (std::size_t r = 0; r < rows_.size(); ++r)
      if (rows_[r].width > lefts_[r]) widths.push_back(rows_[r].width - lefts_[r]);
    if (widths.empty()) return kNarrowest;
    std::sort(widths.begin(), widths.end());
    return widths[widths.size() * 3 / 4];
  }

  std::vector<Row> rows_;
  std::vector<int> lefts_;  ///< by row: where the next column begins
};

}  // namespace

std::vector<ColumnPlace> uneven_columns(std::string_view text, const std::vector<Span>& rows) {
  std::vector<Row> read;
  for (const Span row : rows) read.push_back(read_row(text.substr(row.begin, row.size())));
  std::vector<ColumnPlace> columns = ColumnChain(std::move(read)).columns();
  return columns.size() > 1 ? columns : std::vector<ColumnPlace>{};
}

}  // namespace jianbao
