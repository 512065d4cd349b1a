#include "numbering/numbering_document.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "tables/tables.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr int kArticleRank = 40;
constexpr std::size_t kLongestLine = 400;  // bytes of what is weighed as one line
constexpr std::size_t kLongestEnd = 120;   // bytes of a paragraph's end
constexpr int kEnough = 3;                 // points that make a document
constexpr int kByline = 1, kDateline = 3;  // points against it

/// What the numbers of an article look like.
struct Structure {
  int articles = 0;  // 1, 2, 3 … in order
  int run = 0;       // articles in order, wherever they begin
  int rising = 0;    // articles of an excerpt, which leaves some out: each with a higher number and a gap behind it
  int chapters = 0;  // of the longest list above articles
  int sections = 0;  // of the longest list below
  int tops = 0;      // of the longest list of the first level
  int levels = 0;
  bool nested = false;   // a list inside of another
  bool runs_on = false;  // a list that counts on from section to section

  explicit Structure(const std::vector<LabelMark>& marks) {
    struct List {
      int members = 0;
      std::size_t last = 0;
    };
    std::map<std::size_t, List> lists;
    std::size_t last_top = 0;
    int last_article = 0, steps = 0, highest = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const LabelMark& mark = marks[i];
      if (mark.rank() == kArticleRank && !mark.tight && mark.number > highest) highest = mark.number, ++rising;
      if (!mark.accepted || mark.role() != StyleRole::unit) continue;
      List& list = lists[mark.list];
      ++list.members;
      if (mark.rank() == kArticleRank) articles += mark.number == articles + 1;
      if (mark.rank() == kArticleRank) steps = mark.number == last_article + 1 ? steps + 1 : 1, last_article = mark.number, run = std::max(run, steps);
      if (mark.rank() < kArticleRank) chapters = std::max(chapters, list.members);
      if (mark.rank() > kArticleRank) sections = std::max(sections, list.members);
      if (mark.level == 1) tops = std::max(tops, list.members), last_top = i;
      nested |= mark.level > 1 && list.members > 1;
      runs_on |= mark.level > 1 && list.members > 1 && list.last < last_top;
      levels = std::max(levels, mark.level);
      list.last = i;
    }
  }

  /// Points for what news has not.
  int points() const { return int{nested && tops > 1} + int{runs_on && tops > 1} + int{levels > 2} + int{chapters > 1}; }
};

/// What has neither a title nor 第一条, 一、 or （一）: the rest of a document from another page. Its numbers alone must show it: articles
/// in order, or items that count on from section to section, or chapters with sections.
bool goes_on_as_document(std::vector<LabelMark> marks) {
  constexpr int kArticles = 3;
  decide_sequence(marks, false);
  const auto first = std::find_if(marks.begin(), marks.end(), [](const LabelMark& mark) { return mark.accepted && mark.role() == StyleRole::unit; });
  if (first == marks.end() || !first->gap) return false;
  const Structure structure(marks);
  return structure.run >= kArticles || (structure.run > 1 && structure.chapters > 0) || (structure.runs_on && structure.sections > 2) ||
         (structure.chapters > 1 && structure.nested);
}

}  // namespace

DocumentSigns::DocumentSigns(const Rules::Tables& tables) {
  static constexpr std::pair<std::string_view, Where> kNames[] = {
      {"title", Where::title}, {"excerpt", Where::excerpt}, {"line", Where::line}, {"start", Where::start}, {"end", Where::end}};
  const Table& table = tables.table("document_signs");
  for (const Table::Row& row : table.rows()) {
    const auto name = std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& n) { return n.first == table.cell(row, "where"); });
    const std::string& weight = table.cell(row, "weight");
    int value = 0;
    if (name == std::end(kNames)) throw RulesError(row.place + ": where is title, excerpt, line, start or end");
    if (std::from_chars(weight.data(), weight.data() + weight.size(), value).ec != std::errc()) throw RulesError(row.place + ": no weight '" + weight + "'");
    signs_.push_back({name->second, value, Pattern(table.cell(row, "words"), row.place)});
  }
}

const DocumentSigns& DocumentSigns::of(const Rules& rules) { return rules.tables().compiled<DocumentSigns>(); }

bool DocumentSigns::shows(const Sign& sign, std::string_view text, bool above) {
  const bool title = sign.where == Where::title || sign.where == Where::excerpt;
  if (title && !above) return false;
  if ((title || sign.where == Where::line) && text.size() > kLongestLine) return false;
  if (sign.where != Where::end) return sign.pattern.matches(text);
  std::size_t at = text.size() > kLongestEnd ? text.size() - kLongestEnd : 0;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  for (; at < text.size(); next_char(text, at))
    if (sign.pattern.matches(text, at)) return true;
  return false;
}

void DocumentSigns::look(std::string_view text, bool above, std::vector<bool>& seen) const {
  for (std::size_t i = 0; i < signs_.size(); ++i)
    if (!seen[i] && shows(signs_[i], text, above)) seen[i] = true;
}

bool DocumentSigns::names_document(std::string_view line) const {
  return std::any_of(signs_.begin(), signs_.end(), [&](const Sign& sign) { return sign.where == Where::title && sign.weight > 0 && shows(sign, line, true); });
}

bool DocumentSigns::names_excerpt(std::string_view title) const {
  return std::any_of(signs_.begin(), signs_.end(), [&](const Sign& sign) { return sign.where == Where::excerpt && shows(sign, title, true); });
}

int DocumentSigns::weight(const std::vector<bool>& seen) const {
  int sum = 0;
  for (std::size_t i = 0; i < signs_.size(); ++i) sum += seen[i] ? signs_[i].weight : 0;
  return sum;
}

bool reads_as_document(const Article& article, const std::vector<LabelMark>& marks, const Rules& rules) {
  const DocumentSigns& signs = DocumentSigns::of(rules);
  if (article.type != ArticleType::news && article.type != ArticleType::other) return false;
  const Structure structure(marks);
  // News that quotes a law has a dateline or a byline. OCR makes bylines of rubble, so one more article outweighs a byline.
  if (article.dateline.empty() && structure.articles >= (article.byline.empty() ? 3 : 4)) return true;
  if (article.dateline.empty() && article.byline.empty() && goes_on_as_document(marks)) return true;
  const bool excerpt = structure.rising > 1 && DocumentSigns::of(rules).names_excerpt(article.title);
  if (structure.chapters < 2 && structure.sections < 3 && !structure.nested && !excerpt) return false;
  std::vector<bool> seen(signs.count());
  const auto section = std::find_if(marks.begin(), marks.end(), [](const LabelMark& mark) { return mark.accepted; });
  for (std::size_t i = 0; i < article.blocks.size(); ++i)
    signs.look(trim(article.view(article.blocks[i])), section == marks.end() || i < section->block, seen);
  const int against = (article.byline.empty() ? 0 : kByline) + (article.dateline.empty() ? 0 : kDateline);
  return signs.weight(seen) + structure.points() - against >= kEnough;
}

}  // namespace jianbao
