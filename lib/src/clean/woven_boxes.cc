#include <algorithm>
#include <cmath>
#include <utility>

#include "clean/woven.h"
#include "clean/woven_measure.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kMostColumns = 8;
constexpr double kGutter = 2;                             // between two of them

double number(std::size_t n) { return static_cast<double>(n); }

/// A gap of a row, in half characters.
struct RowGap {
  double left = 0, right = 0;
  bool wide = false;
};

struct GapRow {
  std::vector<RowGap> gaps;
  double width = 0;
};

GapRow read_gaps(std::string_view row) {
  GapRow read;
  std::size_t left = 0;
  for (std::size_t at = 0; at < row.size();) {
    std::size_t end = column_gap_end(row, at);
    const bool wide = end > at;
    if (!wide) end = weak_gap_end(row, at);
    if (end == at) {
      left += next_char(row, at) < 0x80 ? 1 : 2;
      continue;
    }
    const std::size_t right = left + half_widths(row.substr(at, end - at));
    read.gaps.push_back({number(left), number(right), wide});
    left = right, at = end;
  }
  read.width = number(left);
  return read;
}

/// The gap of a row where a line of a column ends that begins at `left` and may be as wide as that; none where there is none.
const RowGap* end_gap(const GapRow& row, double left, double width) {
  constexpr double kIndent = 4, kOver = 3;  // a first line is narrower by two characters
  const RowGap* best = nullptr;
  const auto away = [&](const RowGap& gap) { return gap.wide ? 0 : std::abs(gap.left - left - width); };
  for (const RowGap& gap : row.gaps) {
    const bool covers = gap.wide && gap.left > left && gap.left <= left + width + kOver && gap.right >= left + width - 1;
    const bool near = gap.left >= left + width - kIndent && gap.left <= left + width + kOver;
    if ((covers || near) && (!best || away(gap) < away(*best))) best = &gap;
  }
  return best;
}

/// Columns from left to right, each as wide as most rows say that reach beyond it.
class ColumnChain {
 public:
  explicit ColumnChain(std::vector<GapRow> rows) : rows_(std::move(rows)), lefts_(rows_.size()) {}

  std::vector<ColumnPlace> columns() {
    std::vector<ColumnPlace> columns;
    while (columns.size() < kMostColumns) {
      const double width = next_width();
      columns.push_back({mean_left(), static_cast<std::size_t>(width > 0 ? width : last_width())});
      if (width == 0) break;
      advance(width);
    }
    return columns;
  }

 private:
  static constexpr double kNarrowest = 12, kWidest = 80;

  /// The part of the rows that reach beyond a column so wide and have a gap where it ends.
  double gaps_at(double width) const {
    constexpr std::size_t kFew = 3;
    std::size_t seen = 0;
    double with = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const double end = lefts_[r] + width;
      if (rows_[r].width < end + 3 || is_empty(rows_[r], lefts_[r], width)) continue;
      ++seen;
      if (const RowGap* gap = end_gap(rows_[r], lefts_[r], width)) with += gap->wide || std::abs(gap->left - end) <= 1 ? 1 : 0.6;
    }
    return seen < kFew ? 0 : with / number(seen);
  }

  /// No text of the row stands there.
  static bool is_empty(const GapRow& row, double left, double width) {
    return std::any_of(row.gaps.begin(), row.gaps.end(), [&](const RowGap& gap) { return gap.left <= left && gap.right >= left + width / 2; });
  }

  /// The narrowest that nearly as many rows speak for as for any other: two columns end at one place in more rows than one does. 0: none.
  double next_width() const {
    constexpr double kLeast = 0.55, kNearly = 0.75;
    constexpr std::ptrdiff_t kNear = 5;
    std::vector<double> parts;
    for (double width = kNarrowest; width <= kWidest; ++width) parts.push_back(gaps_at(width));
    const double most = *std::max_element(parts.begin(), parts.end());
    if (most < kLeast) return 0;
    const auto first = std::find_if(parts.begin(), parts.end(), [&](double part) { return part >= std::max(kLeast, most * kNearly); });
    const auto best = std::max_element(first, parts.end() - first > kNear ? first + kNear : parts.end());
    return kNarrowest + static_cast<double>(best - parts.begin());
  }

  void advance(double width) {
    constexpr double kWide = 8;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const double end = lefts_[r] + width;
      const RowGap* gap = is_empty(rows_[r], lefts_[r], width) ? nullptr : end_gap(rows_[r], lefts_[r], width);
      lefts_[r] = !gap ? end + (is_empty(rows_[r], lefts_[r], width) ? kGutter : 0) : gap->right > end + kWide ? end + kGutter : gap->right;
    }
  }

  double mean_left() const {
    double sum = 0;
    for (const double left : lefts_) sum += left;
    return sum / number(lefts_.size());
  }

  double last_width() const {
    std::vector<double> widths;
    for (std::size_t r = 0; r < rows_.size(); ++r)
      if (rows_[r].width > lefts_[r]) widths.push_back(rows_[r].width - lefts_[r]);
    if (widths.empty()) return kNarrowest;
    std::sort(widths.begin(), widths.end());
    return widths[widths.size() * 3 / 4];
  }

  std::vector<GapRow> rows_;
  std::vector<double> lefts_;  ///< by row: where the next column begins
};

}  // namespace

std::vector<ColumnPlace> uneven_columns(std::string_view text, const std::vector<Span>& rows) {
  std::vector<GapRow> read;
  for (const Span row : rows) read.push_back(read_gaps(text.substr(row.begin, row.size())));
  std::vector<ColumnPlace> columns = ColumnChain(std::move(read)).columns();
  return columns.size() > 1 ? columns : std::vector<ColumnPlace>{};
}

}  // namespace jianbao
