#include "split/line_patterns.h"

#include <algorithm>

#include "split/line_prose.h"
#include "split/source_line.h"
#include "text/chars.h"

namespace jianbao {

std::optional<Shape> match_whole(const LineText& line) {
  const bool is_long = line.chars > kLongestBrief, may_be_title = is_long && !has_end(line.text) && line.text.find("，") == std::string_view::npos;
  const ShapeTable::Row* const found = line.table.whole.find(line.met(), line.text, [&](const ShapeTable::Row& row) {
    const bool tried = !is_long || row.pattern.begins_with_literal() || (may_be_title && row.shape == Shape::document_title);
    return tried && row.pattern.matches(line.text);
  });
  return found ? std::optional(found->shape) : std::nullopt;
}

std::optional<Shape> match_start(const LineText& line) {
  const char32_t first = fold(first_char(line.text));
  Pattern::Match match;
  const ShapeTable::Row* const found = line.table.start.find(line.signs, line.text, [&](const ShapeTable::Row& row) {
    if ((!row.pattern.begins_with_literal() && is_opening(first)) || !row.pattern.matches(line.text, 0, &match)) return false;
    // （中央社記者許若望港東5日電） begins what stands behind it; alone on its line it ends an article.
    return row.shape != Shape::dateline || ((first != U'（' || match.end != line.text.size()) && is_source(line.text, match, line.rules));
  });
  return found ? std::optional(found->shape) : std::nullopt;
}

std::optional<Shape> shape_of_words(std::string_view text, const Rules& rules) {
  const auto chars = static_cast<std::uint32_t>(count_chars(text));
  return match_whole({text, std::min(chars, kLongestBrief), rules, rules.tables().compiled<ShapeTable>()});
}

}  // namespace jianbao
