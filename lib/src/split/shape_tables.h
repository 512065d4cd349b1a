// shapes.tsv, compiled, with the words that shapes in code end with.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "split/shape.h"
#include "tables/pattern.h"
#include "tables/pattern_edges.h"
#include "tables/pattern_set.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "tables/word_list.h"
#include "tables/word_table.h"
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
    const Row& operator[](std::size_t number) const { return rows_[number]; }
    auto begin() const { return rows_.begin(); }
    auto end() const { return rows_.end(); }

    /// The first of those whose pattern may match in a text, which begins and ends with what it can begin and end with and is a part of
    /// a line with such signs, for which `take(row)` is true; null where there is none.
    template <class Take>
    const Row* find(const LazySigns& signs, std::string_view text, Take take) const {
      return find(text, [](std::size_t) { return ~NeedsIndex::Block{0}; }, [&](const Row& row) { return row.pattern.may_match(signs.read()) && take(row); });
    }

    /// The same where it is known what needs of theirs the line meets.
    template <class Take>
    const Row* find(const NeedsIndex::Met& met, std::string_view text, Take take) const {
      return find(text, [&](std::size_t block) { return NeedsIndex::of(met, block); }, take);
    }

   private:
    static_assert(PatternEdges::kBlock == NeedsIndex::kBlock);

    template <class Wanted, class Take>
    const Row* find(std::string_view text, Wanted wanted, Take take) const {
      const Row* found = nullptr;
      edges_.each(text, wanted, [&](std::size_t number) {
        if (take(rows_[number])) found = &rows_[number];
        return found != nullptr;
      });
      return found;
    }

    std::vector<Row> rows_;
    PatternEdges edges_;  ///< of them
  };
  Rows whole, start, tail, inside;  ///< by scope
  NeedsIndex needs;                 ///< of `whole`, of whose many rows few are left by the ends of a text in the other scopes
  WordList saying, hearsay, offer;
  SuffixIndex took;   ///< behind who took a picture
  SuffixIndex pages;  ///< behind the number of a page
  PrefixIndex score_to;  ///< between the two figures of a score
  SuffixIndex no_headline_end;  ///< what no headline ends with
};

}  // namespace jianbao
