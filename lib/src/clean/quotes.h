// Quotation marks of one kind: which of a row pair, and which stand where they cannot.
#pragma once

#include <vector>

#include "clean/punct.h"

namespace jianbao {

/// The quotes of a row, or other marks of a kind, that stand outside of every pair: they close what nothing opens, or open what another opens again.
template <class Quote>
std::vector<Quote*> find_strays(const std::vector<Quote*>& quotes, char32_t opening = U'“') {
  std::vector<Quote*> strays;
  Quote* open = nullptr;
  for (Quote* quote : quotes) {
    const bool opens = quote->c == opening;
    if (Quote* const stray = opens ? open : quote; opens ? open != nullptr : open == nullptr) strays.push_back(stray);
    open = opens ? quote : nullptr;
  }
  return strays;
}

/// Whether the quotes, turned to open and close in turn, can all stand where they stand.
bool can_pair(const MarkLine& line, const std::vector<Mark*>& quotes);

/// ““双碳”: of two that touch, in a line where all others pair or can be turned to, one is too many.
void mend_touching_quotes(const MarkLine& line, std::vector<Mark*>& quotes);

/// 弘扬”工匠精神“，: whether quotes that do not pair stand where, turned as they are, they cannot.
bool are_turned(const MarkLine& line, const std::vector<Mark*>& quotes);

}  // namespace jianbao
