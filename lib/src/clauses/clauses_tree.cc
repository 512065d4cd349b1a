#include "clauses/clauses_tree.h"

#include <algorithm>

#include "numbering/numbering.h"
#include "numbering/numbering_lines.h"
#include "numbering/numbering_sequence.h"
#include "numbering/numbering_styles.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

constexpr int kArticleRank = 40;
constexpr std::size_t kLongestSignature = 30;  // characters
constexpr std::size_t kMostSignatures = 4;     // lines above a date

bool ends_sentence(std::string_view text) {
  char32_t last = last_char(text);
  while (!text.empty() && is_closing(last)) {
    text = text.substr(0, before(text, text.size()));
    last = last_char(text);
    if (is_stop(last)) return true;
  }
  return is_stop(last) || fold(last) == U'；' || fold(last) == U'：';
}

class TreeBuilder {
 public:
  TreeBuilder(const Article& article, const Rules& rules)
      : article_(article), styles_(NumberingStyles::of(rules)), lines_(NumberingLines::of(rules)) {}

  std::vector<Unit> build() {
    find_next_labels();
    for (std::size_t i = 0; i < article_.blocks.size(); ++i) {
      if (is_above_text(article_.blocks[i].kind)) continue;
      if (unit_label(i))
        open_unit(i);
      else if (is_tail(i) || heads_new_list(i))
        add_loose(i);
      else if (lines_.role(view(i)) != LineRole::scope || stands_behind_label(i))
        add_paragraph(i);
      else
        close_divisions();
    }
    return std::move(units_);
  }

 private:
  static bool is_above_text(BlockKind kind) {
    return kind == BlockKind::title || kind == BlockKind::kicker || kind == BlockKind::subtitle || kind == BlockKind::byline ||
           kind == BlockKind::caption;
  }

  std::string_view view(std::size_t i) const { return article_.view(article_.blocks[i]); }

  const Style* style_of(std::size_t i) const {
    const auto& label = article_.blocks[i].label;
    return label ? styles_.find(label->style) : nullptr;
  }

  bool unit_label(std::size_t i) const {
    const Style* style = style_of(i);
    return style && article_.blocks[i].level > 0;  // a caption has one where it holds its rows
  }

  bool is_box(std::size_t i) const {
    const StyleRole role = style_of(i)->role;
    return role == StyleRole::box || role == StyleRole::floating;
  }

  bool is_boxed(std::size_t i) const {
    const Block& block = article_.blocks[i];
    return is_box(i) || std::find(block.flags.begin(), block.flags.end(), kBoxed) != block.flags.end();
  }

  void find_next_labels() {
    next_label_.assign(article_.blocks.size(), Unit::kNone);
    std::size_t next = Unit::kNone;
    for (std::size_t i = article_.blocks.size(); i-- > 0;) {
      next_label_[i] = next;
      if (unit_label(i)) next = i;
    }
  }

  int level(std::size_t unit) const { return article_.blocks[units_[unit].blocks.front()].level; }

  void open_unit(std::size_t i) {
    std::vector<std::size_t>& stack = is_boxed(i) ? box_ : main_;
    const StyleRole role = style_of(i)->role;
    annex_list_ = false;
    if (role == StyleRole::root) main_.clear();
    if (is_box(i)) box_.clear();
    while (!stack.empty() && level(stack.back()) >= article_.blocks[i].level) stack.pop_back();
    Unit unit;
    unit.numbered = true;
    unit.paragraphs = 1;
    if (!stack.empty()) {
      unit.parent = stack.back();
      units_[unit.parent].leaf = false;
      unit.paragraph = units_[unit.parent].paragraphs;
    }
    unit.blocks.push_back(i);
    unit.joined.push_back(false);
    units_.push_back(std::move(unit));
    stack.push_back(units_.size() - 1);
    current_ = units_.size() - 1;
  }

  /// 第六章 on a line of its own, and its heading on the next.
  bool stands_behind_label(std::size_t i) const {
    return i > 0 && unit_label(i - 1) && article_.blocks[i - 1].label->length >= view(i - 1).size();
  }

  /// 保障措施⏎（一）…: a heading without a number over a list that begins anew belongs to none of the units before it.
  bool heads_new_list(std::size_t i) const {
    if (i == 0 || i + 1 >= article_.blocks.size() || article_.blocks[i].kind != BlockKind::heading || article_.blocks[i].label || !unit_label(i + 1)) return false;
    const Block& first = article_.blocks[i + 1];
    return first.level == 1 && first.label->number == 1 && current_ != Unit::kNone && units_[current_].numbered && level(current_) == 1 && !stands_behind_label(i) &&
           article_.blocks[i - 1].kind != BlockKind::heading;
  }

  /// An unnumbered 附则 stands beside the parts and chapters of its law: none of them goes on behind it.
  void close_divisions() {
    const auto division = std::find_if(main_.begin(), main_.end(), [&](std::size_t unit) {
      const Style& style = *style_of(units_[unit].blocks.front());
      return style.role == StyleRole::unit && style.rank < kArticleRank;
    });
    main_.erase(division, main_.end());
  }

  void add_loose(std::size_t i) {
    if (current_ == Unit::kNone || units_[current_].numbered) {
      units_.emplace_back();
      current_ = units_.size() - 1;
    }
    append(current_, i, false);
  }

  void append(std::size_t unit, std::size_t i, bool joined) {
    units_[unit].blocks.push_back(i);
    units_[unit].joined.push_back(joined);
  }

