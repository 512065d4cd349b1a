// What notice_starts.tsv compiles to.
#pragma once

#include <string>
#include <vector>

#include "tables/pattern_set.h"
#include "tables/prefix_index.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "tables/word_list.h"

namespace jianbao {

enum class StartRole { bullet, lost, court, act, opening, speaker, called, closed, done, declared, applied };

struct StartSigns {
  explicit StartSigns(const Rules::Tables& tables);

  PatternSet patterns;
  std::vector<StartRole> roles;  ///< of each pattern
  std::vector<Pattern> openings, cases;
  SuffixIndex closings, ends;
  PrefixIndex selves;
  WordList told, void_words;
  std::vector<std::string> manners, others;
};

}  // namespace jianbao
