#include "numbering/numbering_marks.h"

#include <algorithm>

#include "numbering/numbering.h"
#include "numbering/numbering_headings.h"
#include "numbering/numbering_lines.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

struct Quotes {
  int balance = 0;             // opened and not closed
  std::size_t behind_open = 0;  // byte behind the last one that stays open
};

Quotes count_quotes(std::string_view text) {
  Quotes quotes;
  constexpr std::string_view kOpen = "“", kClose = "”";
  for (std::size_t at = text.find("\xE2\x80\x9C"); at < text.size();) {
    if (text.substr(at, kOpen.size()) == kOpen)
      ++quotes.balance, quotes.behind_open = at + kOpen.size();
    else if (text.substr(at, kClose.size()) == kClose)
      --quotes.balance;
    at = text.find("\xE2\x80", at + 1);
  }
  if (quotes.balance == 0 && text.starts_with(kClose)) quotes.balance = -1;
  return quotes;
}

/// Amending decisions quote whole articles: 修改为：“第五条 …” over several paragraphs. While such a quote is open its
/// numbers are those of another law.
class QuotedArticles {
 public:
  explicit QuotedArticles(const NumberingStyles& styles) : styles_(styles) {}

  /// Whether the block's label is quoted; to be asked of every block in order.
  bool covers(std::string_view text, const Reading* reading) {
    if (open_ && reading && reading->rank == outer_rank_ && reading->number == outer_number_ + 1) open_ = false;
    const bool quoted = open_;
    if (!quoted && reading) outer_rank_ = reading->rank, outer_number_ = reading->number;
    const Quotes quotes = count_quotes(text);
    if (open_) {
      depth_ += quotes.balance - (text.starts_with("“") ? 1 : 0);  // each quoted paragraph may open anew
      if (depth_ <= 0 || text.ends_with("”") || text.ends_with("”。")) open_ = false;
    } else if (quotes.balance > 0) {
      const std::string_view rest = text.substr(quotes.behind_open);
      open_ = rest.empty() || styles_.read(rest).has_value();
      depth_ = 1;
    }
    return quoted;
  }

 private:
  const NumberingStyles& styles_;
  bool open_ = false;
  int depth_ = 0, outer_rank_ = 0, outer_number_ = 0;
};

bool is_structural(const LabelMark& mark) { return mark.role() == StyleRole::unit && mark.rank() < 40; }

bool same_label(const LabelMark& a, const LabelMark& b) { return a.rank() == b.rank() && a.number == b.number; }

/// Where the marks of a table of contents end that begins at mark `first`: at the mark that repeats it; kNone where none does.
std::size_t end_of_contents(const std::vector<LabelMark>& marks, std::size_t first) {
  for (std::size_t i = first + 1; i < marks.size(); ++i)
    if (same_label(marks[i], marks[first])) return i;
  return kNone;
}

/// Headings that follow each other line by line and then come again with their text: a table of contents, also without
/// the word 目录 above it.
std::size_t bare_contents(const std::vector<LabelMark>& marks, std::size_t first) {
  std::size_t end = first + 1;
  while (end < marks.size() && is_structural(marks[end]) && marks[end].block == marks[end - 1].block + 1 &&
         !same_label(marks[end], marks[first]))
    ++end;
  if (end - first < 2) return kNone;
  const std::size_t again = end_of_contents(marks, first);
  return again == end || (again != kNone && again <= end + 1) ? again : kNone;
}

/// Takes the marks of a table of contents out; `from` is its first block.
void drop_entries(std::vector<LabelMark>& marks, std::size_t begin, std::size_t end, std::size_t from, PartLists& lists) {
  for (std::size_t block = from; block < marks[end].block; ++block) lists.entries.push_back(block);
  marks.erase(marks.begin() + static_cast<std::ptrdiff_t>(begin), marks.begin() + static_cast<std::ptrdiff_t>(end));
}

