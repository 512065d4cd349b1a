#include "split/shape.h"

#include <algorithm>

#include "clean/headlines.h"
#include "clean/join_lines.h"
#include "clean/unweave.h"
#include "numbering/numbering.h"
#include "split/continued_columns.h"
#include "split/document_runs.h"
#include "split/head_runs.h"
#include "split/heading_lines.h"
#include "split/line_shape.h"
#include "split/list_runs.h"
#include "split/page_head.h"
#include "split/torn_brackets.h"
#include "split/torn_titles.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// Two Han at least.
bool has_words(std::string_view text) {
  std::size_t han = 0;
  for (std::size_t at = 0; at < text.size() && han < 2;) han += is_han(next_char(text, at));
  return han > 1;
}

/// Takes the Markdown marks and spaces off a line's begin and end.
Span content(std::string_view text, Span line, int& depth) {
  std::string_view rest = trim(text.substr(line.begin, line.size()));
  while (!rest.empty() && rest.front() == '#') rest.remove_prefix(1), ++depth;
  rest = trim(rest);
  while (rest.size() > 3 && rest.starts_with("**") && rest.ends_with("**")) rest = rest.substr(2, rest.size() - 4), depth = std::max(depth, 3);
  rest = trim(rest);  // ** 遗失声明 **
  const auto begin = static_cast<std::size_t>(rest.data() - text.data());
  return {begin, begin + rest.size()};
}

/// Bytes of the Markdown marks of lists and quotes that a line begins with: `- `, `> * `.
std::size_t list_mark_length(std::string_view text) {
  std::size_t at = 0;
  while (at + 1 < text.size() && std::string_view("-*+>").find(text[at]) != std::string_view::npos && text[at + 1] == ' ')
    at = std::min(text.find_first_not_of(' ', at + 1), text.size());
  return at;
}

/// Layout models write each numbered unit as a member of a list: `- （一）`, and a paragraph that stands apart as a quotation: `> `. Another mark before
/// anything else is a bullet and stays.
Span without_list_mark(std::string_view text, Span line, const Rules& rules) {
  const std::size_t mark = list_mark_length(text.substr(line.begin, line.size()));
  if (mark == 0) return line;
  int depth = 0;
  const Span rest = content(text, {line.begin + mark, line.end}, depth);
  const bool quoted = text[line.begin] == '>' && !rest.empty();
  return quoted || match_label(text.substr(rest.begin, rest.size()), rules) ? rest : line;
}

/// Columns of text that were read across; a headline has no comma.
bool is_running(std::string_view text) { return text.find("，") != std::string_view::npos || text.find("。") != std::string_view::npos; }

/// A gap and figures: a row of a table, whose head stands above it.
bool has_figures_apart(std::string_view text) {
  if (text.find(kGap) == std::string_view::npos) return false;
  const std::string_view last = text.substr(text.rfind(kGap) + kGap.size());
  return !has_words(last) && has_digits(last);
}

/// What stands side by side on a line that OCR read across a page: its cells, a wide gap between each two; none where the line is one,
/// as the rows of a table are. Headlines stand closer to one another than what else there is. `rest`: what stands below.
std::vector<Span> cells_of(const Page& page, Span line, std::string_view rest) {
  const std::string_view text = page.view(line);
  if (text.find(kGap) == std::string_view::npos || is_running(text) || has_figures_apart(trim(rest.substr(0, rest.find('\n'))))) return {};
  std::vector<Span> cells;
  std::size_t bare = 0;  // cells without Han
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(kGap, at), text.size());
    cells.push_back({line.begin + at, line.begin + end});
    bare += !has_words(text.substr(at, end - at));
    at = std::min(text.find_first_not_of(' ', end), text.size());
  }
  if (bare > 1) cells.clear();
  return cells;
}

/// Lines that stand side by side, column by column. The one that ends in a byline is the last: the text below goes on there.
using Columns = std::vector<std::vector<Line>>;

void put_out(Columns& columns, std::vector<Line>& lines) {
  std::stable_partition(columns.begin(), columns.end(), [](const auto& column) { return column.back().shape != Shape::byline; });
  for (auto& column : columns) {
    column.front().beside = &column != &columns.front();
    lines.insert(lines.end(), column.begin(), column.end());
  }
  columns.clear();
}

/// One column behind the other.
void put_out(const Page& page, const Rules& rules, const ReadAcross& across, std::vector<Line>& lines) {
  int number = 0;
  auto headline = across.headlines.begin();
  for (const PrintedColumn& column : across.columns) {
    if (headline != across.headlines.end() && headline->column == static_cast<std::size_t>(number)) {
      lines.push_back(read_paragraph(page, rules, {headline++->at}));
      lines.back().headline = true;
      lines.back().column = number + 1;
      if (lines.back().shape == Shape::brief) lines.back().shape = Shape::brief_marked;
    }
    ++number;
    for (const std::vector<Span>& paragraph : column.paragraphs) {
      lines.push_back(read_paragraph(page, rules, paragraph));
      lines.back().column = number;
    }
    if (!column.paragraphs.empty()) lines.back().broken = column.goes_on;
  }
}

