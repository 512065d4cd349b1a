// Brackets and quotes in pairs.
#include <algorithm>

#include "clean/punct.h"
#include "clean/quotes.h"
#include "tables/prefix_index.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

bool is_round_open(char32_t c) { return c == '(' || c == U'（'; }
bool is_round_close(char32_t c) { return c == ')' || c == U'）'; }
bool is_title_open(char32_t c) { return c == U'《' || c == U'〈' || c == '<'; }
bool is_title_close(char32_t c) { return c == U'》' || c == U'〉' || c == '>'; }
bool is_open(char32_t c) { return is_round_open(c) || is_title_open(c); }

/// ₀ to ₙ: below the line, as in a formula.
bool is_index(char32_t c) { return c >= 0x2080 && c <= 0x209C; }

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_han(next_char(text, at))) return true;
  return false;
}

void change(Mark& mark, std::string_view after, Rule rule) {
  mark.after = after;
  mark.rule = rule;
}

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

/// NH4, C2H3Cl: symbols of elements; ABC is a name.
bool is_group_of_atoms(std::string_view text) {
  constexpr std::size_t kLeast = 3, kMost = 24;
  const auto is_atom = [](char c) { return is_ascii_letter(static_cast<unsigned char>(c)) || is_ascii_digit(static_cast<unsigned char>(c)); };
  return text.size() >= kLeast && text.size() <= kMost && text[0] >= 'A' && text[0] <= 'Z' && std::all_of(text.begin(), text.end(), is_atom) &&
         std::any_of(text.begin(), text.end(), [](char c) { return c < 'A' || c > 'Z'; });
}

/// (NH4)2SO4, (C2H3Cl)n: a group that a number stands right behind, or one letter for it.
bool is_counted_group(const MarkLine& line, std::string_view inside, std::size_t end) {
  if (!is_group_of_atoms(inside)) return false;
  const char32_t count = line.next(end), behind = line.next(end + 1);
  return is_ascii_digit(count) || (count >= 'a' && count <= 'z' && !is_ascii_letter(behind));
}

/// G/(ρg), 2×(a-b): a sign of arithmetic stands right before it, and no Han in it.
bool is_factor(char32_t left, std::string_view inside) {
  constexpr std::u32string_view kSigns = U"/*+=^×÷√";
  constexpr std::size_t kLongest = 60;  // bytes
  return inside.size() <= kLongest && kSigns.find(left) != std::u32string_view::npos && !has_han(inside);
}

/// (1, 2), (x, -4): numbers or letters, a comma with its space between each two.
bool is_point(std::string_view inside) {
  constexpr std::size_t kLongest = 40;  // bytes
  constexpr std::string_view kComma = ", ";
  if (inside.size() > kLongest || inside.find(kComma) == std::string_view::npos) return false;
  for (std::size_t at = 0; at <= inside.size();) {
    const std::size_t end = std::min(inside.find(kComma, at), inside.size());
    std::string_view part = inside.substr(at, end - at);
    if (part.starts_with('-')) part.remove_prefix(1);
    const bool letter = part.size() == 1 && is_ascii_letter(static_cast<unsigned char>(part[0]));
    if (!letter && (part.empty() || part.find_first_not_of("0123456789.") != std::string_view::npos)) return false;
    at = end + kComma.size();
  }
  return true;
}

/// Ca(OH)₂, Fe₂(SO₄)₃: a group of a formula, which an index stands behind; f(3), Au(T+D): a letter or two behind a letter.
bool is_in_formula(const MarkLine& line, const Mark& open, const Mark& close) {
  constexpr std::size_t kFew = 3;
  const char32_t left = line.previous(open.at);
  const std::string_view inside = line.text.substr(open.at + open.size, close.at - open.at - open.size);
  if (is_factor(left, inside) || is_point(inside) || is_counted_group(line, inside, close.at + close.size)) return true;
  const bool is_short = !inside.empty() && inside.size() <= kFew && std::all_of(inside.begin(), inside.end(), [](unsigned char c) { return c > ' ' && c < 0x80; });
  if (is_ascii_letter(left) && is_short) return true;
  return (is_ascii_letter(left) || is_index(left)) && is_index(line.next(close.at + close.size));
}

