// The numbers that the lines of a draft begin with, and which draft they continue.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "numbering/numbering.h"
#include "split/draft.h"

namespace jianbao {

/// A line whose shape is that of a numbered one.
bool is_numbered(const DraftLine& line);

class DraftLabels {
 public:
  DraftLabels(const Draft& draft, const Page& page);

  std::size_t lines() const { return heads_.size(); }

  /// False: to no label does the end of the draft lead.
  bool may_lead() const { return !numbered_.empty() || announces_.back(); }

  /// The first label of each style from a line on, in order: of 责任制：, （一）…, （二）…, 第六条 … that of （一） and that of 第六条.
  std::vector<const LabelMatch*> firsts_from(std::size_t line) const;

  /// How many lines stand from one on before the first with a number, or before the end.
  std::size_t unnumbered_from(std::size_t line) const;

  /// Whether the last label of the same style before line `end` is the one that comes before `label`, and itself counts on from 1 or from
  /// one before it, which may stand in another piece: an article on a law has a line that begins 第八条则要求, and none that begins 第七条.
  /// To a first one lead 通告如下： and the heading of a higher unit, 二、加强保障.
  bool lead_to(const LabelMatch& label, std::size_t end) const;

  /// Whether the label may come behind line `end` all the same: OCR lost one between, as of 三 in 二、 四、.
  bool nearly_lead_to(const LabelMatch& label, std::size_t end) const;

  /// 第二章　规划与建设: the last line is a heading, as the one before it of its style is; what follows begins a paragraph.
  bool ends_in_heading() const;

  /// （3）一成用于: the last line begins with a label and has no end mark, though the item before it has one.
  bool ends_in_item(const Draft& draft) const;

 private:
  struct Numbered {
    std::size_t line;
    const LabelMatch* label;
  };

  /// The last label of a style before line `end`, which then is its line; null where there is none.
  const LabelMatch* last_before(std::size_t& end, std::string_view style) const;

  /// Behind those lines with a number that stand before line `end`.
  std::vector<Numbered>::const_iterator numbered_before(std::size_t end) const;

  /// The label that the line begins with; null where it has none.
  const LabelMatch* of_line(std::size_t line) const;

  bool announces(std::size_t line, const LabelMatch& first) const;

  bool is_piece_;  ///< begins in the middle of an article
  std::vector<Numbered> numbered_;       ///< few of the lines, in order
  std::vector<bool> heads_, announces_;  ///< by line: it is the heading of a unit; it ends with a colon
};

}  // namespace jianbao
