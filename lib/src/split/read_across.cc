#include "split/read_across.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "clean/continuation.h"
#include "clean/column_gaps.h"
#include "numbering/numbering.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kGap = 2;          // spaces between two columns at least, where no rule stands
constexpr int kLowestRank = 60;          // of a label that shows a column: 1． may number the cells of a table
constexpr std::size_t kMostColumns = 6;  // of text side by side

/// What stands of a column on one printed line.
struct Cell {
  Span at;
  std::size_t left = 0;  ///< half characters before it
};

struct Row {
  std::size_t line = 0;
  std::vector<Cell> cells;
  std::vector<Span> rules;  ///< what OCR made of those between the cells, and specks
};

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += next_char(text, at) < 0x300 ? 1 : 2;
  return width;
}

/// No line of print begins with a comma or a stop: it is a speck.
std::size_t skip_specks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = fold(next_char(text, next));
    if (c != U'，' && c != U'、' && c != U'。' && c != '.') break;
    at = next;
  }
  return skip_spaces(text, at);
}

Row read_row(const Page& page, const Line& line, std::size_t number) {
  const std::string_view text = page.view(line.span);
  Row row{number, {}, {}};
  std::size_t begin = 0, left = 0, measured = 0;  // the width of what stands before a byte
  const auto leave_out = [&](std::string_view marks) {
    const std::size_t at = line.span.begin + static_cast<std::size_t>(marks.data() - text.data());
    if (!marks.empty()) row.rules.push_back({at, at + marks.size()});
  };
  const auto add = [&](std::size_t end) {
    left += width_of(text.substr(measured, begin - measured));
    measured = begin;
    const std::size_t from = std::min(skip_specks(text, begin), end);
    leave_out(text.substr(begin, from - begin));
    if (end > from) row.cells.push_back({{line.span.begin + from, line.span.begin + end}, left});
  };
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t end = column_gap_end(text, at, kGap);
    if (end == at) {
      next_char(text, at);
      continue;
    }
    add(at);
    leave_out(trim(text.substr(at, end - at)));
    begin = at = end;
  }
  add(text.size());
  return row;
}

using Label = std::pair<std::string_view, int>;  // style and number

/// One column, as far as it has been read.
struct Column {
  double left = 0;
  std::vector<std::vector<Span>> paragraphs;
  std::string last;  ///< text of the last paragraph
};

class Block {
 public:
  Block(const Page& page, const Rules& rules, std::vector<Row> rows) : page_(page), rules_(rules), rows_(std::move(rows)) {}

  /// Those that inner columns begin with.
  std::vector<Label> labels() const {
    std::vector<Label> labels;
    for (const Row& row : rows_)
      for (std::size_t i = 1; i < row.cells.size(); ++i)
        if (const auto label = label_of(row.cells[i])) labels.push_back(*label);
    return labels;
  }

  /// Whether any text with a number goes on in its column, as no cell of a table does.
  bool goes_on(const std::vector<Column>& columns) const {
    return std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
      return std::any_of(column.paragraphs.begin(), column.paragraphs.end(), [&](const auto& paragraph) { return paragraph.size() > 1 && label_of({paragraph.front(), 0}); });
    });
  }

  std::vector<Column> read() {
    const Row& widest = *std::max_element(rows_.begin(), rows_.end(), [&](const Row& a, const Row& b) { return count_labels(a) < count_labels(b); });
    for (const Cell& cell : widest.cells) columns_.push_back({static_cast<double>(cell.left), {}, {}});
    for (const Row& row : rows_) {
      const std::vector<std::size_t> places = best_places(row);
      for (std::size_t i = 0; i < row.cells.size(); ++i) add(row.cells[i], columns_[places[i]]);
    }
    return std::move(columns_);
  }

 private:
  std::string_view text(const Cell& cell) const { return page_.view(cell.at); }

  std::optional<Label> label_of(const Cell& cell) const {
    const auto label = match_label(text(cell), rules_);
    if (!label || !label->strong || label->rank > kLowestRank) return {};
    return Label{label->style, label->number};
  }

  std::size_t count_labels(const Row& row) const {
    std::size_t n = row.cells.size();
    for (std::size_t i = 1; i < row.cells.size(); ++i) n += kMostColumns * label_of(row.cells[i]).has_value();
    return n;
  }

  static bool is_finished(const Column& column) { return column.last.empty() || is_stop(last_char(column.last)) || fold(last_char(column.last)) == U'；'; }

  /// 第三章 保管, which the next label can follow without a mark.
  bool is_division(std::string_view paragraph) const {
    const auto label = match_label(paragraph, rules_);
    return label && label->rank < kArticleRank;
  }

  /// What speaks against a cell in a column: how far it stands from it, and how ill it goes on there.
  double cost(const Cell& cell, const Column& column, const std::optional<SeamHead>& unfinished) const {
    constexpr double kTooFar = 0.2, kTooNear = 0.03, kMostSeam = 3;  // what OCR loses of the cells before it brings a cell nearer
    const double away = static_cast<double>(cell.left) - column.left, far = away > 0 ? away * kTooFar : -away * kTooNear;
    const double goes_on = unfinished ? continuation_odds(*unfinished, text(cell), rules_) : begin_odds(text(cell), rules_);
    return far - std::clamp(goes_on, -kMostSeam, kMostSeam);
  }

  /// The columns of a row's cells, from left to right; two share one where there is no other way.
  std::vector<std::size_t> best_places(const Row& row) const {
    constexpr double kShared = 4;
    const std::size_t cells = row.cells.size(), columns = columns_.size();
    std::vector<std::optional<SeamHead>> unfinished(columns);
    for (std::size_t c = 0; c < columns; ++c)
      if (!is_finished(columns_[c])) unfinished[c] = seam_head(columns_[c].last, rules_);
    std::vector<std::vector<double>> least(cells, std::vector<double>(columns));
    std::vector<std::vector<std::size_t>> from(cells, std::vector<std::size_t>(columns));
    for (std::size_t i = 0; i < cells; ++i)
      for (std::size_t c = 0; c < columns; ++c) {
        double best = i == 0 ? 0 : std::numeric_limits<double>::max();
        for (std::size_t p = 0; i > 0 && p <= c; ++p)
          if (const double sum = least[i - 1][p] + (p == c ? kShared : 0); sum < best) best = sum, from[i][c] = p;
        least[i][c] = best + cost(row.cells[i], columns_[c], unfinished[c]);
      }
    std::vector<std::size_t> places(cells);
    std::size_t at = static_cast<std::size_t>(std::min_element(least.back().begin(), least.back().end()) - least.back().begin());
    for (std::size_t i = cells; i-- > 0; at = from[i][at]) places[i] = at;
    return places;
  }

  void add(const Cell& cell, Column& column) const {
    const bool begins = is_finished(column) || match_label(text(cell), rules_) || (may_be_label(text(cell), rules_) && is_division(column.last));
    if (begins) column.paragraphs.emplace_back(), column.last.clear();
    column.paragraphs.back().push_back(cell.at);
    column.last += text(cell);
  }

  const Page& page_;
  const Rules& rules_;
  std::vector<Row> rows_;
  std::vector<Column> columns_;
};

