// Numbering: which lines begin with a label, and which level each numbered block of an article has.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "jianbao/articles.h"
#include "jianbao/rules.h"

namespace jianbao {

inline constexpr int kAnnexRank = 1;     ///< of 附件
inline constexpr int kArticleRank = 40;  ///< of 第一条 in numbering.tsv: divisions of a law stand above, parts of an article below

/// What looks like a label at the beginning of a line, before its article decides whether it is one.
struct LabelMatch {
  std::string_view style;  ///< id of the row of numbering.tsv; valid as long as the rules
  int rank = 0;            ///< that row's default rank; a lower one stands higher in the tree
  int number = 0;
  std::size_t length = 0;  ///< bytes of the label and of the gap behind it
  bool strong = true;      ///< the shape alone is enough; a weak one needs neighbours in sequence (`1）`, `A．`)
};

/// The label at the beginning of a line (indent already gone); nothing where it only looks like one (`三、四线城市`, `3.15晚会`), or is one
/// only where an article counts so (`第一，`).
std::optional<LabelMatch> match_label(std::string_view line, const Rules& rules);

/// Whether a line begins with what may be a damaged label (`) 推动`, `〔一)`, `第几条`). Many other things do: ask only of a
/// line behind a finished sentence. Such a line should begin a block, so that number_blocks can decide.
bool may_be_label(std::string_view line, const Rules& rules);

/// Whether a line begins with the label of a part, chapter or section whose number alone is damaged: `第-章 总则`.
bool may_be_division(std::string_view line, const Rules& rules);

/// Decide, with all blocks of an article in sight, which are numbered, and set their label, level, flags and kind. An article
/// whose numbers and words are those of a document becomes one, whatever its title says.
void number_blocks(Article& article, const Rules& rules);

/// A row of a table whose first cell is its number: no unit, though it belongs where units are.
bool is_numbered_row(std::string_view line);

/// 东区　100: a row of a table whose last cell is a figure.
bool is_figure_row(std::string_view line);

}  // namespace jianbao
