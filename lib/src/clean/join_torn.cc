#include "clean/join_torn.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "clean/join_ends.h"
#include "clean/join_heads.h"
#include "clean/join_marks.h"
#include "clean/torn_line.h"
#include "names/persons.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

bool is_figure(char c) { return is_ascii_digit(static_cast<unsigned char>(c)); }

/// 《中华人民共和国防洪法》《城镇排水与⏎污水处理条例》等。: a name that begins on a line of running text and ends on the next.
bool name_goes_on(const JoinPage& page, std::size_t i) {
  return page.lines[i].unpaired && page.is_between_han(i) && page.ends_sentence(page.next(i)) && quotation_torn(page.view(page.lines[i]), page.view(page.next(i)), U'《', U'》');
}

/// 李四　档案编号：45180021⏎3379: a line of figures alone behind a full line that breaks off in the number a label leads to.
bool number_goes_on(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kLongest = 12;  // figures
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  if (!is_ascii_digit(line.last) || !is_ascii_digit(following.first)) return false;  // most lines
  const std::string_view text = page.view(line), rest = page.view(following);
  if (rest.size() > kLongest || !std::all_of(rest.begin(), rest.end(), is_figure) || !page.is_full(i)) return false;
  std::size_t begin = text.size();
  while (begin > 0 && is_figure(text[begin - 1])) --begin;
  return begin > 0 && fold(char_at(text, before(text, begin))) == U'：';
}

/// 证号：（鲁）船登（权）⏎（2019）HY-201187号: a year in brackets belongs to the number of a document that a full line breaks off in. A number that is a line as a whole
/// may stand under a heading.
bool year_goes_on(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kYear = 4;  // figures
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  if (fold(following.first) != U'（' || page.ends_clause(line)) return false;  // most lines
  std::string_view rest = page.view(following);
  rest.remove_prefix(following.first == '(' ? 1 : 3);
  const bool year = rest.size() > kYear && (rest.starts_with("19") || rest.starts_with("20")) && is_figure(rest[2]) && is_figure(rest[3]);
  return year && fold(char_at(rest, kYear)) == U'）' && page.is_full(i) && !(is_case_number(page, i + 1) && heads_case(page, i));
}

/// 深成指报9377.28点，跌⏎1.05%；: a sentence that breaks off before what it counts, however short its line is.
bool quantity_goes_on(const JoinPage& page, std::size_t i) {
  return page.lines[i].comma && is_han(page.lines[i].last) && (page.next(i).comma || page.next(i).stop) && begins_with_quantity(page.text, page.next(i), page.rules);
}

/// 完成投资12⏎6.8亿元，, 同比增长1⏎2.3%；, 来自8⏎6个国家，, 会期2⏎天。: in running text a few figures behind Han, and what they count, with more figures or without. A code or a year is
/// longer.
bool figure_goes_on(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kMost = 3;  // figures
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  if (!is_ascii_digit(line.last) || !(is_han(following.first) || is_ascii_digit(following.first))) return false;  // most lines
  const bool runs = line.comma || line.stop || (i > 0 && page.lines[i - 1].goes_on);
  if (!runs || line.row || following.row || !(following.comma || following.stop)) return false;
  const std::string_view text = page.view(line), rest = page.view(following);
  std::size_t begin = text.size();
  while (begin > 0 && is_figure(text[begin - 1])) --begin;
  if (begin == 0 || text.size() - begin > kMost || !is_han(char_at(text, before(text, begin)))) return false;
  const std::size_t figures = leading_figures(rest);
  if (figures > kMost) return false;
  const std::string_view counted = rest.substr(figures);
  return page.start(following) == Start::none && (begins_with_quantity(page.text, following, page.rules) || counted.starts_with('%') || seam_tail(counted, page.rules).unit);
}

