// Words looked up by how a text ends, in either script: the longest of a list, found through its last character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/char_map.h"
#include "text/chars.h"
#include "text/printed_chars.h"

namespace jianbao {

class SuffixIndex {
 public:
  /// `least`: characters that must stand before the word.
  void add(std::string word, std::size_t least = 0) {
    const std::size_t size = word.size();
    const char32_t last = fold(last_char(word)), second = second_last(word);
    if (!by_last_.contains(last)) lasts_.add(last);
    by_last_.insert(last, {std::move(word), static_cast<std::uint32_t>(least), second}, [&](const Entry& entry) { return entry.word.size() < size; });
  }

  bool may_end(char32_t last) const { return lasts_.may_have(last); }

  /// Bytes of the longest word that the text ends with; 0 where it ends with none or too little stands before it.
  std::size_t find(std::string_view text) const {
    const char32_t last = last_char(text);
    if (!may_end(last)) return 0;  // most texts end with none
    const char32_t second = second_last(text);
    for (const Entry& entry : by_last_.of(fold(last)))
      if ((entry.second == 0 || entry.second == second) && text.size() >= entry.word.size() &&
          word_end(text, text.size() - entry.word.size(), entry.word) == text.size())
        return entry.least == 0 || count_chars(text.substr(0, text.size() - entry.word.size())) >= entry.least ? entry.word.size() : 0;
    return 0;
  }

 private:
  struct Entry {
    std::string word;
    std::uint32_t least;
    char32_t second;  ///< from the end, folded; 0 where there is none. Words that end alike mostly differ there
  };
  static char32_t second_last(std::string_view text) { return text.empty() ? 0 : fold(last_char(text.substr(0, before(text, text.size())))); }

  CharLists<Entry> by_last_;  ///< longest first
  PrintedChars lasts_;
};

}  // namespace jianbao
