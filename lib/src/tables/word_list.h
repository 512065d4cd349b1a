// A list of words as they are printed, found at either end of a text or anywhere in it: one pass over the text, however long
// the list is.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/char_map.h"
#include "text/printed_chars.h"

namespace jianbao {

class WordList {
 public:
  void add(std::string word) {
    const std::size_t number = words_.size();
    words_.push_back(std::move(word));
    const auto is_behind = [&](std::size_t other) { return is_before(number, other); };
    const char32_t first = first_char(words_.back());
    if (!by_first_.contains(first)) firsts_.add(first);
    by_first_.insert(first, number, is_behind);
    by_last_.insert(last_char(words_.back()), number, is_behind);
  }

  /// By its number: the count of those added before it.
  const std::string& operator[](std::size_t number) const { return words_[number]; }

  /// A word that begins with one of the list and is none: 如皋市 where 如 is one. What begins with it begins with no shorter word.
  void except(std::string word) { exceptions_.push_back(std::move(word)); }

  /// Bytes of the longest word that the text begins or ends with; 0 where there is none.
  std::size_t prefix_of(std::string_view text) const {
    for (const std::size_t number : by_first_.of(first_char(text)))
      if (text.starts_with(words_[number])) return is_excepted(text, words_[number].size()) ? 0 : words_[number].size();
    return 0;
  }
  std::size_t suffix_of(std::string_view text) const {
    for (const std::size_t number : by_last_.of(last_char(text)))
      if (text.ends_with(words_[number])) return words_[number].size();
    return 0;
  }

  /// Call `found(at, number)` for each word at each place where it stands; stop where it returns true.
  template <class Found>
  bool each_in(std::string_view text, Found found) const {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t first = next_char(text, at);
      if (!firsts_.may_have(first)) continue;  // most characters of a text begin none
      for (const std::size_t number : by_first_.of(first))
        if (const std::string_view rest = text.substr(begin); rest.starts_with(words_[number]) && found(begin, number)) return true;
    }
    return false;
  }

  bool any_in(std::string_view text) const {
    return each_in(text, [](std::size_t, std::size_t) { return true; });
  }

  /// Where the first word begins that stands in the text; its size where none does.
  std::size_t first_in(std::string_view text) const {
    std::size_t first = text.size();
    each_in(text, [&](std::size_t at, std::size_t) { return first = at, true; });
    return first;
  }

  struct Place {
    std::size_t number, at;
  };
  /// The words that stand in the text, the longest first, each with its last place.
  std::vector<Place> last_in(std::string_view text) const {
    std::vector<Place> places;
    each_in(text, [&](std::size_t at, std::size_t number) {
      const auto known = std::find_if(places.begin(), places.end(), [&](const Place& place) { return place.number == number; });
      if (known == places.end()) places.push_back({number, at});
      else known->at = at;
      return false;
    });
    std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) { return is_before(a.number, b.number); });
    return places;
  }

 private:
  bool is_before(std::size_t a, std::size_t b) const {
    return words_[a].size() != words_[b].size() ? words_[a].size() > words_[b].size() : a < b;
  }

  bool is_excepted(std::string_view text, std::size_t word) const {
    return std::any_of(exceptions_.begin(), exceptions_.end(), [&](const std::string& exception) { return exception.size() > word && text.starts_with(exception); });
  }

  std::vector<std::string> words_, exceptions_;
  CharLists<std::size_t> by_first_, by_last_;  ///< numbers of words, the longest first
  PrintedChars firsts_;
};

}  // namespace jianbao
