// Many patterns looked for in one pass over a text: the first character of each decides where it is tried.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "chars.h"
#include "pattern.h"

namespace jianbao {

/// The first match of one pattern at or behind `from`; `begin` is set to where it begins.
bool find_pattern(const Pattern& pattern, std::string_view text, std::size_t from, std::size_t& begin, Pattern::Match& match);

class PatternSet {
 public:
  /// Add a pattern; its number is the count of those before it. Throws RulesError where it can begin with anything: such
  /// a pattern would be tried everywhere.
  void add(std::string_view pattern, std::string_view place);

  std::size_t size() const { return patterns_.size(); }
  const Pattern& operator[](std::size_t number) const { return patterns_[number]; }

  /// Call `found(number, begin, match)` for each pattern at each place where it matches, from `from` on; stop where it
  /// returns true. One bit test a character where nothing begins.
  template <class Found>
  bool scan(std::string_view text, Found found, std::size_t from = 0) const {
    Pattern::Match match;
    for (std::size_t at = from; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = fold(next_char(text, at));
      if (!may_begin(c)) continue;
      const auto numbers = by_first_.find(c);
      if (numbers == by_first_.end()) continue;
      for (const std::size_t number : numbers->second)
        if (patterns_[number].matches(text, begin, &match) && found(number, begin, match)) return true;
    }
    return false;
  }

  /// The numbers of the patterns that match at `at`, by the same table.
  template <class Found>
  bool match_at(std::string_view text, std::size_t at, Found found) const {
    if (at >= text.size()) return false;
    const auto numbers = by_first_.find(fold(char_at(text, at)));
    if (numbers == by_first_.end()) return false;
    Pattern::Match match;
    for (const std::size_t number : numbers->second)
      if (patterns_[number].matches(text, at, &match) && found(number, at, match)) return true;
    return false;
  }

 private:
  bool may_begin(char32_t c) const { return bits_[c >> 6 & 1023] >> (c & 63) & 1; }

  std::vector<Pattern> patterns_;
  std::unordered_map<char32_t, std::vector<std::size_t>> by_first_;
  std::array<std::uint64_t, 1024> bits_{};  ///< of the characters that some pattern begins with, modulo 65,536
};

}  // namespace jianbao
