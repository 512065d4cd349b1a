// The measure of a column: how many characters its full lines hold.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/join_lines.h"

namespace jianbao {

/// The measures of a page's lines. Lines between empty lines are a block and share a measure; a block too small to show
/// one takes those of the blocks before and after it.
class Measures {
 public:
  Measures(std::string_view text, PrintedLines lines);

  /// Whether line `i` had no room for the beginning of the line behind it. `first`: the line begins a paragraph, and may
  /// have had an indent that OCR does not show.
  bool is_full(std::size_t i, bool first) const;
  /// Whether line `i`, the first of its block, is narrower than those below it by an indent that OCR does not show.
  bool begins_paragraph(std::size_t i) const;
  /// Whether line `i` begins where the column does, as no paragraph does on a page whose indents OCR does not show: it is as wide as the column.
  bool is_flush(std::size_t i) const;
  /// Whether any block shows a measure.
  bool any() const { return any_; }
  /// Whether the block of line `i` shows a measure of its own.
  bool has_own(std::size_t i) const { return blocks_[block_of_[i]].own > 0; }
  /// Whether line `i` fills the column of a block that shows its own measure.
  bool is_in_column(std::size_t i) const;
  /// Whether line `i` may fill its column with a wide space at its end; where its block shows no measure, whether it is as wide as columns are.
  bool may_end_in_gap(std::size_t i) const;
  /// Whether line `i` breaks off well before the column of its block, or of those around it, is full.
  bool is_narrow(std::size_t i) const;
  /// Whether a line of running text fills its column and breaks off: the measure is no chance of short lines.
  bool breaks_sentences() const { return breaks_; }
  /// Whether the text of the page was wrapped by counting, so that any line may be torn anywhere.
  bool is_wrapped() const { return even_ && breaks_; }
  /// Whether line `i` fills its column; where its block shows no measure, whether it is as wide as columns are.
  bool may_be_full(std::size_t i) const;
  /// Whether two lines that fill the column of a block break off, those of a part left out.
  bool breaks_off_around(std::size_t begin, std::size_t end) const;
  bool indented() const { return indented_; }  ///< the page shows the indents of its paragraphs

  /// Takes its measure from the block of line `i`; settle() when all are taken that are to be.
  void drop(std::size_t i) { blocks_[block_of_[i]].own = 0; }
  void settle();

 private:
  /// The commonest width of lines, and how many lines are so wide.
  struct Mode {
    int width = 0;
    std::size_t lines = 0;
  };

  struct Block {
    std::size_t begin = 0, end = 0;  ///< lines
    std::size_t lines() const { return end - begin; }
    std::array<Mode, 2> modes = {};  ///< by whether all characters count alike
    int own = 0;                     ///< in half characters; 0: none
    int before = 0, after = 0;       ///< of the nearest blocks that have one
  };

  void find_blocks();
  bool runs_on(const Block& block) const;
  Mode mode(const Block& block, bool even);
  void choose_counting();
  bool is_counted() const;
  void find_measures();
  bool is_of_paragraphs();
  int width_of_breaks(int least);
  void find_measure_of_page();
  void find_neighbours();
  bool has_marks(const Block& block) const;
  bool is_column(const Block& block, int measure) const;
  bool shows_indents() const;
  void find_indents();
  bool breaks_sentences(const Block& block) const;
  int least_width(std::size_t i) const;
  int width(std::size_t i) const { return even_ ? lines_[i].even_width : lines_[i].width; }
  bool fills(std::size_t i, int measure, int slack) const;

  std::string_view text_;
  PrintedLines lines_;
  std::array<std::uint32_t, 2 * kWidestColumn + 1> widths_{}, hanging_{};  ///< mode() counts lines by width in them; 0 between its calls
  std::vector<Block> blocks_;
  std::vector<std::size_t> block_of_;
  bool even_ = false, indented_ = false, breaks_ = false, any_ = false;
  bool flush_ = false;  ///< paragraphs begin without an indent, shown or not
  int slack_ = 0;  ///< how much narrower than the measure a full line may be
};

}  // namespace jianbao
