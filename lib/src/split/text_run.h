// The texts below a row of titles, one behind the other, and where in them another article may begin.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"
#include "split/draft_pairs.h"

namespace jianbao {

/// The lines of such texts, and where another text may begin.
struct TextRun {
  struct At {
    DraftLine line;
    std::size_t draft;
    bool begins_draft;
    bool reporters = false;  ///< 本报记者…: a byline, whatever OCR made of its names
    bool figures = false;    ///< a row of a table, of a programme
  };
  std::vector<At> lines;
  std::vector<DraftLine> bylines_apart;     ///< that stood over the text of another, and so belong to one of those behind it
  std::vector<Pairs> pairs;
  std::vector<std::size_t> cuts;            ///< line numbers, the first and the end among them
  std::vector<double> cut_gain;             ///< of a text that begins there
  std::vector<std::vector<std::uint64_t>> said;     ///< by title and line: the pairs of the title that stand in it, as bits
  std::vector<std::size_t> leads, bylines, tails, numbered;  ///< how many stand before a line
};

TextRun::At read_line(const DraftLine& line, std::size_t draft, bool begins_draft, const Page& page, const Rules& rules);

/// A byline over a dateline, which names its reporter itself, is that of another text.
void set_bylines_apart(TextRun& run);

bool is_byline(const TextRun::At& at);

/// A line that texts begin with: a dateline, a note of when a law was passed, an editor's word, a line over one of those.
bool begins_text(const TextRun& run, std::size_t at);

/// The line before it begins the text that this one goes on with, or would begin alone.
bool is_introduced(const TextRun& run, std::size_t at);
bool ends_text(const TextRun::At& at);

/// Numbered lines end with the byline of another text.
bool ends_numbers(const TextRun& run, std::size_t at);

/// A note in brackets behind numbered lines, and none below it: it says again when they were passed.
bool ends_document(const TextRun& run, std::size_t at);

/// Whether another article may begin at a line: its text or its byline, behind what has an end.
bool may_cut(const TextRun& run, std::size_t at);

}  // namespace jianbao
