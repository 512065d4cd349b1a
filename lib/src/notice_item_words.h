// What notice_items.tsv and notice_item_words.tsv compile to.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pattern_set.h"
#include "tables.h"

namespace jianbao {

/// Words looked up by what a text begins with: the longest of a list.
class PrefixIndex {
 public:
  void add(std::string word, std::size_t value = 0);

  struct Hit {
    std::size_t bytes = 0, value = 0;
    explicit operator bool() const { return bytes > 0; }
  };
  /// The longest word that stands at `at`.
  Hit find(std::string_view text, std::size_t at = 0) const;

  /// The first place at or behind `from` where a word stands; `bytes` of it, 0 where there is none.
  Hit search(std::string_view text, std::size_t from, std::size_t& at) const;

 private:
  struct Entry {
    std::string word;
    std::size_t value;
  };
  std::unordered_map<char32_t, std::vector<Entry>> by_first_;  ///< longest first
};

struct ItemWords {
  explicit ItemWords(const Rules::Tables& tables);

  std::vector<std::string> kinds;  ///< of the rows of notice_items.tsv
  PrefixIndex heads;               ///< value: index into kinds
  PrefixIndex lost, issue, parts, units, not_items, numbers, other_numbers, issuers, issued, prices, possessives, finds, contracts, skips, gaps, separately,
      issuer_leads, issuer_tails, serials, longer, after_digit;

 private:
  PrefixIndex* list_of(std::string_view use);
};

}  // namespace jianbao
