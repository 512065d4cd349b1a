// Lines that are whole, though several of them are as wide as a column could be: notices of a line each, questions and answers, riddles,
// slogans, verse. Widths alone cannot tell them from a few printed lines; where they end and begin can.
#pragma once

#include "clean/join_page.h"

namespace jianbao {

/// Takes their measure from the blocks that no column made, on a page that shows no column for sure.
void drop_chance_measures(JoinPage& page);

}  // namespace jianbao
