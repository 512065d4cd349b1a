#include "clean/unweave.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "clean/column_gaps.h"
#include "clean/continuation.h"
#include "clean/headlines.h"
#include "clean/join_lines.h"
#include "clean/uneven_columns.h"
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

/// …客商不必再绕路了。（林一鸣）
bool is_signed(std::string_view line) {
  if (fold(last_char(line)) != U'）') return false;
  std::size_t at = line.size();
  while (at > 0 && fold(char_at(line, at = before(line, at))) != U'（') {}
  const std::string_view text = trim(line.substr(0, at));
  return !text.empty() && is_stop(last_char(text));
}

bool is_finished(std::string_view line) { return line.empty() || is_stop(last_char(line)) || fold(last_char(line)) == U'；' || is_signed(line); }

/// What stands of a column on one printed line.
struct Cell {
  Span at;
  std::size_t width = 0;
  std::size_t column = 0;
  bool indented = false;  ///< behind a wide gap, and no full line: who signs, a date

  bool fills(const ColumnPlace& place) const { return place.is_full(width) && !indented; }
};

/// A column as far as it has been read.
struct Column {
  ColumnPlace place;
  PrintedColumn printed;
  std::string_view line;  ///< its last line
  bool expects = false;   ///< it breaks off in the middle of a sentence, at the end of a full line
  SeamHead head;          ///< then: of the line
};

/// The best way to part a printed line and to give each cell to a column; columns follow one another from left to right.
class LineParting {
 public:
  LineParting(std::string_view line, const std::vector<ColumnPlace>& places, const std::vector<Column>& columns, const Rules& rules)
      : line_(line), columns_(columns), rules_(rules), borders_(borders_of(line, places)), expecting_(columns.size() + 1) {
    for (std::size_t c = 0; c < columns.size(); ++c) expecting_[c + 1] = expecting_[c] + (columns[c].expects ? 1 : 0);
  }

  /// From left to right, places of the line; empty where there is no way: more parts than columns.
  std::vector<Cell> cells() {
    best_.assign(borders_.size() * columns_.size(), {kNever, 0, 0});
    for (std::size_t begin = 0; begin + 1 < borders_.size(); ++begin) {
      SharedTail rest(trim(line_.substr(borders_[begin].gap.end)), rules_);
      for (std::size_t c = 0; c < columns_.size(); ++c) add_cells(begin, c, rest);
    }
    return trace();
  }

  double cost() const { return cost_; }  ///< of the way that was taken

 private:
  static constexpr double kNever = 1e9;

  /// The cheapest way up to a border whose last cell is one column's.
  struct Step {
    double cost;
    std::size_t begin;          ///< the border behind which the last cell begins
    std::size_t column_before;  ///< of the cell before it
  };

  Step& best(std::size_t border, std::size_t column) { return best_[border * columns_.size() + column]; }

  /// What it costs to pass over these columns.
  double missing(std::size_t from, std::size_t to) const { return kMissing * (expecting_[to] - expecting_[from]); }

  /// How well the text that begins there goes on with the column.
  static double goes_on(const Column& column, SharedTail& cell) {
    if (column.line.empty()) return 0;  // that of the column before may go on here
    const double odds = column.expects ? cell.continues(column.head) : cell.begins();
    return std::clamp(odds, -kMostSeam, kMostSeam);
  }

  /// What is set to the right edge of its column has a gap before it, and none behind.
  bool is_indented(std::size_t begin, std::size_t width, std::size_t column) const { return borders_[begin].wide && width + 2 < columns_[column].place.width; }

  /// `full`: the width of the column.
  static double cost_of(int width, int full, const WovenBorder& end, bool to_edge) {
    constexpr int kSlack = ColumnPlace::kSlack;
    double cost = end.cost;
    if (!end.wide && !to_edge) cost += kUneven * std::abs(width - full);
    if (width > full + kSlack / 2) cost += kTooWide * (width - full - kSlack / 2);
    if (width + kSlack < full && !end.wide && !to_edge) cost += kShort;  // behind a short line there is room
    return cost;
  }

  /// How far a cell stands from where the lines of the column begin, which is `from`; or from where they end, where it may be set to that edge.
  static double away(double from, int width, int full, bool to_edge) { return to_edge ? std::min(std::abs(from), std::abs(from + width - full)) : std::abs(from); }

  /// All cells of a column that begin at one place, where `rest` is what stands from there on.
  void add_cells(std::size_t begin, std::size_t column, SharedTail& rest) {
    double before = begin == 0 ? missing(0, column) : kNever;
    std::size_t column_before = 0;
    for (std::size_t p = 0; begin > 0 && p < column; ++p)
      if (const double cost = best(begin, p).cost + missing(p + 1, column); cost < before) before = cost, column_before = p;
    if (before >= kNever) return;
    const std::size_t left = borders_[begin].right;
    const ColumnPlace& place = columns_[column].place;
    const int full = static_cast<int>(place.width);
    const double from = static_cast<double>(left) - place.left;
    before -= goes_on(columns_[column], rest);
    for (std::size_t end = begin + 1; end < borders_.size(); ++end) {
      const WovenBorder& border = borders_[end];
      const int width = static_cast<int>(border.left - left);
      const bool to_edge = borders_[begin].wide && width + 2 < full;  // is_indented()
      const double cost = before + cost_of(width, full, border, to_edge) + kAway * away(from, width, full, to_edge);
      if (Step& step = best(end, column); cost < step.cost) step = {cost, begin, column_before};
      if (width > 2 * full) return;
      if (border.wide) before += kOverGap;
    }
  }