void drop_contents(std::vector<LabelMark>& marks, PartLists& lists) {
  for (const std::size_t title : lists.titles) {
    const auto first = std::find_if(marks.begin(), marks.end(), [&](const LabelMark& mark) { return mark.block > title; });
    if (first == marks.end()) continue;
    const auto begin = static_cast<std::size_t>(first - marks.begin());
    if (const std::size_t end = end_of_contents(marks, begin); end != kNone) drop_entries(marks, begin, end, title + 1, lists);
  }
  const auto first = std::find_if(marks.begin(), marks.end(), is_structural);
  if (first == marks.end()) return;
  const auto begin = static_cast<std::size_t>(first - marks.begin());
  if (const std::size_t end = bare_contents(marks, begin); end != kNone) drop_entries(marks, begin, end, first->block, lists);
}

/// `附件：1．…` and the numbers under it name annexes; `附件1` on a line of its own, with text behind it, is one.
bool lists_annexes(const Reading& reading, std::string_view text) {
  return reading.style->role == StyleRole::root && !reading.close.empty() && reading.length + reading.gap < text.size();
}

/// （i） is a letter, unless its neighbour is a small Roman numeral that it counts on with: then it is one, too.
void read_small_roman(const Article& article, const NumberingStyles& styles, std::vector<LabelMark>& marks) {
  const Style* const roman = styles.find("roman-small-paren");
  const auto is_roman = [&](std::size_t i, int number) { return i < marks.size() && marks[i].reading.style == roman && marks[i].number == number; };
  if (!roman || std::none_of(marks.begin(), marks.end(), [&](const LabelMark& mark) { return mark.reading.style == roman; })) return;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].reading.style == roman) continue;
    const auto reading = styles.read_by(*roman, article.view(article.blocks[marks[i].block]));
    if (!reading || !(is_roman(i + 1, reading->number + 1) || (i > 0 && is_roman(i - 1, reading->number - 1)))) continue;
    marks[i].reading = *reading;
    marks[i].number = reading->number;
  }
}

/// The number of `1总则`, where such a heading may be one; 0 where not.
int glued_number(std::string_view text, std::size_t& length) {
  constexpr std::size_t kMostDigits = 2, kLongest = 20;  // characters
  length = 0;
  while (is_digit(char_at(text, length))) next_char(text, length);
  if (length == 0 || length > kMostDigits || !is_han(char_at(text, length)) || !is_heading_line(text) || count_chars(text) > kLongest) return 0;
  return parse_ordinal(text.substr(0, length)).value_or(0);
}

/// `1总则` right above `1.1编制目的`: no gap stands behind any number of the article, and what is counted below proves the first level. A
/// further one counts on, `3附则`, though nothing is counted below it.
void read_glued(const Article& article, const NumberingStyles& styles, std::vector<LabelMark>& marks) {
  const Style* const decimal = styles.find("decimal");
  const auto is_first_below = [&](const LabelMark& mark, int above) {
    return mark.reading.style == decimal && mark.number == 1 && mark.reading.number_text == std::to_string(above) + ".1";
  };
  if (!decimal || std::none_of(marks.begin(), marks.end(), [&](const LabelMark& mark) { return is_first_below(mark, 1); })) return;
  int last = 0;
  for (std::size_t i = 0, at = 0; i < article.blocks.size(); ++i) {
    while (at < marks.size() && marks[at].block < i) ++at;
    if (!may_be_numbered(article.blocks[i]) || (at < marks.size() && marks[at].block == i)) continue;
    const std::string_view text = article.view(article.blocks[i]);
    std::size_t length = 0;
    const int number = glued_number(text, length);
    if (number != last + 1 || !(last > 0 || (at < marks.size() && marks[at].block == i + 1 && is_first_below(marks[at], number)))) continue;
    LabelMark mark;
    mark.block = i;
    mark.reading.style = decimal;
    mark.reading.rank = decimal->rank;
    mark.reading.number = mark.number = last = number;
    mark.reading.number_text = text.substr(0, length);
    mark.reading.length = length;
    mark.weak = true;
    marks.insert(marks.begin() + static_cast<std::ptrdiff_t>(at), mark);
  }
}

