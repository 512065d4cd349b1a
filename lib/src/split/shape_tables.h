// shapes.tsv, compiled, with the words that shapes in code end with.
#pragma once

#include <array>
#include <bit>
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
#include "text/needs_index.h"

namespace jianbao {

/// In shapes.tsv and layout_shapes.tsv.
inline constexpr std::array<std::string_view, kShapes> kShapeNames = {
    "ornament", "folio", "paper", "staff", "jump", "jump_on", "fixture", "weather", "index", "tail", "dateline", "byline", "name", "tiny",
    "credit", "caption", "notice_heading", "notice_item", "notice_text", "notice_row", "date", "signature", "organisation", "row", "label", "label_title", "box_label",
    "document_title", "document_note", "letterhead", "turn", "preface", "closing", "aside", "deck", "brief", "brief_act", "brief_marked", "brief_unmarked", "brief_lead_in", "lead_on", "rubric", "verse", "offer", "imprint", "fragment", "headed", "series_head", "prose"};

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
    void add(Row row);
    void add_needs(NeedsIndex& needs);  ///< of all rows, once they are there
    const Row& operator[](std::size_t number) const { return rows_[number]; }
    auto begin() const { return rows_.begin(); }
    auto end() const { return rows_.end(); }

    /// The first of those whose pattern may match in a text, which begins and ends with what it can begin and end with and is a part of
    /// a line that meets such needs, for which `take(row)` is true; null where there is none.
    template <class Take>
    const Row* find(const NeedsIndex::Met& met, std::string_view text, Take take) const {
      const CharSignature::Bit first = CharSignature::bit_of(first_char(text)), last = CharSignature::bit_of(last_char(text));
      for (std::size_t block = 0; block < edges_.size(); ++block) {
        NeedsIndex::Block left = edges_[block].by_first[first] & edges_[block].by_last[last] & NeedsIndex::of(met, first_block_ + block);
        for (; left != 0; left &= left - 1)
          if (const Row& row = rows_[block * NeedsIndex::kBlock + static_cast<std::size_t>(std::countr_zero(left))]; take(row)) return &row;
      }
      return nullptr;
    }

   private:
    std::vector<Row> rows_;
    std::size_t first_block_ = 0;  ///< of their needs
    struct Edges {
      std::array<NeedsIndex::Block, CharSignature::kBits> by_first{}, by_last{};  ///< by the character's place in signatures
    };
    std::vector<Edges> edges_;  ///< by block
  };
  Rows whole, start, tail, inside;  ///< by scope
  NeedsIndex needs;                 ///< of those that are found by the ends of a text
  WordList saying, hearsay, offer;
  SuffixIndex took;   ///< behind who took a picture
  SuffixIndex pages;  ///< behind the number of a page
  PrefixIndex score_to;  ///< between the two figures of a score
  SuffixIndex no_headline_end;  ///< what no headline ends with
};

}  // namespace jianbao