  std::vector<Cell> trace() {
    std::vector<Cell> cells;
    std::size_t border = borders_.size() - 1, column = 0;
    const auto total = [&](std::size_t c) { return best(border, c).cost + missing(c + 1, columns_.size()); };
    for (std::size_t c = 1; c < columns_.size(); ++c)
      if (total(c) < total(column)) column = c;
    cost_ = total(column);
    if (best(border, column).cost >= kNever) return cells;
    for (;;) {
      const Step& step = best(border, column);
      const std::size_t width = borders_[border].left - borders_[step.begin].right;
      cells.push_back({{borders_[step.begin].gap.end, borders_[border].gap.begin}, width, column, is_indented(step.begin, width, column)});
      if (step.begin == 0) break;
      border = step.begin, column = step.column_before;
    }
    std::reverse(cells.begin(), cells.end());
    return cells;
  }

  const std::string_view line_;
  const std::vector<Column>& columns_;
  const Rules& rules_;
  const std::vector<WovenBorder> borders_;
  std::vector<int> expecting_;  ///< columns before one that break off in the middle of a sentence
  std::vector<Step> best_;      ///< by border and column
  double cost_ = 0;
};

/// Lines of several columns, from top to bottom.
class Weave {
 public:
  Weave(std::string_view text, const Rules& rules, const std::vector<ColumnPlace>& places) : text_(text), rules_(rules), places_(places) {
    for (const ColumnPlace& place : places_) columns_.push_back({place, {}, {}});
  }

  /// False where the line does not part.
  bool read(Span row) {
    LineParting parting(text_.substr(row.begin, row.size()), places_, columns_, rules_);
    std::vector<Cell> cells = parting.cells();
    if (cells.empty()) return false;
    cost_ += parting.cost();
    for (Cell& cell : cells) cell.at = trimmed(text_, {row.begin + cell.at.begin, row.begin + cell.at.end});
    std::erase_if(cells, [](const Cell& cell) { return cell.at.empty(); });
    std::size_t end = row.begin;
    for (const Cell& cell : cells) leave_out({end, cell.at.begin}), end = cell.at.end;
    leave_out({end, row.end});
    weigh_down(cells);
    for (const Cell& cell : cells) add(cell, columns_[cell.column]);
    weigh_across(cells);
    return true;
  }

  /// By how much full lines go on below rather than beside them: the mean of natural logarithms of odds; nothing where few tell.
  std::optional<double> reads_down() const {
    constexpr std::size_t kFew = 4;
    if (downs_ < kFew || acrosses_ == 0) return {};
    return down_ / static_cast<double>(downs_) - across_ / static_cast<double>(acrosses_);
  }

  double cost() const { return cost_; }

  ReadAcross take(Span at, const std::vector<Span>& headlines) {
    ReadAcross across{at, {}, {}, std::move(between_)};
    const std::vector<std::size_t> firsts = place_headlines(text_, headlines, places_, begins());
    for (std::size_t h = 0; h < firsts.size(); ++h) across.headlines.push_back({headlines[h], firsts[h]});
    if (!across.headlines.empty()) across.at.begin = text_.rfind('\n', headlines.front().begin) + 1;
    for (std::size_t h = 0; h < across.headlines.size(); ++h) {
      const std::size_t next = h + 1 < headlines.size() ? headlines[h + 1].begin : text_.find('\n', headlines[h].end);
      if (const Span rule = trimmed(text_, {headlines[h].end, next}); !rule.empty()) across.between.push_back(rule);
    }
    for (Column& column : columns_) {
      column.printed.goes_on = column.expects;
      across.columns.push_back(std::move(column.printed));
    }
    return across;
  }

 private:
  /// How much more likely an article begins in each column than the one to the left goes on there: natural logarithms.
  std::vector<double> begins() const {
    std::vector<double> begins(columns_.size());
    for (std::size_t c = 1; c < columns_.size(); ++c) {
      const Column &column = columns_[c], &left = columns_[c - 1];
      if (column.printed.paragraphs.empty() || left.printed.paragraphs.empty()) continue;
      const Span first = column.printed.paragraphs.front().front();
      const std::string_view tail = text_.substr(first.begin, first.size());
      const double odds = left.expects ? -continuation_odds(left.head, tail, rules_) : begin_odds(tail, rules_);
      begins[c] = std::clamp(odds, -kMostSeam, kMostSeam);
    }
    return begins;
  }

