// Many patterns looked for in one pass over a text: the first two characters of each decide where it is tried.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tables/pattern.h"
#include "text/char_map.h"
#include "text/char_sets.h"
#include "text/chars.h"
#include "text/printed_chars.h"

namespace jianbao {

/// The first match of one pattern at or behind `from`; `begin` is set to where it begins.
bool find_pattern(const Pattern& pattern, std::string_view text, std::size_t from, std::size_t& begin, Pattern::Match& match);

class PatternSet {
 public:
  /// Add a pattern; its number is the count of those before it. Throws RulesError where it can begin with anything: such
  /// a pattern would be tried everywhere.
  void add(std::string_view pattern, std::string_view place, const Pattern::WordLists& lists = {});

  std::size_t size() const { return patterns_.size(); }
  const Pattern& operator[](std::size_t number) const { return patterns_[number]; }

  /// Call `found(number, begin, match)` for each pattern at each place where it matches; stop where it returns true.
  template <class Found>
  bool scan(std::string_view text, Found found) const {
    return scan_for(text, [](std::size_t) { return true; }, found);
  }

  /// The same, but for patterns of which `wanted(number)` is false at that place.
  template <class Wanted, class Found>
  bool scan_for(std::string_view text, Wanted wanted, Found found) const {
    Pattern::Match match;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      if (firsts_.may_have(next_char(text, at)) && try_all(text, begin, at, wanted, match, found)) return true;
    }
    return false;
  }

  /// The numbers of the patterns that match at `at`, by the same table.
  template <class Found>
  bool match_at(std::string_view text, std::size_t at, Found found) const {
    if (at >= text.size()) return false;
    std::size_t second = at;
    next_char(text, second);
    Pattern::Match match;
    return try_all(text, at, second, [](std::size_t) { return true; }, match, found);
  }

 private:
  /// A pattern that can begin with a character, and what can stand behind that.
  struct Candidate {
    std::uint32_t number;
    std::uint32_t second;  ///< a number of `sets_`
  };

  template <class Wanted, class Found>
  bool try_all(std::string_view text, std::size_t begin, std::size_t second, Wanted wanted, Pattern::Match& match, Found& found) const {
    const char32_t first = fold(char_at(text, begin));
    const bool ends = second >= text.size();
    const CharSignature::Bit next = ends ? CharSignature::Bit() : CharSignature::bit_of(char_at(text, second));
    if (!ends && !seconds_[CharSignature::bit_of(first)].may_have(next)) return false;
    for (const Candidate& candidate : by_first_.of(first))
      if ((ends || sets_.may_have(static_cast<CharSets::Number>(candidate.second), next)) && wanted(candidate.number) &&
          patterns_[candidate.number].goes_on(text, begin, &match) && found(candidate.number, begin, match))
        return true;
    return false;
  }

  std::vector<Pattern> patterns_;
  CharSets sets_;
  CharLists<Candidate> by_first_;
  PrintedChars firsts_;  ///< most characters of a text begin no pattern
  /// What can stand behind a first character, by its place in a signature: of the rest most begin none, either.
  std::array<CharSignature, CharSignature::kBits> seconds_{};
};

}  // namespace jianbao
