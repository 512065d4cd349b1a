// shapes.tsv, compiled, with the words that shapes in code end with.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "split/shape.h"
#include "tables/pattern.h"
#include "tables/pattern_set.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "tables/word_list.h"
#include "tables/word_table.h"
#include "text/char_signature.h"

namespace jianbao {

/// In shapes.tsv and layout_shapes.tsv.
inline constexpr std::array<std::string_view, kShapes> kShapeNames = {
    "ornament", "folio", "paper", "staff", "jump", "jump_on", "fixture", "weather", "index", "tail", "dateline", "byline", "name", "tiny",
    "credit", "caption", "notice_heading", "notice_item", "notice_text", "notice_row", "date", "signature", "organisation", "row", "label", "label_title", "box_label",
    "document_title", "document_note", "letterhead", "turn", "closing", "aside", "deck", "brief", "brief_act", "brief_marked", "brief_unmarked", "brief_lead_in", "lead_on", "rubric", "verse", "offer", "imprint", "fragment", "headed", "prose"};

/// The shape of a name, or nothing.
std::optional<Shape> shape_named(std::string_view name);

struct ShapeTable {
  explicit ShapeTable(const Rules::Tables& tables);

  struct Row {
    std::string id;
    Shape shape;
    Pattern pattern;
  };

  /// The rows of one scope, in the order of the table.
  class Rows {
   public:
    using Numbers = std::vector<std::size_t>;

    void add(Row row);
    const Row& operator[](std::size_t number) const { return rows_[number]; }
    auto begin() const { return rows_.begin(); }
    auto end() const { return rows_.end(); }

    /// Those whose pattern may begin with a character.
    const Numbers& beginning_with(char32_t first) const { return by_first_[CharSignature::bit_of(first)]; }

   private:
    std::vector<Row> rows_;
    std::array<Numbers, CharSignature::kBits> by_first_;  ///< by the character's place in signatures
  };
  Rows whole, start, tail, inside;  ///< by scope
  WordList saying, offer;
  SuffixIndex took;   ///< behind who took a picture
  SuffixIndex pages;  ///< behind the number of a page
};

}  // namespace jianbao
