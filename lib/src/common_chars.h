// The commonest characters of Chinese text.
#pragma once

namespace jianbao {

/// Whether a character stands in common.tsv. decode() takes no Rules, so these are always the built-in ones.
bool is_common(char32_t c);

}  // namespace jianbao
