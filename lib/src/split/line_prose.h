// Signs in a line of running text, which headlines and names have not.
#pragma once

#include <cstdint>
#include <string_view>

#include "split/line_text.h"

namespace jianbao {

/// Says who told it what: 9月2日，记者从县水务局获悉，…: in its first sentence, not far from its begin.
bool tells_what_was_learnt(std::string_view text, const Rules& rules);

/// 时，不负农民，: a character and a pause, as none of 1,678 headlines of real and made pages begins, but for numbers.
bool begins_with_rest_of_word(std::string_view text);

/// A mark that ends a sentence or a part of it stands at the end, brackets and quotation marks behind it or not.
bool has_end(std::string_view text);

/// A line with more marks than a title has, or with one at its end that a title does not end with.
bool reads_like_prose(std::string_view text, std::uint32_t chars);

/// 负责人介绍，…, 据了解，…: running text says who says what; a headline has a colon or quotes for it.
bool reports_speech(const LineText& line);

/// Marks alone: a rule or an ornament between items.
bool is_ornament(std::string_view text);

/// 。, 。”, ％。: the marks that a sentence ends with.
bool is_end_of_sentence(const LineText& line);

/// 此外，…: what stands before goes on.
bool begins_with_connective(std::string_view text, const Rules& rules);

/// With a mark that closes, parts or ends what stands before it.
bool begins_like_rest(std::string_view text);

}  // namespace jianbao