/// 第3⏎条, 第1⏎2届: behind its word a number in order has what it counts.
bool ordinal_goes_on(const JoinPage& page, std::size_t i) {
  const PrintedLine& line = page.lines[i];
  if (!is_ascii_digit(line.last) || !(is_han(page.next(i).first) || is_ascii_digit(page.next(i).first))) return false;  // most lines
  const std::string_view text = page.view(line), rest = page.view(page.next(i));
  std::size_t begin = text.size();
  while (begin > 0 && is_figure(text[begin - 1])) --begin;
  return page.ends().ordinal.find(text.substr(0, begin)) > 0 && seam_tail(rest.substr(leading_figures(rest)), page.rules).unit;
}

/// ……………………: print sets off what stands above it from what stands below.
bool is_row_of_dots(std::string_view line) {
  constexpr std::size_t kLeast = 3 * 6;  // bytes
  if (line.size() < kLeast) return false;
  for (std::size_t at = 0; at < line.size();)
    if (next_char(line, at) != U'…') return false;
  return true;
}

/// 0457）2733606, behind its first bracket.
bool is_area_code_with_number(std::string_view text) {
  constexpr std::size_t kShortest = 3, kLongest = 4, kLeast = 7, kMost = 8;  // figures of the code, of the number
  const std::size_t code = leading_figures(text);
  if (code < kShortest || code > kLongest || text.front() != '0' || fold(char_at(text, code)) != U'）') return false;
  std::size_t at = code;
  next_char(text, at);
  const std::size_t number = leading_figures(text.substr(at));
  return number >= kLeast && number <= kMost;
}

/// 0563-6022188, 13800000000: up to where they end; 0 where the text begins with no telephone number.
std::size_t phone_at(std::string_view text) {
  constexpr std::size_t kMobile = 11, kShortest = 3, kLongest = 4, kLeast = 7, kMost = 8;
  const std::size_t first = leading_figures(text);
  if (first == kMobile) return text.front() == '1' ? first : 0;
  if (first < kShortest || first > kLongest || text.front() != '0' || first >= text.size() || text[first] != '-') return 0;
  const std::size_t number = leading_figures(text.substr(first + 1));
  return number >= kLeast && number <= kMost ? first + 1 + number : 0;
}

/// news@paper.example
std::size_t mail_at(std::string_view text) {
  const auto is_part = [](char c) { return is_ascii_letter(static_cast<unsigned char>(c)) || is_figure(c) || c == '.' || c == '_' || c == '-'; };
  const auto part_end = [&](std::size_t at) { return static_cast<std::size_t>(std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_part) - text.begin()); };
  const std::size_t name = part_end(0);
  if (name == 0 || name >= text.size() || text[name] != '@') return 0;
  const std::size_t end = part_end(name + 1);
  return end > name + 1 ? end : 0;
}

/// 请将稿件发至⏎news@paper.example，…, 可拨打电话⏎0563-6022188，由…: in a sentence that breaks off before it, and goes on behind it. In a list each stands on a line of its own.
bool contact_goes_on(const JoinPage& page, std::size_t i) {
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  if (!is_han(line.last) || following.first >= 0x80 || !line.comma || line.row || following.row || !(following.comma || following.stop)) return false;  // most lines
  const std::string_view text = page.view(line), rest = page.view(following);
  const std::size_t phone = phone_at(rest), end = phone > 0 ? phone : mail_at(rest);
  if (end == 0 || end >= rest.size()) return false;
  const char32_t behind = fold(char_at(rest, end));
  if (!is_han(behind) && behind != U'，' && behind != U'。' && behind != U'；' && behind != U'（' && behind != U'）') return false;
  return seam_head(text, page.rules).unfinished || (phone > 0 ? page.ends().phone.find(text) : page.ends().mail.find(text)) > 0;
}

