// The odds that one piece of a page is the rest of another.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace jianbao {

/// The signs that speak for or against a join, in the order of kSignNames.
enum class Sign : std::size_t {
  any,          ///< 1: what is known before anything is seen
  articles,     ///< logarithm of the number of articles of the page: so many other places for the tail
  closed,       ///< 1: the head ends with a finished sentence, so nothing need follow
  jump,         ///< 1: 下转 at the head, 上接 over the tail
  ended,        ///< 1: an author or agency in brackets has ended the head
  orphan,       ///< 1: the tail stands alone; 0: it has to be cut off an article
  begins,       ///< how much more often a paragraph begins so than goes on so (Seam)
  word_across,  ///< 1: a word stands across the tear
  word_cut,     ///< 1: the tail begins with no word
  pair_known,   ///< 1: the two characters at the tear stand side by side elsewhere on the page
  quotes,       ///< 1: a quotation is closed; -1: one is left open, or closed that was not open
  prefers,      ///< -1: the tail shares words only with what it stands behind, or with another article; 1: only with the head
  length,       ///< logarithm of the pairs of characters of a tail that has to be cut off
};
inline constexpr std::size_t kSigns = 13;
inline constexpr std::array<std::string_view, kSigns> kSignNames = {
    "any", "articles", "closed", "jump", "ended", "orphan", "begins", "word_across", "word_cut", "pair_known", "quotes", "prefers", "length"};

struct Evidence {
  std::array<double, kSigns> value{};

  double& operator[](Sign sign) { return value[static_cast<std::size_t>(sign)]; }
  double operator[](Sign sign) const { return value[static_cast<std::size_t>(sign)]; }
};

/// What a sign adds to the odds, for each 1 of its value.
double weight_of(Sign sign);

/// Natural logarithm of the odds that the tail belongs to the head.
double odds_of(const Evidence& evidence);

}  // namespace jianbao
