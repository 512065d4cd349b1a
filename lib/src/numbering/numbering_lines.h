// Lines without a number that matter to numbering; compiled from numbering_words.tsv.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "jianbao/rules.h"
#include "tables/pattern.h"
#include "text/char_map.h"

namespace jianbao {

/// What a line says about the numbers around it.
enum class LineRole { none, contents, scope, annex_list, tail, force, closing, date, back, turn };

class NumberingLines {
 public:
  explicit NumberingLines(const Rules::Tables& tables);
  static const NumberingLines& of(const Rules& rules);

  LineRole role(std::string_view line) const;

  /// The same where the role is one of those, else none.
  LineRole role_among(std::initializer_list<LineRole> wanted, std::string_view line) const;

 private:
  struct Row {
    LineRole role;
    Pattern pattern;
  };
  /// The first row of those wanted that matches; their number where none does.
  template <class IsWanted>
  std::size_t first_row(std::string_view line, IsWanted is_wanted) const;

  std::vector<Row> rows_;
  CharLists<std::size_t> by_first_;     ///< numbers of rows that begin with a character
  std::vector<std::size_t> by_number_;  ///< of those that begin with a number
};

}  // namespace jianbao
