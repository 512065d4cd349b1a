#include "numbering/numbering.h"

#include <algorithm>

#include "jianbao/records.h"
#include "numbering/numbering_document.h"
#include "numbering/numbering_glyphs.h"
#include "numbering/numbering_headings.h"
#include "numbering/numbering_marks.h"
#include "numbering/numbering_repair.h"
#include "numbering/numbering_sequence.h"
#include "numbering/numbering_styles.h"
#include "text/chars.h"

namespace jianbao {
namespace {

void set_label(Article& article, const LabelMark& mark, bool excerpt) {
  Block& block = article.blocks[mark.block];
  const std::string_view text = article.view(block);
  Label label;
  label.text = standard_label(mark.reading, mark.misread ? mark.number : 0);
  label.style = mark.reading.style->id;
  label.number = mark.number;
  label.length = std::min(mark.reading.length + mark.reading.gap, text.size());
  const bool misread = mark.misread && text.substr(0, mark.reading.length) != label.text;  // else it is sound, though a rule doubted it
  if (misread) label.printed = text.substr(0, mark.reading.length);
  block.label = std::move(label);
  block.level = mark.level;
  block.kind = mark.role() == StyleRole::floating && !mark.is_box() ? BlockKind::paragraph : BlockKind::item;
  if (mark.gap && !(excerpt && mark.rank() <= kArticleRank)) block.flags.emplace_back("gap");
  if (mark.duplicate) block.flags.emplace_back("duplicate");
  if (misread) block.flags.emplace_back("misread");
  if (mark.boxed) block.flags.emplace_back(kBoxed);
}

/// Those that carry no number stand one level below the numbered heading before them.
void level_crossheads(Article& article) {
  int above = 0;
  for (Block& block : article.blocks) {
    if (block.kind != BlockKind::heading) continue;
    if (block.label)
      above = block.level;
    else if (block.level == 0)
      block.level = above + 1;
  }
}

/// The title of a table of contents is a heading; its entries, and the names of annexes, are none.
void set_lists(Article& article, const PartLists& lists) {
  for (const std::size_t title : lists.titles) article.blocks[title].kind = BlockKind::heading;
  for (const std::size_t entry : lists.entries) {
    Block& block = article.blocks[entry];
    if (block.kind == BlockKind::heading) block.kind = BlockKind::paragraph, block.level = 0;
  }
}

/// Without a title, and its first number is missing: the document began elsewhere.
void flag_headless(Article& article, const std::vector<LabelMark>& marks) {
  constexpr const char* kHeadless = "headless";
  const auto first = std::find_if(marks.begin(), marks.end(), [](const LabelMark& mark) { return mark.accepted || mark.number > 1; });
  if (!article.title.empty() || first == marks.end() || first->number == 1) return;
  if (std::find(article.flags.begin(), article.flags.end(), kHeadless) == article.flags.end()) article.flags.emplace_back(kHeadless);
}

bool is_word(std::string_view text) {
  constexpr std::size_t kLongestWord = 8;  // characters of what is set alone without a number: 先进集体
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_char(text, at); !is_space(c) && (!is_han(c) || ++n > kLongestWord)) return false;
  return true;
}

/// Where the sections of a document are numbered, a longer line without a number between them is a torn one.
void drop_torn_lines(Article& article) {
  int sections = 0;
  for (const Block& block : article.blocks) sections += block.label && block.level == 1;
  bool inside = false;
  for (Block& block : article.blocks) {
    inside = inside || (block.label && block.level > 0);
    if (inside && sections > 1 && block.kind == BlockKind::heading && !block.label && !is_word(article.view(block)))
      block.kind = BlockKind::paragraph, block.level = 0;
  }
}

/// The addressee above a document's text ends in a colon and is none of its headings.
void drop_addressee(Article& article) {
  for (Block& block : article.blocks) {
    if (block.label) return;
    if (block.kind == BlockKind::heading && fold(last_char(article.view(block))) == U'：') block.kind = BlockKind::paragraph;
  }
}

}  // namespace

std::optional<LabelMatch> match_label(std::string_view line, const Rules& rules) {
  const auto reading = NumberingStyles::of(rules).read(line);
  if (!reading) return {};
  const Style& style = *reading->style;
  if (style.words) return {};
  return LabelMatch{style.id, reading->rank, reading->number, reading->length + reading->gap, style.strong};
}

bool may_be_label(std::string_view line, const Rules& rules) { return !NumberingGlyphs::of(rules).suspects(line).empty(); }

bool may_be_division(std::string_view line, const Rules& rules) {
  const std::vector<Suspect> suspects = NumberingGlyphs::of(rules).divisions(line);
  return std::any_of(suspects.begin(), suspects.end(), [](const Suspect& s) { return s.style->rank < kArticleRank && s.sound && !s.values.empty(); });
}

void number_blocks(Article& article, const Rules& rules) {
  PartLists lists;
  std::vector<LabelMark> marks = find_marks(article, rules, lists);
  decide_sequence(marks, article.type != ArticleType::document);
  if (reads_as_document(article, marks, rules)) article.type = ArticleType::document, flag_headless(article, marks);
  const bool document = article.type == ArticleType::document;
  if (document) repair_labels(article, marks, rules);
  const bool lacks_articles = std::any_of(marks.begin(), marks.end(), [](const LabelMark& mark) { return mark.accepted && mark.gap && mark.rank() <= kArticleRank; });
  const bool excerpt = lacks_articles && DocumentSigns::of(rules).names_excerpt(article.title);
  for (const LabelMark& mark : marks)
    if (mark.accepted) set_label(article, mark, excerpt);
  if (document) set_lists(article, lists), drop_torn_lines(article), drop_addressee(article);
  find_headings(article, rules);
  level_crossheads(article);
}

std::string standard_label(std::string_view printed, const Rules& rules) {
  const auto reading = NumberingStyles::of(rules).read(printed);
  return reading && reading->length == printed.size() ? standard_label(*reading) : std::string(printed);
}

bool is_numbered_row(std::string_view line) {
  std::size_t at = 0;
  while (is_digit(char_at(line, at))) next_char(line, at);
  return at > 0 && is_space(char_at(line, at)) && is_table_row(trim(line.substr(at)));
}

bool is_figure_row(std::string_view line) {
  constexpr std::size_t kLongest = 120;  // bytes
  if (line.size() > kLongest || !is_han(first_char(line)) || line.find("，") != std::string_view::npos || line.find("。") != std::string_view::npos) return false;
  std::size_t last = 0;  // where the last cell begins
  for (std::size_t at = 0; at < line.size();)
    if (is_space(next_char(line, at))) last = at;
  return last > 0 && is_digit(char_at(line, last));
}

}  // namespace jianbao
