#include "split/list_runs.h"

#include <algorithm>
#include <string_view>

#include "notice_signs/notice_lines.h"
#include "split/calendar_runs.h"
#include "split/line_authors.h"
#include "split/line_patterns.h"
#include "split/line_shape.h"
#include "split/page_habits.h"
#include "split/poem_groups.h"
#include "split/table_rows.h"
#include "split/verses.h"
#include "split/weather_runs.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"
#include "text/numeral.h"

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

/// …　本报记者　方小禾　摄
bool credits_picture(std::string_view text, const Rules& rules) {
  const auto& words = rules.tables().compiled<WordTable>().list("picture");
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.ends_with(word) && is_space(last_char(text.substr(0, text.size() - word.size()))); });
}

/// △ before one line points to a picture; before each of several they are bullets, but for lines that say who took a picture.
void undo_bullets(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const char32_t mark = mark_of(page, lines[i]);
    if (lines[i].shape != Shape::caption || mark == 0) continue;
    const std::size_t begin = i;
    while (i + 1 < lines.size() && mark_of(page, lines[i + 1]) == mark) ++i;
    if (i > begin)
      for (std::size_t j = begin; j <= i; ++j) {
        if (lines[j].shape != Shape::caption || credits_picture(page.view(lines[j].span), rules)) continue;
        lines[j].pointing = false;
        const std::string_view item = page.view(lines[j].span).substr(bullet_length(page.view(lines[j].span)));
        if (shape_of_words(item, rules) == Shape::index) {  // △新船下水……第二版
          lines[j].shape = Shape::index;
          continue;
        }
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

/// A report that says in its first lines or its last who wrote it, or when and where; without it what stands there belongs to the pictures below.
bool is_below_report(const std::vector<Line>& lines, std::size_t i) {
  constexpr std::size_t kReach = 20;
  for (std::size_t at = i; at > 0 && i - at < kReach; --at) {
    const Line& line = lines[at - 1];
    if (line.shape == Shape::dateline || line.shape == Shape::byline || line.shape == Shape::tail || line.tailed) return true;
    if (is_brief(line.shape) || line.shape == Shape::rubric) return false;
  }
  return false;
}

bool is_headline(const Line& line) { return may_be_head(line) || line.shape == Shape::brief_marked; }

/// A short paragraph right below a headline and over a picture's text introduces its group.
bool introduces_pictures(const std::vector<Line>& lines, std::size_t i) {
  constexpr std::uint32_t kLongest = 120;  // characters
  return i > 0 && lines[i].shape == Shape::prose && lines[i].chars <= kLongest && !lines[i].tailed && is_headline(lines[i - 1]);
}

/// ①龙舟竞渡。, 图②：两岸观者如堵。, of which one names who took it, or the line below: a picture's text each. Below a report they point to its pictures.
class NumberedPictures {
 public:
  NumberedPictures(const Page& page, const Rules& rules, std::vector<Line>& lines)
      : page_(page), rules_(rules), table_(rules.tables().compiled<ShapeTable>()), words_(rules.tables().compiled<WordTable>().list("picture-word")), lines_(lines) {}

  void run() {
    constexpr std::size_t kFew = 2, kMost = 6;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      std::size_t end = i;
      while (end < lines_.size() && end - i < kMost && number(lines_[end]) == static_cast<int>(end - i) + 1 && lines_[end].depth == 0) ++end;
      if (end < i + kFew) continue;
      take(i, end);
      i = end - 1;
    }
  }

 private:
  std::string_view text(const Line& line) const { return page_.view(line.span); }

  int number(const Line& line) const {
    constexpr char32_t kBefore = U'①' - 1;
    std::string_view words = text(line);
    for (const std::string& word : words_)
      if (words.starts_with(word)) words.remove_prefix(word.size());
    return is_circled_digit(first_char(words)) ? static_cast<int>(first_char(words) - kBefore) : 0;
  }

  void take(std::size_t begin, std::size_t end) {
    const bool below_report = is_below_report(lines_, begin), introduced = begin > 0 && introduces_pictures(lines_, begin - 1);
    const std::size_t head = begin - introduced;
    const bool headed = head > 0 && is_headline(lines_[head - 1]);
    const bool credited = end < lines_.size() && is_short(begin, end) && is_credit(lines_[end], below_report || headed, headed && is_in_column(head));
    if (!credited && !is_signed(begin, end)) return;
    const bool points = credited && below_report && !headed, all = credited && !points;  // the credit is that of all
    if (all && introduced) lines_[begin - 1].shape = Shape::caption;
    for (std::size_t picture = begin; picture < end; ++picture) {
      lines_[picture].shape = Shape::caption;
      if (points) lines_[picture].pointing = true;
      if (credited) lines_[picture].label.reset();
      lines_[picture].listed = all && (introduced || picture > begin);
    }
    if (credited) lines_[end].shape = Shape::credit;
  }

  bool is_short(std::size_t begin, std::size_t end) const {
    constexpr std::uint32_t kLongest = 60;  // characters
    return std::all_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin), lines_.begin() + static_cast<std::ptrdiff_t>(end), [](const Line& line) { return line.chars <= kLongest; });
  }

  bool is_signed(std::size_t begin, std::size_t end) const {
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin), lines_.begin() + static_cast<std::ptrdiff_t>(end), [&](const Line& line) { return line.shape == Shape::caption || table_.took.find(text(line)) > 0; });
  }

  /// Who took the pictures, where pictures are expected; in a column of theirs who wrote of them as well: 文／图　方小禾.
  bool is_credit(const Line& line, bool expected, bool in_column) const {
    if (line.shape == Shape::credit) return true;
    if (line.shape != Shape::byline || !expected) return false;
    const LineText below{text(line), line.chars, rules_, table_};
    return ends_with_picture_role(below.text, rules_) || names_photographer(below) || (in_column && names_picture(text(line)));
  }

  /// 图说, 图片故事 over the headline above line `i`.
  bool is_in_column(std::size_t i) const { return i > 1 && is_headline(lines_[i - 2]) && names_picture(text(lines_[i - 2])); }

  bool names_picture(std::string_view words) const {
    return std::any_of(words_.begin(), words_.end(), [&](const std::string& word) { return words.find(word) != std::string_view::npos; });
  }

  const Page& page_;
  const Rules& rules_;
  const ShapeTable& table_;
  const std::vector<std::string>& words_;
  std::vector<Line>& lines_;
};

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

