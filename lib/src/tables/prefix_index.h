// Words looked up by how a text begins, in either script: the longest of a list, found through its first character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/char_map.h"
#include "text/chars.h"

namespace jianbao {

class PrefixIndex {
 public:
  void add(std::string word, std::size_t value = 0);

  struct Hit {
    std::size_t bytes = 0, value = 0;
    explicit operator bool() const { return bytes > 0; }
  };
  /// Whether a word begins with a character: a look that most of a text needs, and no more.
  bool may_begin(char32_t c) const { return by_first_.contains(fold(c)); }

  /// The longest word that stands at `at`.
  Hit find(std::string_view text, std::size_t at = 0) const {
    if (at >= text.size()) return {};
    const Entries entries = by_first_.of(fold(char_at(text, at)));
    return entries.empty() ? Hit{} : longest_of(entries, text, at);  // at most places none begins
  }

  /// The first place at or behind `from` where a word stands; `bytes` of it, 0 where there is none.
  Hit search(std::string_view text, std::size_t from, std::size_t& at) const;

 private:
  struct Entry {
    std::string word;
    std::size_t value;
  };
  using Entries = CharLists<Entry>::List;
  static Hit longest_of(Entries entries, std::string_view text, std::size_t at);

  CharLists<Entry> by_first_;  ///< longest first
};

}  // namespace jianbao