/// (k+1)(k+2), (a < b && c > d): signs between letters that stand alone; minus only where another bracket follows or precedes.
bool is_term(const MarkLine& line, const Mark& open, const Mark& close) {
  constexpr std::size_t kLongest = 40;
  const std::string_view inside = line.text.substr(open.at + open.size, close.at - open.at - open.size);
  if (inside.size() > kLongest) return false;
  const bool beside = line.previous(open.at) == ')' || line.next(close.at + close.size) == '(' || line.previous(open.at) == '=';
  bool variable = false, sign = false;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    const auto c = static_cast<unsigned char>(inside[i]);
    if (c >= 0x80 || (i > 0 && is_ascii_letter(c) && is_ascii_letter(static_cast<unsigned char>(inside[i - 1])))) return false;
    variable |= is_ascii_letter(c);
    sign |= i > 0 && i + 1 < inside.size() && (std::string_view("+*=^").find(inside[i]) != std::string_view::npos || (c == '-' && beside));
  }
  return variable && (sign || inside.find(" && ") != std::string_view::npos || inside.find(" || ") != std::string_view::npos);
}

/// A pair of round brackets is full width where one half is, where it holds Han, or where Han stands next to it.
void mend_round(const MarkLine& line, Mark& open, Mark& close) {
  const bool any_wide = open.c == U'（' || close.c == U'）';
  if (!any_wide && (is_in_address(line, open.at) || is_in_formula(line, open, close) || is_term(line, open, close) || extension_end(line, close.at + close.size) > 0)) return;
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

bool is_double_quote(char32_t c) { return c == U'“' || c == U'”' || c == '"' || c == U'＂'; }

}  // namespace

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

/// OCR reads the wide space behind `第三条` as a quote. Such a quote has no partner, or is first and closes.
bool mend_gap(const MarkLine& line, Mark& first) {
  std::size_t at = line.begin;
  if (first.at == at || next_char(line.text, at) != U'第') return false;
  char32_t c = 0;
  while (at < first.at && is_cn_numeral(c = next_char(line.text, at))) {
  }
  if (at != first.at || (c != U'条' && c != U'章' && c != U'节')) return false;
  change(first, "　", Rule::punct_quote);
  return true;
}

/// 关于推进“无废⏎城市”建设的通知: the line above opens a quotation and leaves it to this one to close.
bool opens_above(const MarkLine& line) {
  if (line.begin == 0) return false;
  const std::string_view before = line.text.substr(0, line.begin - 1);
  const std::size_t line_end = before.rfind('\n');
  const std::string_view above = line_end == std::string_view::npos ? before : before.substr(line_end + 1);
  std::size_t quotes = 0;  // an even number pairs, however OCR turned them
  char32_t last = 0;
  for (std::size_t at = 0; at < above.size();)
    if (const char32_t c = next_char(above, at); is_double_quote(c)) ++quotes, last = c;
  return quotes % 2 != 0 && last == U'“';
}

bool is_between_han(const MarkLine& line, const Mark& quote) {
  return line.left(quote.at) == Side::han && side_of(line.next(quote.at + quote.size)) == Side::han;
}

/// “人才夜市”开张 两小时…: a word or two, and then a space: the quote parts nothing itself, and has lost its other one.
bool ends_part_soon(const MarkLine& line, const Mark& quote) {
  constexpr std::size_t kFew = 3;  // characters
  std::size_t at = quote.at + quote.size, count = 0;
  while (at < line.end && is_han(char_at(line.text, at))) next_char(line.text, at), ++count;
  return count <= kFew && at < line.end && is_space(char_at(line.text, at));
}

/// So does it between the parts of a line that is no sentence: `编辑/温琪”美编/程大可`, `福临门家电”六月“下乡”送到家`. Among quotations it
/// takes a longer part at either side: of a quotation that begins the line, as many do, the first mark may be lost.
bool mend_gaps(const MarkLine& line, const std::vector<Mark*>& quotes) {
  constexpr std::size_t kPart = 5;  // characters
  const std::string_view text = line.text.substr(line.begin, line.end - line.begin);
  if (text.find("。") != std::string_view::npos || quotes.empty() || quotes.back()->c == U'“') return false;
  const std::vector<Mark*> strays = find_strays(quotes);
  const bool alone = strays.size() == quotes.size();
  if (quotes.size() == 1 && ends_part_soon(line, *quotes[0])) return false;
  const auto is_gap = [&](const Mark* quote) {
    const std::string_view before = line.text.substr(line.begin, quote->at - line.begin), behind = line.text.substr(quote->at + quote->size, line.end - quote->at - quote->size);
    return is_between_han(line, *quote) && (alone || (count_chars(before) >= kPart && count_chars(behind) >= kPart));
  };
  if (strays.empty() || !std::all_of(strays.begin(), strays.end(), is_gap)) return false;
  for (Mark* quote : strays) change(*quote, "　", Rule::punct_quote);
  return true;
}