/// `二，` is a label where an article counts so; where it counts `一、`, it is a damaged one, which its neighbours must prove.
void drop_misprints(std::vector<LabelMark>& marks) {
  std::erase_if(marks, [&](const LabelMark& mark) {
    return mark.reading.style->words && std::any_of(marks.begin(), marks.end(), [&](const LabelMark& other) {
      return !other.reading.style->words && other.rank() == mark.rank();
    });
  });
}

bool has_figure(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_digit(next_char(text, at))) return true;
  return false;
}

/// 表1 主要指标, （一）总产值10亿元: a caption with numbered rows of figures right below it holds them as a box does; they are no items
/// of the text. Without figures the table itself may be gone, and the text goes on.
void box_tables(const Article& article, std::vector<LabelMark>& marks) {
  for (std::size_t i = 0; i + 2 < marks.size(); ++i) {
    const auto is_row = [&](std::size_t row, int number) {
      const LabelMark& mark = marks[row];
      return mark.block == marks[row - 1].block + 1 && mark.role() == StyleRole::unit && mark.rank() > kArticleRank && mark.rank() == marks[i + 1].rank() &&
             mark.number == number && !mark.weak && has_figure(article.view(article.blocks[mark.block]).substr(mark.reading.length));
    };
    marks[i].heads_rows = marks[i].role() == StyleRole::floating && is_row(i + 1, 1) && is_row(i + 2, 2);
  }
}

}  // namespace

bool may_be_numbered(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::item || block.kind == BlockKind::heading;
}

std::vector<LabelMark> find_marks(const Article& article, const Rules& rules, PartLists& lists) {
  const NumberingStyles& styles = NumberingStyles::of(rules);
  const NumberingLines& lines = NumberingLines::of(rules);
  QuotedArticles quotes(styles);
  std::vector<LabelMark> marks;
  bool annex_list = false;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    const std::string_view text = article.view(block);
    if (!may_be_numbered(block) || text.empty()) continue;
    const auto reading = styles.read(text);
    if (quotes.covers(text, reading ? &*reading : nullptr)) continue;
    const LineRole role = lines.role_among({LineRole::contents, LineRole::annex_list}, text);
    if (role == LineRole::contents) lists.titles.push_back(i);
    const bool unlisted = reading && reading->style->role == StyleRole::root && (reading->number_text.empty() || role != LineRole::annex_list);
    const bool annex = block.kind == BlockKind::heading && unlisted && !styles.read(text.substr(reading->length + reading->gap));  // 附件：任务清单 over the list itself
    if (!annex && (role == LineRole::annex_list || (reading && lists_annexes(*reading, text)))) {
      annex_list = true;
      lists.entries.push_back(i);
      continue;
    }
    if (!reading || (reading->style->role == StyleRole::floating && reading->gap == 0)) continue;
    if (reading->style->role == StyleRole::root) annex_list = false;
    if (annex_list && reading->rank > 60) {
      lists.entries.push_back(i);
      continue;
    }
    annex_list = false;  // a section: the pieces of the document were put out in a wrong order
    LabelMark mark;
    mark.block = i;
    mark.reading = *reading;
    mark.number = reading->number;
    mark.weak = !reading->style->strong;
    mark.tight = reading->gap == 0 && reading->length < text.size();
    mark.leads = fold(last_char(text)) == U'：';
    mark.begins = i > 0 && is_stop(last_char(article.view(article.blocks[i - 1])));
    marks.push_back(mark);
  }
  read_small_roman(article, styles, marks);
  drop_misprints(marks);
  read_glued(article, styles, marks);
  box_tables(article, marks);
  drop_contents(marks, lists);
  return marks;
}

}  // namespace jianbao
