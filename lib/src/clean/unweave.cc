#include "clean/unweave.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "clean/continuation.h"
#include "clean/join_lines.h"
#include "clean/woven.h"
#include "clean/woven_borders.h"
#include "text/chars.h"

namespace jianbao {
namespace {

// What speaks against a way to part a line, against natural logarithms of odds. Set by hand on ten blocks of OCR pages.
constexpr double kTooWide = 0.7;   // for each half character that a cell is too wide
constexpr double kUneven = 0.2;    // or differs from a full line where no wide gap follows
constexpr double kShort = 2.5;     // of a short cell without a wide gap behind it
constexpr double kAway = 0.1;      // for each half character that it stands away from its column
constexpr double kOverGap = 4;     // of a wide gap inside of a cell
constexpr double kMissing = 2;     // of a column that is passed over in the middle of a sentence
constexpr double kMostSeam = 3;    // of what stands on both sides of a line end

/// A line that begins with a label; no year or number does: （2025）苏0312民初…, 4120427）：….
bool begins_unit(std::string_view line, const Rules& rules) {
  constexpr int kMost = 3;  // digits of a label
  if (start_of(line, rules) < Start::open) return false;
  std::size_t at = 0;
  int digits = 0;
  if (!line.empty() && !is_digit(char_at(line, at))) next_char(line, at);
  while (at < line.size() && is_digit(char_at(line, at))) next_char(line, at), ++digits;
  return digits <= kMost;
}

bool is_finished(std::string_view line) { return line.empty() || is_stop(last_char(line)) || fold(last_char(line)) == U'；'; }

/// What stands of a column on one printed line.
struct Cell {
  Span at;
  std::size_t width = 0;
  std::size_t column = 0;
  bool indented = false;  ///< behind a wide gap, and no full line: who signs, a date

  bool fills(const WovenMeasure& measure) const { return measure.is_full(width) && !indented; }
};

/// A column as far as it has been read.
struct Column {
  PrintedColumn printed;
  std::string_view line;  ///< its last line
  bool full = false;      ///< that fills the column

  /// It breaks off in the middle of a sentence, at the end of a full line.
  bool expects() const { return full && !is_finished(line); }
};

/// The best way to part a printed line and to give each cell to a column; columns follow one another from left to right.
class LineParting {
 public:
  LineParting(std::string_view line, const WovenMeasure& measure, const std::vector<Column>& columns, const Rules& rules)
      : line_(line), measure_(measure), columns_(columns), rules_(rules), borders_(borders_of(line, measure)) {}

  /// From left to right, places of the line; empty where there is no way: more parts than columns.
  std::vector<Cell> cells() {
    best_.assign(borders_.size() * columns_.size(), {kNever, 0, 0});
    for (std::size_t begin = 0; begin + 1 < borders_.size(); ++begin)
      for (std::size_t c = 0; c < columns_.size(); ++c) add_cells(begin, c);
    return trace();
  }

  const std::vector<WovenBorder>& borders() const { return borders_; }

 private:
  static constexpr double kNever = 1e9;

  /// The cheapest way up to a border whose last cell is one column's.
  struct Step {
    double cost;
    std::size_t begin;          ///< the border behind which the last cell begins
    std::size_t column_before;  ///< of the cell before it
  };

  Step& best(std::size_t border, std::size_t column) { return best_[border * columns_.size() + column]; }

  double missing(std::size_t from, std::size_t to) const {
    double cost = 0;
    for (std::size_t c = from; c < to; ++c) cost += columns_[c].expects() ? kMissing : 0;
    return cost;
  }

  /// How well the text that begins there goes on with the column.
  double goes_on(const Column& column, std::string_view cell) const {
    const double odds = column.expects() ? continuation_odds(seam_head(column.line, rules_), cell, rules_) : seam_tail(cell, rules_).begins;
    return std::clamp(odds, -kMostSeam, kMostSeam);
  }

  /// What is set to the right edge of its column has a gap before it, and none behind.
  bool is_indented(std::size_t begin, std::size_t width) const { return borders_[begin].wide && width + 2 < measure_.width(); }

  double cost_of(std::size_t width, const WovenBorder& end, bool to_edge) const {
    const std::size_t full = measure_.width(), slack = WovenMeasure::kSlack;
    double cost = end.cost;
    if (!end.wide && !to_edge) cost += kUneven * std::abs(static_cast<double>(width) - static_cast<double>(full));
    if (width > full + slack / 2) cost += kTooWide * static_cast<double>(width - full - slack / 2);
    if (!measure_.is_full(width) && !end.wide && !to_edge) cost += kShort;  // behind a short line there is room
    return cost;
  }

  /// How far a cell stands from where the lines of the column begin; or from where they end, where it may be set to that edge.
  double away(std::size_t left, std::size_t width, std::size_t column, bool to_edge) const {
    const double from = static_cast<double>(left) - measure_.lefts()[column];
    const double to = from + static_cast<double>(width) - static_cast<double>(measure_.width());
    return to_edge ? std::min(std::abs(from), std::abs(to)) : std::abs(from);
  }

  /// All cells of a column that begin at one place.
  void add_cells(std::size_t begin, std::size_t column) {
    double before = begin == 0 ? missing(0, column) : kNever;
    std::size_t column_before = 0;
    for (std::size_t p = 0; begin > 0 && p < column; ++p)
      if (const double cost = best(begin, p).cost + missing(p + 1, column); cost < before) before = cost, column_before = p;
    if (before >= kNever) return;
    const std::size_t left = borders_[begin].right;
    before -= goes_on(columns_[column], trim(line_.substr(borders_[begin].gap.end)));
    for (std::size_t end = begin + 1; end < borders_.size(); ++end) {
      const std::size_t width = borders_[end].left - left;
      const bool to_edge = is_indented(begin, width);
      const double cost = before + cost_of(width, borders_[end], to_edge) + kAway * away(left, width, column, to_edge);
      if (Step& step = best(end, column); cost < step.cost) step = {cost, begin, column_before};
      if (width > 2 * measure_.width()) return;
      if (borders_[end].wide) before += kOverGap;
    }
  }

