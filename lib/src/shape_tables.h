// shapes.tsv, compiled, with the words that shapes in code end with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pattern.h"
#include "pattern_set.h"
#include "shape.h"
#include "suffix_index.h"
#include "tables.h"
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
  std::vector<Row> whole, start, tail, inside;  ///< by scope
  SuffixIndex took;   ///< behind who took a picture
  SuffixIndex pages;  ///< behind the number of a page
};

}  // namespace jianbao
