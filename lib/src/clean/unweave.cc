#include "clean/unweave.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include "clean/continuation.h"
#include "clean/woven.h"
#include "numbering/numbering.h"
#include "text/chars.h"

namespace jianbao {
namespace {

// All widths are in half characters.
constexpr std::size_t kNarrowest = 12, kWidest = 80;  // of a full line of a column
constexpr std::size_t kSlack = 4;     // by which full lines differ: figures are narrower than two of them count
constexpr std::size_t kReach = 6;     // of a gap from where the column should end
constexpr std::size_t kMostColumns = 8, kLeastRows = 3;

/// What stands of a column on one printed line.
struct Cell {
  Span at;
  std::size_t left = 0, width = 0;
};

using Row = std::vector<Cell>;

bool is_quote(char32_t c) { return c == U'“' || c == U'”' || c == U'"' || c == U'‘' || c == U'’'; }

/// Where one column may end and the next begin, without a wide gap: at a space or a quotation's mark, which OCR makes of the space.
struct WeakGap {
  Span at;
  std::size_t left = 0;  ///< width of what stands before it
};

std::vector<WeakGap> weak_gaps(std::string_view text) {
  std::vector<WeakGap> gaps;
  std::size_t left = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    const char32_t c = next_char(text, end);
    if (at == 0 || !(is_space(c) || is_quote(c))) {
      left += c < 0x80 ? 1 : 2;
      at = end;
      continue;
    }
    WeakGap gap{{at, end}, left};
    while (gap.at.end < text.size()) {
      std::size_t next = gap.at.end;
      const char32_t following = next_char(text, next);
      if (!is_space(following) && !is_quote(following)) break;
      gap.at.end = next;
    }
    left += half_widths(text.substr(gap.at.begin, gap.at.size()));
    at = gap.at.end;
    if (at < text.size()) gaps.push_back(gap);
  }
  return gaps;
}

class Weave {
 public:
  Weave(std::string_view text, const Rules& rules, std::vector<Span> rows) : text_(text), rules_(rules), printed_(std::move(rows)) {
    for (const Span row : printed_) strong_.push_back(strong_cells(row));
  }

  std::optional<ReadAcross> take_apart() {
    width_ = common_width();
    if (width_ == 0 || are_numbered()) return {};
    for (const Row& row : strong_) rows_.push_back(cut(row));  // well enough to see how many columns there are, and where
    leave_heads();
    const std::size_t columns = count_columns();
    if (columns < 2 || columns > kMostColumns || rows_.size() < kLeastRows) return {};
    find_lefts(columns);
    columns_.resize(columns);
    for (const Span row : printed_)
      if (!read(row)) return {};
    if (!reads_down()) return {};
    ReadAcross across;
    across.at = {printed_.front().begin, printed_.back().end};
    across.between = std::move(between_);
    for (State& state : columns_) {
      state.column.goes_on = expects(state);
      across.columns.push_back(std::move(state.column));
    }
    return across;
  }

 private:
  /// A column as far as it has been read.
  struct State {
    PrintedColumn column;
    std::string line;    ///< its last line
    bool full = false;   ///< that fills the column
  };

  std::string_view text(Span at) const { return text_.substr(at.begin, at.size()); }

