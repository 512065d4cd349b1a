// What notice_court_words.tsv compiles to.
#pragma once

#include <string>
#include <vector>

#include "tables/prefix_index.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "tables/word_list.h"

namespace jianbao {

struct CourtWords {
  explicit CourtWords(const Rules::Tables& tables);

  SuffixIndex courts, elsewhere, limits, realms, works, rooms, roads, no_roads, no_spots;
  PrefixIndex codes, inside, no_works;
  std::vector<std::string> names;  ///< of courts, as `courts`
  std::vector<std::string> code_parts, code_begins, contracts, case_labels;
  WordList provinces;
  std::vector<std::string> abbreviations;  ///< of each of them
};

inline const CourtWords& court_words(const Rules& rules) { return rules.tables().compiled<CourtWords>(); }

}  // namespace jianbao
