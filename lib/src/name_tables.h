// What surnames.tsv, person_words.tsv and organisation_suffixes.tsv compile to.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tables.h"

namespace jianbao {

struct PersonTable {
  explicit PersonTable(const Rules::Tables& tables);

  std::unordered_set<char32_t> surnames;
  std::unordered_set<std::string> compound;
  std::unordered_set<std::string> words;
  std::unordered_set<char32_t> last, inside;
};

struct OrganisationTable {
  explicit OrganisationTable(const Rules::Tables& tables);

  struct Suffix {
    std::string text;
    std::size_t least = 1;  ///< characters that must stand before it
  };
  std::unordered_map<char32_t, std::vector<Suffix>> by_last;  ///< by last character, longest first
};

}  // namespace jianbao
