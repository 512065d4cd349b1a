// The numbers of a newspaper's pages: as its folio prints them (A06, 第3版, 3 要闻) and as notes name them (下转第3版).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/articles.h"
#include "jianbao/rules.h"
#include "tables/prefix_index.h"

namespace jianbao {

class PageNumbers {
 public:
  explicit PageNumbers(const Rules::Tables& tables);

  /// All that the furniture of a page prints and that may be its number, without leading zeros: 3, A6. A day may stand among them. 1, where it prints none
  /// but what only the first page bears.
  std::vector<std::string> of(const std::vector<Article>& articles) const;

  /// What a note names: 3, A03, 三, 头版, in the form of of().
  std::optional<std::string> number(std::string_view printed) const;

 private:
  std::optional<std::string> read(std::string_view& text) const;
  void add_from(std::string_view line, std::vector<std::string>& numbers) const;

  bool is_front(const Article& furniture) const;

  PrefixIndex page_, front_, ordinal_;
  const std::vector<std::string>& mastheads_;
};

}  // namespace jianbao
