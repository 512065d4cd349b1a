#include "clean/join_marks.h"

#include <algorithm>
#include <functional>

#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

constexpr std::size_t kFewRows = 3;

/// Empty lines behind a line.
int gap_behind(const JoinPage& page, std::size_t i) { return i + 1 < page.lines.size() ? page.next(i).blanks : 0; }

bool ends_with_mark(const JoinPage& page, const PrintedLine& line) { return page.ends_clause(line) || fold(line.last) == U'，' || line.last == U'、'; }

/// It holds figures, or a gap.
bool may_be_listed(const PrintedLine& line) { return line.row || (!line.stop && line.width < line.even_width); }

/// As many lines as a list has at least stand together.
bool may_begin_list(const JoinPage& page, std::size_t i) {
  if (i + kFewRows > page.lines.size() || !may_be_listed(page.lines[i])) return false;
  for (std::size_t n = i + 1; n < i + kFewRows; ++n)
    if (page.lines[n].blanks > 0 || !may_be_listed(page.lines[n])) return false;
  return true;
}

/// Behind the lines that begin with one, stand together and are made alike.
std::size_t end_of_alike(const JoinPage& page, std::size_t i) {
  std::size_t end = i + 1;
  const Make make = make_of(page.text, page.lines[i]);
  if (make.parts == 0) return end;
  while (end < page.lines.size() && page.lines[end].blanks == 0 && may_be_listed(page.lines[end]) && make_of(page.text, page.lines[end]).parts == make.parts) ++end;
  return end;
}

/// Lines made of what running text is made of, too, may be alike by chance where they fill a column.
bool may_be_text(const JoinPage& page, std::size_t begin, std::size_t end) {
  const auto as_text = [&](const PrintedLine& line) { return make_of(page.text, line).as_text; };
  return are_as_wide(page, begin, end) && std::any_of(page.lines.begin() + static_cast<std::ptrdiff_t>(begin), page.lines.begin() + static_cast<std::ptrdiff_t>(end), as_text);
}

/// The third row or a later one of a table, with its figures or its gaps.
bool is_among_rows(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kFew = 3, kCells = 3;
  for (std::size_t n = 0; n < kFew; ++n)
    if (n > i || !page.lines[i - n].row || (n + 1 < kFew && page.lines[i - n].blanks > 0)) return false;
  return is_data_row(page.view(page.lines[i])) || count_fields(page.view(page.lines[i])) >= kCells;
}

/// Running text of a narrow column, whose lines end with marks by chance: those that end no sentence fill the column, which has others that break off.
bool fill_column(const JoinPage& page, std::size_t begin, std::size_t end) {
  constexpr int kFew = 2;
  int full = 0;
  for (std::size_t i = begin; i + 1 < end; ++i) {
    const bool fills = page.measures.is_in_column(i);
    if (!fills && !page.ends_sentence(page.lines[i])) return false;
    full += fills;
  }
  return full >= kFew && page.measures.breaks_off_around(begin, end);
}

constexpr std::size_t kWideSpace = 3;  // bytes

bool ends_in_gap(const JoinPage& page, const PrintedLine& line) { return line.break_at - line.end == kWideSpace && char_at(page.text, line.end) == 0x3000; }

bool begins_with_gap(const PrintedLine& line) { return line.indent == 1 && line.begin - line.print_begin == kWideSpace; }

}  // namespace

bool is_short(const PrintedLine& line) {
  constexpr int kLongestVerse = 2 * 16;  // two phrases of seven with their marks
  return line.even_width > 0 && line.even_width <= kLongestVerse && line.width > 0 && !line.row && line.first != '#';
}

std::size_t label_length(std::string_view line) {
  constexpr std::size_t kMost = 8;  // characters
  std::size_t at = 0, count = 0;
  while (at < line.size() && count <= kMost) {
    const char32_t c = fold(next_char(line, at));
    if (c == U'：') return count > 0 ? at : 0;
    if (!is_han(c) && !is_letter(c) && c != U'·') return 0;
    ++count;
  }
  return 0;
}

void mark_verses(JoinPage& page) {
  constexpr std::size_t kSure = 4, kFew = 3, kHead = 2;  // lines
  std::size_t block = 0;
  for (std::size_t i = 0; i < page.lines.size();) {
    if (page.lines[i].blanks > 0) block = i;
    const int gap = gap_behind(page, i);
    std::size_t end = i;
    while (end < page.lines.size() && is_short(page.lines[end]) && ends_with_mark(page, page.lines[end]) && (end == i || page.lines[end].blanks == gap)) ++end;
    if (end - i >= kFew && fill_column(page, i, end)) {
      i = end;
      continue;
    }
    const bool whole = gap == 0 && i - block <= kHead && (end == page.lines.size() || page.lines[end].blanks > 0);
    if (end - i >= (whole ? kFew : kSure))
      for (std::size_t j = i; j < end; ++j) page.lines[j].verse = true;
    i = std::max(end, i + 1);
  }
}

