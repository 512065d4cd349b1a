// Brackets and the marks of titles, in pairs.
#include <algorithm>

#include "clean/formula_brackets.h"
#include "clean/punct.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

bool is_round_open(char32_t c) { return c == '(' || c == U'（'; }
bool is_title_open(char32_t c) { return c == U'《' || c == U'〈' || c == '<'; }
bool is_title_close(char32_t c) { return c == U'》' || c == U'〉' || c == '>'; }
bool is_open(char32_t c) { return is_round_open(c) || is_title_open(c); }

/// 22000217, 2200 0217, 555-0172: a number of seven or eight digits, in one group or more.
bool begins_with_phone(std::string_view text) {
  constexpr std::size_t kLeast = 7, kMost = 8, kGroup = 3;
  std::size_t digits = 0;
  for (std::size_t at = 0;;) {
    const std::size_t group = count_digits(text, at);
    if (group < kGroup) return false;
    digits += group;
    at += group;
    if (digits >= kLeast || at >= text.size() || (text[at] != ' ' && text[at] != '-')) return digits >= kLeast && digits <= kMost;
    ++at;
  }
}

/// `(0731)8888888`, `(415)555-0172`, `(852) 2200 0217`: an area code before a number; `1234567(8)`: the check digit of an identity card.
bool is_part_of_number(const MarkLine& line, std::string_view inside, const Mark& open, const Mark& close) {
  if (inside.size() == 1) return is_ascii_digit(line.previous(open.at));
  if (inside.size() < 2 || inside.size() > 4 || count_digits(inside, 0) != inside.size()) return false;
  const std::string_view rest = line.text.substr(0, line.end).substr(close.at + close.size);
  return begins_with_phone(rest.substr(rest.starts_with(' ')));
}

/// Inside of an address: https://zh.example.org/wiki/北京(城市).
bool is_in_address(const MarkLine& line, std::size_t at) {
  constexpr std::size_t kLongest = 200;  // bytes
  std::size_t begin = at;
  while (begin > line.begin && at - begin < kLongest) {
    const std::size_t previous = before(line.text, begin);
    const char32_t c = char_at(line.text, previous);
    if (is_space(c) || (c >= 0x80 && !is_han(c))) break;
    begin = previous;
  }
  const std::string_view run = line.text.substr(begin, at - begin);
  return run.find("://") != std::string_view::npos || run.starts_with("www.");
}

/// A pair of round brackets is full width where one half is, where it holds Han, or where Han stands next to it.
void mend_round(const MarkLine& line, Mark& open, Mark& close) {
  const bool any_wide = open.c == U'（' || close.c == U'）';
  if (!any_wide && (is_in_address(line, open.at) || is_of_formula(line, open, close) || extension_end(line, close.at + close.size) > 0)) return;
  const std::string_view inside = line.text.substr(open.at + open.size, close.at - open.at - open.size);
  const Side left = line.left(open.at);
  const bool chinese = is_chinese(left) || left == Side::closing || is_chinese(line.right(close.at + close.size)) ||
                       has_han(inside.substr(0, 300));
  if (!any_wide && (!chinese || line.previous(open.at) == ']' || is_part_of_number(line, inside, open, close))) return;
  if (open.c == '(') change(open, "（", Rule::punct_width);
  if (close.c == ')') change(close, "）", Rule::punct_width);
}

bool begins_with_year(std::string_view text) {
  constexpr std::size_t kDigits = 4;
  constexpr char32_t kYear = U'\u5E74';  // 年
  return count_digits(text, 0) == kDigits && text.size() > kDigits && char_at(text, kDigits) == kYear;
}

/// <2023年上半年投诉情况分析>, <Love Story>: a year of figures, or words that begin with a capital, in a Chinese sentence.
bool reads_as_title(const MarkLine& line, const Mark& open, const Mark& close) {
  const std::string_view inside = line.text.substr(open.at + open.size, close.at - open.at - open.size);
  if (begins_with_year(inside)) return true;
  const char first = inside.empty() ? ' ' : inside.front();
  const bool words = first >= 'A' && first <= 'Z' && inside.find(' ') != std::string_view::npos && inside.find_first_of("=/@<>\"") == std::string_view::npos;
  const Side right = side_of(line.next(close.at + close.size));
  return words && is_chinese(line.left(open.at)) && (is_chinese(right) || right == Side::edge);
}