/// A line cannot begin with a comma or full stop: where the one before ends with Han it is the end of that sentence. Nor with the dot of a foreign name, or
/// with the rest of the dots that lead to the number of a page.
bool mark_goes_on(const JoinPage& page, std::size_t i) {
  const PrintedLine& following = page.next(i);
  const char32_t first = fold(following.first), last = page.lines[i].last;
  const bool enumerates = first == U'、' && is_closing(last);  // 公章（编号：2201）⏎、财务章丢失
  if (last == U'…' ? (first == U'…' && !is_row_of_dots(page.view(following))) || is_page_number(page.view(following)) : first == U'·' && is_han(last)) return true;
  return (enumerates || ((first == U'，' || first == U'。') && is_han(last))) && (following.comma || following.stop);
}

/// 本报记者　林⏎一鸣　摄: a surname behind what somebody is, and the rest of the name at the begin of the next line.
bool author_goes_on(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kMost = 2;  // characters of a given name
  const std::string_view line = page.view(page.lines[i]), following = page.view(page.next(i));
  if (!is_han(page.lines[i].last)) return false;
  const std::size_t name = before(line, line.size());
  if (name == 0 || !is_space(last_char(line.substr(0, name))) || page.ends().author.find(trim(line.substr(0, name))) == 0) return false;
  std::size_t end = 0, given = 0;
  while (end < following.size() && is_han(char_at(following, end))) next_char(following, end), ++given;
  return given > 0 && given <= kMost && (end == following.size() || is_space(char_at(following, end)));
}

/// In running text a line that is too short ends in the middle of a word: OCR lost its beginning, or read a line in two.
bool word_goes_on(const JoinPage& page, std::size_t i) {
  const PrintedLine& line = page.lines[i];
  if (!page.is_between_han(i) || !(line.comma || line.stop || (i > 0 && page.lines[i - 1].goes_on))) return false;
  return page.tears_word(i);
}

/// 　　他说，去年新增耕地⏎32万亩，比上年增长三⏎成。: a page of one paragraph shows its indent once. Its lines are of one width, and each but the last holds a mark
/// and breaks off.
bool is_lone_paragraph(const JoinPage& page, std::size_t begin) {
  constexpr int kUsual = 2, kLines = 4;
  if (page.lines[begin].indent != kUsual) return false;
  std::size_t end = begin + 1;
  while (end < page.lines.size() && page.lines[end].blanks == 0 && page.lines[end].indent == 0 && !page.ends_clause(page.lines[end - 1])) ++end;
  if (end < begin + 3 || end > begin + kLines || !page.ends_clause(page.lines[end - 1])) return false;
  for (std::size_t n = begin; n + 1 < end; ++n)
    if (!page.lines[n].comma) return false;
  return are_as_wide(page, begin, end);
}

/// Where paragraphs begin with an indent, and one that does breaks off, what stands right below without an indent is its rest, however
/// narrow the column is: few lines beside a picture show no width. Behind a full stop somebody may sign.
bool paragraph_goes_on(const JoinPage& page, std::size_t i) {
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  if (line.stop || !(following.comma || following.stop)) return false;
  const std::size_t begin = page.paragraph_begin(i, page.lines.size());
  if (page.lines[begin].indent == 0 || line.row || following.row || !(is_han(line.last) || fold(line.last) == U'，')) return false;
  return (page.measures.indented() || is_lone_paragraph(page, begin)) && page.start(following) == Start::none;
}

/// 壮大队伍。每年⏎培训不少于千人次: behind a sentence a line that OCR left too short breaks off with a few words; a name would sign.
bool sentence_goes_on(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kMost = 3 * 8;  // bytes
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  if (!line.stop || !page.is_between_han(i) || !page.measures.is_in_column(i + 1)) return false;
  const std::size_t stop = page.view(line).rfind("。");
  if (stop == std::string_view::npos) return false;
  const std::string_view tail = page.view(line).substr(stop + 3);
  return tail.size() <= kMost && all_han(tail) && !is_person(tail, page.rules) && page.ends().office.find(tail) == 0 && page.start(following) == Start::none;
}

