// The numbers that lines of a text begin with: 1. 2， 3．
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace jianbao {

/// The lines that begin with one or two digits and a dot or a comma.
class NumberLabels {
 public:
  explicit NumberLabels(std::string_view text);

  /// Whether the line at byte `begin` counts on, from one to the next, from a line whose number has its dot, or leads on to one: its comma
  /// is a dot misread.
  bool lost_its_dot(std::size_t begin) const;

 private:
  struct Label {
    std::size_t begin;  ///< byte of its line
    int number;
    bool dot;  ///< else a comma
  };
  std::vector<Label> labels_;
};

}  // namespace jianbao
