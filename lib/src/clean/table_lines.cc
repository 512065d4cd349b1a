#include "clean/table_lines.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "text/chars.h"

namespace jianbao {
namespace {

constexpr int kWide = 2;                      // half characters of one of full width
constexpr std::size_t kLeastCells = 3, kLeastRows = 2, kMostLines = 6;  // lines of one row

bool is_gap(std::string_view text, std::size_t at) { return char_at(text, at) == U'\u3000' || text.substr(at).starts_with("  "); }

/// How many cells a line holds; gaps at its ends part none.
std::size_t count_cells(std::string_view line) {
  std::size_t cells = 0;
  bool inside = false;
  for (std::size_t at = 0; at < line.size();) {
    if (is_han_lead(line[at])) {
      cells += !inside;
      inside = true;
      at = skip_han(line, at, line.size());
      continue;
    }
    const bool gap = is_gap(line, at);
    cells += !gap && !inside && !is_space(char_at(line, at));
    inside = !gap && (inside || !is_space(char_at(line, at)));
    next_char(line, at);
  }
  return cells;
}

/// 借款人　合同编号　担保人; 主编：何大林　视觉：方小禾　校对：潘水根 are labels with their values.
bool may_be_heads(std::string_view line) {
  if (count_cells(line) < kLeastCells) return false;
  for (std::size_t at = 0; (at = skip_han(line, at, line.size())) < line.size();)
    if (const char32_t c = next_char(line, at); is_digit(c) || fold(c) == U'：') return false;
  return true;
}

bool has_digit(std::string_view line) {
  for (std::size_t at = 0; (at = skip_han(line, at, line.size())) < line.size();)
    if (is_digit(next_char(line, at))) return true;
  return false;
}

/// The lines of a page that stand together with a table, and its rows as far as they can be told.
class WrappedTable {
 public:
  WrappedTable(JoinPage& page, std::size_t heads) : page_(page), heads_(heads), end_(heads + 1) {
    std::size_t begin = heads;
    while (begin > 0 && page.lines[begin].blanks == 0 && heads - begin < kReach) --begin;
    while (end_ < page.lines.size() && page.lines[end_].blanks == 0 && end_ - heads < kReach) ++end_;
    for (std::size_t i = begin; i < end_; ++i) widest_ = std::max(widest_, width(i));
    end_ = std::min(page.lines.size(), heads + kReach);  // an empty line may stand between two rows
  }

  /// Marks the rows and returns the line behind the last of them; the line behind the heads where they are no wrapped table.
  std::size_t mark() {
    std::size_t at = heads_, rows = 0, columns = 0;
    bool wrapped = false;
    std::vector<RowEnd> ends;
    while (at < end_) {
      const std::size_t begin = at, known = ends.size();
      const std::size_t cells = read_row(at, columns, ends);
      const bool below_heads = rows == 1 && page_.lines[begin].blanks > 0;  // no table parts its heads from its rows
      const bool fits = rows == 0 ? cells >= kLeastCells : cells == columns && holds_digit(begin, at) && !below_heads;
      if (!fits) {
        ends.resize(known);
        at = begin;
        break;
      }
      if (rows++ == 0) columns = cells;
      wrapped = wrapped || at > begin + 1;
    }
    if (!wrapped || rows < 1 + kLeastRows) return heads_ + 1;
    for (std::size_t i = 0; i < ends.size(); ++i) page_.lines[heads_ + i].row_end = ends[i];
    return at;
  }

 private:
  static constexpr std::size_t kReach = 60;  // lines

  std::string_view view(std::size_t i) const { return page_.view(page_.lines[i]); }
  int width(std::size_t i) const { return page_.lines[i].even_width + (ends_in_gap(i) ? kWide : 0); }
  bool ends_in_gap(std::size_t i) const { return page_.lines[i].end < page_.lines[i].break_at && is_gap(page_.text, page_.lines[i].end); }
  bool begins_with_gap(std::size_t i) const { return page_.lines[i].indent == 1; }
  bool holds_digit(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
      if (has_digit(view(i))) return true;
    return false;
  }

  /// Reads one row from `at` on, moves behind it and returns how many cells it has. `columns`: how many it should have, 0 where that is not known.
  std::size_t read_row(std::size_t& at, std::size_t columns, std::vector<RowEnd>& ends) const {
    constexpr int kHanging = 2 * kWide;
    std::size_t cells = count_cells(view(at)), lines = 1;
    for (; at + 1 < end_ && lines < kMostLines; ++at, ++lines) {
      if (page_.lines[at + 1].blanks > 0) break;
      const bool gap = ends_in_gap(at) || begins_with_gap(at + 1);
      if (!gap && width(at) + kHanging < widest_) break;
      const std::size_t with_next = cells + count_cells(view(at + 1)) - (gap ? 0 : 1);
      if (columns == 0 ? has_digit(view(at + 1)) : with_next > columns || (cells == columns && !is_rest_of_cell(at))) break;
      cells = with_next;
      ends.push_back(gap ? RowEnd::gap : RowEnd::inside);
    }
    ends.push_back(RowEnd::ends);
    ++at;
    return cells;
  }

  /// 318476.2⏎0, 刘⏎敦江 over another row: what may be the rest of a row's last cell.
  bool is_rest_of_cell(std::size_t i) const {
    constexpr int kShort = 4 * kWide;
    const PrintedLine &line = page_.lines[i], &next = page_.next(i);
    if (is_digit(next.first) || next.first == '.') return is_digit(line.last) || line.last == '.';
    return page_.is_between_han(i) && next.even_width <= kShort && i + 2 < end_ && has_digit(view(i + 2));
  }

  JoinPage& page_;
  const std::size_t heads_;
  std::size_t end_;
  int widest_ = 0;
};

/// A wide space, or two narrow ones.
bool may_have_gaps(const PrintedLine& line) { return (line.scanned->has & ScannedLine::wide_space) != 0 || line.scanned->spaces > 1; }

}  // namespace

void mark_tables(JoinPage& page) {
  for (std::size_t i = 0; i < page.lines.size();) {
    const PrintedLine& line = page.lines[i];
    const bool heads = line.row && may_have_gaps(line) && !line.noise && !line.woven && line.even_width > 0 && may_be_heads(page.view(line));
    i = heads ? WrappedTable(page, i).mark() : i + 1;
  }
}

}  // namespace jianbao
