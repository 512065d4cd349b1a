// Lines without a number that matter to numbering; compiled from numbering_words.tsv.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "jianbao/rules.h"
#include "pattern.h"

namespace jianbao {

/// What a line says about the numbers around it.
enum class LineRole { none, contents, scope, annex_list, tail, date, back, turn };

class NumberingLines {
 public:
  explicit NumberingLines(const Rules::Tables& tables);
  static const NumberingLines& of(const Rules& rules);

  LineRole role(std::string_view line) const;

 private:
  std::vector<std::pair<LineRole, Pattern>> patterns_;
};

}  // namespace jianbao
