// Labels, and figures of notices, that cleaning mended.
#pragma once

#include "jianbao/articles.h"
#include "jianbao/page.h"

namespace jianbao {

/// `第ニ条`, `二）`: where cleaning put a character of a label right, its block is flagged as one whose label is read from its neighbours
/// is, and its label keeps what was printed.
void flag_mended_labels(Article& article, const Page& page);

/// `编号4501030O8812`: where cleaning took a letter of a notice for a figure, its block is flagged in the same way.
void flag_mended_figures(Article& article, const Page& page);

}  // namespace jianbao
