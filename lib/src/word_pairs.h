// Pairs of characters that are words, out of covers.tsv: whether a word was torn in two where a page breaks off.
#pragma once

#include <string>
#include <unordered_map>

#include "tables.h"

namespace jianbao {

class WordPairs {
 public:
  explicit WordPairs(const Rules::Tables& tables);

  /// Whether the two characters are a word, as far as the table knows the first or the second.
  bool is_word(char32_t first, char32_t second) const;

 private:
  std::unordered_map<char32_t, std::u32string> behind_, before_;
};

}  // namespace jianbao