/// `<` and `>` around Han are the marks of a title; inside another title its inner ones.
void mend_title(const MarkLine& line, Mark& open, Mark& close, bool nested) {
  const std::string_view inside = line.text.substr(open.at + open.size, close.at - open.at - open.size);
  const bool may_be_title = is_han(first_char(inside)) || reads_as_title(line, open, close) || (nested && line.previous(open.at) != '<' && has_han(inside.substr(0, 300)));  // a<<2 shifts
  if ((open.c != '<' && close.c != '>') || !may_be_title) return;
  const bool single = nested || open.c == U'〈' || close.c == U'〉';
  if (open.c == '<') change(open, single ? "〈" : "《", Rule::punct_title);
  if (close.c == '>') change(close, single ? "〉" : "》", Rule::punct_title);
}

bool is_pair(char32_t open, char32_t close) { return (open == '<' && close == '>') || (open == U'〈' && close == U'〉'); }

/// <<史记>>, 〈〈史记〉〉: two marks for one of a title. The inner ones of the four become it, and take in the outer ones.
bool mend_doubled(const MarkLine& line, Mark& open, Mark& close) {
  const bool doubled = is_pair(open.c, close.c) && line.previous(open.at) == open.c && line.next(close.at + close.size) == close.c;
  if (!doubled || !is_han(line.next(open.at + open.size))) return false;
  open.at -= open.size;
  open.size *= 2;
  close.size *= 2;
  change(open, "《", Rule::punct_title);
  change(close, "》", Rule::punct_title);
  return true;
}

/// An unmatched round bracket goes by its neighbours.
void mend_single(const MarkLine& line, Mark& mark) {
  const bool chinese = mark.c == '(' ? is_chinese(line.left(mark.at)) || is_chinese(line.right(mark.at + mark.size))
                                     : is_chinese(line.left(mark.at)) || line.right(mark.at + mark.size) == Side::han;
  if (!wide(mark.c).empty() && chinese) change(mark, wide(mark.c), Rule::punct_width);
}

/// `《2024年10月24日市人大常委会通过)`: a line in brackets from its begin to its end that begins with a figure, as no title does that is so long.
bool is_dated_note(const MarkLine& line, const Mark& open, const Mark& close) {
  return open.at == line.begin && close.at + close.size == line.end && is_digit(line.next(open.at + open.size));
}

/// 2024, 0596: no title of a work.
bool is_figure(std::string_view text) { return text.size() >= 3 && count_digits(text, 0) == text.size(); }

/// `〈市、区)`: a title bracket that a round one closes, with no closing one of its own behind it, was a round one.
/// The same the other way round is left alone: 》 read as ） cannot be told from a lost 》.
bool mend_misread(const MarkLine& line, Mark& open, Mark& close, bool own_close_follows) {
  constexpr std::size_t kLongest = 90;  // bytes; brackets that OCR misreads hold a label or a short note
  if (own_close_follows || open.c == '<') return false;
  if (close.at - open.at > kLongest && !is_dated_note(line, open, close)) return false;
  const std::string_view inside = line.text.substr(open.at + open.size, close.at - open.at - open.size);
  if (!has_han(inside) && !is_figure(inside)) return false;
  change(open, "（", Rule::punct_bracket);
  if (close.c == ')') change(close, "）", Rule::punct_width);
  return true;
}

