// What a line is on its page, whether anything is joined or not: a line of verse, of a list, of noise, of several columns. mark_…() set their
// mark on all PrintedLines at once, before the first is joined, as what a line is shows by those around it; the others are asked for few lines.
// Numbers of lines are those of JoinPage::lines, and `end` is behind the last.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "clean/join_page.h"
#include "clean/unweave.h"

namespace jianbao {

/// No longer than a line of verse: two phrases of seven with their marks.
bool is_short(const PrintedLine& line);

/// 问：, 记者：, 周长根：, in bytes; 0 where a line begins with no label.
std::size_t label_length(std::string_view line);

/// PrintedLine::verse. Lines of verse: short, and each ends with a mark, as those of a narrow column do by chance only; four of them, or three that are all
/// there is but for a title and a name. An empty line may part them all, as it parts the paragraphs of a page.
void mark_verses(JoinPage& page);

/// Whether a line that does not fill a column stands among others as short, as in verse without marks.
bool is_among_short(const JoinPage& page, std::size_t i);

/// Whether lines are of one width, in either way of counting; the last of them may end a paragraph.
bool are_as_wide(const JoinPage& page, std::size_t begin, std::size_t end);

/// PrintedLine::listed. The rows of a table and the lines of a list: some that stand together and are made alike.
void mark_lists(JoinPage& page);

/// No line of a list goes on in the next, but for the last one where it breaks off. Behind the rows of a table text may stand.
bool is_list_between(const JoinPage& page, std::size_t i);

/// PrintedLine::speaks. A label that stands behind the end of a sentence twice or more, and begins a paragraph once at least, as 问： or the name of who speaks, begins one wherever it stands.
void mark_speakers(JoinPage& page);

/// PrintedLine::gap. Where text was wrapped by counting, a wide space of it ends or begins some of its lines. Where many lines have one there, the
/// page is set so.
void mark_gaps(JoinPage& page);

/// PrintedLine::noise. What was read in a picture goes on in nothing. `noise`: bytes of the text, in order.
void mark_noise(JoinPage& page, const std::vector<Span>& noise);

/// PrintedLine::woven. A line of several columns does not go on in the next one.
void mark_woven(JoinPage& page, const std::vector<ReadAcross>& columns);

}  // namespace jianbao