  std::string_view text(const Cell& cell) const { return text_.substr(cell.at.begin, cell.at.size()); }

  void leave_out(Span gap) {
    if (const Span mark = trimmed(text_, gap); !mark.empty()) between_.push_back(mark);
  }

  /// Before the cells are added to their columns.
  void weigh_down(const std::vector<Cell>& cells) {
    for (const Cell& cell : cells)
      if (const Column& column = columns_[cell.column]; column.expects) down_ += continuation_odds(column.head, text(cell), rules_), ++downs_;
  }

  /// Behind that: each stands at the end of its column.
  void weigh_across(const std::vector<Cell>& cells) {
    for (std::size_t i = 0; i + 1 < cells.size(); ++i)
      if (const Column& column = columns_[cells[i].column]; column.expects) across_ += continuation_odds(column.head, text(cells[i + 1]), rules_), ++acrosses_;
  }

  void add(const Cell& cell, Column& column) const {
    auto& paragraphs = column.printed.paragraphs;
    if (!column.expects || begins_unit(text(cell), rules_)) paragraphs.emplace_back();
    paragraphs.back().push_back(cell.at);
    column.line = text(cell);
    column.expects = cell.fills(column.place) && !is_finished(column.line);
    if (column.expects) column.head = seam_head(column.line, rules_);
  }

  const std::string_view text_;
  const Rules& rules_;
  const std::vector<ColumnPlace>& places_;
  std::vector<Column> columns_;
  std::vector<Span> between_;
  double cost_ = 0;
  double down_ = 0, across_ = 0;  ///< continuation odds of full lines, added up
  std::size_t downs_ = 0, acrosses_ = 0;
};

std::vector<Span> lines_of(std::string_view text, Span run) {
  std::vector<Span> lines;
  for (std::size_t at = run.begin; at < run.end;) {
    const std::size_t end = std::min(text.find('\n', at), run.end);
    if (const std::size_t last = text.substr(at, end - at).find_last_not_of(" \t\r"); last != std::string_view::npos) lines.push_back({at, at + last + 1});
    at = end + 1;
  }
  return lines;
}

/// Columns, and what speaks against them, for each printed line.
struct Unwoven {
  ReadAcross across;
  double cost;
};

std::optional<Unwoven> unweave(std::string_view text, const WovenRun& run, const Rules& rules) {
  constexpr double kMore = 1, kMoreBelowHeadlines = 0;
  constexpr double kColumn = 1;  // of each line: the more columns, the more seams that words may go across by chance
  constexpr double kMostNumbered = 4.5;  // cost of a document's columns, from which on its numbers tell their order better: those of three of ten OCR pages cost less
  const bool headed = !run.headlines.empty();
  const std::vector<Span> rows = lines_of(text, run.at);
  const WovenMeasure measure(text, rows, rules);
  std::optional<Unwoven> best;
  const auto read = [&](const std::vector<ColumnPlace>& places, std::size_t first_row) {
    if (places.empty()) return;
    Weave weave(text, rules, places);
    for (std::size_t r = first_row; r < rows.size(); ++r)
      if (!weave.read(rows[r])) return;
    const auto down = weave.reads_down();
    const double cost = weave.cost() + kColumn * static_cast<double>(places.size() * rows.size());
    if (!down || *down < (headed ? kMoreBelowHeadlines : kMore) || (best && cost >= best->cost)) return;
    best = {weave.take({rows[first_row].begin, rows.back().end}, first_row == 0 ? run.headlines : std::vector<Span>{}), cost};  // else lines stand between
  };
  read(measure.columns(), measure.first_row());
  read(uneven_columns(text, rows), 0);
  if (best) best->cost /= static_cast<double>(rows.size());
  if (best && measure.numbered() && best->cost > kMostNumbered) return {};
  return best;
}

/// The parts of a run by themselves, or the whole where it comes apart no worse: what is printed in another row of the page has other columns.
std::vector<Unwoven> unweave_parts(std::string_view text, const WovenRun& run, const Rules& rules) {
  std::vector<Unwoven> parts;
  double cost = 0;
  for (const Span part : run.parts) {
    const bool headed = part.begin == run.at.begin;
    if (auto unwoven = unweave(text, {part, headed ? run.headlines : std::vector<Span>{}, {}}, rules)) cost += unwoven->cost, parts.push_back(std::move(*unwoven));
  }
  auto whole = unweave(text, run, rules);
  if (whole && (parts.empty() || whole->cost <= cost / static_cast<double>(parts.size()))) {
    parts.clear();
    parts.push_back(std::move(*whole));
  }
  return parts;
}

}  // namespace

std::vector<ReadAcross> find_read_across(std::string_view text, const Rules& rules) {
  std::vector<ReadAcross> found;
  for (const WovenRun& run : find_woven(text, rules))
    for (Unwoven& unwoven : unweave_parts(text, run, rules)) found.push_back(std::move(unwoven.across));
  return found;
}

}  // namespace jianbao