  std::vector<Cell> trace() {
    std::vector<Cell> cells;
    std::size_t border = borders_.size() - 1, column = 0;
    const auto total = [&](std::size_t c) { return best(border, c).cost + missing(c + 1, columns_.size()); };
    for (std::size_t c = 1; c < columns_.size(); ++c)
      if (total(c) < total(column)) column = c;
    if (best(border, column).cost >= kNever) return cells;
    for (;;) {
      const Step& step = best(border, column);
      const std::size_t width = borders_[border].left - borders_[step.begin].right;
      cells.push_back({{borders_[step.begin].gap.end, borders_[border].gap.begin}, width, column, is_indented(step.begin, width)});
      if (step.begin == 0) break;
      border = step.begin, column = step.column_before;
    }
    std::reverse(cells.begin(), cells.end());
    return cells;
  }

  const std::string_view line_;
  const WovenMeasure& measure_;
  const std::vector<Column>& columns_;
  const Rules& rules_;
  const std::vector<WovenBorder> borders_;
  std::vector<Step> best_;  ///< by border and column
};

/// Lines of several columns, from top to bottom.
class Weave {
 public:
  Weave(std::string_view text, const Rules& rules, const WovenMeasure& measure) : text_(text), rules_(rules), measure_(measure), columns_(measure.lefts().size()) {}

  /// False where the line does not part.
  bool read(Span row) {
    LineParting parting(text_.substr(row.begin, row.size()), measure_, columns_, rules_);
    std::vector<Cell> cells = parting.cells();
    if (cells.empty()) return false;
    for (Cell& cell : cells) cell.at = trimmed({row.begin + cell.at.begin, row.begin + cell.at.end});
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) leave_out({cells[i].at.end, cells[i + 1].at.begin});
    weigh(cells);
    for (const Cell& cell : cells) add(cell, columns_[cell.column]);
    return true;
  }

  /// Whether full lines go on below rather than beside them.
  bool reads_down() const {
    constexpr std::size_t kFew = 4;
    constexpr double kMore = 1;
    if (downs_ < kFew || acrosses_ == 0) return false;
    return down_ / static_cast<double>(downs_) >= across_ / static_cast<double>(acrosses_) + kMore;
  }

  ReadAcross take(Span at) {
    ReadAcross across{at, {}, std::move(between_)};
    for (Column& column : columns_) {
      column.printed.goes_on = column.expects();
      across.columns.push_back(std::move(column.printed));
    }
    return across;
  }

 private:
  std::string_view text(const Cell& cell) const { return text_.substr(cell.at.begin, cell.at.size()); }

  /// Without the spaces at both ends.
  Span trimmed(Span at) const {
    const std::string_view inside = trim(text_.substr(at.begin, at.size()));
    const auto begin = static_cast<std::size_t>(inside.data() - text_.data());
    return {begin, begin + inside.size()};
  }

  void leave_out(Span gap) {
    if (const Span mark = trimmed(gap); !mark.empty()) between_.push_back(mark);
  }

  void weigh(const std::vector<Cell>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Column& column = columns_[cells[i].column];
      const std::string_view cell = text(cells[i]);
      if (column.expects()) down_ += continuation_odds(seam_head(column.line, rules_), cell, rules_), ++downs_;
      if (i + 1 < cells.size() && cells[i].fills(measure_) && !is_finished(cell))
        across_ += continuation_odds(seam_head(cell, rules_), text(cells[i + 1]), rules_), ++acrosses_;
    }
  }

  void add(const Cell& cell, Column& column) const {
    auto& paragraphs = column.printed.paragraphs;
    if (!column.expects() || begins_unit(text(cell), rules_)) paragraphs.emplace_back();
    paragraphs.back().push_back(cell.at);
    column.line = text(cell);
    column.full = cell.fills(measure_);
  }

  const std::string_view text_;
  const Rules& rules_;
  const WovenMeasure& measure_;
  std::vector<Column> columns_;
  std::vector<Span> between_;
  double down_ = 0, across_ = 0;  ///< continuation odds of full lines, added up
  std::size_t downs_ = 0, acrosses_ = 0;
};

std::vector<Span> lines_of(std::string_view text, Span run) {
  std::vector<Span> lines;
  for (std::size_t at = run.begin; at < run.end;) {
    const std::size_t end = std::min(text.find('\n', at), run.end);
    lines.push_back({at, at + text.substr(at, end - at).find_last_not_of(" \t") + 1});
    at = end + 1;
  }
  return lines;
}

std::optional<ReadAcross> unweave(std::string_view text, Span run, const Rules& rules) {
  std::vector<Span> rows = lines_of(text, run);
  const WovenMeasure measure(text, rows, rules);
  if (!measure.found()) return {};
  rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(measure.first_row()));
  Weave weave(text, rules, measure);
  if (!std::all_of(rows.begin(), rows.end(), [&](Span row) { return weave.read(row); }) || !weave.reads_down()) return {};
  return weave.take({rows.front().begin, rows.back().end});
}

}  // namespace

std::vector<ReadAcross> find_read_across(std::string_view text, const Rules& rules) {
  std::vector<ReadAcross> found;
  for (const Span run : find_woven(text))
    if (auto across = unweave(text, run, rules)) found.push_back(std::move(*across));
  return found;
}

}  // namespace jianbao
