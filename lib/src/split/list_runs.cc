#include "split/list_runs.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "fields/dates.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_rows.h"
#include "split/line_shape.h"
#include "split/verses.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

/// The bullet that a line begins with; 0 for none.
char32_t mark_of(const Page& page, const Line& line) {
  const char32_t first = first_char(page.view(line.span));
  return is_han(first) ? 0 : first;
}

/// ▲ before a line among notices that begin so: it is one of them, whatever words it has.
void list_notices(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kReach = 6;  // lines that one notice may take
  const auto spread = [&](std::size_t i, std::size_t& last, char32_t& mark) {
    Line& line = lines[i];
    const std::size_t apart = last > i ? last - i : i - last;
    if (line.shape == Shape::notice_item) {
      mark = mark_of(page, line), last = i;
    } else if (line.shape == Shape::notice_heading) {
      mark = 0;
    } else if (line.shape == Shape::caption && mark != 0 && apart <= kReach && mark_of(page, line) == mark) {
      line.shape = Shape::notice_item, line.pointing = false, last = i;
    }
  };
  std::size_t last = 0;
  char32_t mark = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) spread(i, last, mark);
  mark = 0;
  for (std::size_t i = lines.size(); i-- > 0;) spread(i, last, mark);
}

/// △ before one line points to a picture; before each of several they are bullets.
void undo_bullets(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const char32_t mark = mark_of(page, lines[i]);
    if (lines[i].shape != Shape::caption || mark == 0) continue;
    const std::size_t begin = i;
    while (i + 1 < lines.size() && mark_of(page, lines[i + 1]) == mark) ++i;
    if (i > begin)
      for (std::size_t j = begin; j <= i; ++j) {
        if (lines[j].shape != Shape::caption) continue;
        lines[j].pointing = false;
        lines[j].shape = run_in_title(page.view(lines[j].span), rules).empty() ? Shape::prose : Shape::headed;
        lines[j].listed = j > begin;
      }
  }
}

/// 投稿邮箱：… below the heading of a call for manuscripts tells where to send them; elsewhere it is a line of the paper.
void find_calls(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::size_t kReach = 8;  // lines of a call
  const auto& words = rules.tables().compiled<WordTable>();
  const auto holds = [&](const Line& line, std::string_view list) {
    const auto& of_list = words.list(list);
    return std::any_of(of_list.begin(), of_list.end(), [&](const std::string& word) { return page.view(line.span).find(word) != std::string_view::npos; });
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].shape != Shape::notice_heading || !holds(lines[i], "call")) continue;
    for (std::size_t j = i + 1; j < lines.size() && j <= i + kReach && lines[j].shape != Shape::notice_heading && lines[j].shape != Shape::brief; ++j)
      if (lines[j].shape == Shape::staff && holds(lines[j], "manuscripts")) lines[j].shape = Shape::notice_text;
  }
}

/// 本报记者 张三 通讯员 with the name on the next line, a credit: both are one.
void join_torn_credits(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto& roles = rules.tables().compiled<WordTable>().list("role");
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].shape != Shape::byline || lines[i + 1].shape != Shape::credit || lines[i + 1].blank_before) continue;
    const std::string_view text = page.view(lines[i].span);
    if (std::any_of(roles.begin(), roles.end(), [&](const std::string& role) { return text.ends_with(role); })) lines[i].shape = Shape::credit;
  }
}

/// 东桥3∶1西堰: two figures with a colon between them, as results of matches are printed.
bool has_score(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t before_mark = next_char(text, at);
    if (!is_digit(before_mark) || at >= text.size()) continue;
    std::size_t behind = at;
    if (const char32_t c = next_char(text, behind); (fold(c) == U'：' || c == U'∶' || fold(c) == U'-') && behind < text.size() && is_digit(char_at(text, behind))) return true;
  }
  return false;
}

