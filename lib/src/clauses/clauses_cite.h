// How one cites a unit: 第三条第二款第一项 in a law, the labels joined elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauses/clauses_tree.h"
#include "numbering/numbering_styles.h"

namespace jianbao {

/// How laws name the units of an article; compiled from numbering_names.tsv.
class UnitNames {
 public:
  explicit UnitNames(const Rules::Tables& tables);
  static const UnitNames& of(const Rules& rules);

  /// Paragraph, item and subitem, as the law names them that an article label is of.
  const std::vector<std::string>& of_article(std::string_view label) const;

 private:
  std::vector<std::pair<std::string, std::vector<std::string>>> regimes_;
};

std::string cite(const Article& article, const std::vector<Unit>& units, std::size_t unit, const Rules& rules);

}  // namespace jianbao
