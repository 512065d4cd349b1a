// Which drafts are articles of running text, and the pairs of characters that they are made of.
#pragma once

#include <unordered_map>
#include <vector>

#include "jianbao/page.h"
#include "split/cohesion.h"
#include "split/draft.h"

namespace jianbao {

/// A line of running text.
bool is_text(Role role);

/// An article of its own with running text: no furniture, picture or notice.
bool is_article(const Draft& draft);

/// The pairs of each line of a page, made where they are first asked for: several rules compare the same lines.
class LinePairs {
 public:
  explicit LinePairs(const Page& page) : page_(page) {}

  const Pairs& of(const Line& line);
  PairNumbers& numbers() { return numbers_; }
  const PairNumbers& numbers() const { return numbers_; }

 private:
  const Page& page_;
  PairNumbers numbers_;
  std::unordered_map<const Line*, Pairs> known_;
};

/// The pairs of each line of a draft, and those of several lines in one.
std::vector<Pairs> pairs_of_lines(const Draft& draft, LinePairs& lines);
Pairs united(const std::vector<Pairs>& lines);

}  // namespace jianbao