/// Results of matches, one a line: no headlines, though one line of the kind is.
void find_results(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 2;
  const auto open = [](const Line& line) { return line.depth == 0 && line.open && (line.shape == Shape::brief || line.shape == Shape::deck || line.shape == Shape::row || line.shape == Shape::prose); };
  const auto spaced = [&](const Line& line) {
    const std::string_view text = page.view(line.span);
    for (std::size_t at = 0; at < text.size();)
      if (is_space(next_char(text, at))) return true;
    return false;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    while (i < lines.size() && open(lines[i]) && has_score(page.view(lines[i].span))) ++i;
    if (i - begin < kFew) continue;
    const bool headline = i + 1 < lines.size() && (lines[i + 1].shape == Shape::dateline || lines[i + 1].shape == Shape::byline);
    if (i < lines.size() && open(lines[i]) && spaced(lines[i]) && !headline) ++i;  // one that was won without a score
    for (std::size_t j = begin; j < i; ++j) lines[j].shape = Shape::row;
  }
}

/// 东区 100, 西区 300, or 4.1万个　全国现有道班: lines of as many fields, the last of each a figure or the first a quantity, and the line that
/// names their columns above, if there is one. 满江红 may be a tune by its words, 51.6岁 a number.
void find_figure_rows(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3;  // rows, the names of columns among them
  constexpr std::uint32_t kLongest = 40;
  const auto fields = [&](const Line& line) {
    switch (line.shape) {
      case Shape::brief: case Shape::brief_act: case Shape::name: case Shape::tiny: case Shape::row: case Shape::organisation: case Shape::offer: break;
      case Shape::brief_marked: case Shape::label_title: break;
      default: return std::size_t{0};
    }
    return line.open && line.depth == 0 && line.chars <= kLongest ? count_fields(page.view(line.span)) : std::size_t{0};
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t columns = fields(lines[i]);
    if (columns < 2) continue;
    const bool quantities = begins_with_quantity(page.view(lines[i].span));
    const auto in_row = [&](std::size_t j) {
      const std::string_view text = page.view(lines[j].span);
      return fields(lines[j]) == columns && (quantities ? begins_with_quantity(text) : is_figure_row(text));
    };
    std::size_t end = i + 1;
    while (end < lines.size() && lines[end].blank_before == lines[i + 1].blank_before && in_row(end)) ++end;
    if (end - i < kFew) continue;
    for (; i < end; ++i) {
      lines[i].shape = Shape::row;
      if (quantities) lines[i].label.reset();
    }
    --i;
  }
}

/// What stands behind the first space of a line: of 山城一套　19:35　新闻 the hour of the channel.
std::string_view behind_first_field(std::string_view text) {
  std::size_t at = 0;
  while ((at = skip_han(text, at, text.size())) < text.size() && !is_space(char_at(text, at))) next_char(text, at);
  return trim(text.substr(at));
}

/// Programmes: lines that begin with an hour, of one day or several, each day above its own; and the short line above them all, whose
/// programme it is.
void find_programmes(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3;
  constexpr std::uint32_t kLongest = 20, kLongestDay = 12;  // characters
  const auto is_row = [&](std::size_t i) {
    return i < lines.size() && lines[i].depth == 0 && lines[i].open && (is_hour_row(page.view(lines[i].span)) || is_hour_row(behind_first_field(page.view(lines[i].span))));
  };
  const auto is_day = [&](std::size_t i) { return lines[i].chars <= kLongestDay && names_day(page.view(lines[i].span)); };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    std::size_t rows = 0;
    for (bool row = false; (row = is_row(i)) || (i < lines.size() && is_day(i) && is_row(i + 1)); ++i) rows += row;
    if (rows < kFew) continue;
    for (std::size_t row = begin; row < i; ++row) lines[row].shape = Shape::row;
    if (begin == 0 || lines[begin - 1].shape == Shape::row || lines[begin - 1].chars > kLongest || !lines[begin - 1].open) continue;
    lines[begin - 1].shape = Shape::brief_marked;
  }
}