/// What a dateline ends with: 日电, 报讯, 报道.
struct DatelineEnds {
  explicit DatelineEnds(const Rules::Tables& tables) : words(tables.compiled<WordTable>().endings("dateline-end")) {}
  SuffixIndex words;
};

/// So does it behind a dateline, and between those who wrote it: `新华社布拉格三日电”捷克…`, `晚报讯”记者方小禾报道”…`. Such quotes close
/// nothing, and no mark of a sentence stands before them.
void mend_dateline_gaps(const MarkLine& line, std::vector<Mark*>& quotes, const Rules& rules) {
  constexpr std::size_t kLongest = 3 * 40;  // bytes
  const auto& ends = rules.tables().compiled<DatelineEnds>().words;
  std::size_t gaps = 0;
  for (std::size_t i = 0; i < quotes.size() && quotes[i]->c == U'”' && is_between_han(line, *quotes[i]); ++i) {
    const std::string_view before = line.text.substr(line.begin, quotes[i]->at - line.begin);
    if (before.size() > kLongest || before.find("。") != std::string_view::npos || before.find("，") != std::string_view::npos) break;
    if (ends.find(before) > 0) gaps = i + 1;
  }
  if (gaps == 0 || opens_above(line)) return;
  for (std::size_t i = 0; i < gaps; ++i) change(*quotes[i], "　", Rule::punct_quote);
  quotes.erase(quotes.begin(), quotes.begin() + static_cast<std::ptrdiff_t>(gaps));
}

/// What stands before a name: 记者, 通讯员.
struct RoleEnds {
  explicit RoleEnds(const Rules::Tables& tables) : roles(tables.compiled<WordTable>().endings("role")) {}
  SuffixIndex roles;
};

/// So many Han stand from `at` to the end of the line, to a space or to a closing bracket; none where anything else does.
std::size_t count_name(const MarkLine& line, std::size_t at) {
  std::size_t han = 0;
  for (; at < line.end; ++han) {
    const char32_t c = next_char(line.text, at);
    if (is_space(c) || is_round_close(c)) return han;
    if (!is_han(c)) return 0;
  }
  return han;
}

/// Whether a quote that pairs with none stands between a role and a name, where print has a space: `（记者”高敬）`, `本报记者“李平`.
bool parts_role_and_name(const MarkLine& line, const Mark& quote, const Rules& rules) {
  constexpr std::size_t kLongest = 3 * 8;  // bytes of a role
  constexpr std::size_t kLongestName = 4;  // characters
  const std::size_t name = count_name(line, quote.at + quote.size);
  if (name == 0 || name > kLongestName) return false;
  const std::string_view before = trim(line.text.substr(line.begin, quote.at - line.begin));
  if (!is_han(last_char(before))) return false;
  const std::string_view end = before.substr(before.size() > kLongest ? before.size() - kLongest : 0);
  return rules.tables().compiled<RoleEnds>().roles.find(end) > 0;
}

/// So does it behind a role. The quotes that are left are those of quotations.
void mend_role_gaps(const MarkLine& line, std::vector<Mark*>& quotes, const Rules& rules) {
  bool opened = false;
  std::vector<Mark*> left;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    const bool closes = quotes[i]->c == U'”' && !opened;
    const bool opens = quotes[i]->c == U'“' && (i + 1 == quotes.size() || quotes[i + 1]->c == U'“');
    if ((closes || opens) && parts_role_and_name(line, *quotes[i], rules)) {
      change(*quotes[i], "　", Rule::punct_quote);
    } else {
      opened = quotes[i]->c == U'“';
      left.push_back(quotes[i]);
    }
  }
  quotes = std::move(left);
}