/// 本报讯（记者　方小禾）县渡口⏎办日前发布消息，: behind the bracket of a dateline a sentence has begun.
bool report_goes_on(const JoinPage& page, std::size_t i) {
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  if (!page.is_between_han(i) || !(following.comma || following.stop)) return false;
  const std::string_view text = page.view(line);
  const std::size_t begun = skip_han_back(text, text.size(), 0);
  if (begun == 0 || fold(last_char(text.substr(0, begun))) != U'）' || last_bracket(text.substr(0, begun)) == 0) return false;  // most lines
  return page.start(line) == Start::never && page.start(following) == Start::none;
}

/// Marks of a sentence that a line begins with a few characters before: 渡船。　方小禾　摄
bool ends_sentence_soon(std::string_view line) {
  constexpr std::size_t kFew = 8;  // characters
  std::size_t at = 0, count = 0;
  while (count <= kFew && at < line.size() && is_han(char_at(line, at))) next_char(line, at), ++count;
  return count > 0 && at < line.size() && is_stop(char_at(line, at));
}

/// 昨日清晨，船工们在渡口试水⏎新船。　方小禾　摄: a few lines by themselves show no measure, as a picture's text. Where text was wrapped by counting they go on up to
/// the stop, if the first is as wide as columns are and the next not wider.
bool note_of_picture_goes_on(const JoinPage& page, std::size_t i) {
  constexpr int kLeast = 2 * 12, kHanging = 4;
  constexpr double kBegin = -2;
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  if (!page.measures.is_wrapped() || page.measures.has_own(i) || line.even_width < kLeast || following.even_width > line.even_width + kHanging) return false;
  const bool breaks_off = fold(following.last) == U'，' && following.even_width + kHanging >= line.even_width;
  if (!(following.stop || breaks_off) || line.row || line.verse || page.ends_clause(line) || page.start(following) != Start::none) return false;
  if (!(is_han(line.last) || fold(line.last) == U'，' || fold(line.last) == U'、')) return false;
  const bool labelled = (line.scanned->has & ScannedLine::colon) != 0;  // 读者问：新船何时能⏎坐，…？
  if (!line.comma && !line.stop && !labelled && !(i > 0 && page.lines[i - 1].goes_on) && !ends_sentence_soon(page.view(following))) return false;
  return continuation_odds(seam_head(page.view(line), page.rules), page.view(following), page.rules) > kBegin;
}

}  // namespace

bool bracket_goes_on(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kMost = 6;  // printed lines
  std::size_t end = i + 1;
  bool may_close = page.next(i).unpaired;  // what closes a bracket of a line above is in no pair of its own line
  for (; end + 1 < page.lines.size() && page.lines[end + 1].blanks == 0 && end - i < kMost; ++end) may_close |= page.lines[end + 1].unpaired;
  if (!may_close) return false;  // most lines
  return bracket_torn(page.view(page.paragraph_begin(i, kMost), i), page.view(i + 1, end));
}

bool address_goes_on(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kReach = 4;  // lines of one
  if (!is_ascii_letter(page.next(i).first) || page.lines[i].last >= 0x80) return false;  // most lines
  std::string address(page.view(page.lines[i]));
  for (std::size_t begin = i; begin > 0 && i - begin < kReach && page.lines[begin - 1].goes_on && page.lines[begin].first < 0x80 && page.lines[begin - 1].last < 0x80; --begin)
    address.insert(0, page.view(page.lines[begin - 1]));
  return address_torn(address, page.view(page.next(i)), page.ends().domain);
}

bool is_phone_number(std::string_view line) { return !line.empty() && phone_at(line) == line.size(); }

