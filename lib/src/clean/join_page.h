// The page that joining looks at: its text, its lines, their measures and the tables, with what all parts of joining ask of a line and the
// next one. Widths are in half characters, as those of PrintedLine; places are bytes of the text.
//
//     join_marks   what a line is on its page: verse, list, noise, of several columns
//     join_intruders   what stands between the lines of a text and is of none
//     join_ends    what ends a text, so that nothing is joined to it
//     join_heads   what stands over a text
//     join_rows    what proves that a row of labels, names and figures goes on in the next line
//     join_torn    what proves that a line goes on in the next, though it fills no column
//     join_cuts    where the print went on in the next column
//     join         the decision, and the edits
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "clean/clean_scan.h"
#include "clean/continuation.h"
#include "clean/join_lines.h"
#include "clean/join_measure.h"
#include "clean/join_words.h"
#include "jianbao/rules.h"
#include "tables/tables.h"
#include "text/chars.h"

namespace jianbao {

/// How likely it is at least that a line end tears a word (word_torn). In 360,000 characters of right text no end of a
/// paragraph with a mark in it reached 2.5.
inline constexpr double kTornWord = 4.2;

/// A sentence cannot end with it.
inline bool is_open_end(char32_t c) {
  c = fold(c);
  return is_han(c) || c == U'，' || c == U'、' || is_opening(c);
}

/// Whoever asks for what stands behind line `i` (next, is_between_han, word_torn) has looked that there is a line. The marks of a line are
/// set once, before the first is joined; PrintedLine::goes_on from the first line to the last, so that of the lines before one it is known.
struct JoinPage {
  JoinPage(std::string_view of, std::span<PrintedLine> printed, const Rules& by) : text(of), lines(printed), rules(by), measures(of, printed) {}

  const PrintedLine& next(std::size_t i) const { return lines[i + 1]; }
  const LineEnds& ends() const { return rules.tables().compiled<LineEnds>(); }

  std::string_view view(const PrintedLine& line) const { return text.substr(line.begin, line.end - line.begin); }
  /// From the begin of one line to the end of another.
  std::string_view view(std::size_t first, std::size_t last) const { return text.substr(lines[first].begin, lines[last].end - lines[first].begin); }

  Start start(const PrintedLine& line) const { return start_of(text, line, rules); }
  bool ends_sentence(const PrintedLine& line) const { return jianbao::ends_sentence(text, line); }
  bool ends_clause(const PrintedLine& line) const { return !is_han(line.last) && ends_with_mark(line); }

  /// Whether a line fills its column.
  bool is_full(std::size_t i) const;

  /// The first line of the paragraph that line `i` is in, or the one `reach` lines before it where that is further down.
  std::size_t paragraph_begin(std::size_t i, std::size_t reach) const {
    std::size_t begin = i;
    while (begin > 0 && lines[begin - 1].goes_on && i - begin < reach) --begin;
    return begin;
  }

  bool is_between_han(std::size_t i) const { return is_han(lines[i].last) && is_han(next(i).first); }
  /// How likely it is that the end of line `i` tears a word: a natural logarithm (continuation.h).
  double word_torn(std::size_t i) const { return jianbao::word_torn(view(lines[i]), view(next(i))); }
  bool tears_word(std::size_t i) const { return word_torn(i) >= kTornWord; }

  std::string_view text;
  std::span<PrintedLine> lines;  ///< all that are not empty
  const Rules& rules;
  Measures measures;

 private:
  bool ends_with_mark(const PrintedLine& line) const;
};

}  // namespace jianbao
