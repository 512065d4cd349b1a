// Labels that are gone altogether: which unnumbered blocks are members of a list that misses some.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "jianbao/articles.h"
#include "numbering/numbering_sequence.h"

namespace jianbao {

/// A place in a list where labels are missing: behind block `after` (if `bounded`) and before block `before`.
struct Hole {
  std::size_t after = 0, before = 0;
  bool bounded = false;
  std::size_t missing = 0;
};

/// The blocks that must have carried the missing labels: exactly as many as are missing that look like the member behind the
/// hole, as headings, as paragraphs that a short sentence leads, or as parts of one sentence. Empty where they are not as many.
std::vector<std::size_t> find_lost(const Article& article, const LabelMark& behind, const Hole& hole,
                                   const std::function<bool(std::size_t)>& is_taken);

/// Whether a block must be a further member of a list whose last member stands right before it: the members are parts of one
/// sentence (；) and the last one leaves it open.
bool continues_sentence(const Article& article, std::size_t member_before, std::size_t last, std::size_t block);

}  // namespace jianbao