/// `《红楼梦)是名著`: what begins a clause that goes on behind, with nothing but Han in it, is as likely a title that lost its end. At the end of a
/// line stands a note: `《本报通讯员方小禾)`.
bool may_be_title(const MarkLine& line, const Mark& open, const Mark& close) {
  constexpr std::size_t kLeast = 3 * 3, kMost = 3 * 12;  // bytes
  const std::string_view inside = line.text.substr(open.at + open.size, close.at - open.at - open.size);
  if (line.right(close.at + close.size) == Side::edge) return false;
  const Side left = line.left(open.at);
  if (open.c != U'《' || inside.size() < kLeast || inside.size() > kMost || (left != Side::edge && left != Side::full)) return false;
  bool numeral = true;
  for (std::size_t at = 0; at < inside.size();) {
    const char32_t c = next_char(inside, at);
    if (!is_han(c)) return false;
    numeral &= is_cn_numeral(c);
  }
  const char32_t first = first_char(inside);
  return !numeral && first != U'见' && first != U'详';
}

/// 《渡口法>>, <<渡口法》: two strokes are one mark of a title at one end, too.
bool mend_half_doubled(const MarkLine& line, std::vector<Mark*>& open, Mark& close) {
  const auto is_twice = [&](std::size_t at, char stroke) { return line.next(at) == static_cast<char32_t>(stroke) && line.next(at + 1) == static_cast<char32_t>(stroke) && line.next(at + 2) != static_cast<char32_t>(stroke); };
  Mark& last = *open.back();
  if (last.c == U'《' && is_twice(close.at, '>') && is_han(line.previous(close.at))) {
    close.size = 2;
    change(close, "》", Rule::punct_title);
    return true;
  }
  if (close.c != U'》' || last.at == line.begin || open.size() < 2 || open[open.size() - 2]->at + 1 != last.at || !is_twice(last.at - 1, '<') || !is_han(line.next(last.at + 1))) return false;
  open.pop_back();
  open.back()->size = 2;
  change(*open.back(), "《", Rule::punct_title);
  return true;
}

/// What the names of documents end with.
struct GenreEnds {
  explicit GenreEnds(const Rules::Tables& tables) : genres(tables.compiled<WordTable>().endings("genre")) {}
  SuffixIndex genres;
};

/// 〈渡口管理办法〉: at the top a document's name has the outer marks, in text that does not set the names of all works so.
bool is_outer_document(const MarkLine& line, const Mark& open, const Mark& close, const Rules& rules) {
  constexpr std::size_t kLeast = 3 * 4;  // bytes
  if (open.c != U'〈' || close.c != U'〉') return false;
  const std::string_view inside = line.text.substr(open.at + open.size, close.at - open.at - open.size);
  return inside.size() >= kLeast && is_han(first_char(inside)) && rules.tables().compiled<GenreEnds>().genres.find(inside) > 0;
}

/// `《渡口管理办法)`: what ends as the names of documents do is one, unless a bracket's own words stand before it: `（见附件办法）`.
bool mend_misread_close(const MarkLine& line, const Mark& open, Mark& close, const Rules& rules) {
  constexpr std::size_t kLeast = 3 * 4;  // bytes: 通知, 公告 and the like are said of many things
  if (open.c != U'《') return false;
  const std::string_view inside = line.text.substr(open.at + open.size, close.at - open.at - open.size);
  const char32_t first = first_char(inside);
  if (inside.size() < kLeast || !is_han(first) || first == U'见' || first == U'详' || inside.find("，") != std::string_view::npos) return false;
  if (rules.tables().compiled<GenreEnds>().genres.find(inside) == 0) return false;
  change(close, "》", Rule::punct_bracket);
  return true;
}

/// 《渡口管理办法〉, 〈渡口管理办法》: marks of two kinds, of each of which the line has one too many. A note in such marks is no title.
void mend_mixed(const MarkLine& line, Mark& open, Mark& close, bool nested) {
  const char32_t first = line.next(open.at + open.size);
  if (!is_han(first) || first == U'见' || first == U'详') return;
  if (open.c == U'《') change(close, "》", Rule::punct_title);
  else if (nested) change(close, "〉", Rule::punct_title);
  else change(open, "《", Rule::punct_title);
}

/// By how many marks of a line `open` outnumber `close`.
std::ptrdiff_t excess(const std::vector<Mark>& marks, char32_t open, char32_t close) {
  const auto count = [&](char32_t c) { return std::count_if(marks.begin(), marks.end(), [&](const Mark& mark) { return mark.c == c; }); };
  return count(open) - count(close);
}

