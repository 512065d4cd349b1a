// What notice_items.tsv and notice_item_words.tsv compile to.
#pragma once

#include <string>
#include <vector>

#include "tables/prefix_index.h"
#include "tables/tables.h"
#include "tables/word_list.h"

namespace jianbao {

struct ItemWords {
  explicit ItemWords(const Rules::Tables& tables);

  std::vector<std::string> kinds;  ///< of the rows of notice_items.tsv
  std::vector<bool> persons_only;  ///< of each of them: nobody but a person has one
  std::vector<std::string> in_rows;  ///< what a row of losses leaves out: the act, the labels of a number and of an issuer
  WordList misread;                ///< words for things that OCR hurt
  std::vector<std::string> meant;  ///< what each of those is read for
  PrefixIndex heads;               ///< value: index into kinds
  PrefixIndex lost, issue, parts, units, not_units, not_items, numbers, other_numbers, issuers, issued, prices, possessives, finds, sales, not_sold, acts, caused, unclaimed, parcels, estimates, equally, skips, gaps, separately,
      issuer_leads, issuer_tails, serials, longer, after_digit, unplated, lots, places, owned, thing_ends, pers, origins, deeds, counterparties, deed_numbers, echoes, exchanges, finders, handlers, manners, mishaps, parcel_labels, tax_numbers, tax_papers, paid, some, details, accounts, not_after_digit, sexes, kin, vehicles, makes, sealed, each, addresses,
      leading_units, taxes, ranks, roads, no_roads, sides, house_numbers, rooms, post_units, hires, no_posts, identities, contents, ofs, takers, theirs, acts_of_void, batch_codes, own_numbers, schools, school_papers, whose;
};

}  // namespace jianbao
