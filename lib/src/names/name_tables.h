// What surnames.tsv, person_words.tsv and organisation_suffixes.tsv compile to.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "tables/prefix_index.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "text/char_map.h"

namespace jianbao {

struct PersonTable {
  explicit PersonTable(const Rules::Tables& tables);

  CharSet surnames;
  std::unordered_set<std::string> compound;
  CharSet compound_begins;
  std::unordered_set<std::string> words, pairs;
  SuffixIndex ends;  ///< of no name
  CharSet last, inside, sounds;
};

struct OrganisationTable {
  explicit OrganisationTable(const Rules::Tables& tables);

  SuffixIndex suffixes;
  SuffixIndex running;  ///< those behind which other words may follow at once
  PrefixIndex verbs;    ///< 奋力, 打造: what somebody does is no name, whatever it ends with
};

}  // namespace jianbao
