#include "clean/join_measure.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

#include "text/chars.h"

namespace jianbao {
namespace {

constexpr int kNarrowestColumn = 2 * 9;  // half characters: eight are a line of verse
constexpr int kNarrowestRunning = 2 * 6;  // where sentences end inside of lines, as in no verse
constexpr std::size_t kSureBlock = 4;    // lines that show a measure without the neighbours' word for it
constexpr std::size_t kSureAmongParagraphs = 8;
constexpr int kHanging = 6;              // marks that stand behind the measure, stray spaces

constexpr int kIndent = 4;  // of a paragraph's first line

}  // namespace

Measures::Measures(std::string_view text, PrintedLines lines) : text_(text), lines_(lines) {
  find_blocks();
  indented_ = shows_indents();
  choose_counting();
  find_measures();
  settle();
}

void Measures::settle() {
  find_neighbours();
  find_indents();
  any_ = std::any_of(blocks_.begin(), blocks_.end(), [](const Block& block) { return block.own > 0; });
  breaks_ = std::any_of(blocks_.begin(), blocks_.end(), [&](const Block& block) { return block.own > 0 && breaks_sentences(block); });
}

/// The lines below the first of a paragraph have no indent, as those of a verse have that is set off as a whole.
bool Measures::shows_indents() const {
  constexpr std::size_t kFew = 2;
  std::size_t paragraphs = 0;
  for (std::size_t i = 0; i + 1 < lines_.size() && paragraphs < kFew; ++i) paragraphs += lines_[i].indent > 0 && lines_[i + 1].indent == 0 && lines_[i + 1].blanks == 0;
  return paragraphs >= kFew;
}

bool Measures::breaks_sentences(const Block& block) const {
  for (std::size_t i = block.begin; i < block.end; ++i)
    if (is_in_column(i) && (lines_[i].comma || lines_[i].stop) && is_han(lines_[i].last)) return true;
  return false;
}

bool Measures::breaks_off_around(std::size_t begin, std::size_t end) const {
  constexpr int kFew = 2;
  const Block& block = blocks_[block_of_[begin]];
  int count = 0;
  for (std::size_t i = block.begin; i < block.end; ++i) count += (i < begin || i >= end) && is_in_column(i) && is_han(lines_[i].last);
  return count >= kFew;
}

void Measures::find_blocks() {
  block_of_.resize(lines_.size());
  const auto begins_block = [](const PrintedLine& line) { return line.blanks > 0; };
  blocks_.reserve(1 + static_cast<std::size_t>(std::count_if(lines_.begin(), lines_.end(), begins_block)));
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (i == 0 || lines_[i].blanks > 0) blocks_.push_back({i, i});
    blocks_.back().end = i + 1;
    block_of_[i] = blocks_.size() - 1;
  }
}

/// Sentences end inside of lines that break off: 的安危。条例用. Neither verse nor a list of slogans has such lines.
bool Measures::runs_on(const Block& block) const {
  constexpr std::size_t kFew = 2, kLeast = 6;  // such lines; lines
  if (block.lines() < kLeast) return false;
  std::size_t count = 0;
  for (std::size_t i = block.begin; i < block.end && count < kFew; ++i) {
    const std::string_view line = text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin);
    count += lines_[i].stop && is_han(lines_[i].last) && is_han(lines_[i].first) && line.find("。") != std::string_view::npos;
  }
  return count >= kFew;
}

/// The commonest width of a block, the wider of two equally common ones. Where all characters count
/// alike a mark at a line's end may hang behind the measure, so that such a line speaks for two widths.
Measures::Mode Measures::mode(const Block& block, bool even) {
  int least = 2 * kWidestColumn, most = 0;
  const int narrowest = lines_[block.begin].even_width < kNarrowestColumn && runs_on(block) ? kNarrowestRunning : kNarrowestColumn;
  for (std::size_t i = block.begin; i < block.end; ++i) {
    const int w = even ? lines_[i].even_width : lines_[i].width;
    if (w < narrowest || w > 2 * kWidestColumn || lines_[i].row) continue;
    ++widths_[static_cast<std::size_t>(w)];
    if (even && is_hanging(lines_[i].last)) ++hanging_[static_cast<std::size_t>(w - 2)];
    least = std::min(least, w);
    most = std::max(most, w);
  }
  Mode mode;
  std::uint32_t best = 0;  // lines that speak for it
  for (int w = least; w <= most; ++w) {
    const auto width = static_cast<std::size_t>(w);
    const std::uint32_t count = widths_[width] + (widths_[width] > 1 ? hanging_[width] : 0);  // one line shows no width that others may hang behind
    if (widths_[width] > 0 && count >= best) mode = {w, widths_[width]}, best = count;
    widths_[width] = hanging_[width] = hanging_[width - 2] = 0;
  }
  return mode;
}

