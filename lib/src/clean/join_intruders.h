// Lines that stand between the printed lines of a text and are of none of them: the head of a page that OCR reads in the midst of a column, where
// the text goes on, specks. Neither half of the text is joined to them.
#pragma once

#include "clean/join_page.h"

namespace jianbao {

/// PrintedLine::intrudes. By its own form a line is furniture or a scrap (intruders.tsv), or nothing but signs.
void mark_intruders(JoinPage& page);

}  // namespace jianbao
