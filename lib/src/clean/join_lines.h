// The lines of a page as joining sees them: how wide they are, how they begin and end.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "clean/clean_scan.h"
#include "jianbao/rules.h"

namespace jianbao {

/// Whether a line begins something of its own; `joins` of starts.tsv.
enum class Start : unsigned char { none, titled, ended, gap, open, author, never, alone };

/// How the line of a table ends: with the row, between two cells of it, inside of a cell; none: it is of no table that a column wraps.
enum class RowEnd : unsigned char { none, ends, gap, inside };

/// Widths are in half characters, so that both ways of counting stay whole.
struct PrintedLine {
  std::size_t begin = 0, end = 0;  ///< of its text, spaces at both ends left out
  std::size_t print_begin = 0;     ///< the same with the spaces before it
  std::size_t break_at = 0;        ///< the line end behind it
  int indent = 0;                  ///< in characters of full width; OCR sets ASCII spaces as it likes
  int width = 0;                   ///< half-width characters count as half; 0 where the line is too long to be a column's
  int even_width = 0;              ///< all characters count alike
  char32_t first = 0, last = 0;
  int blanks = 0;                    ///< empty lines before it
  bool hard_break = false;           ///< two spaces before the line end: Markdown's own line break
  bool comma = false, stop = false;  ///< has one
  bool unpaired = false;             ///< may have a bracket, a quote or a title's mark without its other one; where it is false it has none
  bool apart = false;              ///< its parts stand side by side, each by itself: titles that were read across a page
  bool noise = false;              ///< read in a picture
  bool intrudes = false;           ///< stands between two lines of a text and is of none, as joining finds
  bool woven = false;              ///< holds a line of each of several columns
  bool row = false;                  ///< reads as the row of a table or a list
  bool verse = false;                ///< one of several lines of verse, as joining finds
  RowEnd row_end = RowEnd::none;     ///< as joining finds
  bool listed = false;               ///< one of several lines made alike, as joining finds
  bool speaks = false;               ///< begins with a label that begins other paragraphs, as joining finds
  bool gap = false;                  ///< a wide space parts it from the next line, as joining finds
  bool goes_on = false;              ///< in the next line, as joining finds
  const ScannedLine* scanned = nullptr;  ///< where start_of() keeps its answer: each line is asked by several of its neighbours, and again by later passes
};

/// What a line of a list is made of, by what it begins with: 湖人118∶109勇士 and 凯尔特人126∶94尼克斯 are a word, a figure, a mark and a figure.
struct Make {
  unsigned parts = 0;   ///< 0: neither a figure nor a label is among them, or the line holds a sentence
  bool as_text = true;  ///< as running text is: words, figures and the marks between clauses
};
Make make_of(std::string_view text, const PrintedLine& line);

/// No column is wider than this many characters; a longer line is a paragraph.
inline constexpr int kWidestColumn = 60;

/// Lines of a page. Their count is at hand; that of a vector is worked out whenever it is asked for.
using PrintedLines = std::span<const PrintedLine>;

std::vector<PrintedLine> read_lines(std::string_view text, const CleanScan& scan);

/// Where every line of a column has an empty line behind it, those part nothing: the lines are closed up.
void close_up(std::span<PrintedLine> lines);

Start start_of(std::string_view line, const Rules& rules);
Start start_of(std::string_view text, const PrintedLine& line, const Rules& rules);

/// Whether a line begins as what stands below the title of a document and would be running text elsewhere: 1 总则.
bool stands_below_title(std::string_view text, const PrintedLine& line, const Rules& rules);

/// Whether a line begins with a decimal figure and what it counts, which begins nothing: 4.7亿元，….
bool begins_with_quantity(std::string_view text, const PrintedLine& line, const Rules& rules);
bool begins_with_quantity(std::string_view line, const Rules& rules);

/// A mark that may not stand at the beginning of a line.
bool is_hanging(char32_t c);

/// Ends a sentence, closing marks behind the stop passed over.
bool ends_sentence(std::string_view text, const PrintedLine& line);

/// Whether nothing but its indent says that a line begins something: 　　对面晾被子的女人⏎　　把一片阳光翻了个身, as in verse: the lines are short,
/// and no label begins them.
bool is_apart(std::string_view text, PrintedLines lines, std::size_t i, const Rules& rules);

/// The width of what cannot be torn at the beginning of a line: opening marks, one character or one number or word, and
/// what may not begin a line. `even`: all characters count alike.
int first_unit(std::string_view text, const PrintedLine& line, bool even);

}  // namespace jianbao
