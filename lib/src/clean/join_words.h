// How lines end and begin that say whether the next one is theirs: the words of the tables that joining asks for. Their table is read where a
// page has lines to join, and most have none.
#pragma once

#include <string>
#include <vector>

#include "jianbao/rules.h"
#include "tables/prefix_index.h"
#include "tables/suffix_index.h"

namespace jianbao {

/// How lines end that nothing is joined to, and how those begin that are joined to no title.
struct LineEnds {
  explicit LineEnds(const Rules::Tables& tables);

  SuffixIndex story, credit, author, office;
  SuffixIndex document, standard, number;  ///< of titles of documents, and of their numbers
  SuffixIndex notice;                      ///< of headings of notices, which documents have not
  SuffixIndex act;                         ///< of headings of notices and documents alike
  SuffixIndex domain;                      ///< of addresses in the net
  SuffixIndex headline;                    ///< of headlines, though in a text more follows
  SuffixIndex farewell;                    ///< said behind the name that signs
  PrefixIndex signing;                     ///< says who somebody is who signs
  PrefixIndex preamble;                    ///< of the sentence that says why a document was made
  PrefixIndex first_article;
  PrefixIndex closing;                     ///< of the sentence that a notice closes with
  SuffixIndex declared_void;               ///< of the notice of a loss
  std::vector<std::string> loss;           ///< what it tells of
  SuffixIndex ordinal;                     ///< stands before a number that counts in order
  SuffixIndex phone, postcode, mail;       ///< labels of numbers and addresses
  PrefixIndex staff;                       ///< labels of those who made the page
  PrefixIndex rank;                        ///< of a place: ends its name
};

}  // namespace jianbao