/// The report said, "Exports rose.": ASCII quotes behind a Latin word, with no Han between them, are of that language.
void leave_latin(const MarkLine& line, std::vector<Mark*>& quotes) {
  const auto is_latin = [&](const Mark& open, const Mark& close) {
    if (open.c != '"' || close.c != '"' || has_han(line.text.substr(open.at + open.size, close.at - open.at - open.size))) return false;
    std::size_t at = open.at;
    while (at > line.begin && (line.text[at - 1] == ' ' || line.text[at - 1] == ',' || line.text[at - 1] == ':')) --at;
    const bool in_word = at == open.at && is_ascii_letter(line.next(close.at + close.size));  // Toys"R"Us
    return (at < open.at || in_word) && is_ascii_letter(line.previous(at));
  };
  for (std::size_t i = 0; i + 1 < quotes.size();)
    if (is_latin(*quotes[i], *quotes[i + 1])) quotes.erase(quotes.begin() + static_cast<std::ptrdiff_t>(i), quotes.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    else ++i;
}

/// ““老黄牛””: a quotation has its marks twice. One inside of another has single ones, so that neither is the other's.
void mend_doubled_quotes(const MarkLine& line, std::vector<Mark*>& quotes) {
  constexpr std::size_t kFour = 4;
  const auto touch = [](const Mark& a, const Mark& b) { return a.c == b.c && a.at + a.size == b.at; };
  for (std::size_t i = 0; i + kFour <= quotes.size();) {
    Mark &first = *quotes[i], &second = *quotes[i + 1], &third = *quotes[i + 2], &last = *quotes[i + 3];
    const bool doubled = first.c == U'“' && third.c == U'”' && touch(first, second) && touch(third, last);
    if (!doubled || line.next(last.at + last.size) == U'”' || line.previous(first.at) == U'“') {
      ++i;
      continue;
    }
    first.size += second.size;
    third.size += last.size;
    change(first, "“", Rule::punct_quote);
    change(third, "”", Rule::punct_quote);
    const auto begin = quotes.begin() + static_cast<std::ptrdiff_t>(i);
    quotes.erase(begin, begin + kFour);
  }
}

/// What stands between two quotations, and begins none: 等于, 而是, 的.
struct BetweenQuotations {
  explicit BetweenQuotations(const Rules::Tables& tables) : words(tables.compiled<WordTable>().beginnings("between-quotations")) {}
  PrefixIndex words;
};

/// “减轻”不等于“免除”, read as 减轻”不等于免除”: a closing quote may have lost its own partner.
bool closes_before_link(const MarkLine& line, const Mark& quote, const Rules& rules) {
  return quote.c == U'”' && rules.tables().compiled<BetweenQuotations>().words.find(line.text.substr(0, line.end), quote.at + quote.size);
}

/// By parity, and only where the order of directions is impossible and every change can stand where it stands.
bool mend_quotes(const MarkLine& line, std::vector<Mark>& marks, const Rules& rules) {
  std::vector<Mark*> quotes;
  for (Mark& mark : marks)
    if (is_double_quote(mark.c)) quotes.push_back(&mark);
  leave_latin(line, quotes);
  mend_dateline_gaps(line, quotes, rules);
  mend_role_gaps(line, quotes, rules);
  mend_doubled_quotes(line, quotes);
  mend_touching_quotes(line, quotes);
  std::size_t opening = 0, closing = 0;
  bool ascii = false;
  for (const Mark* quote : quotes) {
    opening += quote->c == U'“';
    closing += quote->c == U'”';
    ascii |= quote->c == '"' || quote->c == U'＂';
  }
  if (!quotes.empty() && (quotes.size() % 2 != 0 || quotes[0]->c == U'”') && mend_gap(line, *quotes[0])) return false;
  const bool above = closing > 0 && !ascii && opens_above(line);
  if (closing > 0 && !ascii && !above && mend_gaps(line, quotes)) return false;
  if (quotes.size() % 2 != 0 || (!ascii && opening == closing && (above || !are_turned(line, quotes)))) return above;
  if (ascii && opening + closing == 0 &&
      !has_han(line.text.substr(line.begin, std::min<std::size_t>(line.end - line.begin, 600))))
    return above;
  if (!can_pair(line, quotes)) return above;
  for (std::size_t i = 0; i < quotes.size(); i += 2)
    if (closes_before_link(line, *quotes[i], rules)) return above;
  for (std::size_t i = 0; i < quotes.size(); ++i)
    if (quotes[i]->c != (i % 2 == 0 ? U'“' : U'”')) change(*quotes[i], i % 2 == 0 ? "“" : "”", Rule::punct_quote);
  return above;
}

}  // namespace jianbao
