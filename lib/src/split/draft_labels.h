// The numbers that the lines of a draft begin with, and which draft they continue.
#pragma once

#include <cstddef>
#include <vector>

#include "numbering/numbering.h"
#include "split/draft.h"

namespace jianbao {

/// A line whose shape is that of a numbered one.
bool is_numbered(const DraftLine& line);

class DraftLabels {
 public:
  explicit DraftLabels(const Draft& draft);

  std::size_t lines() const { return of_line_.size(); }

  /// The label of the first numbered line from one on; null where there is none.
  const LabelMatch* first_from(std::size_t line) const;

  /// Whether the last label of the same style before line `end` is the one that comes before `label`.
  bool lead_to(const LabelMatch& label, std::size_t end) const;

 private:
  std::vector<const LabelMatch*> of_line_;  ///< null where a line has none
};

}  // namespace jianbao