class Reader {
 public:
  Reader(const Page& page, const Rules& rules, std::vector<Line>& lines) : page_(page), rules_(rules), lines_(lines) {}

  std::vector<Span> run() {
    std::vector<Row> rows;
    std::vector<Line> read;
    for (std::size_t i = 0; i <= lines_.size(); ++i) {
      Row row = i < lines_.size() && may_be_row(lines_[i]) ? read_row(page_, lines_[i], i) : Row{};
      if (row.cells.size() > 1 && row.cells.size() <= kMostColumns) {
        rows.push_back(std::move(row));
        continue;
      }
      put_out(rows, read);
      rows.clear();
      if (i < lines_.size()) read.push_back(lines_[i]);
    }
    lines_ = std::move(read);
    return std::move(rules_between_);
  }

 private:
  /// What goes on in printed lines below it, as a title that was torn does, is none.
  static bool may_be_row(const Line& line) { return line.depth == 0 && !line.beside && line.column == 0 && line.more.empty(); }

  void put_out(const std::vector<Row>& rows, std::vector<Line>& read) {
    Block block(page_, rules_, rows);
    std::vector<Column> columns;
    if (rows.size() > 1 && are_missing(block.labels())) columns = block.read();
    if (!block.goes_on(columns)) {
      for (const Row& row : rows) read.push_back(lines_[row.line]);
      return;
    }
    for (const Column& column : columns)
      for (const std::vector<Span>& paragraph : column.paragraphs) read.push_back(read_paragraph(page_, rules_, paragraph));
    for (const Row& row : rows) rules_between_.insert(rules_between_.end(), row.rules.begin(), row.rules.end());
  }

  /// Two at least are nowhere else on the page, which has the number before or behind them. Any list may begin with one.
  bool are_missing(const std::vector<Label>& labels) {
    if (labels.size() < 2) return false;
    if (!known_) find_labels();
    const auto is_missing = [&](const Label& label) {
      const auto has = [&](int number) { return on_page_.count({label.first, number}) + static_cast<std::size_t>(std::count(labels.begin(), labels.end(), Label{label.first, number})); };
      return label.second > 1 && has(label.second) == 1 && (has(label.second - 1) > 0 || has(label.second + 1) > 0);
    };
    return std::count_if(labels.begin(), labels.end(), is_missing) >= 2;
  }

  void find_labels() {
    known_ = true;
    for (const Line& line : lines_)
      if (line.label) ++on_page_[{line.label->style, line.label->number}];
  }

  const Page& page_;
  const Rules& rules_;
  std::vector<Line>& lines_;
  std::map<Label, std::size_t> on_page_;  // at the begin of lines
  bool known_ = false;
  std::vector<Span> rules_between_;
};

}  // namespace

void read_columns(const Page& page, const Rules& rules, std::vector<Line>& lines, std::vector<Span>& between) {
  if (page.text.find("   ") == std::string::npos && page.text.find('|') == std::string::npos) return;
  const std::vector<Span> rules_between = Reader(page, rules, lines).run();
  between.insert(between.end(), rules_between.begin(), rules_between.end());
}

}  // namespace jianbao