/// ■现场, ■救援: a mark and a few characters between two paragraphs, twice on a page, are crossheads; who wrote a text stands below its title.
void find_marked_crossheads(const Page& page, std::vector<Line>& lines) {
  const auto is_text = [](const Line& line) { return (line.shape == Shape::prose || line.shape == Shape::dateline) && !line.open; };
  const auto is_head = [&](std::size_t i) {
    if (lines[i].shape != Shape::byline || !is_text(lines[i - 1]) || lines[i + 1].shape != Shape::prose) return false;
    const std::string_view text = page.view(lines[i].span);
    const std::size_t bullet = bullet_length(text);
    return bullet > 0 && all_han(trim(text.substr(bullet)));
  };
  std::vector<std::size_t> heads;
  for (std::size_t i = 1; i + 1 < lines.size(); ++i)
    if (is_head(i)) heads.push_back(i);
  for (const std::size_t head : heads) {
    const auto alike = [&](std::size_t other) { return other != head && mark_of(page, lines[other]) == mark_of(page, lines[head]); };
    if (std::any_of(heads.begin(), heads.end(), alike)) lines[head].shape = Shape::series_head;
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

/// What the signed items of a list begin with alike: 【手语社】…, 第二种意见认为…, 新锅不生锈　买回的铁锅….
enum class Opening { none, boxed, counted, headed };

Opening opening_of_item(std::string_view text, const Rules& rules) {
  constexpr std::size_t kLongestHead = 3 * 10;  // bytes before the space
  if (first_char(text) == U'【') return Opening::boxed;
  for (const std::string& word : rules.tables().compiled<WordTable>().list("ordinal"))
    if (text.starts_with(word) && word.size() < text.size() && is_cn_numeral(char_at(text, word.size()))) return Opening::counted;
  const std::size_t space = text.substr(0, kLongestHead).find("　");
  return space != std::string_view::npos && all_han(text.substr(0, std::min(space, text.find("“")))) ? Opening::headed : Opening::none;
}

bool begins_with_first(std::string_view text, const Rules& rules) {
  const auto& words = rules.tables().compiled<WordTable>().list("first-ordinal");
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.starts_with(word); });
}

/// Paragraphs that begin alike and end with who sent them, three of them in a row, or two that count: the items of one article. （丁奶奶口述）
/// says who did only among others.
void list_signed_items(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto few = [](Opening opening) -> std::size_t { return opening == Opening::counted ? 2 : 3; };
  const auto opening = [&](std::size_t i) {
    const std::string_view text = page.view(lines[i].span);
    const bool item = lines[i].depth == 0 && (lines[i].shape == Shape::prose || lines[i].shape == Shape::headed);
    return item && (lines[i].tailed || fold(last_char(text)) == U'）') ? opening_of_item(text, rules) : Opening::none;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    const Opening alike = opening(begin);
    if (alike == Opening::none) continue;
    while (i + 1 < lines.size() && opening(i + 1) == alike) ++i;
    if (i + 1 - begin < few(alike)) continue;
    const bool goes_on = alike == Opening::counted && !begins_with_first(page.view(lines[begin].span), rules);
    for (std::size_t n = begin; n <= i; ++n) lines[n].shape = Shape::prose, lines[n].listed = n > begin || goes_on;
  }
}

/// 江东港务（600987）：…: what a listed company has made known.
bool tells_of_share(std::string_view text) {
  constexpr std::size_t kCode = 6, kShortest = 2 * 3, kLongest = 6 * 3;  // figures; bytes of a name
  constexpr std::string_view kOpen = "（";
  const std::size_t open = text.substr(0, kLongest + kOpen.size()).find(kOpen);
  if (open == std::string_view::npos || open < kShortest) return false;
  const std::string_view code = text.substr(open + kOpen.size());
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
  NumberedPictures(page, rules, lines).run();
  reread_tables(page, rules, lines);
  find_forecasts(page, rules, lines);
  find_calendars(page, rules, lines);
  find_sayings(page, lines);
  find_signed_briefs(lines);
  find_short_crossheads(lines);
  find_marked_crossheads(page, lines);
  find_poem_groups(page, rules, lines);
  find_verses(lines);
  find_name_rows(page, lines);
  list_shares(page, lines);
  list_briefs(page, lines);
  list_column(page, lines);
  list_signed_items(page, rules, lines);
}

}  // namespace jianbao