/// Print and OCR set digits and letters half as wide as Han; text wrapped by counting does not. What makes more lines
/// equally wide is how this page counts.
void Measures::choose_counting() {
  std::array<std::size_t, 2> agreeing{};
  for (Block& block : blocks_) {
    if (block.lines() < 2) continue;
    for (const bool even : {false, true}) {
      block.modes[even] = mode(block, even);
      if (const std::size_t count = block.modes[even].lines; count > 1) agreeing[even] += count;
    }
  }
  even_ = 20 * agreeing[1] > 23 * agreeing[0] || is_counted();  // OCR gets some lines wrong: measured 1.1 on OCR, 1.18 and more on text
  slack_ = even_ ? 0 : 2;
}

/// Lines of Han alone are as wide in either way of counting, and where most are, only the others tell: of those of wrapped text 4 in 10 and more
/// are as wide as most lines of their block where all characters count alike, of printed ones fewer, and not more than in print's own counting.
bool Measures::is_counted() const {
  constexpr int kNarrow = 2, kLeast = 8;  // narrow characters of a line that tells; such lines
  std::array<int, 2> agreeing{};
  int lines = 0;
  for (const Block& block : blocks_) {
    if (block.lines() < 2) continue;
    for (std::size_t i = block.begin; i < block.end; ++i) {
      const PrintedLine& line = lines_[i];
      if (line.row || line.even_width - line.width < kNarrow) continue;
      ++lines;
      for (const bool even : {false, true}) {
        const Mode& common = block.modes[even];
        const int over = (even ? line.even_width : line.width) - common.width;
        agreeing[even] += common.lines > 1 && (over == 0 || (over == 2 && is_hanging(line.last)) || (over == -1 && !even));  // print stretches a line of half a character less
      }
    }
  }
  return lines >= kLeast && 4 * agreeing[1] >= 5 * agreeing[0] && 5 * agreeing[1] >= 2 * lines;
}

/// Most of the text stands in lines that are wider than columns: where a few short ones are of one width it is chance. But wide lines that
/// break off at one width are of a column as wide.
bool Measures::is_of_paragraphs() {
  constexpr int kWidest = 2 * 30;
  std::size_t wide = 0, all = 0;  // bytes
  for (const PrintedLine& line : lines_) {
    all += line.end - line.begin;
    if (line.width == 0 || line.width > kWidest) wide += line.end - line.begin;
  }
  return 2 * wide > all && width_of_breaks(kWidest) == 0;
}

/// The width at which three lines or more break off that are wider than `least`, right above another, if hardly any others do; else 0.
int Measures::width_of_breaks(int least) {
  constexpr std::size_t kFew = 3;
  std::size_t breaks = 0, most = 0;
  int widest = 0, common = 0;
  for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
    const int w = width(i);
    if (w <= least || w > 2 * kWidestColumn || lines_[i + 1].blanks > 0 || lines_[i].row || ends_sentence(text_, lines_[i])) continue;
    ++breaks;
    widest = std::max(widest, w);
    const int narrower = w - (is_hanging(lines_[i].last) ? 2 : 0);  // a mark may stand behind the measure
    for (int speaks = w; speaks >= narrower; speaks -= 2)
      if (const std::size_t count = ++widths_[static_cast<std::size_t>(speaks)]; count >= most) most = count, common = speaks;
  }
  std::fill(widths_.begin(), widths_.begin() + widest + 1, 0u);
  return most >= kFew && 4 * most >= 3 * breaks ? common : 0;
}

void Measures::find_measures() {
  const auto near = [](int a, int b) { return std::abs(a - b) <= 2; };
  const bool paragraphs = is_of_paragraphs();
  int last = 0;
  for (Block& block : blocks_) {
    const Mode common = block.modes[even_];
    const bool sure = paragraphs ? block.lines() >= kSureAmongParagraphs : block.lines() >= kSureBlock || near(common.width, last);
    if (common.lines >= 2 && sure && has_marks(block) && is_column(block, common.width)) block.own = last = common.width;
  }
  if (last == 0) find_measure_of_page();
}

/// Paragraphs of two or three lines each show no measure, but all those of a page do, which break off at one width.
void Measures::find_measure_of_page() {
  const int measure = width_of_breaks(kNarrowestColumn - 1);
  if (measure == 0) return;
  for (Block& block : blocks_) {
    bool fills = block.lines() > 1;
    for (std::size_t i = block.begin; fills && i + 1 < block.end; ++i) fills = width(i) >= measure - slack_ && width(i) <= measure + kHanging;
    if (fills && width(block.end - 1) <= measure + kHanging) block.own = measure;
  }
}

void Measures::find_neighbours() {
  int last = 0, next = 0;
  for (Block& block : blocks_) {
    if (block.own > 0) last = block.own;
    block.before = last;
  }
  for (auto block = blocks_.rbegin(); block != blocks_.rend(); ++block) {
    block->after = next;
    if (block->own > 0) next = block->own;
  }
}