  void add_paragraph(std::size_t i) {
    if (current_ == Unit::kNone || !units_[current_].numbered) return add_loose(i);
    const std::size_t last = units_[current_].blocks.back();
    const bool after_heading = article_.blocks[last].kind == BlockKind::heading;
    const bool heading = after_heading && article_.blocks[i].kind == BlockKind::heading;
    const bool caption = article_.blocks[i].label.has_value() || (article_.blocks[last].label && !unit_label(last));  // 表1, 图2
    const bool label_alone = !caption && article_.blocks[last].label && article_.blocks[last].label->length >= view(last).size();
    const bool row = is_numbered_row(view(i)) || is_figure_row(view(i)) || is_row(last) || are_fields(last, i);
    const bool joined = heading || label_alone || (!after_heading && !caption && !row && !ends_sentence(view(last)));
    const std::size_t owner = joined ? current_ : owner_of(i);
    if (owner != current_) current_ = owner, close_below(owner);
    const bool same_paragraph = i > 0 && article_.blocks[i].range.begin == article_.blocks[i - 1].range.end;
    if (!joined && !same_paragraph && !(after_heading && owner == current_)) ++units_[owner].paragraphs;  // the first one under a heading counts as one
    append(owner, i, joined || (same_paragraph && units_[owner].blocks.back() + 1 == i));
  }

  /// 公司住所：滨河路88号, 邮政编码：430100: fields of a line each.
  bool are_fields(std::size_t last, std::size_t i) const {
    const Block& block = article_.blocks[last];
    return begins_with_field(view(i)) && begins_with_field(view(last).substr(block.label ? std::min(block.label->length, view(last).size()) : 0));
  }

  /// 1．供水普及率　85%　92%
  bool is_row(std::size_t i) const {
    const std::size_t label = article_.blocks[i].label ? article_.blocks[i].label->length : 0;
    return label > 0 && is_table_row(view(i).substr(std::min(label, view(i).size())));
  }

  void close_below(std::size_t unit) {
    for (auto* stack : {&main_, &box_})
      if (std::find(stack->begin(), stack->end(), unit) != stack->end())
        while (stack->back() != unit) stack->pop_back();
  }

  bool list_goes_on(std::size_t unit, std::size_t i) const {
    const std::size_t next = next_label_[i];
    if (next == Unit::kNone) return false;
    const Block& mine = article_.blocks[units_[unit].blocks.front()];
    const Block& other = article_.blocks[next];
    return other.level == mine.level && other.label->number == mine.label->number + 1;
  }

  /// Whose further paragraph an unnumbered one is. Behind a list that has ended it belongs to the unit that the list
  /// hangs under: always in a law (款 behind 项), elsewhere where the list's members were parts of one sentence.
  std::size_t owner_of(std::size_t i) const {
    std::size_t unit = current_;
    if (fold(last_char(view(units_[unit].blocks.back()))) == U'：' || list_goes_on(unit, i)) return unit;
    for (std::size_t at = unit; at != Unit::kNone; at = units_[at].parent)
      if (style_of(units_[at].blocks.front())->rank == kArticleRank) return at;
    return units_[unit].parent != Unit::kNone && is_part_of_sentence(unit) ? units_[unit].parent : unit;
  }

  bool is_part_of_sentence(std::size_t unit) const {
    if (unit == 0) return false;
    const Unit& sibling = units_[unit - 1];
    return sibling.numbered && sibling.parent == units_[unit].parent && sibling.blocks.size() == 1 &&
           fold(last_char(view(sibling.blocks.back()))) == U'；';
  }

  /// Signature, date, list of annexes, notes on publication: they end a document and belong to no unit.
  bool is_tail(std::size_t i) {
    const LineRole role = lines_.role(view(i));
    if (role == LineRole::annex_list) annex_list_ = true;
    return annex_list_ || ends_document(i, role) || (role == LineRole::closing && next_label_[i] == Unit::kNone) || (role == LineRole::force && !heads_bare_section()) || signs(i);
  }

  /// Whether the heading of a unit has nothing below it so far.
  bool heads_bare_section() const {
    return current_ != Unit::kNone && units_[current_].numbered && article_.blocks[units_[current_].blocks.back()].kind == BlockKind::heading;
  }

  bool ends_document(std::size_t i, LineRole role) const {
    const BlockKind kind = article_.blocks[i].kind;
    // （责任单位：市生态环境局） on a line of its own: what stands in brackets signs nothing where units follow.
    const std::size_t next = next_label_[i];
    const bool inside = is_opening(first_char(view(i))) && next != Unit::kNone && style_of(next)->role != StyleRole::root;
    return (kind == BlockKind::signature && !inside) || kind == BlockKind::date || role == LineRole::tail || role == LineRole::date;
  }

  /// A short line without a stop above a date.
  bool signs(std::size_t i) const {
    for (std::size_t n = 0; n < kMostSignatures && i < article_.blocks.size(); ++n, ++i) {
      const LineRole role = lines_.role(view(i));
      if (n > 0 && (role == LineRole::date || article_.blocks[i].kind == BlockKind::date)) return true;
      if (article_.blocks[i].label || ends_sentence(view(i)) || count_chars(view(i)) > kLongestSignature) return false;
    }
    return false;
  }

  const Article& article_;
  const NumberingStyles& styles_;
  const NumberingLines& lines_;
  std::vector<Unit> units_;
  std::vector<std::size_t> main_, box_, next_label_;
  std::size_t current_ = Unit::kNone;
  bool annex_list_ = false;
};

}  // namespace

std::vector<Unit> build_units(const Article& article, const Rules& rules) { return TreeBuilder(article, rules).build(); }

}  // namespace jianbao
