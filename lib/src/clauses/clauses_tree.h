// The units of a document, out of its numbered blocks: what hangs under what, and which paragraphs belong to whom.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "jianbao/articles.h"
#include "jianbao/rules.h"

namespace jianbao {

struct Unit {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::size_t parent = kNone;
  std::vector<std::size_t> blocks;  ///< its own, in reading order; the first carries the label
  std::vector<bool> joined;         ///< of each block: whether it goes on in the sentence of the block before it
  bool numbered = false;            ///< false: text before, between or behind the units
  bool leaf = true;
  int paragraphs = 0;               ///< 款 of an article
  int paragraph = 0;                ///< of a unit under an article: the 款 of its parent that it hangs under
};

/// The units of an article in reading order. Relies on its blocks alone.
std::vector<Unit> build_units(const Article& article, const Rules& rules);

}  // namespace jianbao
