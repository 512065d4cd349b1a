// The odds that one piece of a page is the rest of another.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "split/join_signs.h"

namespace jianbao {

/// What speaks for a join, a sign after another: their values by their weights, added up.
class Evidence {
 public:
  /// `explained`: the values by themselves are kept as well.
  explicit Evidence(bool explained = false) : explained_(explained), values_(explained ? kSigns : 0) {}

  /// Each sign is added once.
  void add(Sign sign, double value) {
    join_ += weight_of(sign).join * value;
    cut_ += weight_of(sign).cut * value;
    if (explained_) values_[static_cast<std::size_t>(sign)] = value;
  }

  /// The signs of `more`, which are none of these; kept in both, or in neither.
  void add(const Evidence& more) {
    join_ += more.join_;
    cut_ += more.cut_;
    if (explained_) std::transform(more.values_.begin(), more.values_.end(), values_.begin(), values_.begin(), std::plus<>());
  }

  /// Natural logarithm of the odds that the tail belongs to the head.
  double odds() const { return join_; }

  /// The same where it is known to belong to the head, but not where in its article it begins: to be compared with that of the other places.
  double cut_odds() const { return cut_; }

  /// By sign; nothing where they are not kept.
  std::span<const double> values() const { return values_; }

 private:
  double join_ = 0, cut_ = 0;
  bool explained_;
  std::vector<double> values_;
};

/// What explanations show of the two sides of a join: the last characters of the one, the first of the other.
std::string last_chars(std::string_view text);
std::string first_chars(std::string_view text);

}  // namespace jianbao