/// A few lines without a mark are the decks of a headline, or a list; of many lines of running text one in four has a mark or a figure at least, and
/// hardly one of verse without marks.
bool Measures::has_marks(const Block& block) const {
  constexpr std::size_t kFew = 6, kOf = 4;
  std::size_t marks = 0, figures = 0;
  for (std::size_t i = block.begin; i < block.end; ++i) {
    const bool has = lines_[i].comma || lines_[i].stop;
    marks += has;
    figures += !has && lines_[i].width < lines_[i].even_width;
  }
  return marks > 0 && (block.lines() <= kFew || kOf * (marks + figures) >= block.lines());
}

/// A column of this measure has hardly a wider line, and of those that fill it most break off inside a sentence.
/// Paragraphs of one line each are of all widths and end their sentences.
bool Measures::is_column(const Block& block, int measure) const {
  std::size_t wider = 0, full = 0, open = 0;
  for (std::size_t i = block.begin; i < block.end; ++i) {
    const int w = width(i);
    wider += w == 0 || w > measure + kHanging;
    const bool fills = w >= measure - slack_ && w <= measure + kHanging;
    full += fills;
    open += fills && !ends_sentence(text_, lines_[i]) && fold(lines_[i].last) != U'；';  // items of a list are parts of a sentence
  }
  return 6 * wider <= block.lines() && 4 * full >= block.lines() && 2 * open >= full;
}

/// Behind a line that ends early a paragraph begins. Where such lines fill the column themselves, none had an indent that
/// OCR does not show, and a title that leaves room is no full line.
void Measures::find_indents() {
  int flush = 0, narrower = 0;
  for (std::size_t i = 1; i < lines_.size(); ++i) {
    const int measure = blocks_[block_of_[i]].own;
    if (measure == 0 || block_of_[i - 1] != block_of_[i] || ends_sentence(text_, lines_[i])) continue;
    if (width(i - 1) >= measure - kIndent - slack_) continue;
    flush += is_in_column(i);
    narrower += width(i) <= measure - kIndent + 1 && width(i) >= measure - kIndent - slack_;
  }
  // Of printed pages as OCR reads them 5 % of the lines at most stand so, short ones before them being torn; of text that was wrapped 19 % and more.
  flush_ = flush > narrower && 10 * flush > static_cast<int>(lines_.size());
}

bool Measures::fills(std::size_t i, int measure, int slack) const {
  if (measure == 0 || width(i) > measure + kHanging) return false;
  return width(i) + first_unit(text_, lines_[i + 1], even_) > measure - slack;
}

bool Measures::begins_paragraph(std::size_t i) const {
  const Block& block = blocks_[block_of_[i]];
  if (indented_ || slack_ == 0 || block.own == 0 || i != block.begin || i + 1 == block.end || width(i) == 0) return false;
  return width(i) <= block.own - kIndent + 1 && fills(i, block.own, slack_ + kIndent);
}

bool Measures::is_flush(std::size_t i) const {
  if (i >= lines_.size() || indented_ || flush_ || slack_ == 0 || i == blocks_[block_of_[i]].begin) return false;
  return is_in_column(i) && !ends_sentence(text_, lines_[i]);
}

bool Measures::is_in_column(std::size_t i) const {
  const int measure = blocks_[block_of_[i]].own;
  return measure > 0 && width(i) >= measure - slack_ && width(i) <= measure + kHanging;
}

int Measures::least_width(std::size_t i) const {
  const int measure = blocks_[block_of_[i]].own;
  return measure > 0 ? measure - slack_ : kNarrowestColumn;
}

bool Measures::may_be_full(std::size_t i) const { return width(i) >= least_width(i); }

bool Measures::may_end_in_gap(std::size_t i) const {
  constexpr int kGap = 2;
  return width(i) + kGap >= least_width(i);
}

bool Measures::is_narrow(std::size_t i) const {
  const Block& block = blocks_[block_of_[i]];
  const int measure = block.own > 0 ? block.own : std::max(block.before, block.after);
  return width(i) + 2 * kIndent < measure;
}

bool Measures::is_full(std::size_t i, bool first) const {
  if (i + 1 >= lines_.size() || width(i) == 0 || lines_[i + 1].width == 0) return false;
  const int slack = slack_ + (first && slack_ > 0 && !indented_ && !flush_ ? kIndent : 0);
  const Block& block = blocks_[block_of_[i]];
  if (block.own > 0) return fills(i, block.own, slack);
  // A neighbour's measure is not that of a paragraph in one line: of 一、慢一点出示 below a poem, and its text.
  const auto fills_as = [&](int measure) { return width(i + 1) <= 2 * measure && fills(i, measure, slack); };
  return fills_as(block.before) || fills_as(block.after);
}

}  // namespace jianbao
