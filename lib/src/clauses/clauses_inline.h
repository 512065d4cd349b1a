// Enumerations inside a paragraph that are no units of their own: 一是…；二是…, 首先…其次…, （1）…；（2）….
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/articles.h"
#include "numbering/numbering_styles.h"

namespace jianbao {

struct InlineItem {
  std::string label;            ///< `一是`
  std::string style;
  int number = 0;
  std::size_t label_begin = 0;  ///< bytes of the paragraph
  Span text;                    ///< without the label
};

/// The items of a paragraph from `begin` on, in order; chains of at least two that count from 1.
std::vector<InlineItem> find_inline_items(std::string_view paragraph, std::size_t begin, const NumberingStyles& styles);

/// Where a part of a block came from: exactly where cleaning left the block as it was, else all of the block.
std::vector<Span> cut_spans(const Block& block, std::size_t begin, std::size_t end);

}  // namespace jianbao
