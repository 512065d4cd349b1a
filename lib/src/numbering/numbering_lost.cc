#include "numbering/numbering_lost.h"

#include "numbering/numbering_headings.h"
#include "numbering/numbering_marks.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr int kArticleRank = 40;
constexpr std::size_t kShortestHeading = 4, kLongestHeading = 30;  // characters

/// What members of one list have in common.
enum class Kind { heading, led, part, law_article };

bool ends_with(std::string_view text, char32_t mark) { return fold(last_char(text)) == mark; }

Kind kind_of(std::string_view text) {
  if (is_heading_line(text)) return Kind::heading;
  return opens_with_heading(text) ? Kind::led : Kind::part;
}

/// Han and marks only: a document number or a date is no heading.
bool is_plain(std::string_view line) {
  for (std::size_t at = 0; at < line.size();)
    if (const char32_t c = next_char(line, at); is_digit(c) || is_letter(c)) return false;
  return true;
}

bool may_be_heading(std::string_view line) {
  const std::size_t length = count_chars(line);
  return is_heading_line(line) && length >= kShortestHeading && length <= kLongestHeading && is_plain(line);
}

/// Whether a block looks like a member of the list that goes on behind the hole.
bool looks_like(const Article& article, std::size_t i, Kind kind, const Hole& hole) {
  const std::string_view text = article.view(article.blocks[i]);
  const char32_t before = i > 0 ? fold(last_char(article.view(article.blocks[i - 1]))) : 0;
  switch (kind) {
    case Kind::heading: return may_be_heading(text);
    case Kind::led: return hole.bounded && opens_with_heading(text);
    case Kind::part: return ends_with(text, U'；') && (before == U'；' || before == U'：');
    case Kind::law_article: return hole.bounded && is_stop(last_char(text)) && before != U'；' && before != U'：';
  }
  return false;
}

}  // namespace

std::vector<std::size_t> find_lost(const Article& article, const LabelMark& behind, const Hole& hole,
                                   const std::function<bool(std::size_t)>& is_taken) {
  const std::string_view member = article.view(article.blocks[behind.block]);
  const bool law = behind.rank() == kArticleRank;
  const Kind kind = law ? Kind::law_article : kind_of(trim(member.substr(std::min(behind.reading.length + behind.reading.gap, member.size()))));
  std::vector<std::size_t> lost;
  for (std::size_t i = hole.after + (hole.bounded ? 1 : 0); i < hole.before; ++i) {
    if (is_taken(i) || !may_be_numbered(article.blocks[i])) continue;
    // The paragraphs of a law's article look like articles: any more of them than are missing prove nothing.
    if (!looks_like(article, i, kind, hole)) continue;
    lost.push_back(i);
  }
  if (lost.size() != hole.missing) lost.clear();
  return lost;
}

bool continues_sentence(const Article& article, std::size_t member_before, std::size_t last, std::size_t block) {
  if (block != last + 1 || !may_be_numbered(article.blocks[block])) return false;
  const std::string_view text = article.view(article.blocks[block]);
  return ends_with(article.view(article.blocks[member_before]), U'；') && ends_with(article.view(article.blocks[last]), U'；') &&
         (ends_with(text, U'；') || ends_with(text, U'。'));
}

}  // namespace jianbao
