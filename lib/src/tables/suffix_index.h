// Words looked up by how a text ends, in either script: the longest of a list, found through its last character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/char_map.h"
#include "text/chars.h"

namespace jianbao {

class SuffixIndex {
 public:
  /// `least`: characters that must stand before the word.
  void add(std::string word, std::size_t least = 0) {
    const std::size_t size = word.size();
    const char32_t last = fold(last_char(word));
    by_last_.insert(last, {std::move(word), least}, [&](const Entry& entry) { return entry.word.size() < size; });
  }

  bool may_end(char32_t last) const { return by_last_.contains(fold(last)); }

  /// Bytes of the longest word that the text ends with; 0 where it ends with none or too little stands before it.
  std::size_t find(std::string_view text) const {
    for (const Entry& entry : by_last_.of(fold(last_char(text))))
      if (text.size() >= entry.word.size() && word_end(text, text.size() - entry.word.size(), entry.word) == text.size())
        return entry.least == 0 || count_chars(text.substr(0, text.size() - entry.word.size())) >= entry.least ? entry.word.size() : 0;
    return 0;
  }

 private:
  struct Entry {
    std::string word;
    std::size_t least;
  };
  CharLists<Entry> by_last_;  ///< longest first
};

}  // namespace jianbao
