// Words by the character that they have at one edge, and by the one next to it. Words that begin or end alike mostly differ there, so that
// few are compared: the two characters of all stand close together, apart from the words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "text/char_map.h"
#include "text/chars.h"
#include "text/printed_chars.h"

namespace jianbao {

class EdgeWords {
 public:
  struct Word {
    std::string text;
    std::size_t value;
  };

  /// `next`: 0 where the word is one character.
  void add(char32_t edge, char32_t next, Word word) {
    edge = fold(edge);
    if (!by_edge_.contains(edge)) edges_.add(edge);
    const auto number = static_cast<std::uint32_t>(words_.size());
    by_edge_.insert(edge, {next == 0 ? 0 : fold(next), number}, [&](const Key& key) { return words_[key.word].text.size() < word.text.size(); });
    words_.push_back(std::move(word));
  }

  /// Whether a word has a character at its edge: a look that most of a text needs, and no more.
  bool may_have(char32_t edge) const { return edges_.may_have(edge); }

  /// The first word, the longest first, that has such characters at its edge and `stands(word)`; null where there is none.
  template <class Stands>
  const Word* find(char32_t edge, char32_t next, Stands stands) const {
    next = fold(next);
    for (const Key& key : by_edge_.of(fold(edge)))
      if ((key.next == 0 || key.next == next) && stands(words_[key.word])) return &words_[key.word];
    return nullptr;
  }

 private:
  struct Key {
    char32_t next;  ///< folded
    std::uint32_t word;
  };
  CharLists<Key> by_edge_;  ///< longest first
  std::vector<Word> words_;
  PrintedChars edges_;
};

}  // namespace jianbao
