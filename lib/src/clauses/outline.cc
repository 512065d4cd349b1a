#include <algorithm>
#include <string>
#include <vector>

#include "jianbao/records.h"
#include "numbering/numbering_headings.h"
#include "numbering/numbering_sequence.h"
#include "numbering/numbering_styles.h"
#include "text/chars.h"

namespace jianbao {
namespace {

class OutlineWriter {
 public:
  OutlineWriter(const Article& article, const NumberingStyles& styles) : article_(article), styles_(styles) {}

  std::vector<Heading> write() {
    for (std::size_t i = 0; i < article_.blocks.size(); ++i)
      if (article_.blocks[i].kind == BlockKind::heading) i = add(i);
    return std::move(headings_);
  }

 private:
  /// Whether a heading goes on in the next block: its label stands alone, or its last mark leaves it open.
  bool goes_on(std::size_t i) const {
    if (i + 1 >= article_.blocks.size()) return false;
    const Block &block = article_.blocks[i], &next = article_.blocks[i + 1];
    if (!block.label || next.kind != BlockKind::heading || next.label || next.level != block.level) return false;
    const char32_t last = last_char(article_.view(block));
    return block.label->length >= block.range.size() || fold(last) == U'，' || last == U'、';
  }

  /// Adds the heading that begins at a block; returns its last block.
  std::size_t add(std::size_t i) {
    const Block& block = article_.blocks[i];
    Heading heading;
    heading.article = article_.id;
    heading.id = article_.id + "/h" + std::to_string(headings_.size() + 1);
    heading.level = std::max(1, block.level);
    if (block.label) {
      heading.label = block.label->text;
      heading.number = block.label->number;
      heading.style = block.label->style;
    }
    const std::size_t label_length = block.label ? block.label->length : 0;
    heading.text = trim(article_.view(block).substr(std::min(label_length, block.range.size())));
    heading.spans = block.spans;
    if (goes_on(i)) {
      const Block& next = article_.blocks[++i];
      heading.text += article_.view(next);
      heading.spans.insert(heading.spans.end(), next.spans.begin(), next.spans.end());
    }
    place(heading, is_boxed(block));
    headings_.push_back(std::move(heading));
    return i;
  }

  /// A box, or what stands in one.
  bool is_boxed(const Block& block) const {
    const Style* const style = block.label ? styles_.find(block.label->style) : nullptr;
    return (style && (style->role == StyleRole::box || style->role == StyleRole::floating)) || std::find(block.flags.begin(), block.flags.end(), kBoxed) != block.flags.end();
  }

  void place(Heading& heading, bool boxed) {
    auto& open = boxed ? box_ : main_;
    if (!boxed) box_.clear();
    while (!open.empty() && open.back().first >= heading.level) open.pop_back();
    open.emplace_back(heading.level, heading.label.empty() ? heading.text : heading.label);
    for (const auto& [level, name] : open) heading.path.push_back(name);
  }

  const Article& article_;
  const NumberingStyles& styles_;
  std::vector<Heading> headings_;
  std::vector<std::pair<int, std::string>> main_, box_;  // open headings: level and name
};

}  // namespace

std::vector<Heading> outline(const Article& article, const Rules& rules) { return OutlineWriter(article, NumberingStyles::of(rules)).write(); }

}  // namespace jianbao
