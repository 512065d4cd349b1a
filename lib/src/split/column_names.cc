#include "split/column_names.h"

#include <map>
#include <string_view>

#include "names/persons.h"
#include "tables/suffix_index.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

/// A short heading that stands on the page again is the name of a column, and so is one over several briefs.
void find_rubrics(const Page& page, std::vector<Line>& lines) {
  constexpr std::uint32_t kShortest = 3, kLongest = 8;  // characters
  std::map<std::string_view, int> seen;
  const auto may_be_rubric = [&](const Line& line) {
    const bool heading = line.shape == Shape::brief || line.shape == Shape::brief_marked || line.shape == Shape::tiny;
    return heading && line.chars >= kShortest && line.chars <= kLongest && all_han(page.view(line.span));
  };
  for (const Line& line : lines)
    if (may_be_rubric(line)) ++seen[page.view(line.span)];
  const auto is_brief = [&](std::size_t i) { return i < lines.size() && lines[i].shape == Shape::headed; };
  const auto over_briefs = [&](std::size_t i) { return is_brief(i + 1) && is_brief(i + 2); };
  const auto below_poem = [&](std::size_t i) {  // the last of its lines over a marked title: 诗芽芽, that stands over another as well
    if (i == 0 || i + 1 >= lines.size() || lines[i].shape != Shape::row || lines[i - 1].shape != Shape::row || lines[i + 1].depth == 0) return false;
    const auto name = seen.find(page.view(lines[i].span));
    return name != seen.end() && lines[i].chars >= kShortest;
  };
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (below_poem(i)) lines[i].shape = Shape::rubric, ++seen[page.view(lines[i].span)];
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (may_be_rubric(lines[i]) && (seen[page.view(lines[i].span)] > 1 || over_briefs(i))) lines[i].shape = Shape::rubric;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].shape != Shape::rubric || !over_briefs(i)) continue;
    for (std::size_t item = i + 1; is_brief(item); ++item) lines[item].listed = item > i + 1;  // one article, whatever heads each item
  }
}

/// 今日要闻 over lines that end with their page.
void find_indexes(std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 8;  // characters
  for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
    const Shape shape = lines[i].shape;
    const bool head = shape == Shape::rubric || shape == Shape::brief || shape == Shape::brief_marked || shape == Shape::tiny;
    if (head && lines[i].chars <= kLongest && lines[i + 1].shape == Shape::index && lines[i + 2].shape == Shape::index) lines[i].shape = Shape::fixture;
  }
}

/// 岁月江流·四十个码头, 山江行·渡口见闻: two phrases with a dot between them. A foreign name is shorter before its dot or behind it, or
/// written by its sound.
bool is_series(std::string_view text, const Rules& rules) {
  constexpr std::size_t kShortest = 4, kShort = 3, kBoth = 6;  // characters
  const std::string_view dot = "·";
  const std::size_t at = text.find(dot);
  if (at == std::string_view::npos || text.find(dot, at + dot.size()) != std::string_view::npos) return false;
  const std::string_view first = text.substr(0, at), second = text.substr(at + dot.size());
  const auto phrase = [](std::string_view part) -> std::size_t {  // characters
    for (std::size_t i = 0; i < part.size();)
      if (const char32_t c = next_char(part, i); !is_han(c) && !is_digit(c)) return 0;
    return count_chars(part);
  };
  const std::size_t before_dot = phrase(first), behind_dot = phrase(second);
  if (before_dot == 0 || behind_dot == 0) return false;
  if (before_dot >= kShortest && behind_dot >= kShortest) return true;
  return before_dot >= kShort && before_dot + behind_dot >= kBoth && !is_sounded(first, rules) && !is_sounded(second, rules);  // 奋斗者·正青春
}

/// 老工厂·新车间①: without the part that it is of the series.
std::string_view without_count(std::string_view text) { return is_circled_digit(last_char(text)) ? text.substr(0, before(text, text.size())) : text; }

/// 966120　帮您问, 8596 6666帮你忙: the number of a paper's hotline and a few words; without a gap one of as many figures as telephones have,
/// for 38000亩油菜开花 counts something.
bool is_hotline(std::string_view text) {
  constexpr std::size_t kShortest = 5, kShortestGlued = 7, kLongest = 8, kWords = 6;  // figures; characters
  const std::size_t figures = leading_figures(text);
  if (figures < kShortest || figures > kLongest || figures == text.size() || (figures < kShortestGlued && !is_space(char_at(text, figures)))) return false;
  const std::string_view words = trim(text.substr(figures));
  return all_han(words) && count_chars(words) <= kWords;
}

/// 走进支线行①: the name of a series and which part of it that is, over the title of the part or what the editors say of all.
bool counts_part(std::string_view text, const Line& below) {
  return without_count(text).size() < text.size() && (below.shape == Shape::brief || below.shape == Shape::brief_marked || below.shape == Shape::preface);
}

/// 项目进行时, 绿野时评: ends as names of columns do.
struct ColumnNames {
  explicit ColumnNames(const Rules::Tables& tables) : ends(tables.compiled<WordTable>().endings("column-end")) {}
  SuffixIndex ends;
};

/// Such a name of a few Han, and nothing but the ending is none.
bool ends_as_column(std::string_view text, const Rules& rules) {
  constexpr std::size_t kLongest = 8;  // characters
  const std::size_t end = rules.tables().compiled<ColumnNames>().ends.find(text);
  return end > 0 && end < text.size() && count_chars(text) <= kLongest && all_han(text);
}

/// Such a name over a headline of one line, which a text or its author follows: 春耕进行时 over a text is its title, and so it is over ——….
bool is_column_of(std::size_t i, const Page& page, const Rules& rules, const std::vector<Line>& lines) {
  if (i + 2 >= lines.size() || lines[i + 1].shape != Shape::brief || lines[i + 1].chars <= lines[i].chars) return false;
  switch (lines[i + 2].shape) {
    case Shape::dateline: case Shape::byline: case Shape::name: case Shape::tiny: case Shape::prose: case Shape::deck: break;
    default: return false;
  }
  return ends_as_column(page.view(lines[i].span), rules);
}

/// The name of a series, of a hotline or of another column over a title is the column of what stands below.
void find_series(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 16;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view text = page.view(lines[i].span);
    const bool head = lines[i].shape == Shape::brief || lines[i].shape == Shape::name;  // two words with a dot may be a name
    const bool over_head = lines[i + 1].shape == Shape::brief || lines[i + 1].shape == Shape::deck || (lines[i].depth == 0 && lines[i + 1].shape == Shape::brief_marked);
    if (lines[i].shape == Shape::tiny && is_column_of(i, page, rules, lines)) lines[i].shape = Shape::rubric;
    if (!head || lines[i].chars > kLongest) continue;
    if ((over_head && (is_series(without_count(text), rules) || is_hotline(text))) || is_column_of(i, page, rules, lines) || counts_part(text, lines[i + 1])) lines[i].shape = Shape::rubric;
  }
}

}  // namespace

void reread_column_names(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  find_rubrics(page, lines);
  find_indexes(lines);
  find_series(page, rules, lines);
}

}  // namespace jianbao