  Row strong_cells(Span line) {
    const std::string_view all = text(line);
    Row row;
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
      const std::string_view cell = trim(all.substr(begin, end - begin));
      if (cell.empty()) return;
      const auto from = static_cast<std::size_t>(cell.data() - all.data());
      row.push_back({{line.begin + from, line.begin + from + cell.size()}, half_widths(all.substr(0, from)), half_widths(cell)});
    };
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t end = column_gap_end(all, at);
      if (end == at) {
        next_char(all, at);
        continue;
      }
      add(at);
      begin = at = end;
    }
    add(all.size());
    return row;
  }

  /// The width that most lines of the columns have, between two gaps of whatever kind; 0 where none is common.
  std::size_t common_width() const {
    std::map<std::size_t, std::size_t> counts;
    for (const Row& row : strong_)
      for (const Cell& cell : row) {
        std::size_t left = 0;
        for (const WeakGap& gap : weak_gaps(text(cell.at))) {
          ++counts[gap.left - left];
          left = gap.left + half_widths(text(cell.at).substr(gap.at.begin, gap.at.size()));
        }
        ++counts[cell.width - left];
      }
    std::size_t best = 0, most = 0;
    for (std::size_t width = kNarrowest; width <= kWidest; ++width) {
      std::size_t sum = 0;
      for (auto it = counts.lower_bound(width - 2); it != counts.end() && it->first <= width + 2; ++it) sum += it->second;
      if (sum > most || (sum == most && sum > 0 && counts.count(width))) best = sum > most ? width : best, most = sum;
    }
    return most >= std::max<std::size_t>(4, strong_.size() / 2) ? best : 0;
  }

  /// The cells of a row, each no wider than a line of a column.
  Row cut(const Row& strong) {
    Row row;
    for (Cell cell : strong) {
      while (cell.width > width_ + kSlack) {
        const WeakGap gap = gap_near(text(cell.at), width_);
        if (gap.at.begin == 0 || gap.at.end >= cell.at.size()) break;
        row.push_back({{cell.at.begin, cell.at.begin + gap.at.begin}, cell.left, gap.left});
        const std::size_t skipped = gap.left + half_widths(text(cell.at).substr(gap.at.begin, gap.at.size()));
        cell.at.begin += gap.at.end;
        cell.left += skipped;
        cell.width -= std::min(skipped, cell.width);
      }
      row.push_back(cell);
    }
    return row;
  }

  /// The gap nearest to where the column should end; between two characters, where none is near.
  static WeakGap gap_near(std::string_view cell, std::size_t width) {
    const auto away = [&](std::size_t left) { return left > width ? left - width : width - left; };
    const std::vector<WeakGap> gaps = weak_gaps(cell);
    const auto nearest = std::min_element(gaps.begin(), gaps.end(), [&](const WeakGap& a, const WeakGap& b) { return away(a.left) < away(b.left); });
    if (nearest != gaps.end() && away(nearest->left) <= kReach) return *nearest;
    WeakGap best;
    std::size_t left = 0;
    for (std::size_t at = 0; at < cell.size();) {
      const char32_t c = next_char(cell, at);
      left += c < 0x80 ? 1 : 2;
      const bool inside = c < 0x80 && at < cell.size() && static_cast<unsigned char>(cell[at]) < 0x80;  // of a number
      if (!inside && (best.at.end == 0 || away(left) < away(best.left))) best = {{at, at}, left};
    }
    return best;
  }

  /// As many as the fullest rows have.
  std::size_t count_columns() const {
    std::map<std::size_t, std::size_t> rows;
    for (const Row& row : rows_) ++rows[row.size()];
    for (auto it = rows.rbegin(); it != rows.rend(); ++it)
      if (it->second >= std::max<std::size_t>(2, rows_.size() / 4)) return it->first;
    return 0;
  }

  void find_lefts(std::size_t columns) {
    lefts_.assign(columns, 0);
    double rows = 0;
    for (const Row& row : rows_) {
      if (row.size() != columns) continue;
      for (std::size_t i = 0; i < columns; ++i) lefts_[i] += static_cast<double>(row[i].left);
      ++rows;
    }
    for (double& left : lefts_) left /= std::max(rows, 1.0);
  }

  /// Columns of a document, whose numbers tell more of their order (read_across.h).
  bool are_numbered() const {
    constexpr int kLowestRank = 60, kFew = 3;
    int labels = 0;
    for (const Row& row : strong_)
      for (std::size_t i = 1; i < row.size(); ++i)
        if (const auto label = match_label(text(row[i].at), rules_)) labels += label->strong && label->rank <= kLowestRank;
    return labels >= kFew;
  }

  /// Rows before the first in which two lines fill their columns are headings that stand over them.
  void leave_heads() {
    const auto is_text = [&](const Row& row) { return std::count_if(row.begin(), row.end(), [&](const Cell& cell) { return is_full(cell); }) > 1; };
    const auto heads = std::find_if(rows_.begin(), rows_.end(), is_text) - rows_.begin();
    rows_.erase(rows_.begin(), rows_.begin() + heads);
    printed_.erase(printed_.begin(), printed_.begin() + heads);
  }

  static bool is_finished(std::string_view text) { return text.empty() || is_stop(last_char(text)) || fold(last_char(text)) == U'；'; }

  /// The column breaks off in the middle of a sentence, at the end of a full line.
  static bool expects(const State& state) { return state.full && !is_finished(state.line); }

  double goes_on(const State& state, std::string_view cell) const {
    constexpr double kMost = 3;
    const double odds = expects(state) ? continuation_odds(seam_head(state.line, rules_), cell, rules_) : seam_tail(cell, rules_).begins;
    return std::clamp(odds, -kMost, kMost);
  }

  /// Where a cell of a row may end, and the next one begin.
  struct Border {
    Span gap;                        ///< places of the row's text
    std::size_t left = 0, right = 0; ///< width of what stands before the gap, and before its end
    double cost = 0;                 ///< of a cell that fills its column and ends there
    bool wide = false;
  };

  std::vector<Border> borders_of(std::string_view row) const {
    constexpr double kWeak = 0.5, kNone = 3;
    std::vector<Border> borders;
    std::size_t left = 0;
    for (std::size_t at = 0; at < row.size();) {
      std::size_t end = column_gap_end(row, at);
      const bool wide = end > at;
      if (!wide) end = weak_gap_end(row, at);
      if (end > at && at > 0) {
        const std::size_t right = left + half_widths(row.substr(at, end - at));
        borders.push_back({{at, end}, left, right, wide ? 0 : kWeak, wide});
        left = right, at = end;
        continue;
      }
      if (at > 0 && may_end_at(left, borders) && !is_ascii_pair(row, at) && !hangs(char_at(row, at))) borders.push_back({{at, at}, left, left, kNone, false});
      left += next_char(row, at) < 0x80 ? 1 : 2;
    }
    borders.push_back({{row.size(), row.size()}, left, left, 0, true});
    return borders;
  }

  static std::size_t weak_gap_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
      std::size_t next = at;
      const char32_t c = next_char(text, next);
      if (!is_space(c) && !is_quote(c)) break;
      at = next;
    }
    return at;
  }

  /// Whether a full line ends about there: one that begins with the row, or at one of the borders.
  bool may_end_at(std::size_t left, const std::vector<Border>& borders) const {
    const auto is_full_to = [&](std::size_t begin) { return left + kSlack >= begin + width_ && left <= begin + width_ + 2; };
    return is_full_to(0) || std::any_of(borders.begin(), borders.end(), [&](const Border& border) { return is_full_to(border.right); });
  }

  /// No line begins with such a mark.
  static bool hangs(char32_t c) {
    const char32_t mark = fold(c);
    return is_closing(c) || is_stop(c) || mark == U'，' || mark == U'、' || mark == U'；' || mark == U'：';
  }

  static bool is_ascii_pair(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) < 0x80 && static_cast<unsigned char>(text[at - 1]) < 0x80;
  }

  /// What speaks against a cell between two borders, wherever it belongs.
  double cost_of(std::size_t width, const Border& end, bool indented) const {
    constexpr double kTooWide = 0.7, kShort = 2.5, kUneven = 0.2;
    double cost = end.cost;
    const bool to_edge = indented && width < width_;  // a signature, a date
    if (!end.wide && !to_edge) cost += kUneven * std::abs(static_cast<double>(width) - static_cast<double>(width_));
    if (width > width_ + kSlack / 2) cost += kTooWide * static_cast<double>(width - width_ - kSlack / 2);
    if (width + kSlack < width_ && !end.wide && !to_edge) cost += kShort;  // behind a short line there is room
    return cost;
  }

  /// Parts a printed line at its best borders, and gives each cell to its best column; columns follow one another from left to right. False
  /// where there is no way: more parts than columns.
  bool read(Span row) {
    constexpr double kAway = 0.1, kMissing = 2, kNever = 1e9;
    const std::string_view all = text(row);
    const std::vector<Border> borders = borders_of(all);
    const std::size_t columns = columns_.size(), ends = borders.size();
    struct Step {
      double cost;
      std::size_t border, column;  // of the cell before; ends: none
    };
    std::vector<Step> best(ends * columns, {kNever, ends, 0});
    const auto missing = [&](std::size_t from, std::size_t to) {  // columns that are passed over in the middle of a sentence
      double cost = 0;
      for (std::size_t c = from; c < to; ++c) cost += expects(columns_[c]) ? kMissing : 0;
      return cost;
    };
    for (std::size_t begin = 0; begin < ends; ++begin) {  // the border that a cell begins behind: 0 is the row's begin, n that of n - 1
      const Span gap = begin == 0 ? Span{0, 0} : borders[begin - 1].gap;
      const std::size_t left = begin == 0 ? 0 : borders[begin - 1].right;
      if (gap.end >= all.size()) continue;
      for (std::size_t c = 0; c < columns; ++c) {
        Step before{kNever, ends, 0};
        if (begin == 0) before.cost = missing(0, c);
        for (std::size_t p = 0; begin > 0 && p < c; ++p)
          if (const double cost = best[(begin - 1) * columns + p].cost + missing(p + 1, c); cost < before.cost) before = {cost, begin - 1, p};
        if (before.cost >= kNever) continue;
        before.cost += kAway * std::abs(static_cast<double>(left) - lefts_[c]) - goes_on(columns_[c], trim(all.substr(gap.end)));
        for (std::size_t end = begin; end < ends; ++end) {
          const std::size_t width = borders[end].left - left;
          const double cost = before.cost + cost_of(width, borders[end], begin > 0 && borders[begin - 1].wide);
          if (Step& step = best[end * columns + c]; cost < step.cost) step = {cost, before.border, before.column};
          if (borders[end].wide || width > 2 * width_) break;
        }
      }
    }
    std::size_t end = ends - 1, column = 0;
    const auto total = [&](std::size_t c) { return best[end * columns + c].cost + missing(c + 1, columns); };
    for (std::size_t c = 1; c < columns; ++c)
      if (total(c) < total(column)) column = c;
    if (best[end * columns + column].cost >= kNever) return false;
    std::vector<std::pair<Cell, std::size_t>> cells;
    for (;;) {
      const Step& step = best[end * columns + column];
      const bool first = step.border == ends;
      const std::size_t from = first ? 0 : borders[step.border].gap.end, left = first ? 0 : borders[step.border].right;
      cells.push_back({{{row.begin + from, row.begin + borders[end].gap.begin}, left, borders[end].left - left}, column});
      leave_out(row, borders[end].gap);
      if (first) break;
      end = step.border, column = step.column;
    }
    std::reverse(cells.begin(), cells.end());
    weigh(cells);
    for (const auto& [cell, place] : cells) add(cell, columns_[place]);
    return true;
  }

  void leave_out(Span row, Span gap) {
    const std::string_view mark = trim(text(row).substr(gap.begin, gap.size()));
    if (mark.empty()) return;
    const std::size_t from = row.begin + static_cast<std::size_t>(mark.data() - text(row).data());
    between_.push_back({from, from + mark.size()});
  }

  bool is_full(const Cell& cell) const { return cell.width + kSlack >= width_; }

  /// How well full lines go on in the cell beside them, and how well in the one below.
  void weigh(const std::vector<std::pair<Cell, std::size_t>>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const State& state = columns_[cells[i].second];
      const std::string_view cell = text(cells[i].first.at);
      if (expects(state)) down_ += continuation_odds(seam_head(state.line, rules_), cell, rules_), ++downs_;
      if (i + 1 < cells.size() && is_full(cells[i].first) && !is_finished(cell))
        across_ += continuation_odds(seam_head(cell, rules_), text(cells[i + 1].first.at), rules_), ++acrosses_;
    }
  }

  bool reads_down() const {
    constexpr std::size_t kFew = 4;
    constexpr double kMore = 1;
    if (downs_ < kFew || acrosses_ == 0) return false;
    return down_ / static_cast<double>(downs_) >= across_ / static_cast<double>(acrosses_) + kMore;
  }

  void add(const Cell& cell, State& state) const {
    auto& paragraphs = state.column.paragraphs;
    const bool begins = !state.full || is_finished(state.line) || match_label(text(cell.at), rules_);
    if (begins) paragraphs.emplace_back();
    paragraphs.back().push_back(cell.at);
    state.line = text(cell.at);
    state.full = is_full(cell);
  }

  const std::string_view text_;
  const Rules& rules_;
  std::vector<Span> printed_;
  std::vector<Row> strong_, rows_;  ///< cells between wide gaps; the same, cut where columns seem to end
  std::size_t width_ = 0;           ///< of a column's full lines
  std::vector<double> lefts_;       ///< by column
  std::vector<State> columns_;
  std::vector<Span> between_;
  double down_ = 0, across_ = 0;
  std::size_t downs_ = 0, acrosses_ = 0;
};

}  // namespace

std::vector<ReadAcross> find_read_across(std::string_view text, const Rules& rules) {
  std::vector<ReadAcross> found;
  for (const Span run : find_woven(text)) {
    std::vector<Span> rows;
    for (std::size_t at = run.begin; at < run.end;) {
      const std::size_t end = std::min(text.find('\n', at), run.end);
      rows.push_back({at, end});
      at = end + 1;
    }
    if (auto across = Weave(text, rules, std::move(rows)).take_apart()) found.push_back(std::move(*across));
  }
  return found;
}

}  // namespace jianbao