/// 序号　借款人　合同编号⏎本金余额: heads of columns that a line's end tore off those above are a row, and no title of the rows below.
void find_torn_heads(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto& columns = rules.tables().compiled<ColumnTable>();
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string_view text = trim(page.view(lines[i].span)), above = trim(page.view(lines[i - 1].span));
    if (lines[i].open && lines[i].depth == 0 && is_head_line(text, columns) && header_columns(above, rules) > 0) lines[i].shape = Shape::row;
  }
}

/// A short line over the rows of a table: its title, where a text or the rows of another table stand above it. The first row may name the
/// columns.
void find_table_titles(const Page& page, std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 16, kLongestOfMany = 30;  // characters
  constexpr std::size_t kFew = 2, kMany = 4;                   // rows with figures
  constexpr std::size_t kWide = 4;                             // fields of one row that shows a table by itself
  const auto fields = [&](std::size_t i) { return lines[i].shape == Shape::row ? count_fields(page.view(lines[i].span)) : std::size_t{0}; };
  const auto is_row = [&](std::size_t i) { return lines[i].shape == Shape::row && is_data_row(page.view(lines[i].span)); };
  const auto is_over_rows = [&](std::size_t i, std::size_t few) {
    std::size_t end = i + 1;
    if (lines[end].shape == Shape::row && fields(end) >= 2 && !is_row(end)) ++end;
    const std::size_t begin = end;
    while (end < lines.size() && end < begin + few && is_row(end)) ++end;
    return end == begin + few;
  };
  for (std::size_t i = 1; i + 2 < lines.size(); ++i) {
    Line& line = lines[i];
    const bool head = (line.shape == Shape::brief || line.shape == Shape::tiny || line.shape == Shape::name) && line.open && line.depth == 0 && line.chars <= kLongestOfMany;
    if (!head || count_fields(page.view(line.span)) > 1) continue;
    if (line.chars > kLongest && !is_over_rows(i, kMany)) continue;
    const bool alike = fields(i + 1) >= 2 && fields(i + 1) == fields(i + 2);
    const bool below_table = fields(i - 1) >= 2 && (fields(i - 1) != fields(i + 1) || !is_row(i - 1));
    const bool wide = is_row(i + 1) && fields(i + 1) >= kWide;
    if (is_over_rows(i, kFew) || ((alike || wide) && below_table)) line.shape = Shape::brief_marked;
  }
}

/// A line that says “…”——who said it between others of the kind: no headline, however short.
void find_sayings(const Page& page, std::vector<Line>& lines) {
  const auto is_saying = [&](std::size_t i) {
    const std::string_view text = page.view(lines[i].span);
    return lines[i].depth == 0 && text.starts_with("“") && text.find("”——") != std::string_view::npos;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool among = (i > 0 && is_saying(i - 1)) || (i + 1 < lines.size() && is_saying(i + 1));
    if (among && is_saying(i)) lines[i].shape = Shape::row;
  }
}

/// 选良种, 施足肥, 勤除草: a few characters between a headline and a paragraph, and as many over two more, are crossheads; the first is no
/// author. An author and one crosshead may have as many by chance.
void find_short_crossheads(std::vector<Line>& lines) {
  constexpr std::size_t kReach = 4, kFew = 3;  // lines from one to the next; heads
  constexpr std::uint32_t kShortest = 3;       // characters: pen names have mostly two
  const auto is_over_text = [&](std::size_t i) { return i + 1 < lines.size() && lines[i].open && lines[i].depth == 0 && lines[i + 1].shape == Shape::prose && !lines[i + 1].open; };
  const auto next_of = [&](std::size_t head) {
    std::size_t next = head + 1;
    while (next < lines.size() && next <= head + kReach && lines[next].shape == Shape::prose) ++next;
    const bool is_like = next < lines.size() && (lines[next].shape == Shape::tiny || lines[next].shape == Shape::name) && lines[next].chars == lines[head].chars;
    return is_like && is_over_text(next) ? next : lines.size();
  };
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    const Shape above = lines[i - 1].shape;
    const bool headed = above == Shape::brief || above == Shape::brief_marked || above == Shape::brief_act;
    if (!headed || lines[i].shape != Shape::tiny || lines[i].chars < kShortest || !is_over_text(i)) continue;
    std::vector<std::size_t> heads;
    for (std::size_t head = i; head < lines.size(); head = next_of(head)) heads.push_back(head);
    if (heads.size() < kFew) continue;
    for (const std::size_t head : heads) lines[head].shape = Shape::series_head;
    i = heads.back();
  }
}

