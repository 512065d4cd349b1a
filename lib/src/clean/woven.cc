#include "clean/woven.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "clean/column_gaps.h"
#include "clean/headlines.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kLeastCell = 4;  // Han of a column's line, short ones left out
constexpr std::size_t kLeastRow = 24;  // Han of a line of several columns: hardly any column is as wide
constexpr std::size_t kLeastParted = 17;  // the same where a gap parts it
constexpr std::size_t kLongestRow = 900;  // bytes; a longer line is none of print
constexpr std::size_t kLeastRows = 4;
constexpr std::size_t kHeading = 8;   // Han of no part of a line that holds headings, or what else belongs to no column

struct Row {
  Span at;
  std::size_t han = 0, longest = 0;   ///< Han; those of the longest part
  std::size_t gaps = 0, cells = 0;    ///< wide ones; parts with a few Han
  bool comma = false, running = false;  ///< has a comma; or a stop
  bool ends = false;                    ///< one of its parts ends with a stop
};

Row read_row(std::string_view text, Span at) {
  Row row{at};
  const std::string_view line = text.substr(at.begin, at.size());
  std::size_t cell = 0;
  char32_t c = 0;
  for (std::size_t i = 0; i < line.size();) {
    if (const std::size_t begin = i; (i = skip_han(line, i, line.size())) > begin) {
      const std::size_t han = (i - begin) / 3;
      cell += han, row.han += han;
      c = 0;
      continue;
    }
    std::size_t next = i;
    const char32_t printed = next_char(line, next);
    if (const std::size_t end = may_begin_gap(printed) ? column_gap_end(line, i) : i; end > i) {
      row.cells += cell >= kLeastCell;
      row.longest = std::max(row.longest, cell);
      row.ends |= c == U'。';
      ++row.gaps;
      cell = 0;
      i = end;
      continue;
    }
    c = fold(printed);
    i = next;
    if (c == U'，') row.comma = row.running = true;
    else if (c == U'。') row.running = true;
    else if (is_han(c)) ++cell, ++row.han;
  }
  row.cells += cell >= kLeastCell;
  row.longest = std::max(row.longest, cell);
  row.ends |= c == U'。';
  return row;
}

/// 借款人　　担保人: a gap of wide spaces, and no indent.
bool has_wide_gap(std::string_view line) { return line.find("　　", skip_spaces(line, 0)) != std::string_view::npos; }

/// Whether rows may be parted: by a gap as wide as those of columns, or by a space inside of several lines below one another.
bool may_be_parted(std::string_view text) {
  if (text.find("   ") != std::string_view::npos || text.find('\t') != std::string_view::npos) return true;
  for (std::size_t at = text.find("　　"); at != std::string_view::npos; at = text.find("　　", at + 1))
    if (at > 0 && text[at - 1] != '\n' && !is_space(char_at(text, before(text, at)))) return true;  // no indent
  const auto is_wide = [&](std::size_t at) { return at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80; };
  std::size_t in_a_row = 0, line = 0;  // lines with such a space; the begin of the last one's next line
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', std::max(at + 1, line))) {
    if (at == 0 || !is_wide(at - 1) || !is_wide(text.find_first_not_of(' ', at))) continue;
    const std::size_t end = text.find('\n', line);
    in_a_row = at < end ? in_a_row + 1 : 1;
    if (in_a_row == kLeastRows) return true;
    const std::size_t next = text.find('\n', at);
    if (next == std::string_view::npos) return false;
    line = next + 1;
  }
  return false;
}

/// Where the lines that begin at `at` end, if an empty line follows them, they are too few for columns, and no gap parts them; else `at`.
std::size_t skip_few_lines(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t rows = 0; rows < kLeastRows && end < text.size() && text[end] != '\n'; ++rows) end = std::min(text.find('\n', end), text.size() - 1) + 1;
  const std::string_view lines = text.substr(at, end - at);
  return (end == text.size() || text[end] == '\n') && static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')) < kLeastRows && lines.find("   ") == std::string_view::npos ? end : at;
}

/// How many rows have a wide gap, or a narrow one where most have one: gaps between two columns stand one below the other, but for what figures shift.
std::size_t count_parted(std::string_view text, std::span<const Row> rows) {
  constexpr std::size_t kNarrowest = 16, kAway = 4;  // half characters
  std::map<std::size_t, std::size_t> places;
  for (const Row& row : rows) {
    const std::string_view line = text.substr(row.at.begin, row.at.size());
    const std::size_t width = half_widths(line);
    for (const ColumnGap& gap : column_gaps(line))
      if (!gap.wide && gap.left >= kNarrowest && gap.right + kNarrowest <= width) ++places[gap.left];
  }
  std::size_t most = 0;
  for (const auto& [place, count] : places) {
    std::size_t near = 0;
    for (auto it = places.lower_bound(place); it != places.end() && it->first <= place + kAway; ++it) near += it->second;
    most = std::max(most, near);
  }
  return most + static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row.gaps > 0; }));
}

