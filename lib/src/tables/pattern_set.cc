#include "tables/pattern_set.h"

#include <string>

#include "jianbao/rules.h"

namespace jianbao {

bool find_pattern(const Pattern& pattern, std::string_view text, std::size_t from, std::size_t& begin, Pattern::Match& match) {
  for (std::size_t at = from; at < text.size();) {
    begin = at;
    if (!pattern.may_begin(next_char(text, at))) continue;
    if (pattern.goes_on(text, begin, &match)) return true;
  }
  return false;
}

void PatternSet::add(std::string_view pattern, std::string_view place, const Pattern::WordLists& lists) {
  const auto number = static_cast<std::uint32_t>(patterns_.size());
  patterns_.emplace_back(pattern, place, lists);
  const Pattern& added = patterns_.back();
  if (!added.begins_with_literal()) throw RulesError(std::string(place) + ": pattern '" + std::string(pattern) + "' must begin with a literal");
  for (const PatternStart& start : added.starts()) {
    const CharSignature second = added.second_of(start);
    if (!by_first_.contains(start.first)) firsts_.add(start.first);
    by_first_.push_back(start.first, {number, sets_.add(second)});
    seconds_[CharSignature::bit_of(start.first)] |= second;
  }
}

}  // namespace jianbao