/// Short lines, each over a paragraph that ends with who wrote it, one after the other: titles of briefs, however short.
void find_signed_briefs(std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3;
  constexpr std::uint32_t kLongest = 20;  // characters
  const auto is_brief = [&](std::size_t i) {
    const Shape shape = lines[i].shape;
    const bool head = shape == Shape::brief || shape == Shape::tiny || shape == Shape::name || shape == Shape::brief_act;
    return head && lines[i].open && lines[i].depth == 0 && lines[i].chars <= kLongest && i + 1 < lines.size() && lines[i + 1].tailed && lines[i + 1].shape == Shape::prose;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    while (i < lines.size() && is_brief(i)) i += 2;
    if (i < begin + 2 * kFew) continue;
    for (std::size_t head = begin; head < i; head += 2) lines[head].shape = Shape::brief_marked;
    --i;
  }
}

/// 校园短波 right over a line: what stands below is one article, who wrote each of its items whatever.
bool is_column_over(const std::vector<Line>& lines, std::size_t i) {
  constexpr std::uint32_t kLongest = 8;  // characters
  if (i == 0 || !lines[i - 1].open || lines[i - 1].chars > kLongest) return false;
  const Shape shape = lines[i - 1].shape;
  return shape == Shape::rubric || shape == Shape::tiny || shape == Shape::brief || shape == Shape::brief_marked || shape == Shape::name;
}

/// The name of a column of briefs: known by its words, or, whatever paper may be called so, by two items right below that are both signed.
bool may_name_column(const Line& line) {
  constexpr std::uint32_t kLongest = 6;  // characters
  const bool is_short = line.shape == Shape::paper || line.shape == Shape::brief || line.shape == Shape::tiny;
  return is_short && line.open && line.depth == 0 && line.chars <= kLongest;
}

/// 新华社开罗四日电　…: a brief that says where and when it was written, and not by whom.
bool is_wire_brief(const Page& page, const Line& line) {
  constexpr std::size_t kDateline = 16 * 3;  // bytes
  return line.shape == Shape::dateline && line.depth == 0 && page.view(line.span).substr(0, kDateline).find("（") == std::string_view::npos;
}

/// Under the name of a column of briefs, paragraphs that each end with who wrote them, or begin with whom they are about in a box or where
/// and when they were written, are its items.
void list_column(const Page& page, std::vector<Line>& lines) {
  const auto boxed = [&](const Line& line) { return first_char(page.view(line.span)) == U'【' && (line.shape == Shape::headed || line.shape == Shape::prose); };
  const auto is_signed = [&](std::size_t i) { return i < lines.size() && lines[i].tailed && lines[i].shape == Shape::prose; };
  const auto is_item = [&](std::size_t i) { return is_signed(i) || (i < lines.size() && boxed(lines[i])); };
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const bool below_text = i > 1 && lines[i - 2].shape == Shape::prose;  // where no paper has its name
    if (may_name_column(lines[i - 1]) && is_signed(i) && (is_signed(i + 1) || (below_text && lines[i - 1].shape == Shape::paper))) lines[i - 1].shape = Shape::rubric;
    if (lines[i - 1].shape != Shape::rubric) continue;
    const auto list = [&](auto is_one) {
      if (!is_one(i) || !is_one(i + 1)) return;
      for (lines[i].shape = Shape::prose; is_one(i + 1); lines[i].listed = true) lines[++i].shape = Shape::prose;
    };
    list(is_item);
    list([&](std::size_t n) { return n < lines.size() && is_wire_brief(page, lines[n]); });
  }
}

