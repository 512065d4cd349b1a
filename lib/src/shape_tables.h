// shapes.tsv and words.tsv, compiled.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pattern.h"
#include "pattern_set.h"
#include "shape.h"
#include "tables.h"

namespace jianbao {

/// words.tsv: lists of words that patterns name as {@list}.
struct WordTable {
  explicit WordTable(const Rules::Tables& tables);
  const std::vector<std::string>& list(std::string_view name) const;
  Pattern::WordLists lists() const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> lists_;
};

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
};

}  // namespace jianbao
