// Tables whose rows a narrow column wraps: where a printed line ends inside of a row, and whether between two cells of it.
#pragma once

#include "clean/join_page.h"

namespace jianbao {

/// Sets PrintedLine::row_end of the lines of such tables: below heads of three columns or more, rows of as many cells with figures in them, of which lines that
/// fill the column hold a part. Tables with a row a line are left alone.
void mark_tables(JoinPage& page);

}  // namespace jianbao
