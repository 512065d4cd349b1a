#include <algorithm>
#include <map>
#include <string>

#include "clauses/clauses_cite.h"
#include "clauses/clauses_inline.h"
#include "clauses/clauses_tree.h"
#include "jianbao/records.h"
#include "numbering/numbering_headings.h"
#include "numbering/numbering_sequence.h"
#include "numbering/numbering_styles.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

class ClauseWriter {
 public:
  ClauseWriter(const Article& article, const Rules& rules)
      : article_(article), rules_(rules), styles_(NumberingStyles::of(rules)), units_(build_units(article, rules)), ends_(heading_ends(article, rules)) {}

  std::vector<Clause> write(const ClauseOptions& options) {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      clauses_.push_back(units_[i].numbered ? numbered(i) : loose(i));
      if (options.inline_items && units_[i].numbered) add_inline(i, clauses_.size() - 1);
    }
    return std::move(clauses_);
  }

 private:
  std::string_view view(std::size_t block) const { return article_.view(article_.blocks[block]); }
  const Block& head(std::size_t unit) const { return article_.blocks[units_[unit].blocks.front()]; }

  std::string unique(std::string id) {
    const int n = ++ids_[id];
    if (n > 1) id += '_' + std::to_string(n);  // two lists in one article count twice from one
    return article_.id + '/' + id;
  }

  Clause base(std::size_t i) const {
    Clause clause;
    clause.article = article_.id;
    clause.title = article_.title;
    for (std::size_t n = 0; n < units_[i].blocks.size(); ++n) add_block(clause, units_[i].blocks[n], units_[i].joined[n], n == 0 && units_[i].numbered);
    return clause;
  }

  void add_block(Clause& clause, std::size_t i, bool joined, bool labelled) const {
    const Block& block = article_.blocks[i];
    const std::string_view text = view(i).substr(labelled ? std::min(block.label->length, view(i).size()) : 0);
    if (!clause.text.empty() && !text.empty() && !joined) clause.text += '\n';
    clause.text += text;
    clause.spans.insert(clause.spans.end(), block.spans.begin(), block.spans.end());
  }

  Clause loose(std::size_t i) {
    Clause clause = base(i);
    clause.leaf = false;  // it is no clause
    clause.id = unique("0");
    return clause;
  }

  Clause numbered(std::size_t i) {
    Clause clause = base(i);
    const Block& block = head(i);
    clause.level = block.level;
    clause.label = block.label->text;
    clause.printed = block.label->printed;
    clause.number = block.label->number;
    clause.style = block.label->style;
    clause.leaf = units_[i].leaf;
    clause.flags = block.flags;
    std::erase(clause.flags, kBoxed);
    std::string id;
    for (std::size_t at = i; at != Unit::kNone; at = units_[at].parent) {
      clause.path.push_back(head(at).label->text);
      id = step(at) + (id.empty() ? "" : "." + id);
    }
    std::reverse(clause.path.begin(), clause.path.end());
    clause.id = unique(std::move(id));
    clause.cite = cite(article_, units_, i, rules_);
    clause.heading = heading(i);
    return clause;
  }

  void add_inline(std::size_t unit, std::size_t owner) {
    for (const std::size_t i : units_[unit].blocks) {
      const Block& block = article_.blocks[i];
      for (const InlineItem& item : find_inline_items(view(i), block.label ? block.label->length : 0, styles_)) {
        Clause clause;
        clause.article = article_.id;
        clause.title = article_.title;
        clause.level = clauses_[owner].level + 1;
        clause.label = item.label;
        clause.number = item.number;
        clause.style = item.style;
        clause.path = clauses_[owner].path;
        clause.path.push_back(item.label);
        clause.cite = clauses_[owner].cite + item.label;
        clause.text = view(i).substr(item.text.begin, item.text.size());
        clause.spans = cut_spans(block, item.label_begin, item.text.end);
        clause.id = unique(clauses_[owner].id.substr(article_.id.size() + 1) + ".i" + std::to_string(item.number));
        clauses_.push_back(std::move(clause));
      }
    }
  }

  /// A unit's part of an id: asked for by each unit below it.
  const std::string& step(std::size_t unit) {
    if (steps_[unit].empty()) steps_[unit] = read_step(unit);
    return steps_[unit];
  }

  /// Annexes and boxes have a letter, so that none is taken for a section.
  std::string read_step(std::size_t unit) const {
    const Label& label = *head(unit).label;
    const Style* style = styles_.find(label.style);
    const std::string letter = style && style->role == StyleRole::root ? "a" : style && style->role == StyleRole::box ? "b" : style && style->role == StyleRole::floating ? "t" : "";
    const auto reading = styles_.read(label.text);
    const int sub = reading ? reading->sub : 0;
    return letter + std::to_string(label.number) + (sub > 0 ? "-" + std::to_string(sub) : "");
  }

  std::string heading(std::size_t unit) const {
    const std::vector<std::size_t>& blocks = units_[unit].blocks;
    const std::size_t first = blocks.front();
    std::string text(heading_text(view(first), article_.blocks[first].label->length, ends_[first]));
    if (text.empty() && blocks.size() > 1 && blocks[1] == first + 1 && units_[unit].joined[1]) text = heading_text(view(blocks[1]), 0, ends_[blocks[1]]);
    if (article_.blocks[first].kind == BlockKind::heading)
      for (std::size_t n = 1; n < blocks.size() && article_.blocks[blocks[n]].kind == BlockKind::heading && units_[unit].joined[n]; ++n)
        text += view(blocks[n]);
    return text;
  }

  const Article& article_;
  const Rules& rules_;
  const NumberingStyles& styles_;
  std::vector<Unit> units_;
  std::vector<std::size_t> ends_;
  std::vector<std::string> steps_ = std::vector<std::string>(units_.size());
  std::vector<Clause> clauses_;
  std::map<std::string, int> ids_;
};

}  // namespace

std::vector<Clause> clauses(const Article& article, const Rules& rules, const ClauseOptions& options) {
  if (article.type != ArticleType::document) return {};
  return ClauseWriter(article, rules).write(options);
}

}  // namespace jianbao