/// 江东港务（600987）：…: what a listed company has made known.
bool tells_of_share(std::string_view text) {
  constexpr std::size_t kCode = 6, kShortest = 2 * 3, kLongest = 6 * 3;  // figures; bytes of a name
  const std::size_t open = text.find("（");
  if (open == std::string_view::npos || open < kShortest || open > kLongest) return false;
  const std::string_view code = text.substr(open + std::string_view("（").size());
  return leading_figures(code) == kCode && code.substr(kCode).starts_with("）");
}

/// Such items one behind the other are a list, whatever each announces, and the few characters above them its name.
void list_shares(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 2;
  constexpr std::uint32_t kLongest = 8;  // characters
  const auto is_item = [&](std::size_t i) { return i < lines.size() && lines[i].depth == 0 && !lines[i].open && tells_of_share(page.view(lines[i].span)); };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    while (is_item(i)) ++i;
    if (i < begin + kFew) continue;
    for (std::size_t item = begin; item < i; ++item) lines[item].shape = Shape::prose, lines[item].listed = item > begin;
    if (begin > 0 && lines[begin - 1].open && lines[begin - 1].chars <= kLongest) lines[begin - 1].shape = Shape::rubric;
  }
}

/// The names below 一等奖（3名）, or on three lines below 光荣榜, several a line: rows, though a company or a place may be among them.
void find_name_rows(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3;
  const auto has_mark = [&](std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
      if (const char32_t c = fold(next_char(text, at)); c == U'，' || c == U'。' || c == U'：') return true;
    return false;
  };
  const auto is_row = [&](std::size_t i) {
    if (i >= lines.size() || lines[i].depth > 0 || !lines[i].open) return false;
    switch (lines[i].shape) {
      case Shape::brief: case Shape::name: case Shape::organisation: case Shape::tiny: case Shape::row: break;
      default: return false;
    }
    const std::string_view text = page.view(lines[i].span);
    return count_fields(text) > 1 && !has_mark(text);
  };
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const bool award = lines[i].shape == Shape::series_head;
    if ((!award && lines[i].shape != Shape::brief_marked) || count_fields(page.view(lines[i].span)) > 1) continue;
    std::size_t end = i + 1;
    while (is_row(end)) ++end;
    if (award || end > i + kFew)
      for (std::size_t row = i + 1; row < end; ++row) lines[row].shape = Shape::row;
  }
}

/// ● before each of several paragraphs: the items of one article. Where each has a headline of its own, or who wrote it at its end, they are
/// articles.
void list_briefs(const Page& page, std::vector<Line>& lines) {
  const auto listed = [&](std::size_t i, std::size_t with) {
    return lines[i].shape == Shape::prose && bullet_length(page.view(lines[i].span)) > 0 && mark_of(page, lines[i]) == mark_of(page, lines[with]);
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    if (!listed(i, i)) continue;
    while (i + 1 < lines.size() && listed(i + 1, begin)) ++i;
    const auto signed_brief = [](const Line& line) { return line.tailed; };
    const bool briefs = i > begin && !is_column_over(lines, begin) && std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(i + 1), signed_brief);
    for (std::size_t j = begin; j <= i; ++j) {
      lines[j].listed = j > begin && !briefs;
      lines[j].own = briefs;
    }
  }
}

}  // namespace

void reread_lists(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  list_notices(page, lines);
  undo_bullets(page, rules, lines);
  find_calls(page, rules, lines);
  join_torn_credits(page, rules, lines);
  find_results(page, lines);
  find_figure_rows(page, lines);
  find_programmes(page, lines);
  find_sayings(page, lines);
  find_torn_heads(page, rules, lines);
  find_table_titles(page, lines);
  find_signed_briefs(lines);
  find_short_crossheads(lines);
  find_verses(lines);
  find_name_rows(page, lines);
  list_shares(page, lines);
  list_briefs(page, lines);
  list_column(page, lines);
}

}  // namespace jianbao
