// Which head each tail of a page is the rest of, decided over all of them at once.
#pragma once

#include <cstddef>
#include <vector>

#include "split/join_evidence.h"
#include "split/torn_ends.h"

namespace jianbao {

class JoinPairing {
 public:
  /// `alone`: by tail, whether nothing has to be cut for it. `seen` receives what is left to say when the first have been paired. `more`: what the
  /// odds of a join must have more than usual.
  JoinPairing(const TornEnds& ends, Seen& seen, std::vector<bool> alone, double more);

  /// The heads that have found their rest, the surest first.
  std::vector<std::size_t> heads() const;

  std::size_t tail_of(std::size_t head) const { return paired_[head]; }

  /// The natural logarithm of the odds that a head goes on in a tail, against all else that the two could do.
  double odds(std::size_t head, std::size_t tail) const { return gain_[head][tail] + least(tail); }

 private:
  double least(std::size_t tail) const;
  std::vector<std::vector<double>> gains(const std::vector<std::size_t>& heads) const;
  void weigh_cuts(const Seen::value_type& of_head, std::vector<double>& odds) const;
  void pair_rest();
  void forget_brought_along();

  const TornEnds& ends_;
  Seen& seen_;
  const std::vector<bool> alone_;
  const double more_;
  std::vector<bool> taken_;   ///< tails
  std::vector<double> held_;  ///< odds of each tail to stay behind what stands before it, where cleaning joined the two
  std::vector<std::vector<double>> gain_;  ///< by head and tail
  std::vector<std::size_t> paired_;        ///< by head
};

}  // namespace jianbao
