// What each end of an article, from one of its lines on, shares with the rest of its own article and with every other one.
// An article has as many ends as lines, and the ends hold one another: all of them are measured in one pass.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "split/cohesion.h"
#include "split/pair_extents.h"

namespace jianbao {

/// Articles by the pairs that stand in them.
class ArticleIndex {
 public:
  ArticleIndex(const std::vector<ArticlePairs>& articles, const PairNumbers& numbers, const Telling& telling);

  const Cohesion& cohesion() const { return cohesion_; }
  std::size_t size() const { return parts_.size(); }

  /// An article, and its last line that has the pair.
  struct Place {
    std::uint32_t article, line;
  };
  std::span<const Place> places_of(PairNumber pair) const { return {places_.data() + begins_[pair], places_.data() + begins_[pair + 1]}; }
  double part(std::size_t article) const { return parts_[article]; }  ///< of cosines (cosine_part())

 private:
  Cohesion cohesion_;
  std::vector<std::uint32_t> begins_;  ///< by pair: of its places
  std::vector<Place> places_;
  std::vector<double> parts_;
};

/// The ends of one article, and what stands before each.
class Ends {
 public:
  explicit Ends(const Cohesion& cohesion) : cohesion_(cohesion), first_line_(cohesion.pairs()) {}

  /// From here on those of this article.
  void read(const ArticlePairs& article);

  /// To be called for a line of it that will be asked for by itself.
  void read_line(const ArticlePairs& article, std::size_t line);

  /// The pairs that stand in line `from` or behind it, and their squares, added up.
  std::size_t pairs(std::size_t from) const { return sums_[from].pairs; }
  double norm(std::size_t from) const { return sums_[from].behind; }

  /// What the end from a line on shares with what stands before it (Cohesion).
  double before(std::size_t from) const;

  /// What a line by itself shares with what stands before it.
  double line_before(std::size_t line) const;
  double line_norm(std::size_t line) const { return sums_[line].line; }

 private:
  const Cohesion& cohesion_;
  std::vector<std::uint32_t> first_line_;  ///< by pair, of the article where that has it
  struct Sums {
    std::size_t pairs = 0;                     ///< from a line on
    double behind = 0, before = 0, across = 0;  ///< squares of the pairs behind, before, and on both sides of its begin
    double line = 0, met_before = 0;           ///< squares of its own, and of those that stand before it as well
  };
  std::vector<Sums> sums_;  ///< by line
};

/// What the ends of one article share with every other article of a page.
class EndShares {
 public:
  explicit EndShares(const ArticleIndex& index) : index_(index) {}

  /// `article`: that the ends were read from. `from`: the first line that will be asked for; `lines`: which will be by themselves.
  void read(const ArticlePairs& article, std::size_t from, const std::vector<bool>& lines);

  /// By article, what the end from a line on has in common with it: the squares of the pairs of both, added up. And the line by itself.
  std::span<const double> of_end(std::size_t from) const { return {&both_[place(0, from)], index_.size()}; }
  std::span<const double> of_line(std::size_t line) const { return {&line_both_[place(0, line)], index_.size()}; }

 private:
  std::size_t place(std::size_t article, std::size_t line) const { return (line - first_) * index_.size() + article; }

  const ArticleIndex& index_;
  std::size_t first_ = 0;          ///< line that is asked for
  std::vector<double> both_;       ///< by line from that one on, and article
  std::vector<double> line_both_;  ///< the same of the line by itself
};

}  // namespace jianbao
