// Signs of the role of a line: how long it is, what it is set off by, which marks stand in it, what its neighbours look like. Each
// adds a row of layout_signs.tsv to what the line costs in each role. What a single sign is worth can't be guessed, because they
// say much the same in many ways; so their costs are fitted all at once on pages whose articles are known (tests/layout).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "split/layout_table.h"
#include "split/page_habits.h"
#include "split/shape.h"
#include "split/text_around.h"

namespace jianbao {

Spacing spacing_of(const std::vector<Line>& lines, std::size_t i, const PageHabits& habits);

/// layout_signs.tsv.
class LayoutSigns {
 public:
  explicit LayoutSigns(const Rules::Tables& tables);

  /// The lines of a page, and what is known of them all.
  struct Lines {
    const Page& page;
    const std::vector<Line>& lines;
    const PageHabits& habits;
    LineMentions& mentions;
  };

  /// Adds what the signs of a line cost.
  void weigh(const Lines& lines, std::size_t i, Costs& costs) const;

  /// What each step from one role to another costs more than layout_steps.tsv says.
  std::array<Costs, kRoles> of_step{};

  /// Whether the table may have a row of this name.
  static bool is_sign(std::string_view name);

  /// The names of a line's signs in the table, for fitting.
  std::vector<std::string> names(const Lines& lines, std::size_t i) const;

 private:
  template <class Take>
  void each(const Lines& lines, std::size_t i, Take take) const;

  std::array<std::size_t, kShapes> kin_{};   ///< of the shapes, what they are as neighbours
  std::array<bool, kShapes> is_short_{};     ///< shapes of lines that may stand over a text
  TextBegins begins_;
  std::vector<Costs> rows_;                  ///< by the number of the sign
};

/// What a line costs by the hand-made tables alone, and which signs it has besides: what fitting needs.
struct LineCosts {
  Costs own;
  std::vector<std::string> signs;
  Spacing spacing;
};

}  // namespace jianbao