/// As many Han as lines of several columns have, several parts, and the marks of sentences.
bool are_columns(std::string_view text, std::span<const Row> rows) {
  if (rows.size() < kLeastRows) return false;
  const auto count = [&](auto is) { return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), is)); };
  const bool parted = 2 * count([](const Row& row) { return row.cells > 1; }) >= rows.size();
  return (parted || 3 * count_parted(text, rows) >= 2 * std::max(rows.size(), kLeastRows)) && 3 * count([](const Row& row) { return row.running; }) >= rows.size() &&
         2 * count([](const Row& row) { return row.han >= (row.cells > 1 ? kLeastParted : kLeastRow); }) >= rows.size();
}

/// Rows below one another, as far as they may be a run. Empty lines part it: OCR sets one where it sees a paragraph end in any of the columns.
class RowRun {
 public:
  explicit RowRun(std::string_view text) : text_(text) {}

  bool empty() const { return rows_.empty(); }

  void add(const Row& row, bool behind_empty_line) {
    if (behind_empty_line && !empty()) parts_.push_back(rows_.size());
    rows_.push_back(row);
  }

  /// Nothing where the rows are no columns, together or between empty lines. The next run begins.
  std::optional<WovenRun> take(std::vector<Span> headlines) {
    std::optional<WovenRun> run;
    parts_.push_back(rows_.size());
    if (!empty()) run = WovenRun{{rows_.front().at.begin, rows_.back().at.end}, std::move(headlines), parts()};
    if (run && run->parts.empty() && !are_columns(text_, rows_)) run.reset();
    rows_.clear(), parts_.clear();
    return run;
  }

 private:
  std::vector<Span> parts() const {
    std::vector<Span> parts;
    std::size_t first = 0;
    for (const std::size_t end : parts_) {
      const std::span part(rows_.begin() + static_cast<std::ptrdiff_t>(first), rows_.begin() + static_cast<std::ptrdiff_t>(end));
      if (parts_.size() > 1 && are_columns(text_, part)) parts.push_back({part.front().at.begin, part.back().at.end});
      first = end;
    }
    return parts;
  }

  const std::string_view text_;
  std::vector<Row> rows_;
  std::vector<std::size_t> parts_;  ///< behind the last row of each
};

}  // namespace

bool may_be_woven(std::string_view text, const CleanScan& scan) {
  std::size_t in_a_row = 0;  // lines with a space
  for (const ScannedLine& line : scan.lines()) {
    if (!(line.has & (ScannedLine::space | ScannedLine::wide_space))) {
      in_a_row = 0;
      continue;
    }
    const std::string_view printed = text.substr(line.begin, line.end - line.begin);
    if (line.has & ScannedLine::tab || (line.spaces >= kColumnGap && printed.find("   ") != std::string_view::npos)) return true;
    if (line.has & ScannedLine::wide_space && has_wide_gap(printed)) return true;
    in_a_row = line.spaces > 0 ? in_a_row + 1 : 0;
    if (in_a_row == kLeastRows) return true;
  }
  return false;
}

std::vector<WovenRun> find_woven(std::string_view text, const Rules& rules) {
  std::vector<WovenRun> runs;
  if (!may_be_parted(text)) return runs;
  RowRun rows(text);
  std::vector<Span> headlines;
  const auto close = [&] {
    if (auto run = rows.take(std::exchange(headlines, {}))) runs.push_back(std::move(*run));
  };
  bool blank = true;  // before the line
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t end = blank && rows.empty() ? skip_few_lines(text, at) : at; end > at) {
      close();
      at = end;
    }
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const Span line = trimmed(text, {at, end});
    const Row row = end - at <= kLongestRow ? read_row(text, {at, end}) : Row{};
    const bool heads = !row.comma && !row.ends && row.longest < kHeading;
    const bool goes_on = !rows.empty() && !blank && row.gaps + row.cells > 0;
    if (auto cells = headlines_of(text, line, rules); !cells.empty()) close(), headlines = std::move(cells);
    else if (!heads && (row.cells > 1 || row.han >= kLeastRow || goes_on)) rows.add(row, blank);
    else if (!line.empty()) close();
    blank = line.empty();
    at = end + 1;
  }
  close();
  return runs;
}

}  // namespace jianbao