bool may_be_author(Shape shape) { return shape == Shape::name || shape == Shape::byline; }

/// 第四节最后19秒, 第九章　乌篷渡: the one division of a page that has neither another nor an article of a law belongs to no document.
void forget_lonely_division(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto is_of_law = [](const Line& line) { return line.label && line.label->rank > kAnnexRank && line.label->rank <= kArticleRank; };
  const auto first = std::find_if(lines.begin(), lines.end(), is_of_law);
  if (first == lines.end() || first->label->rank == kArticleRank || std::any_of(first + 1, lines.end(), is_of_law)) return;
  const bool serial = first->label->style == "chapter" && first > lines.begin() && may_be_author((first - 1)->shape);  // below who wrote it, a novel's
  first->label.reset();
  if (serial) {
    first->shape = Shape::series_head;
    return;
  }
  recognise({page.view(first->span), first->chars, rules, rules.tables().compiled<ShapeTable>()}, *first);
}

/// The label that a line begins with; 33.2摄氏度 is none.
std::optional<LabelMatch> label_of(std::string_view text, const Rules& rules) {
  auto label = match_label(text, rules);
  if (label && is_digit(first_char(text)) && begins_with_quantity(text, rules)) label.reset();
  return label;
}

}  // namespace

std::string text_of(const Page& page, const Line& line) {
  std::string text(page.view(line.span));
  for (const Span place : line.more) text += page.view(place);
  return text;
}

std::vector<Line> find_lines(const Page& page, const Rules& rules, std::vector<Span>& between) {
  const auto& table = rules.tables().compiled<ShapeTable>();
  constexpr std::size_t kUsual = 64;  // bytes of a line: most pages have longer ones
  std::vector<Line> lines;
  lines.reserve(page.text.size() / kUsual + 1);
  Columns row;
  bool blank = true;
  const std::vector<ReadAcross> read_across = find_read_across(page.text, rules);
  auto across = read_across.begin();
  for (std::size_t at = 0; at < page.text.size();) {
    while (across != read_across.end() && across->at.begin <= at) {
      put_out(row, lines);
      put_out(page, rules, *across, lines);
      between.insert(between.end(), across->between.begin(), across->between.end());
      at = std::min(across->at.end + 1, page.text.size());
      blank = true;
      ++across;
    }
    if (at == page.text.size()) break;
    const std::size_t end = std::min(page.text.find('\n', at), page.text.size());
    Line line;
    line.span = without_list_mark(page.text, content(page.text, {at, end}, line.depth), rules);
    at = end + 1;
    if (line.span.empty()) {
      blank = true;
      continue;
    }
    line.blank_before = blank;
    blank = false;
    const std::string_view rest = std::string_view(page.text).substr(std::min(at, page.text.size()));
    std::vector<Span> cells = headlines_of(page.text, line.span, rules);
    line.headline = !cells.empty();
    if (!line.headline) cells = cells_of(page, line.span, rest);
    const auto read = [&](Span span) {
      Line part = line;
      part.span = span;
      const std::string_view text = page.view(span);
      part.chars = static_cast<std::uint32_t>(count_chars(text));
      part.label = label_of(text, rules);
      recognise({text, part.chars, rules, table}, part);
      if (part.headline && part.shape == Shape::brief) part.shape = Shape::brief_marked;
      return part;
    };
    if (cells.size() > 1 && read(line.span).shape == Shape::caption) cells.clear();  // 耕读传家（篆刻）        葛石门
    if (cells.size() < 2 || cells.size() != row.size()) put_out(row, lines);
    if (cells.size() < 2) {
      lines.push_back(read(line.span));
      continue;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Span gap = {cells[i].end, i + 1 < cells.size() ? cells[i + 1].begin : line.span.end};
      if (!trim(page.view(gap)).empty()) between.push_back(gap);  // a rule
    }
    row.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) row[i].push_back(read(cells[i]));
  }
  put_out(row, lines);
  forget_lonely_division(page, rules, lines);
  find_page_head(page, rules, lines);
  continue_columns(page, rules, lines);
  join_heading_lines(page, rules, lines);
  join_torn_titles(page, rules, lines);
  reread_lists(page, rules, lines);
  reread_heads(page, rules, lines);
  reread_documents(page, rules, lines);
  reread_torn_brackets(page, lines);
  return lines;
}

Line read_paragraph(const Page& page, const Rules& rules, const std::vector<Span>& places) {
  Line line;
  line.span = places.front();
  line.more.assign(places.begin() + 1, places.end());
  line.blank_before = true;
  std::string text;
  for (const Span place : places) text += page.view(place);
  line.chars = static_cast<std::uint32_t>(count_chars(text));
  line.label = label_of(text, rules);
  recognise({text, line.chars, rules, rules.tables().compiled<ShapeTable>()}, line);
  return line;
}

}  // namespace jianbao
