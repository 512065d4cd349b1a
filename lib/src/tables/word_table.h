// words.tsv: lists of words that patterns name as {@list}, and that stages ask for by name.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tables/pattern.h"
#include "tables/prefix_index.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"

namespace jianbao {

struct WordTable {
  explicit WordTable(const Rules::Tables& tables);
  const std::vector<std::string>& list(std::string_view name) const;

  /// The same, looked up by how a text ends.
  SuffixIndex endings(std::string_view name) const;
  PrefixIndex beginnings(std::string_view name) const;

  /// All of them, for the compiler of a pattern.
  Pattern::WordLists lists() const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>> lists_;
};

/// Whether a text begins with one of the words of a list.
inline bool begins_with_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.starts_with(word); });
}

}  // namespace jianbao