bool is_among_short(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kFew = 4;
  const int gap = gap_behind(page, i);
  std::size_t begin = i, end = i + 1;
  while (begin > 0 && i - begin < kFew && page.lines[begin].blanks == gap && is_short(page.lines[begin - 1])) --begin;
  while (end < page.lines.size() && end - i < kFew && page.lines[end].blanks == gap && is_short(page.lines[end])) ++end;
  return is_short(page.lines[i]) && end > i + 1 && end - begin >= kFew;
}

bool are_as_wide(const JoinPage& page, std::size_t begin, std::size_t end) {
  constexpr int kHanging = 4;
  const auto spread = [&](int PrintedLine::*width) {
    const auto [least, most] = std::minmax_element(page.lines.begin() + static_cast<std::ptrdiff_t>(begin), page.lines.begin() + static_cast<std::ptrdiff_t>(end - 1),
                                                   [&](const PrintedLine& a, const PrintedLine& b) { return a.*width < b.*width; });
    return (*most).*width - (*least).*width;
  };
  return end < begin + 2 || spread(&PrintedLine::width) <= kHanging || spread(&PrintedLine::even_width) <= kHanging;
}

void mark_lists(JoinPage& page) {
  for (std::size_t i = 0, end = 0; i < page.lines.size(); i = end) {
    end = may_begin_list(page, i) ? end_of_alike(page, i) : i + 1;
    if (end - i >= kFewRows && !may_be_text(page, i, end))
      for (std::size_t n = i; n < end; ++n) page.lines[n].listed = true;
  }
}

bool is_list_between(const JoinPage& page, std::size_t i) {
  if (page.next(i).listed) return true;
  const bool is_text = !page.next(i).row && (page.next(i).comma || page.next(i).stop) && !(is_digit(page.lines[i].last) && is_digit(page.next(i).first));
  const bool ends_list = page.lines[i].listed || (is_text && is_among_rows(page, i));
  return ends_list && !(page.is_between_han(i) && page.tears_word(i));
}

void mark_speakers(JoinPage& page) {
  if (!page.measures.breaks_sentences()) return;  // nothing is full
  struct Labelled {
    std::string_view label;
    std::size_t line = 0;
    bool begins = false;  ///< a paragraph, whatever the label says
    bool may_begin = false;
  };
  std::vector<Labelled> labelled;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const PrintedLine& line = page.lines[i];
    if (!(line.scanned->has & ScannedLine::colon)) continue;
    std::string_view label = page.view(line).substr(0, label_length(page.view(line)));
    if (label.empty()) continue;
    label = label.substr(0, before(label, label.size()));
    const bool behind_end = i > 0 && page.ends_clause(page.lines[i - 1]), apart = i == 0 || line.blanks > 0 || line.indent > 0;
    labelled.push_back({label, i, apart || (behind_end && !page.measures.is_full(i - 1, false)), apart || behind_end});
  }
  std::stable_sort(labelled.begin(), labelled.end(), [](const Labelled& a, const Labelled& b) { return a.label < b.label; });
  for (auto begin = labelled.begin(); begin != labelled.end();) {
    constexpr int kFew = 2;
    const auto end = std::find_if(begin, labelled.end(), [&](const Labelled& other) { return other.label != begin->label; });
    const bool speaks = std::any_of(begin, end, [](const Labelled& one) { return one.begins; }) && std::count_if(begin, end, [](const Labelled& one) { return one.may_begin; }) >= kFew;
    for (; begin != end; ++begin) page.lines[begin->line].speaks = speaks;
  }
}

void mark_gaps(JoinPage& page) {
  constexpr std::size_t kOf = 12;  // lines
  constexpr int kUsual = 2;        // characters of an indent
  std::vector<std::size_t> ends, begins;
  std::size_t indents = 0;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const PrintedLine& line = page.lines[i];
    if (line.end == line.break_at && line.begin == line.print_begin) continue;  // most lines
    indents += line.indent == kUsual;
    if (ends_in_gap(page, line)) ends.push_back(i);
    if (i > 0 && begins_with_gap(line)) begins.push_back(i - 1);
  }
  if (indents < begins.size() && !page.measures.is_wrapped()) begins.clear();  // such may be all the indent that paragraphs have
  for (const std::vector<std::size_t>& found : {std::cref(ends), std::cref(begins)}) {
    if (kOf * found.size() > kOf + page.lines.size()) continue;
    for (const std::size_t i : found) page.lines[i].gap = i + 1 < page.lines.size() && page.next(i).blanks == 0;
  }
}

void mark_noise(JoinPage& page, const std::vector<Span>& noise) {
  auto line = page.lines.begin();
  for (const Span place : noise) {
    while (line->end <= place.begin) ++line;
    line->noise = true;
  }
}

void mark_woven(JoinPage& page, const std::vector<ReadAcross>& columns) {
  auto line = page.lines.begin();
  for (const ReadAcross& across : columns)
    for (; line != page.lines.end() && line->begin < across.at.end; ++line) line->woven = line->begin >= across.at.begin;
}

}  // namespace jianbao
