// Words looked up by how a text ends, in either script: the longest of a list, found through its last characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "tables/edge_words.h"
#include "text/chars.h"

namespace jianbao {

class SuffixIndex {
 public:
  /// `least`: characters that must stand before the word.
  void add(std::string word, std::size_t least = 0) {
    const char32_t last = last_char(word), second = second_last(word);
    words_.add(last, second, {std::move(word), least});
  }

  bool may_end(char32_t last) const { return words_.may_have(last); }

  /// Bytes of the longest word that the text ends with; 0 where it ends with none or too little stands before it.
  std::size_t find(std::string_view text) const {
    const char32_t last = last_char(text);
    if (!may_end(last)) return 0;  // most texts end with none
    const EdgeWords::Word* const found = words_.find(last, second_last(text), [&](const EdgeWords::Word& word) {
      return text.size() >= word.text.size() && word_end(text, text.size() - word.text.size(), word.text) == text.size();
    });
    if (!found || (found->value > 0 && count_chars(text.substr(0, text.size() - found->text.size())) < found->value)) return 0;
    return found->text.size();
  }

 private:
  static char32_t second_last(std::string_view text) { return text.empty() ? 0 : last_char(text.substr(0, before(text, text.size()))); }

  EdgeWords words_;
};

}  // namespace jianbao
