// Tables whose rows are lists of words: the cell `use` of a row says to which list of what the table compiles to its words go.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "tables/tables.h"

namespace jianbao {

/// A use that a table knows, and the list of `Words` that it fills.
template <class Words, class List>
struct WordUse {
  std::string_view name;
  List Words::*list;
};

/// The list that a use fills; null where it is none of these uses.
template <class Words, class List, std::size_t n>
List* list_of(Words& words, const WordUse<Words, List> (&uses)[n], std::string_view name) {
  const auto found = std::find_if(uses, uses + n, [&](const WordUse<Words, List>& use) { return use.name == name; });
  return found == uses + n ? nullptr : &(words.*found->list);
}

inline RulesError unknown_use(const Table::Row& row, std::string_view use) { return RulesError(row.place + ": unknown use '" + std::string(use) + "'"); }

}  // namespace jianbao
