// What notice_party_words.tsv and notice_parties.tsv compile to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tables/pattern_set.h"
#include "tables/tables.h"
#include "tables/word_list.h"

namespace jianbao {

struct PartyWords {
  explicit PartyWords(const Rules::Tables& tables);

  struct Row {
    std::string name;  ///< `debtor` of the row `debtor-1`
    bool at_start = false;
    Pattern pattern;
  };
  WordList deeds, papers, leads, posts, skips, pronouns, partners, titles, roles, closings, losses, couples, organs, foreigns, witnesses, farewells, inviters, followings, columns, managers, prepositions, bys, tellers, callings, openings, addresses, foreign_firms, joints, ets, companions, shortenings, kin, dwellings, legal_forms, misread_losses, causes, name_cuts, nobodies, given, given_ends, places, placed_ends, day_units, counted,
      day_times, selves, counts, wholes, asked, actions, abouts, about_acts, branches, takers, formers, wordlike_begins, bold_surnames;
  PatternSet cuts;
  std::vector<Row> rows;

  /// Whether a word begins at `at` before which a party's name ends.
  bool cuts_at(std::string_view text, std::size_t at) const {
    return !wholes.prefix_of(text.substr(at)) && cuts.match_at(text, at, [](std::size_t, std::size_t, const Pattern::Match&) { return true; });
  }
};

/// Behind brackets at `at` that name a branch: 云台澡堂（火车站店）; `at` where there are none.
std::size_t behind_branch(std::string_view text, std::size_t at, const PartyWords& words);

/// Behind brackets at `at` that belong to a firm's name (（有限合伙）); `at` where there are none.
std::size_t behind_partner(std::string_view text, std::size_t at, const PartyWords& words);

inline const PartyWords& party_words(const Rules& rules) { return rules.tables().compiled<PartyWords>(); }

}  // namespace jianbao