bool code_goes_on(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kLeastCode = 6;  // bytes; a date begins with four digits
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  const char32_t last = fold(line.last);
  std::string_view rest = page.view(following);
  const bool bracket = fold(following.first) == U'（';
  if (bracket) rest.remove_prefix(following.first == '(' ? 1 : 3);
  std::size_t code = 0, digits = 0;
  for (; code < rest.size() && (is_ascii_letter(static_cast<unsigned char>(rest[code])) || is_figure(rest[code]) || rest[code] == '-'); ++code)
    digits += is_figure(rest[code]);
  if (address_goes_on(page, i) || mail_torn(page.view(line), page.view(following))) return true;
  if (is_ascii_letter(line.last) && following.first == '.') return code == 0 && rest.size() > 1 && is_ascii_letter(static_cast<unsigned char>(rest[1]));
  if (line.last == '@') return code > 0;
  if (last == U'：' && code > 0 && code < rest.size() && rest[code] == '@') return true;  // 电子邮箱：⏎news@paper.example
  if (bracket && last == U'：' && is_area_code_with_number(rest)) return true;
  if (code < kLeastCode || digits < kLeastCode / 2) return false;
  return last == U'：' || (bracket && is_han(line.last) && !page.ends_clause(line) && line.comma);
}

bool is_pair_torn(const JoinPage& page, std::size_t i) {
  constexpr std::pair<char32_t, char32_t> kPairs[] = {{U'“', U'”'}, {U'《', U'》'}};
  return page.lines[i].unpaired && page.next(i).unpaired && std::any_of(std::begin(kPairs), std::end(kPairs), [&](const auto& pair) { return quotation_torn(page.view(page.lines[i]), page.view(page.next(i)), pair.first, pair.second); });
}

bool is_next_count(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kMost = 3;  // figures that count a row
  const PrintedLine& following = page.next(i);
  if (!is_ascii_digit(page.lines[i].last) || !is_ascii_digit(following.first)) return false;  // most lines
  const std::string_view sum = page.view(page.lines[i]), row = page.view(following);
  const bool cents = sum.size() > kMost && sum[sum.size() - 3] == '.' && is_figure(sum[sum.size() - 2]) && is_figure(sum[sum.size() - 4]);
  std::size_t at = 0;
  while (at < row.size() && is_figure(row[at])) ++at;
  if (!cents || at > kMost || at >= row.size() || !is_space(next_char(row, at))) return false;
  return is_han(char_at(row, at));
}

bool is_next_of_speech(const JoinPage& page, std::size_t i) {
  const char32_t last = fold(page.lines[i].last);
  if (page.next(i).first != U'“' || !(is_stop(last) || last == U'；')) return false;
  constexpr std::size_t kMost = 60;  // printed lines of a paragraph of one
  const std::string_view speech = page.view(page.paragraph_begin(i, kMost), i);
  const std::size_t opens = speech.rfind("“"), closes = speech.rfind("”");
  return opens != std::string_view::npos && (closes == std::string_view::npos || closes < opens);
}

bool goes_on_over_gap(const JoinPage& page, std::size_t i) {
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  if (line.indent > 2 || line.first == '#') return false;
  if (following.indent == 0) return page.measures.may_end_in_gap(i);
  return page.measures.is_full(i, false) || (page.measures.is_wrapped() && page.measures.may_be_full(i));
}

bool is_torn(const JoinPage& page, std::size_t i) {
  // Each but the last asks first for a character at the line end, which most lines do not have there.
  return figures_torn(page.view(page.lines[i]), page.view(page.next(i))) || number_goes_on(page, i) || year_goes_on(page, i) || mark_goes_on(page, i) ||
         name_goes_on(page, i) || figure_goes_on(page, i) || ordinal_goes_on(page, i) || quantity_goes_on(page, i) || author_goes_on(page, i) || contact_goes_on(page, i) || bracket_goes_on(page, i);
}

bool text_goes_on(const JoinPage& page, std::size_t i) { return word_goes_on(page, i) || sentence_goes_on(page, i) || paragraph_goes_on(page, i) || report_goes_on(page, i) || note_of_picture_goes_on(page, i); }

}  // namespace jianbao