/// Whether the two, of two kinds, are what is too many of each in their line.
bool are_mixed(const std::vector<Mark>& marks, const Mark& open, const Mark& close) {
  const bool lacks_outer = open.c == U'《' && close.c == U'〉', lacks_inner = open.c == U'〈' && close.c == U'》';
  if (!lacks_outer && !lacks_inner) return false;
  const std::ptrdiff_t outer = excess(marks, U'《', U'》'), inner = excess(marks, U'〈', U'〉');
  return outer == -inner && (lacks_outer ? outer == 1 : outer == -1);
}

/// （p<0.05）, （<1%）: a figure is less, and nothing opens.
bool is_less_than(const MarkLine& line, const Mark& mark) {
  if (mark.c != '<') return false;
  const char32_t next = line.next(line.skip_spaces(mark.at + mark.size));
  if (begins_with_year(line.text.substr(0, line.end).substr(mark.at + mark.size))) return false;  // <2023年…>
  return is_digit(next) || next == '=' || next == '-';
}

/// 《公司法）和（合同法》: the round bracket behind one that closes a title, where a title's own mark comes next. Null where there is none.
Mark* turned_title_behind(std::vector<Mark>& marks, const Mark& close) {
  const std::size_t next = static_cast<std::size_t>(&close - marks.data()) + 1;
  const bool turned = next + 1 < marks.size() && is_round_open(marks[next].c) && marks[next + 1].c == U'》';
  return turned ? &marks[next] : nullptr;
}

}  // namespace

void mend_brackets(const MarkLine& line, std::vector<Mark>& marks, const Rules& rules) {
  std::vector<Mark*> open;
  std::size_t title_closes = 0, taken = 0;  // taken: up to where a doubled mark reaches
  for (const Mark& mark : marks) title_closes += is_title_close(mark.c) && mark.c != '>';
  for (Mark& mark : marks) {
    if (mark.at < taken || is_less_than(line, mark)) continue;
    if (is_open(mark.c)) {
      open.push_back(&mark);
    } else if (is_round_close(mark.c)) {
      if (!open.empty() && is_round_open(open.back()->c)) {
        mend_round(line, *open.back(), mark);
        open.pop_back();
      } else if (!open.empty() && title_closes == 0 && mend_misread_close(line, *open.back(), mark, rules)) {
        open.pop_back();
      } else if (Mark* const next = !open.empty() ? turned_title_behind(marks, mark) : nullptr; next && mend_misread_close(line, *open.back(), mark, rules)) {
        change(*next, "《", Rule::punct_bracket);
        next->c = U'《';
        open.pop_back();
      } else if (!open.empty() && may_be_title(line, *open.back(), mark)) {
        open.pop_back();  // nothing says which of the two is wrong
      } else if (!open.empty() && mend_misread(line, *open.back(), mark, title_closes > 0)) {
        open.pop_back();
      } else {
        mend_single(line, mark);
      }
    } else if (is_title_close(mark.c)) {
      title_closes -= mark.c != '>';
      if (open.empty() || !is_title_open(open.back()->c)) continue;
      if (open.size() > 1 && open[open.size() - 2]->c == open.back()->c && mend_doubled(line, *open.back(), mark)) {
        taken = mark.at + mark.size;
        open.pop_back();
      } else if (mend_half_doubled(line, open, mark)) {
        taken = mark.at + mark.size;
      } else if (are_mixed(marks, *open.back(), mark)) {
        mend_mixed(line, *open.back(), mark, open.size() > 1 && is_title_open(open[open.size() - 2]->c));
      } else if (open.size() == 1 && is_outer_document(line, *open.back(), mark, rules)) {
        change(*open.back(), "《", Rule::punct_title);
        change(mark, "》", Rule::punct_title);
      } else {
        mend_title(line, *open.back(), mark, open.size() > 1 && is_title_open(open[open.size() - 2]->c));
      }
      open.pop_back();
    }
  }
  for (Mark* mark : open) mend_single(line, *mark);
}

}  // namespace jianbao
