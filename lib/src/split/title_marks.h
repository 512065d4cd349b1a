// The marks that titles have on a page which Markdown or a row of headlines tells, and whether the titles came out apart from their texts.
#pragma once

#include <vector>

#include "split/draft.h"

namespace jianbao {

/// A line of a head: column, kicker, title, subtitle or byline.
bool is_over_text(Role role);

/// The depth of the marks that titles have, and whether headings have others.
struct TitleMarks {
  int depth = 0;  ///< 0: they tell nothing
  bool of_titles_only = false;
};

/// Nearly all titles have marks of one depth and none of a higher one: whoever told regions apart knew no ranks of them. Marks that
/// rank titles were set by somebody who read the page, in order.
TitleMarks read_title_marks(const std::vector<Draft>& drafts);

/// A line over a text with the marks of titles, but for one that ends in what leads on to a title, and a byline. Without marks: one of a row of headlines.
bool has_marks_of_title(const DraftLine& line, int depth);

/// Whether titles came out apart from their texts: two are in a row, or one has nothing under it.
bool are_titles_apart(const std::vector<Draft>& drafts, int depth);

/// Where most lines with deeper marks than titles are headings, those that were taken for titles are as well: their texts go on above.
void rejoin_at_headings(std::vector<Draft>& drafts, int depth);

/// Where headings have marks of their own, a line with the marks of titles is one, whatever it looks like; so is one of a row of headlines.
void cut_at_titles(std::vector<Draft>& drafts, int depth);

}  // namespace jianbao
