// Words looked up by how a text begins, in either script: the longest of a list, found through its first characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tables/edge_words.h"
#include "text/utf8.h"

namespace jianbao {

class PrefixIndex {
 public:
  void add(std::string word, std::size_t value = 0);

  struct Hit {
    std::size_t bytes = 0, value = 0;
    explicit operator bool() const { return bytes > 0; }
  };
  /// Whether a word begins with a character: a look that most of a text needs, and no more.
  bool may_begin(char32_t c) const { return words_.may_have(c); }

  /// The longest word that stands at `at`.
  Hit find(std::string_view text, std::size_t at = 0) const {
    return at < text.size() && may_begin(char_at(text, at)) ? longest_at(text, at) : Hit{};  // at most places none begins
  }

  /// The first place at or behind `from` where a word stands; `bytes` of it, 0 where there is none.
  Hit search(std::string_view text, std::size_t from, std::size_t& at) const;

 private:
  Hit longest_at(std::string_view text, std::size_t at) const;

  EdgeWords words_;
};

}  // namespace jianbao
