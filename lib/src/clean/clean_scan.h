// One look at a text before the passes: its lines, and which of them hold anything a pass could work on. Nearly all lines of
// a right page hold nothing, so that cleaning one costs little more than this look.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "clean/edits.h"

namespace jianbao {

struct ScannedLine {
  /// What a line has; bits.
  enum : unsigned {
    odd = 1,    ///< a character that may not be in its proper form, or one of a rare block
    mark = 2,   ///< an ASCII mark, brackets or quotes that do not pair, or a comma behind a number that begins the line
    space = 4,  ///< an ASCII space or a tab
    comma = 8,  ///< a mark between clauses, of either width
    stop = 16,  ///< a mark that ends a sentence, of either width
    wide_space = 32,
    unreadable = 64,  ///< a character that may be private or lost
    colon = 128,      ///< of either width
    unpaired = 256,   ///< brackets or quotes that do not pair
    code = 512,       ///< an ASCII mark that code has, and hardly any text
    tab = 1024,
  };
  /// The passes that have found nothing in the line as it stands, and would not the next time; bits.
  enum : unsigned { of_unicode = 1, of_punct = 2, of_spaces = 4, of_characters = 8, of_junk = 16 };

  std::size_t begin = 0, end = 0;
  unsigned has = 0;
  unsigned settled = 0;
  std::uint32_t characters = 0;
  std::uint32_t spaces = 0;       ///< of ASCII
  std::uint32_t narrow = 0;       ///< half characters by which it is narrower in print than so many Han
  std::uint32_t traditional = 0;  ///< characters in traditional script; the pass over characters counts them
  mutable std::uint8_t start = 0;  ///< what start_of() (join_lines.h) has found, counted from 1; 0: it was not asked

  /// Half characters by which an ASCII character is narrower in print than Han. OCR sets spaces as it likes, and writes the
  /// wide marks of the print as narrow ones.
  static constexpr std::uint8_t narrowness(char c) {
    return c == ' ' ? 2 : std::string_view(",:;?!()").find(c) != std::string_view::npos ? 0 : 1;
  }

  bool needs(unsigned pass) const { return (settled & pass) == 0; }
};

class CleanScan {
 public:
  explicit CleanScan(std::string_view text);

  /// Go on to the text that changes have made of the one scanned; only the lines that they touch are looked at.
  void follow(const std::vector<Change>& changes, std::string_view text);

  std::span<const ScannedLine> lines() const { return lines_; }
  std::span<ScannedLine> lines() { return lines_; }
  bool any(unsigned bits) const { return (any_ & bits) != 0; }

  /// All passes are to look at all lines again.
  void unsettle() {
    for (ScannedLine& line : lines_) line.settled = 0;
  }

  /// Spaces around marks say nothing on this page: OCR set them.
  void set_loose() { loose_ = true; }
  bool is_loose() const { return loose_; }

  /// Spaces between Han say nothing in running text: OCR set them at random. Lines that were left with theirs are looked at again.
  void set_scattered() {
    scattered_ = true;
    for (ScannedLine& line : lines_) line.settled &= ~unsigned{ScannedLine::of_spaces};
  }
  bool is_scattered() const { return scattered_; }

  /// Marks or spaces of this page were mended: it was read by OCR, or typed without care.
  void set_damaged() { damaged_ = true; }
  bool is_damaged() const { return damaged_; }

 private:
  std::vector<ScannedLine> lines_, last_;
  unsigned any_ = 0;
  bool loose_ = false, scattered_ = false, damaged_ = false;
};

}  // namespace jianbao
