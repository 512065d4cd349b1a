// What notice_party_words.tsv and notice_parties.tsv compile to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pattern_set.h"
#include "tables.h"

namespace jianbao {

struct PartyWords {
  explicit PartyWords(const Rules::Tables& tables);

  struct Row {
    std::string name;  ///< `debtor` of the row `debtor-1`
    bool at_start = false;
    Pattern pattern;
  };
  std::vector<std::string> leads, skips, pronouns, partners, titles, roles, closings, losses, organs, inside, witnesses, farewells;  ///< longest first
  PatternSet cuts;
  std::vector<Row> rows;
};

/// The longest word of a list (longest first) that the text begins or ends with; its bytes, or 0.
std::size_t prefix_of(std::string_view text, const std::vector<std::string>& words);
std::size_t suffix_of(std::string_view text, const std::vector<std::string>& words);

}  // namespace jianbao
