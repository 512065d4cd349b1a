// shapes.tsv, compiled, with the words that shapes in code end with.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "char_signature.h"
#include "pattern.h"
#include "pattern_set.h"
#include "shape.h"
#include "suffix_index.h"
#include "tables.h"
#include "word_list.h"
#include "word_table.h"

namespace jianbao {

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
